package io.mubiao.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.Mubiao;
import io.mubiao.assess.Assessments;
import io.mubiao.forecast.Forecast;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.target.Bound;
import io.mubiao.target.Goal;
import io.mubiao.target.Measure;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.testing.TestUnits;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Too much of what is bounded above is neither called full nor enough. */
class OvershotWordsTest {
    private static final LocalDate JUNE = LocalDate.of(2024, 6, 30);

    private static ObservationLog log(String... figures) {
        return ObservationLog.of(Stream.of(figures).map(it -> Observation.total("T", JUNE, Quantity.parse(it, TestUnits.UNITS))).toArray(Observation[]::new));
    }

    private static Assessments assess(String require, ObservationLog log) {
        Target target = Target.of("T", "指标", Goal.amount(Measure.total(), Bound.parse(require, TestUnits.UNITS)), Span.year(2024));
        return Mubiao.assess(Register.of("r", ZoneId.of("Asia/Shanghai"), target), log, JUNE);
    }

    private static String told(String require, String figure, Locale locale) {
        return Explainer.explain(assess(require, log(figure)).get("T"), locale);
    }

    @Test
    void tooMuchCountsLikeTooLittleAndIsToldSo() {
        assertTrue(told("~ 50 个 ± 2 个", "58 个", Locale.CHINESE).endsWith("  完成率超过 100%，超出要求与不足要求同样扣减，折算后按约 86.21% 计；原值保留\n"));
        assertTrue(told("= 50 个", "80 个", Locale.CHINESE).endsWith("折算后按 62.50% 计；原值保留\n"));
        assertTrue(told("~ 50 个 ± 2 个", "58 个", Locale.ENGLISH).endsWith("  attainment is above 100 %, and too much counts like too little: about "
                + "86.21% counts; the raw value stands beside it\n"));
        for (String full : List.of(told("~ 50 个 ± 2 个", "51 个", Locale.CHINESE), told(">= 50 个", "58 个", Locale.CHINESE))) {
            assertTrue(full.endsWith("  完成率超过 100%，封顶后按 100% 计；原值保留\n"), full);
        }
    }

    @Test
    void whatIsAboveItsEndIsAFactAndNotEnough() {
        for (String require : List.of("[40 个, 60 个]", "[40 万元, 60 万元]", "~ 50 万元 ± 2 万元", "<= 60 万元")) {
            ObservationLog log = log("70 " + (require.contains("个") ? "个" : "万元"));
            Forecast it = Mubiao.forecast(assess(require, log), log).get("T");
            assertEquals("已不能达成", ForecastWords.cell(it, Locale.CHINESE));
            assertEquals("已成事实，不是预测：已不能达成。", ForecastWords.sentence(it, Locale.CHINESE));
            assertEquals("a fact, not a forecast: can no longer be met.", ForecastWords.sentence(it, Locale.ENGLISH));
        }
    }

    @Test
    void whatIsBelowItsMaximumIsStillForecast() {
        ObservationLog log = log("40 万元");
        assertFalse(Mubiao.forecast(assess("<= 60 万元", log), log).get("T") instanceof Forecast.Known);
    }
}
