package io.mubiao.gap;

import io.mubiao.observe.Observation;
import io.mubiao.observe.Observation.Event;
import io.mubiao.target.Goal;
import io.mubiao.value.Quantity;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The evidence that is lacking, piece by piece; of a red line nothing but the statement that the stream is complete. */
final class ReportLadder extends Ladder {
    private static final Unit PIECE = Units.builtIn().with("项").get("项");

    private final List<String> lacking;

    private ReportLadder(Hypothesis about, List<String> lacking) {
        super(about);
        this.lacking = lacking;
    }

    static Ladder redLine(Hypothesis about) {
        return new ReportLadder(about, List.of());
    }

    static Ladder of(Hypothesis about, Goal.Judged goal) {
        Set<String> found = about.view().all(about.target().id(), Event.class, about.target().basis()).stream()
                .filter(event -> !about.view().date(event.on()).isAfter(about.day())
                        && !about.view().date(event.on()).isBefore(about.first()))
                .map(Event::member).collect(Collectors.toSet());
        return new ReportLadder(about, goal.evidence().get().stream().filter(item -> !found.contains(item)).toList());
    }

    @Override
    long most() {
        return lacking.size();
    }

    @Override
    Need step(long number, LocalDate day) {
        String stream = about.target().id();
        List<Observation> all = new ArrayList<>();
        if (about.unsure() || day.isAfter(about.day())) {
            all.addAll(about.complete(stream, about.first(), day));
        }
        List<String> names = lacking.subList(0, (int) number);
        names.forEach(item -> all.add(about.dress(Observation.event(stream, day).of(item))));
        return number == 0 ? Need.report(day, all)
                : Need.named(Need.Kind.EVIDENCE, Quantity.of(number, PIECE), names, day, all);
    }
}
