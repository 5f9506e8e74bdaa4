package io.mubiao.gap;

import io.mubiao.assess.Assessment;
import io.mubiao.assess.GoalFacts;
import io.mubiao.assess.GoalFacts.Measured;
import io.mubiao.assess.internal.Streams;
import io.mubiao.target.Baseline;
import io.mubiao.target.Bound;
import io.mubiao.target.ChangeDirection;
import io.mubiao.target.Direction;
import io.mubiao.target.Goal;
import io.mubiao.target.Measure;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import io.mubiao.value.Unit;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which hypothetical achievements there are of which kind of goal. */
final class Ladders {
    private final Hypothesis about;
    private final Assessment now;

    private Ladders(Hypothesis about) {
        this.about = about;
        this.now = about.now();
    }

    /** Empty where nothing that is known says what more or less would be. */
    static Optional<Ladder> of(Hypothesis about) {
        return new Ladders(about).ladder();
    }

    private Optional<Ladder> ladder() {
        return now.goal().match(new Goal.Cases<Optional<Ladder>>(
                amount -> facts(GoalFacts.Amount.class).flatMap(it -> amount(amount, it.actual().first())),
                milestone -> facts(GoalFacts.Milestone.class).map(it -> StageLadder.of(about, milestone, it)),
                count -> facts(GoalFacts.StageCount.class).map(it -> StageLadder.of(about, count, it)),
                quota -> facts(GoalFacts.Quota.class).map(it -> new QuotaLadder(about, quota, it)),
                coverage -> facts(GoalFacts.Coverage.class).map(it -> new CoverageLadder(about, coverage, it)),
                change -> facts(GoalFacts.Change.class).flatMap(it -> change(change, it.now().first())),
                redLine -> Optional.of(new ReportLadder(about, List.of())),
                maintain -> facts(GoalFacts.Maintain.class).flatMap(it -> maintain(maintain, it)),
                judged -> facts(GoalFacts.Judged.class).map(it -> new ReportLadder(about, it.lacking()))));
    }

    private <T extends GoalFacts> Optional<T> facts(Class<T> kind) {
        return now.facts().map(kind::cast);
    }

    private Optional<Ladder> maintain(Goal.Maintain goal, GoalFacts.Maintain facts) {
        AmountGrid grid = grid(goal.level().unit().orElseThrow(), goal.level(), Optional.empty());
        return facts.members().isEmpty() ? Optional.empty() : MaintainLadder.good(goal.level(), grid)
                .map(good -> new MaintainLadder(about, goal, facts, good, grid));
    }

    /** Down for a ceiling and where there is too much, otherwise up. */
    private int direction(Bound require) {
        boolean exceeded = now.actual().map(actual -> actual.unit().isCompatibleWith(require.unit().orElse(actual.unit()))
                && require.isExceededBy(actual)).orElse(false);
        return exceeded || require.direction() == Direction.LOWER_IS_BETTER ? -1 : 1;
    }

    private Optional<Ladder> amount(Goal.Amount amount, Measured figure) {
        Bound require = amount.require();
        int direction = direction(require);
        if (amount.measure() instanceof Measure.Ratio ratio) {
            return part(ratio.numerator(), require, figure, figure.value(), direction);
        }
        Unit unit = require.unit().orElseThrow();
        if (amount.measure() instanceof Measure.Count count) {
            return Optional.of(count(count, require, unit, figure, direction));
        }
        Optional<Quantity> present = now.actual().filter(actual -> actual.unit().isCompatibleWith(unit));
        Quantity start = present.map(actual -> actual.in(unit)).orElseGet(() -> direction > 0
                ? Quantity.of(0, unit) : require.reference().map(it -> above(it, require)).orElse(Quantity.of(0, unit)));
        return Optional.of(
                new MeasureLadder(about, amount.measure(), require, present, start, grid(unit, require, present), direction));
    }

    /** One step above a limit, so that the first step down tries the limit itself. */
    private Quantity above(Quantity limit, Bound require) {
        AmountGrid grid = grid(limit.unit(), require, Optional.empty());
        return limit.plus(grid.quantity(grid.step()));
    }

    private Ladder count(Measure.Count count, Bound require, Unit unit, Measured figure, int direction) {
        long required = require.reference().map(it -> it.in(unit.one()).amount().round(new Rounding(0, RoundingMode.CEILING)).longValue())
                .orElse(0L);
        return new CountLadder(about, Streams.of(about.target(), count), unit.one(), required, figure.observations(), direction);
    }

    private Optional<Ladder> change(Goal.Change change, Measured figure) {
        Measure measure = change.measure() instanceof Measure.Ratio ratio ? ratio.numerator() : change.measure();
        int direction = direction(change.require()) * (change.direction() == ChangeDirection.GROWTH ? 1 : -1);
        Optional<Quantity> base = change.baseline().known()
                .flatMap(it -> it instanceof Baseline.Value value ? Optional.of(value.value()) : Optional.empty());
        return part(measure, change.require(), figure, figure.value().or(() -> direction < 0 ? base : Optional.empty()),
                direction);
    }

    /** More or less of a measure whose unit is not that of the requirement. */
    private Optional<Ladder> part(Measure measure, Bound require, Measured figure, Optional<Quantity> start, int direction) {
        if (measure instanceof Measure.Count count) {
            Unit unit = start.map(Quantity::unit).orElseGet(() -> about.units().with("件").get("件"));
            return Optional.of(count(count, require, unit, figure, direction));
        }
        Optional<Quantity> known = start.or(() -> last(measure));
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Unit unit = known.get().unit();
        Quantity begin = figure.value().isEmpty() && direction > 0 ? Quantity.of(Rational.ZERO, unit) : known.get();
        return Optional.of(
                new MeasureLadder(about, measure, require, figure.value(), begin, grid(unit, require, known), direction));
    }

    /** The last figure there ever was of a total or level. */
    private Optional<Quantity> last(Measure measure) {
        List<Quantity> figures = new ArrayList<>();
        about.log().stream(Streams.of(about.target(), measure)).forEach(it -> it.figure().ifPresent(figures::add));
        return figures.isEmpty() ? Optional.empty() : Optional.of(figures.get(figures.size() - 1));
    }

    /** The decimals of the requirement, of what is there, and of everything observed. */
    private AmountGrid grid(Unit unit, Bound require, Optional<Quantity> present) {
        List<Quantity> written = new ArrayList<>();
        if (require instanceof Bound.Range range) {
            written.add(range.low());
            written.add(range.high());
        }
        require.reference().ifPresent(written::add);
        present.ifPresent(written::add);
        for (String stream : Streams.of(about.target())) {
            about.log().sorts(stream).forEach(it -> it.figure().ifPresent(written::add));
        }
        int decimals = Streams.of(about.target()).stream().mapToInt(stream -> about.log().decimals(stream, unit)).max().orElse(0);
        return AmountGrid.of(unit, about.units(), written, decimals);
    }
}
