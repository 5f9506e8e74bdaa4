package io.mubiao.gap;

import io.mubiao.observe.Observation;
import io.mubiao.observe.Observation.Event;
import io.mubiao.target.Excuse;
import io.mubiao.target.Goal;
import io.mubiao.target.Population;
import io.mubiao.target.Stated;
import io.mubiao.time.Slot;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Cells to be filled, those that close first before the others. Closed cells of which nobody said that nothing happened may
 * still be reported; closed cells that were stated to be complete are not among them.
 */
final class QuotaLadder extends Ladder {
    private static final Unit CELL = Units.builtIn().with("格").get("格");

    private final Goal.Quota goal;
    private final List<Cell> open = new ArrayList<>();

    /** A cell that lacks events. */
    private record Cell(String member, Slot slot, int lacking) {
        String name() {
            return member.isEmpty() ? slot.label() : member + " " + slot.label();
        }
    }

    QuotaLadder(Hypothesis about, Goal.Quota goal) {
        super(about);
        this.goal = goal;
        Span term = new Span(about.first(), Hypothesis.due(about.now(), about.now().asOf()));
        List<Span> complete = about.view().completeSpans(stream());
        List<Event> events = about.view().all(stream(), Event.class, about.target().basis());
        for (Slot slot : goal.cadence().get().slots(term)) {
            boolean closed = !slot.span().last().isAfter(about.now().asOf())
                    && complete.stream().anyMatch(span -> span.contains(slot.span()));
            if (closed || Excuse.cover(goal.excuses(), slot)) {
                continue;
            }
            for (String member : members()) {
                long have = events.stream().filter(event -> goal.population() == null || event.member().equals(member))
                        .map(event -> about.view().date(event.on()))
                        .filter(day -> slot.span().contains(day) && !day.isAfter(about.now().asOf())).count();
                if (have < goal.atLeast()) {
                    open.add(new Cell(member, slot, (int) (goal.atLeast() - have)));
                }
            }
        }
        open.sort(Comparator.comparing((Cell cell) -> cell.slot().span().last()).thenComparing(Cell::name));
    }

    private String stream() {
        return about.target().id();
    }

    private List<String> members() {
        Stated<Population> population = goal.population();
        return population != null && population.get() instanceof Population.Listed listed ? listed.members() : List.of("");
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
            names.add(cell.name());
            for (int i = 0; i < cell.lacking(); i++) {
                all.add(about.dress(Observation.event(stream(), cell.slot().span().last()).of(cell.member())));
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
