package io.mubiao.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.Mubiao;
import io.mubiao.assess.Assessment;
import io.mubiao.assess.Assessments;
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
import io.mubiao.value.Rational;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What falls short of what is required is shown short of it, in every table, explanation and file. */
class NeverRoundedToDoneTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            >= 62 个      | 61.9999 个
            >= 62 个      | 61.99999 个
            >= 3 个       | 2.9999 个
            >= 5.5 %      | 5.499996 %
            <= 61.25 个   | 61.250001 个
            [49 %, 51 %]  | 51.0000004 %
            [49 %, 51 %]  | 48.9999996 %
            >= 100 %      | 99.9999999 %
            """)
    void aFigureThatFallsShortIsShownShort(String required, String figure) {
        Bound bound = Bound.parse(required, TestUnits.UNITS);
        Target target = Target.of("T", "指标", Goal.amount(Measure.level(""), bound), Span.year(2024));
        Register register = Register.of("r", ZoneId.of("Asia/Shanghai"), target);
        LocalDate day = LocalDate.of(2024, 12, 31);
        Assessments all = Mubiao.assess(register, ObservationLog.of(
                Observation.level("T", day, Quantity.parse(figure, TestUnits.UNITS))), day);
        Assessment it = all.get("T");
        AssessmentCells cells = new AssessmentCells(new Words(Locale.CHINESE));
        assertFalse(bound.accepts(it.actual().orElseThrow()));
        assertFalse(bound.accepts(Quantity.parse(cells.actual(it), TestUnits.UNITS)), cells.actual(it));
        assertFalse(AssessmentCells.attainment(it).startsWith("100.00"), AssessmentCells.attainment(it));
        String told = Explainer.explain(it, Locale.CHINESE);
        assertTrue(told.contains(cells.actual(it) + " 不符合"), told);
    }

    @Test
    void whatWouldSufficeIsShownAsMuchAsSuffices() {
        assertEquals("3.34", Numbers.enough(Rational.of(10, 3), false));
        assertEquals("3.33", Numbers.enough(Rational.of(10, 3), true));
        assertEquals("3.3333", Numbers.enough(Rational.parse("3.3333"), false));
    }

    @Test
    void pointsAreFullOnlyWhereTheyAre() {
        Rational almost = Rational.parse("59.99999");
        assertEquals("59.99", Numbers.points(almost, Rational.of(60)));
        assertEquals("59.9999", Numbers.four(almost, Rational.of(60)));
        assertEquals("60", Numbers.points(Rational.of(60), Rational.of(60)));
        assertEquals(List.of("99.99%", "100.00%", "0.01%", "0.00%"), List.of(Numbers.percent(Rational.parse("0.99999")),
                Numbers.percent(Rational.ONE), Numbers.percent(Rational.parse("0.000001")), Numbers.percent(Rational.ZERO)));
    }
}
