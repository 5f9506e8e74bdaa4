package io.mubiao.forecast;

import io.mubiao.target.Bound;
import io.mubiao.target.Excuse;
import io.mubiao.target.Goal;
import io.mubiao.target.Population;
import io.mubiao.target.Stated;
import io.mubiao.trace.Term;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.util.Optional;

/**
 * Quotas: every cell must be fulfilled, so the chance of a cell, known from those that closed, must come off in every
 * cell still to close. What already happened in a running cell is not counted.
 */
final class QuotaOutlook {
    static final Bound ALL = Bound.atLeast(Quantity.share(Rational.ONE));

    private QuotaOutlook() {}

    static Forecast of(Prospect prospect, Goal.Quota goal) {
        Optional<Forecast> unfit = prospect.unfit(Optional.of(prospect.daysElapsed()));
        long due = prospect.count(Term.DUE_CELLS);
        if (unfit.isPresent()) {
            return unfit.get();
        }
        if (due == 0) {
            return Prospect.cannot(NoForecast.TOO_EARLY, "0 / " + goal.cadence());
        }
        long slots = goal.cadence().get().slots(prospect.term).stream()
                .filter(slot -> slot.span().last().isAfter(prospect.now.asOf()) && !Excuse.cover(goal.excuses(), slot))
                .count();
        return CoverageOutlook.toCome(prospect, Method.BETA_BINOMIAL, ALL, prospect.count(Term.FULFILLED_CELLS), due,
                slots * members(goal.population()));
    }

    private static long members(@org.jspecify.annotations.Nullable Stated<Population> population) {
        return population != null && population.known().orElse(null) instanceof Population.Listed listed
                ? listed.members().size()
                : 1;
    }
}
