package io.mubiao.gap;

import io.mubiao.observe.Observation.Level;
import io.mubiao.observe.Observation;
import io.mubiao.target.Bound;
import io.mubiao.target.Direction;
import io.mubiao.target.Goal;
import io.mubiao.target.Population;
import io.mubiao.target.SampleReading;
import io.mubiao.target.Stated;
import io.mubiao.time.Slot;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Samples that are owed, at a level that is accepted; then, of a mean, one further sample better and better, of a share so
 * many further good ones.
 */
final class MaintainLadder extends Ladder {
    private static final Unit SAMPLE = Units.builtIn().with("次").get("次");
    private static final long MOST_SAMPLES = 10_000;

    private final Goal.Maintain goal;
    private final Grid grid;
    private final Quantity good;
    private final List<Level> samples;

    MaintainLadder(Hypothesis about, Goal.Maintain goal, Quantity good, Grid grid) {
        super(about);
        this.goal = goal;
        this.grid = grid;
        this.good = good;
        Span window = new Span(about.first(), about.day());
        samples = about.view().all(about.target().id(), Level.class, about.target().basis()).stream()
                .filter(level -> window.contains(about.view().date(level.on()))).toList();
    }

    /** A level that is accepted, as near to the limit as the grid has one. */
    static Optional<Quantity> good(Bound level, Grid grid) {
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
        List<Observation> all = new ArrayList<>();
        List<String> owed = new ArrayList<>();
        List<String> members = members();
        for (String member : members) {
            owed(member, day, all, owed);
        }
        boolean restates = about.unsure() || day.isAfter(about.day());
        if (all.isEmpty() && restates && !(goal.reading() instanceof SampleReading.Mean)) {
            all.add(sample(members.get(0), day, good));
        }
        if (number == 0) {
            return owed.isEmpty() ? Need.report(day, all)
                    : Need.named(Need.Kind.SAMPLES, Quantity.of(owed.size(), SAMPLE), owed, day, all);
        }
        if (goal.reading() instanceof SampleReading.Mean) {
            int direction = goal.level().direction() == Direction.LOWER_IS_BETTER ? -1 : 1;
            Quantity value = grid.from(good, number - 1, direction);
            all.add(sample(members.get(0), day, number == 1 ? good : value));
            return new Need(Need.Kind.FIGURE, Optional.empty(), Optional.of(number == 1 ? good : value),
                    Optional.of(grid.quantity(grid.step())), "", owed, day, all);
        }
        for (int i = 0; i < number; i++) {
            all.add(sample(members.get(0), day, good));
        }
        return Need.named(Need.Kind.SAMPLES, Quantity.of(number + owed.size(), SAMPLE), owed, day, all);
    }

    private Observation sample(String member, LocalDate day, Quantity value) {
        return about.dress(Observation.level(about.target().id(), day, value).of(member));
    }

    private List<String> members() {
        Stated<Population> population = goal.population();
        if (population != null && population.get() instanceof Population.Listed listed) {
            return listed.members();
        }
        TreeSet<String> members = new TreeSet<>();
        samples.forEach(level -> members.add(level.member()));
        return members.isEmpty() ? List.of("") : List.copyOf(members);
    }

    /** The samples of a member that are owed by a day and lacking. */
    private void owed(String member, LocalDate day, List<Observation> all, List<String> names) {
        List<LocalDate> days = samples.stream().filter(level -> level.member().equals(member))
                .map(level -> about.view().date(level.on())).toList();
        Stated<io.mubiao.time.Cadence> cadence = goal.cadence();
        if (cadence == null) {
            if (days.isEmpty()) {
                all.add(sample(member, day, good));
                names.add(member);
            }
            return;
        }
        Span term = new Span(about.first(), Hypothesis.due(about.now(), about.now().asOf()));
        for (Slot slot : cadence.get().slots(term)) {
            if (!slot.span().last().isAfter(day) && days.stream().noneMatch(slot.span()::contains)) {
                all.add(sample(member, slot.span().last(), good));
                names.add((member + " " + slot.label()).strip());
            }
        }
    }
}
