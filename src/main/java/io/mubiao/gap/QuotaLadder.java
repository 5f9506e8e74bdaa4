package io.mubiao.gap;

import io.mubiao.assess.GoalFacts;
import io.mubiao.assess.GoalFacts.Cell;
import io.mubiao.observe.Observation;
import io.mubiao.target.Goal;
import io.mubiao.value.Quantity;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Cells to be filled, those that close first before the others. Closed cells of which nobody said that nothing happened may
 * still be reported; closed cells that were stated to be complete are not among them.
 */
final class QuotaLadder extends Ladder {
    private static final Unit CELL = Units.builtIn().with("格").get("格");

    private final int atLeast;
    private final List<Cell> open;

    QuotaLadder(Hypothesis about, Goal.Quota goal, GoalFacts.Quota facts) {
        super(about);
        atLeast = goal.atLeast();
        open = Stream.concat(facts.unknown().stream(), facts.open().stream()).filter(cell -> cell.events() < atLeast)
                .sorted(Comparator.comparing((Cell cell) -> cell.slot().span().last()).thenComparing(Cell::toString)).toList();
    }

    private String stream() {
        return about.target().id();
    }

    @Override
    long most() {
        return open.size();
    }

    /** How many cells are closed by a day. */
    private long closing(LocalDate day) {
        return open.stream().filter(cell -> !cell.slot().span().last().isAfter(day)).count();
    }

    @Override
    Need step(long number, LocalDate day) {
        List<Observation> all = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<Cell> filled = open.subList(0, (int) Math.min(number, closing(day)));
        for (Cell cell : filled) {
            names.add(cell.toString());
            for (int i = 0; i < atLeast - cell.events(); i++) {
                all.add(about.dress(Observation.event(stream(), cell.slot().span().last()).member(cell.member())));
            }
        }
        if (about.unsure() || day.isAfter(about.day())) {
            LocalDate first = open.isEmpty() ? about.first() : open.stream().map(cell -> cell.slot().span().first())
                    .min(LocalDate::compareTo).filter(it -> it.isBefore(about.first())).orElse(about.first());
            all.addAll(about.complete(stream(), first, day));
        }
        return number == 0 ? Need.report(day, all)
                : Need.named(Need.Kind.CELLS, Quantity.of(filled.size(), CELL), names, day, all);
    }
}
