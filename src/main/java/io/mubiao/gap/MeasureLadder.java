package io.mubiao.gap;

import io.mubiao.assess.Assessment;
import io.mubiao.assess.Reason;
import io.mubiao.assess.internal.Streams;
import io.mubiao.observe.Observation;
import io.mubiao.target.Bound;
import io.mubiao.target.Goal;
import io.mubiao.target.Measure;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import io.mubiao.value.UnitMismatchException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** More of a total, or more or less of a level; a total only grows. */
final class MeasureLadder extends Ladder {
    private final Measure measure;
    private final Bound require;
    private final Optional<Quantity> present;
    private final Quantity start;
    private final AmountGrid grid;
    private final int direction;
    private final boolean increments;
    private final boolean exceeded;
    private final boolean onlyGrows;

    /**
     * @param present what is there; empty if nothing is known
     * @param start where the figures that are tried begin
     * @param direction 1 for more, -1 for less
     */
    MeasureLadder(Hypothesis about, Measure measure, Bound require, Optional<Quantity> present, Quantity start, AmountGrid grid,
            int direction) {
        super(about);
        this.measure = measure;
        this.require = require;
        this.present = present;
        this.start = start;
        this.grid = grid;
        this.direction = direction;
        increments = measure instanceof Measure.Sum || about.log().sorts(stream())
                .anyMatch(it -> it instanceof Observation.Increment && about.counts(it));
        exceeded = about.now().actual().map(require::isExceededBy).orElse(false);
        onlyGrows = direction < 0 && present.isPresent() && isCumulative(about.now().goal());
    }

    private static boolean isCumulative(Goal goal) {
        return goal instanceof Goal.Amount amount ? amount.measure().isCumulative()
                : goal instanceof Goal.Change change && change.measure().isCumulative();
    }

    private String stream() {
        return Streams.of(about.target(), measure);
    }

    @Override
    boolean reports() {
        return true;
    }

    @Override
    long most() {
        return onlyGrows ? 0 : Long.MAX_VALUE;
    }

    @Override
    boolean onlyGrows() {
        return onlyGrows;
    }

    @Override
    Need step(long number, LocalDate day) {
        if (present.isEmpty()) {
            Quantity figure = number == 0 ? start : grid.from(start, number, direction);
            return new Need(Need.Kind.FIGURE, Optional.empty(), Optional.of(figure), step(), "", List.of(), day,
                    List.of(observation(day, figure)));
        }
        Quantity becomes = grid.from(start, number, direction);
        Quantity change = becomes.minus(start).in(grid.unit());
        Observation observation = observation(day, increments ? change : becomes);
        return number == 0 ? Need.report(day, List.of(observation))
                : new Need(Need.Kind.AMOUNT, Optional.of(grid.quantity(change.amount())), Optional.of(becomes), step(), "",
                        List.of(), day, List.of(observation));
    }

    private Optional<Quantity> step() {
        return Optional.of(grid.quantity(grid.step()));
    }

    private Observation observation(LocalDate day, Quantity value) {
        if (measure instanceof Measure.Sum sum) {
            return about.dress(Observation.event(stream(), day).withMeasure(sum.attribute(), value));
        }
        return about.dress(measure instanceof Measure.Level ? Observation.level(stream(), day, value)
                : increments ? Observation.increment(stream(), new Span(day, day), value)
                : Observation.total(stream(), day, value));
    }

    /** Increments that overlap do so whatever is added. */
    @Override
    boolean canHelp(Assessment assessment) {
        return !increments || assessment.reason().filter(it -> it == Reason.OVERLAPPING_INCREMENTS).isEmpty();
    }

    /** On the other side of what is accepted. */
    @Override
    boolean isPast(Assessment assessment) {
        return assessment.actual().map(actual -> {
            try {
                return !require.accepts(actual) && require.isExceededBy(actual) != exceeded;
            } catch (UnitMismatchException e) {
                return false;
            }
        }).orElse(false);
    }
}
