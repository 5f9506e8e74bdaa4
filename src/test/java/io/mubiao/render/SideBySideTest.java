package io.mubiao.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.Mubiao;
import io.mubiao.assess.Assessment;
import io.mubiao.assess.Assessments;
import io.mubiao.forecast.Forecasts;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.target.Register;
import io.mubiao.testing.TestUnits;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Rates of targets: two that differ print apart, and no number is printed far from what it is. */
class SideBySideTest {
    private static final LocalDate DAY = LocalDate.of(2024, 9, 30);

    @Test
    void twoThatDifferPrintApart() {
        Random random = new Random(11);
        for (int i = 0; i < 3000; i++) {
            Rational first = Rational.of(1 + random.nextInt(1000), 1 + random.nextInt(1_000_000));
            Rational second = random.nextInt(5) == 0 ? first : first.plus(Rational.of(random.nextInt(9) - 4, 1 + random.nextInt(100_000_000)));
            List<String> shown = Numbers.apart(Quantity.of(first, unit()), Quantity.of(second, unit()));
            assertEquals(first.equals(second), shown.get(0).equals(shown.get(1)), first + " " + second + " " + shown);
            isNear(first, shown.get(0));
            isNear(second, shown.get(1));
        }
    }

    private static io.mubiao.value.Unit unit() {
        return TestUnits.UNITS.get("亿元");
    }

    private static void isNear(Rational value, String shown) {
        Rational printed = Rational.of(new BigDecimal(shown.replace(" 亿元", "")));
        assertTrue(printed.minus(value).abs().times(Rational.HUNDRED).compareTo(value.abs()) <= 0, shown + " of " + value);
    }

    /** 22.46 of 30 in 274 days, and 7.54 in 92: 0.08197 and 0.08196 a day; 1 of 2: 0.00365 and 0.0109. */
    @Test
    void whatIsNeededIsNotWhatIsDone() {
        Register register = Mubiao.readRegister("seeds/jinan-2024/register.yaml");
        ObservationLog log = ObservationLog.of(Observation.total("P04", DAY, Quantity.parse("22.46 亿元", register.units())));
        Assessments all = Mubiao.assess(register, log, DAY);
        Assessment it = all.get("P04");
        String told = Explainer.explain(it, Locale.CHINESE);
        assertTrue(told.contains("目前每日 0.08197 亿元，此后每日需 0.08196 亿元"), told);
        Forecasts forecasts = Mubiao.forecast(all, log);
        String sentence = ForecastWords.sentence(forecasts.get("P04"), Locale.CHINESE);
        assertTrue(sentence.contains("此后每 30 天需 2.4587 亿元，目前每 30 天 2.4591 亿元"), sentence);
        assertEquals("0.00365", Numbers.of(Rational.of(1, 274)));
        assertEquals("0.0109", Numbers.of(Rational.of(1, 92)));
    }
}
