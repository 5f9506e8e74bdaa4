package io.mubiao.target;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.time.Span;
import io.mubiao.time.WorkCalendar;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PaceCurveTest {
    private static final WorkCalendar CHINA = new WorkCalendar("cn-2024",
            List.of(Span.parse("2024-02-10/2024-02-17")),
            List.of(LocalDate.of(2024, 2, 4), LocalDate.of(2024, 2, 18)));

    private static Rational share(PaceCurve curve, String day) {
        return curve.shareBy(LocalDate.parse(day), Span.year(2024)).orElseThrow();
    }

    private static BigDecimal percent(Rational share) {
        return share.times(100).round(Rounding.halfUp(2));
    }

    static Stream<PaceCurve> speaking() {
        return Stream.of(PaceCurve.months(), PaceCurve.days(), PaceCurve.workingDays(CHINA),
                PaceCurve.seasonal(List.of(Rational.of(1, 4), Rational.of(3, 4))),
                PaceCurve.plan(new PaceCurve.Point(LocalDate.of(2024, 6, 30), Rational.of(2, 5)),
                        new PaceCurve.Point(LocalDate.of(2024, 10, 31), Rational.ONE)));
    }

    @ParameterizedTest
    @CsvSource({"2024-03-31,1/4,25.00", "2024-06-30,1/2,50.00", "2024-11-30,11/12,91.67"})
    void threeSixAndElevenMonthsAreOwedAsXuanchengPrints(String day, String share, BigDecimal printed) {
        assertEquals(Rational.parse(share), share(PaceCurve.months(), day));
        assertEquals(printed, percent(share(PaceCurve.months(), day)));
    }

    @ParameterizedTest
    @CsvSource({"2024-01-01,0", "2024-01-30,0", "2024-01-31,1/12", "2024-02-28,1/12", "2024-02-29,2/12",
            "2024-12-30,11/12", "2024-12-31,1"})
    void aMonthIsCompleteOnItsLastDay(String day, String share) {
        assertEquals(Rational.parse(share), share(PaceCurve.months(), day));
    }

    @Test
    void aLastMonthCutShortIsCompleteWithTheTerm() {
        Span term = Span.parse("2024-01-01/2024-02-10");
        assertEquals(Optional.of(Rational.of(1, 2)), PaceCurve.months().shareBy(LocalDate.of(2024, 2, 9), term));
        assertEquals(Optional.of(Rational.ONE), PaceCurve.months().shareBy(LocalDate.of(2024, 2, 10), term));
    }

    @Test
    void monthsOfATermAreCountedFromItsFirstDay() {
        Span term = Span.parse("2024-01-15/2024-04-14");
        assertEquals(Optional.of(Rational.ZERO), PaceCurve.months().shareBy(LocalDate.of(2024, 2, 13), term));
        assertEquals(Optional.of(Rational.of(1, 3)), PaceCurve.months().shareBy(LocalDate.of(2024, 2, 14), term));
    }

    @ParameterizedTest
    @CsvSource({"2024-06-30,182/366,49.73", "2024-11-30,335/366,91.53", "2024-01-01,1/366,0.27",
            "2024-12-30,365/366,99.73"})
    void theDayItselfIsCounted(String day, String share, BigDecimal printed) {
        assertEquals(Rational.parse(share), share(PaceCurve.days(), day));
        assertEquals(printed, percent(share(PaceCurve.days(), day)));
    }

    @Test
    void workingDaysAreThoseOfTheCalendar() {
        Span february = Span.parse("2024-02-01/2024-02-29");
        PaceCurve curve = PaceCurve.workingDays(CHINA);
        assertEquals(Optional.of(Rational.of(8, 18)), curve.shareBy(LocalDate.of(2024, 2, 9), february));
        assertEquals(Optional.of(Rational.of(8, 18)), curve.shareBy(LocalDate.of(2024, 2, 17), february));
        assertEquals(Optional.of(Rational.of(9, 18)), curve.shareBy(LocalDate.of(2024, 2, 18), february));
    }

    @Test
    void aTermWithoutWorkingDaysSaysNothing() {
        Span holiday = Span.parse("2024-02-10/2024-02-17");
        PaceCurve curve = PaceCurve.workingDays(CHINA);
        assertEquals(Optional.empty(), curve.shareBy(LocalDate.of(2024, 2, 12), holiday));
        assertEquals(Optional.empty(), curve.firstDayReaching(Rational.of(1, 2), holiday));
    }

    @Test
    void annualOnlySaysNothing() {
        assertEquals(Optional.empty(), PaceCurve.annualOnly().shareBy(LocalDate.of(2024, 12, 31), Span.year(2024)));
        assertEquals(Optional.empty(), PaceCurve.annualOnly().firstDayReaching(Rational.ONE, Span.year(2024)));
    }

    @ParameterizedTest
    @MethodSource("speaking")
    void nothingIsOwedBeforeTheTermAndAllFromItsLastDayOn(PaceCurve curve) {
        assertEquals(Rational.ZERO, share(curve, "2023-12-31"));
        assertEquals(Rational.ONE, share(curve, "2024-12-31"));
        assertEquals(Rational.ONE, share(curve, "2025-01-01"));
    }
}
