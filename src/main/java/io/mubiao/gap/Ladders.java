package io.mubiao.gap;

import io.mubiao.assess.Assessment;
import io.mubiao.assess.internal.Streams;
import io.mubiao.observe.Observation;
import io.mubiao.target.Baseline;
import io.mubiao.target.Bound;
import io.mubiao.target.ChangeDirection;
import io.mubiao.target.Direction;
import io.mubiao.target.Goal;
import io.mubiao.target.Measure;
import io.mubiao.trace.Term;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import io.mubiao.value.Unit;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which hypothetical achievements there are of which kind of goal. */
final class Ladders {
    private final Hypothesis about;
    private final Assessment now;

    private Ladders(Hypothesis about) {
        this.about = about;
        this.now = about.now();
    }

    /** Null where nothing that is known says what more or less would be. */
    static @Nullable Ladder of(Hypothesis about) {
        return new Ladders(about).of(about.now().goal());
    }

    private @Nullable Ladder of(Goal goal) {
        if (goal instanceof Goal.Amount amount) {
            return amount(amount);
        } else if (goal instanceof Goal.Change change) {
            return change(change);
        } else if (goal instanceof Goal.Milestone milestone) {
            return StageLadder.of(about, milestone);
        } else if (goal instanceof Goal.StageCount count) {
            return StageLadder.of(about, count);
        } else if (goal instanceof Goal.Quota quota) {
            return new QuotaLadder(about, quota);
        } else if (goal instanceof Goal.Coverage coverage) {
            return new CoverageLadder(about, coverage);
        } else if (goal instanceof Goal.Maintain maintain) {
            Grid grid = grid(maintain.level().unit().orElseThrow(), maintain.level(), Optional.empty());
            return MaintainLadder.good(maintain.level(), grid)
                    .map(good -> new MaintainLadder(about, maintain, good, grid)).orElse(null);
        } else if (goal instanceof Goal.Judged judged) {
            return ReportLadder.of(about, judged);
        }
        return ReportLadder.redLine(about);
    }

    /** Down for a ceiling and where there is too much, otherwise up. */
    private int direction(Bound require) {
        boolean exceeded = now.actual().map(actual -> actual.unit().isCompatibleWith(require.unit().orElse(actual.unit()))
                && require.isExceededBy(actual)).orElse(false);
        return exceeded || require.direction() == Direction.LOWER_IS_BETTER ? -1 : 1;
    }

    private @Nullable Ladder amount(Goal.Amount amount) {
        Bound require = amount.require();
        int direction = direction(require);
        if (amount.measure() instanceof Measure.Ratio ratio) {
            return part(ratio.numerator(), require, Traces.number(now, Term.NUMERATOR), direction);
        }
        Unit unit = require.unit().orElseThrow();
        if (amount.measure() instanceof Measure.Count count) {
            return count(count, require, unit, direction);
        }
        Optional<Quantity> present = now.actual().filter(actual -> actual.unit().isCompatibleWith(unit));
        Quantity start = present.map(actual -> actual.in(unit)).orElseGet(() -> direction > 0
                ? Quantity.of(0, unit) : require.reference().map(it -> above(it, require)).orElse(Quantity.of(0, unit)));
        return new MeasureLadder(about, amount.measure(), require, present, start, grid(unit, require, present), direction);
    }

    /** One step above a limit, so that the first step down tries the limit itself. */
    private Quantity above(Quantity limit, Bound require) {
        Grid grid = grid(limit.unit(), require, Optional.empty());
        return limit.plus(grid.quantity(grid.step()));
    }

    private Ladder count(Measure.Count count, Bound require, Unit unit, int direction) {
        long required = require.reference().map(it -> it.in(unit.one()).amount().round(new Rounding(0, RoundingMode.CEILING)).longValue())
                .orElse(0L);
        return new CountLadder(about, Streams.of(about.target(), count), unit.one(), required, direction);
    }

    private @Nullable Ladder change(Goal.Change change) {
        Measure measure = change.measure() instanceof Measure.Ratio ratio ? ratio.numerator() : change.measure();
        int direction = direction(change.require()) * (change.direction() == ChangeDirection.GROWTH ? 1 : -1);
        Term term = change.measure() instanceof Measure.Ratio ? Term.NUMERATOR : Term.NOW;
        Optional<Quantity> present = Traces.number(now, term);
        Optional<Quantity> base = change.baseline().known()
                .flatMap(it -> it instanceof Baseline.Value value ? Optional.of(value.value()) : Optional.empty());
        return part(measure, change.require(), present.or(() -> direction < 0 ? base : Optional.empty()), direction,
                present.isEmpty());
    }

    private @Nullable Ladder part(Measure measure, Bound require, Optional<Quantity> present, int direction) {
        return part(measure, require, present, direction, present.isEmpty());
    }

    /** More or less of a measure whose unit is not that of the requirement. */
    private @Nullable Ladder part(Measure measure, Bound require, Optional<Quantity> start, int direction, boolean unknown) {
        if (measure instanceof Measure.Count count) {
            Unit unit = start.map(Quantity::unit).orElseGet(() -> about.units().with("件").get("件"));
            return count(count, require, unit, direction);
        }
        Optional<Quantity> known = start.or(() -> last(measure));
        if (known.isEmpty()) {
            return null;
        }
        Unit unit = known.get().unit();
        Quantity begin = unknown && direction > 0 ? Quantity.of(Rational.ZERO, unit) : known.get();
        return new MeasureLadder(about, measure, require, unknown ? Optional.empty() : start, begin,
                grid(unit, require, known), direction);
    }

    /** The last figure there ever was of a total or level. */
    private Optional<Quantity> last(Measure measure) {
        List<Quantity> figures = new ArrayList<>();
        about.log().observations(Streams.of(about.target(), measure)).forEach(it -> figure(it).ifPresent(figures::add));
        return figures.isEmpty() ? Optional.empty() : Optional.of(figures.get(figures.size() - 1));
    }

    private static Optional<Quantity> figure(Observation observation) {
        return observation instanceof Observation.Total total ? Optional.of(total.amount())
                : observation instanceof Observation.Level level ? Optional.of(level.value())
                : observation instanceof Observation.Increment increment ? Optional.of(increment.amount())
                : Optional.empty();
    }

    /** The decimals of the requirement, of what is there, and of everything observed. */
    private Grid grid(Unit unit, Bound require, Optional<Quantity> present) {
        List<Quantity> written = new ArrayList<>();
        if (require instanceof Bound.Range range) {
            written.add(range.low());
            written.add(range.high());
        }
        require.reference().ifPresent(written::add);
        present.ifPresent(written::add);
        for (String stream : Streams.of(about.target())) {
            about.log().observations(stream).forEach(it -> figure(it).ifPresent(written::add));
        }
        return Grid.of(unit, about.units(), written);
    }
}
