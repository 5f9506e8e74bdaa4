package io.mubiao.gap;

import io.mubiao.observe.Observation;
import io.mubiao.observe.Observation.Event;
import io.mubiao.target.Tiers;
import io.mubiao.trace.Evidence;
import io.mubiao.value.Quantity;
import io.mubiao.value.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** More counted events; fewer there never are. */
final class CountLadder extends Ladder {
    /** Twice what is required and so many more are tried at least and at most. */
    private static final long FEWEST_TRIED = 1000;
    private static final long MOST_TRIED = 1_000_000;

    private final String stream;
    private final Unit unit;
    private final int direction;
    private final long counted;
    private final long most;

    /**
     * @param required what is required, in events
     * @param evidence the events that count
     */
    CountLadder(Hypothesis about, String stream, Unit unit, long required, Evidence evidence, int direction) {
        super(about);
        most = FEWEST_TRIED + 2 * Math.max(0, Math.min(required, MOST_TRIED));
        this.stream = stream;
        this.unit = unit;
        this.direction = direction;
        Set<String> ids = evidence.ids().collect(Collectors.toSet());
        counted = about.view().all(stream, Event.class).stream().filter(event -> ids.contains(event.entry().id())).count();
    }

    private Optional<Tiers> tiers() {
        return about.register().tiersOf(about.target().id());
    }

    @Override
    long most() {
        return onlyGrows() ? 0 : most;
    }

    @Override
    boolean onlyGrows() {
        return direction < 0;
    }

    @Override
    Need step(long number, LocalDate day) {
        List<Observation> all = stated(stream, day);
        for (int i = 0; i < number; i++) {
            all.add(event(day));
        }
        return number == 0 ? Need.report(day, all)
                : new Need(Need.Kind.AMOUNT, Optional.of(Quantity.of(number, unit)), Optional.of(Quantity.of(counted + number, unit)),
                        Optional.of(Quantity.of(1, unit)), "", List.of(), day, all);
    }

    private Observation event(LocalDate day) {
        Event plain = Observation.event(stream, day);
        Event sized = tiers().map(tiers -> plain.withMeasure(tiers.attribute(), tiers.from(about.target().id()).orElseThrow()))
                .orElse(plain);
        return about.dress(sized);
    }
}
