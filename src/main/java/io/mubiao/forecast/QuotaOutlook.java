package io.mubiao.forecast;

import io.mubiao.assess.GoalFacts;
import io.mubiao.target.Bound;
import io.mubiao.target.Goal;
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

    static Forecast of(Prospect prospect, Goal.Quota goal, GoalFacts.Quota cells) {
        Optional<Forecast> unfit = prospect.unfit(Optional.of(prospect.daysElapsed()));
        if (unfit.isPresent()) {
            return unfit.get();
        }
        if (cells.due() == 0) {
            return Prospect.cannot(NoForecast.TOO_EARLY, "0 / " + goal.cadence());
        }
        return CoverageOutlook.toCome(prospect, Method.BETA_BINOMIAL, ALL, cells.fulfilled(), cells.due(), cells.open().size());
    }
}
