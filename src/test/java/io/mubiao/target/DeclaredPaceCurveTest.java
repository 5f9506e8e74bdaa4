package io.mubiao.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.mubiao.testing.Refusal;
import io.mubiao.time.Span;
import io.mubiao.value.Rational;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclaredPaceCurveTest {
    private static final LocalDate JUNE = LocalDate.of(2024, 6, 30);
    private static final LocalDate OCTOBER = LocalDate.of(2024, 10, 31);
    private static final PaceCurve PLAN = PaceCurve.plan(point(JUNE, "0.4"), point(OCTOBER, "1"));

    private static PaceCurve.Point point(LocalDate on, String share) {
        return new PaceCurve.Point(on, Rational.parse(share));
    }

    private static List<Rational> weights(String... weights) {
        return Stream.of(weights).map(Rational::parse).toList();
    }

    @ParameterizedTest
    @CsvSource({"2024-01-30,0", "2024-01-31,0.1", "2024-02-29,0.1", "2024-03-31,0.7", "2024-04-29,0.7",
            "2024-04-30,1"})
    void aSeasonalWeightIsOwedWhenItsMonthCompletes(LocalDate day, String share) {
        PaceCurve planting = PaceCurve.seasonal(weights("0.1", "0", "0.6", "0.3"));
        assertEquals(Optional.of(Rational.parse(share)),
                planting.shareBy(day, Span.parse("2024-01-01/2024-04-30")));
    }

    @Test
    void seasonalWeightsSumToOneExactly() {
        Refusal.naming(() -> PaceCurve.seasonal(weights("0.3", "0.3", "0.3")), "1", "0.9");
        Refusal.naming(() -> PaceCurve.seasonal(weights("1/3", "1/3", "0.3333")), "weights");
        assertThrows(IllegalArgumentException.class, () -> PaceCurve.seasonal(List.of()));
        assertEquals("seasonal [1/3, 1/3, 1/3]", PaceCurve.seasonal(weights("1/3", "1/3", "1/3")).toString());
    }

    @Test
    void seasonalWeightsAreNotNegative() {
        Refusal.naming(() -> PaceCurve.seasonal(weights("1.5", "-0.5")), ">= 0", "-0.5");
    }

    @ParameterizedTest
    @CsvSource({"2024-01-01,0", "2024-06-29,0", "2024-06-30,0.4", "2024-10-30,0.4", "2024-10-31,1", "2024-12-31,1"})
    void aPlanHoldsItsLastPointUntilTheNext(LocalDate day, String share) {
        assertEquals(Optional.of(Rational.parse(share)), PLAN.shareBy(day, Span.year(2024)));
    }

    @Test
    void aPlanEndsAtEverything() {
        Refusal.naming(() -> PaceCurve.plan(point(JUNE, "0.4")), "100 %", "2024-06-30");
        assertThrows(IllegalArgumentException.class, PaceCurve::plan);
    }

    @Test
    void planDaysRise() {
        assertThrows(IllegalArgumentException.class, () -> PaceCurve.plan(point(OCTOBER, "0.4"), point(JUNE, "1")));
        assertThrows(IllegalArgumentException.class, () -> PaceCurve.plan(point(JUNE, "0.4"), point(JUNE, "1")));
    }

    @Test
    void planSharesDoNotFallAndStayBetweenNothingAndEverything() {
        assertThrows(IllegalArgumentException.class, () -> PaceCurve.plan(point(JUNE, "0.4"), point(OCTOBER, "0.3"),
                point(OCTOBER.plusDays(1), "1")));
        Refusal.naming(() -> point(JUNE, "1.01"), "share", "1.01");
        Refusal.naming(() -> point(JUNE, "-0.01"), "share", "-0.01");
    }

    @Test
    void aPlanThatEndsAfterTheTermIsOwedWhollyOnItsLastDay() {
        Span half = Span.parse("2024-01-01/2024-06-30");
        assertEquals(Optional.of(Rational.ZERO), PLAN.shareBy(JUNE.minusDays(1), half));
        assertEquals(Optional.of(Rational.ONE), PLAN.shareBy(JUNE, half));
    }

    @Test
    void aPlanThatBeginsBeforeTheTermOwesNothingBeforeIt() {
        Span secondHalf = Span.parse("2024-07-01/2024-12-31");
        assertEquals(Optional.of(Rational.ZERO), PLAN.shareBy(JUNE, secondHalf));
        assertEquals(Optional.of(Rational.parse("0.4")), PLAN.shareBy(LocalDate.of(2024, 7, 1), secondHalf));
        assertEquals(Optional.of(LocalDate.of(2024, 7, 1)), PLAN.firstDayReaching(Rational.parse("0.4"), secondHalf));
    }
}
