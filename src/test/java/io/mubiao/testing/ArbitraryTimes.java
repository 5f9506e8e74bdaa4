package io.mubiao.testing;

import io.mubiao.target.PaceCurve;
import io.mubiao.time.Span;
import io.mubiao.time.WorkCalendar;
import io.mubiao.value.Rational;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random days, spans and pace curves. */
public final class ArbitraryTimes {
    private static final LocalDate FIRST = LocalDate.of(2019, 12, 1);

    private ArbitraryTimes() {}

    /** Days from December 2019 to 2027, leap days and long ISO years among them. */
    public static Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 2_700).map(FIRST::plusDays);
    }

    /** Spans of one day to about two years. */
    public static Arbitrary<Span> spans() {
        return Combinators.combine(days(), Arbitraries.integers().between(0, 800))
                .as((first, days) -> new Span(first, first.plusDays(days)));
    }

    /** Pace curves of every kind that says something. */
    public static Arbitrary<PaceCurve> curves() {
        return Arbitraries.oneOf(Arbitraries.of(PaceCurve.months(), PaceCurve.days()),
                calendars().map(PaceCurve::workingDays), seasons(), plans());
    }

    private static Arbitrary<WorkCalendar> calendars() {
        Arbitrary<Span> holidays = Combinators.combine(days(), Arbitraries.integers().between(0, 20))
                .as((first, days) -> new Span(first, first.plusDays(days)));
        return Combinators.combine(holidays.list().ofMaxSize(4), days().list().ofMaxSize(4))
                .as((off, on) -> new WorkCalendar("random", off, on));
    }

    private static Arbitrary<PaceCurve> seasons() {
        return Arbitraries.integers().between(0, 9).list().ofMinSize(1).ofMaxSize(14)
                .filter(parts -> parts.stream().anyMatch(part -> part > 0))
                .map(parts -> {
                    int all = parts.stream().mapToInt(Integer::intValue).sum();
                    return PaceCurve.seasonal(parts.stream().map(part -> Rational.of(part, all)).toList());
                });
    }

    private static Arbitrary<PaceCurve> plans() {
        return Combinators.combine(days().set().ofMinSize(1).ofMaxSize(5), Arbitraries.integers().between(1, 50))
                .as((on, by) -> {
                    List<LocalDate> rising = on.stream().sorted().toList();
                    List<PaceCurve.Point> points = new ArrayList<>();
                    for (int i = 1; i < rising.size(); i++) {
                        points.add(new PaceCurve.Point(rising.get(i - 1), Rational.of(i, 5L * by)));
                    }
                    points.add(new PaceCurve.Point(rising.get(rising.size() - 1), Rational.ONE));
                    return new PaceCurve.Plan(points);
                });
    }
}
