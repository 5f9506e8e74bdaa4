package io.mubiao.forecast;

import static io.mubiao.testing.Ask.bound;
import static io.mubiao.testing.Ask.q;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.forecast.internal.PaceForecast.Part;
import io.mubiao.forecast.internal.PaceForecast;
import io.mubiao.target.PaceCurve;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Amounts at their present pace. */
class PaceForecastTest {
    private static final BigDecimal LEVEL = new BigDecimal("0.8");

    private static PaceForecast quarters(String... amounts) {
        return PaceForecast.of(Stream.of(amounts).map(amount -> new Part(Rational.of(1, 4), q(amount))).toList());
    }

    private static String three(Quantity value) {
        return value.round(Rounding.halfUp(3)).toPlainString();
    }

    @Test
    void aPointIsDoneOverTheShareElapsed() {
        assertEquals(q("62 个"), PaceForecast.point(q("31 个"), Rational.of(1, 2)));
        assertEquals(q("1560 亩"), PaceForecast.point(q("780 亩"), Rational.of(1, 2)));
    }

    /** Reference: SciPy, t(2) at 120 with scale sqrt(400/3). */
    @Test
    void theScatterOfThePartsGivesTheInterval() {
        PaceForecast pace = quarters("30 万元", "20 万元", "40 万元");
        assertEquals(q("120 万元"), pace.expected());
        PredictionInterval interval = pace.interval(LEVEL).orElseThrow();
        assertEquals("98.227", three(interval.low()));
        assertEquals("141.773", three(interval.high()));
        assertEquals(Optional.of(new BigDecimal("0.238884")), pace.probability(bound(">= 130 万元")));
        assertEquals(Optional.of(new BigDecimal("0.500000")), pace.probability(bound("<= 120 万元")));
    }

    @Test
    void unitsOfPartsAndBoundsConvert() {
        assertEquals(quarters("30 万元", "20 万元", "40 万元").probability(bound(">= 130 万元")),
                quarters("300000 元", "20 万元", "40 万元").probability(bound(">= 0.013 亿元")));
    }

    @Test
    void whatIsDoneIsNotLostAgain() {
        PaceForecast pace = quarters("5 万元", "80 万元", "5 万元");
        assertTrue(pace.interval(LEVEL).orElseThrow().low().compareAmount(q("90 万元")) >= 0);
        assertEquals(0, pace.probability(bound(">= 90 万元")).orElseThrow().compareTo(BigDecimal.ONE));
        assertEquals(0, pace.probability(bound("<= 80 万元")).orElseThrow().signum());
    }

    @Test
    void aPaceWithoutScatterIsAPointAlone() {
        assertTrue(quarters("30 万元", "30 万元").probability(bound(">= 100 万元")).isEmpty());
        assertTrue(quarters("30 万元").interval(LEVEL).isEmpty());
    }

    /** ERPNext and the table of methods: seasonal weights must sum to 1, in the curve and over the parts. */
    @Test
    void weightsSumToOne() {
        assertThrows(IllegalArgumentException.class,
                () -> PaceCurve.seasonal(List.of(Rational.of(1, 2), Rational.of(1, 3))));
        Part most = new Part(Rational.of(2, 3), q("1 个"));
        assertThrows(IllegalArgumentException.class, () -> PaceForecast.of(List.of(most, most)));
    }
}
