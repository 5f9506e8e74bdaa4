package io.mubiao.gap;

import io.mubiao.assess.GoalFacts;
import io.mubiao.assess.GoalFacts.Item;
import io.mubiao.observe.Observation;
import io.mubiao.target.Bound;
import io.mubiao.target.Goal;
import io.mubiao.target.Items;
import io.mubiao.value.Quantity;
import io.mubiao.value.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One item, or so many items, at the wanted stage: named ones first, then known ones, then ones without a name. */
final class StageLadder extends Ladder {
    private final String stage;
    private final Optional<Unit> counted;
    private final List<String> movable;
    private final long most;

    private StageLadder(Hypothesis about, String stage, Optional<Unit> counted, List<String> movable, long most) {
        super(about);
        this.stage = stage;
        this.counted = counted;
        this.movable = movable;
        this.most = most;
    }

    static Ladder of(Hypothesis about, Goal.Milestone goal, GoalFacts.Milestone facts) {
        String item = facts.items().stream().max(Comparator.comparing(Item::lastKnown)).map(Item::name).orElse("");
        return new StageLadder(about, goal.stage().get(), Optional.empty(), List.of(item), 1);
    }

    static Ladder of(Hypothesis about, Goal.StageCount goal, GoalFacts.StageCount facts) {
        List<String> there = facts.items().stream()
                .filter(item -> item.reached().filter(day -> !day.isAfter(about.day())).isPresent()).map(Item::name).toList();
        Items list = goal.items();
        List<String> movable = new ArrayList<>(list.named());
        Integer total = list.total().orElse(null);
        if (total == null || total > list.named().size()) {
            facts.items().stream().map(Item::name).filter(item -> !movable.contains(item)).forEach(movable::add);
        }
        movable.removeAll(there);
        long named = list.named().stream().filter(there::contains).count();
        long others = there.size() - named;
        long free = total == null ? new Bounds(goal.require()).reference() + FEWEST_TRIED
                : Math.max(0, total - list.named().size() - others) + list.named().size() - named;
        return new StageLadder(about, goal.stage().get(), goal.require().unit().map(Unit::one), movable, free);
    }

    private static final long FEWEST_TRIED = 1000;

    /** The number of a bound on a count. */
    private record Bounds(Bound bound) {
        long reference() {
            return bound.reference().map(it -> it.in(it.unit().one()).amount().round(new io.mubiao.value.Rounding(0,
                    java.math.RoundingMode.CEILING)).longValue()).orElse(0L);
        }
    }

    @Override
    long most() {
        return most;
    }

    @Override
    Need step(long number, LocalDate day) {
        String stream = about.target().id();
        List<Observation> all = stated(stream, day);
        List<String> items = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            String item = i < movable.size() ? movable.get(i) : "+" + (i - movable.size() + 1);
            if (i < movable.size() && counted.isPresent()) {
                items.add(item);
            }
            all.add(about.dress(Observation.stage(stream, day, stage).item(item)));
        }
        if (number == 0) {
            return Need.report(day, all);
        }
        return new Need(counted.isPresent() ? Need.Kind.ITEMS : Need.Kind.STAGE,
                counted.map(unit -> Quantity.of(number, unit)), Optional.empty(), Optional.empty(), stage, items, day, all);
    }
}
