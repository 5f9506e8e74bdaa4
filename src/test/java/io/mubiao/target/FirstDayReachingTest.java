package io.mubiao.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.mubiao.time.Span;
import io.mubiao.time.WorkCalendar;
import io.mubiao.value.Rational;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FirstDayReachingTest {
    static Stream<PaceCurve> speaking() {
        return Stream.of(PaceCurve.months(), PaceCurve.days(),
                PaceCurve.workingDays(new WorkCalendar("plain", List.of(), List.of())),
                PaceCurve.seasonal(List.of(Rational.of(1, 4), Rational.of(3, 4))),
                PaceCurve.plan(new PaceCurve.Point(LocalDate.of(2024, 6, 30), Rational.ONE)));
    }

    @ParameterizedTest
    @CsvSource({"1/4,2024-03-31", "1/5,2024-03-31", "26/100,2024-04-30", "1/12,2024-01-31", "2/12,2024-02-29",
            "11/12,2024-11-30", "1,2024-12-31", "3/2,2024-12-31"})
    void monthsReachAShareOnALastDay(String share, LocalDate day) {
        assertEquals(Optional.of(day), PaceCurve.months().firstDayReaching(Rational.parse(share), Span.year(2024)));
    }

    @ParameterizedTest
    @CsvSource({"1/366,2024-01-01", "1/365,2024-01-02", "182/366,2024-06-30", "1/2,2024-07-01", "1,2024-12-31",
            "3/2,2024-12-31"})
    void daysReachAShareOnAnyDay(String share, LocalDate day) {
        assertEquals(Optional.of(day), PaceCurve.days().firstDayReaching(Rational.parse(share), Span.year(2024)));
    }

    @ParameterizedTest
    @MethodSource("speaking")
    void moreThanEverythingIsReachedWithEverything(PaceCurve curve) {
        assertEquals(curve.firstDayReaching(Rational.ONE, Span.year(2024)), curve.firstDayReaching(Rational.of(7), Span.year(2024)));
    }

    @ParameterizedTest
    @MethodSource("speaking")
    void aShareOfNothingIsReachedNoEarlierThanTheEveOfTheTerm(PaceCurve curve) {
        LocalDate eve = LocalDate.of(2023, 12, 31);
        assertFalse(curve.firstDayReaching(Rational.ZERO, Span.year(2024)).orElseThrow().isBefore(eve));
        assertFalse(curve.firstDayReaching(Rational.of(-1), Span.year(2024)).orElseThrow().isBefore(eve));
    }
}
