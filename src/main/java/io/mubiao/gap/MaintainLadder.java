package io.mubiao.gap;

import io.mubiao.assess.GoalFacts;
import io.mubiao.assess.GoalFacts.Owed;
import io.mubiao.observe.Observation;
import io.mubiao.target.Bound;
import io.mubiao.target.Direction;
import io.mubiao.target.Goal;
import io.mubiao.target.SampleReading;
import io.mubiao.value.Quantity;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Samples that are owed, at a level that is accepted; then, of a mean, one further sample better and better, of a share so
 * many further good ones.
 */
final class MaintainLadder extends Ladder {
    private static final Unit SAMPLE = Units.builtIn().with("次").get("次");
    private static final long MOST_SAMPLES = 10_000;

    private final Goal.Maintain goal;
    private final GoalFacts.Maintain facts;
    private final AmountGrid grid;
    private final Quantity good;

    MaintainLadder(Hypothesis about, Goal.Maintain goal, GoalFacts.Maintain facts, Quantity good, AmountGrid grid) {
        super(about);
        this.goal = goal;
        this.facts = facts;
        this.grid = grid;
        this.good = good;
    }

    /** A level that is accepted, as near to the limit as the grid has one. */
    static Optional<Quantity> good(Bound level, AmountGrid grid) {
        Quantity near = level instanceof Bound.Range range ? range.low() : level.reference().orElseThrow();
        return java.util.stream.Stream.of(near, grid.from(near, 1, 1), grid.from(near, 1, -1))
                .map(value -> value.in(grid.unit())).filter(level::accepts).findFirst();
    }

    @Override
    long most() {
        return goal.reading() instanceof SampleReading.Mean ? Long.MAX_VALUE
                : goal.reading() instanceof SampleReading.Share ? MOST_SAMPLES : 0;
    }

    @Override
    Need step(long number, LocalDate day) {
        List<Owed> lacking = facts.lackingBy(day);
        List<String> owed = lacking.stream().map(Owed::toString).toList();
        String anyone = facts.members().get(0);
        List<Observation> all = new ArrayList<>();
        lacking.forEach(it -> all.add(sample(it.member(), it.slot().map(slot -> slot.span().last()).orElse(day), good)));
        boolean restates = about.unsure() || day.isAfter(about.day());
        if (all.isEmpty() && restates && !(goal.reading() instanceof SampleReading.Mean)) {
            all.add(sample(anyone, day, good));
        }
        if (number == 0) {
            return owed.isEmpty() ? Need.report(day, all)
                    : Need.named(Need.Kind.SAMPLES, Quantity.of(owed.size(), SAMPLE), owed, day, all);
        }
        if (goal.reading() instanceof SampleReading.Mean) {
            int direction = goal.level().direction() == Direction.LOWER_IS_BETTER ? -1 : 1;
            Quantity value = grid.from(good, number - 1, direction);
            all.add(sample(anyone, day, number == 1 ? good : value));
            return new Need(Need.Kind.FIGURE, Optional.empty(), Optional.of(number == 1 ? good : value),
                    Optional.of(grid.quantity(grid.step())), "", owed, day, all);
        }
        for (int i = 0; i < number; i++) {
            all.add(sample(anyone, day, good));
        }
        return Need.named(Need.Kind.SAMPLES, Quantity.of(number + owed.size(), SAMPLE), owed, day, all);
    }

    private Observation sample(String member, LocalDate day, Quantity value) {
        return about.dress(Observation.level(about.target().id(), day, value).member(member));
    }
}
