package io.mubiao.forecast;

import io.mubiao.target.PaceCurve;
import io.mubiao.time.Span;
import io.mubiao.value.Rational;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The share of a plan that has elapsed by a day. At the points of a curve it is the curve's own; between two of them it
 * grows by the day, because what is done by the middle of a month was not done by its beginning: on 15 April a monthly
 * curve owes 3/12, and 3.5/12 have elapsed.
 */
final class PlannedShare {
    private PlannedShare() {}

    /** Empty where the curve says nothing. */
    static Optional<Rational> by(LocalDate day, PaceCurve curve, Span term) {
        if (curve instanceof PaceCurve.Plan plan) {
            LocalDate before = term.first().minusDays(1);
            for (PaceCurve.Point point : plan.points()) {
                if (point.on().isAfter(day)) {
                    return between(before, point.on(), day, curve, term);
                }
                before = point.on().isAfter(before) ? point.on() : before;
            }
        } else if (curve instanceof PaceCurve.Months || curve instanceof PaceCurve.Seasonal) {
            long months = 0;
            while (!monthEnd(term, months + 1).isAfter(day) && monthEnd(term, months).isBefore(term.last())) {
                months++;
            }
            return between(monthEnd(term, months), monthEnd(term, months + 1), day, curve, term);
        }
        return curve.shareBy(day, term);
    }

    /** The last day of the n-th month of a term, held within it; of the 0-th the day before it. */
    static LocalDate monthEnd(Span term, long month) {
        LocalDate day = term.first().plusMonths(month).minusDays(1);
        return day.isAfter(term.last()) ? term.last() : day;
    }

    private static Optional<Rational> between(LocalDate before, LocalDate after, LocalDate day, PaceCurve curve,
            Span term) {
        LocalDate next = after.isAfter(term.last()) ? term.last() : after;
        if (!day.isAfter(before) || !day.isBefore(next)) {
            return curve.shareBy(day, term);
        }
        Rational part = Rational.of(ChronoUnit.DAYS.between(before, day), ChronoUnit.DAYS.between(before, next));
        return curve.shareBy(before, term).flatMap(from ->
                curve.shareBy(next, term).map(to -> from.plus(to.minus(from).times(part))));
    }
}
