package io.mubiao.gap;

import io.mubiao.observe.Observation;
import io.mubiao.observe.Observation.Event;
import io.mubiao.target.Tiers;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import io.mubiao.value.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** More counted events; or fewer, by withdrawing the latest. */
final class CountLadder extends Ladder {
    /** Twice what is required and so many more are tried at least and at most. */
    private static final long FEWEST_TRIED = 1000;
    private static final long MOST_TRIED = 1_000_000;

    private final String stream;
    private final Unit unit;
    private final int direction;
    private final List<Event> counted;
    private final long most;

    /** @param required what is required, in events */
    CountLadder(Hypothesis about, String stream, Unit unit, long required, int direction) {
        super(about);
        most = FEWEST_TRIED + 2 * Math.max(0, Math.min(required, MOST_TRIED));
        this.stream = stream;
        this.unit = unit;
        this.direction = direction;
        Span window = new Span(about.first(), about.day());
        counted = about.view().all(stream, Event.class, about.target().basis()).stream()
                .filter(event -> window.contains(about.view().date(event.on())) && belongs(event))
                .sorted(Comparator.comparing((Event event) -> about.view().date(event.on())).reversed()).toList();
    }

    private Optional<Tiers> tiers() {
        return about.register().tiersOf(about.target().id());
    }

    private boolean belongs(Event event) {
        String target = about.target().id();
        return tiers().map(tiers -> {
            Quantity size = event.measures().get(tiers.attribute());
            Quantity from = tiers.from(target).orElseThrow();
            return size != null && size.unit().isCompatibleWith(from.unit()) && size.compareAmount(from) >= 0
                    && tiers.below(target).map(limit -> size.compareAmount(limit) < 0).orElse(true);
        }).orElse(true);
    }

    @Override
    long most() {
        return direction > 0 ? most : counted.size();
    }

    @Override
    Need step(long number, LocalDate day) {
        List<Observation> all = new ArrayList<>();
        if (about.unsure() || day.isAfter(about.day())) {
            all.addAll(about.complete(stream, about.first(), day));
        }
        for (int i = 0; i < number; i++) {
            all.add(direction > 0 ? event(day) : about.retraction(stream, counted.get(i).entry().id()));
        }
        return number == 0 ? Need.report(day, all)
                : new Need(Need.Kind.AMOUNT, Optional.of(Quantity.of(direction * number, unit)),
                        Optional.of(Quantity.of(counted.size() + direction * number, unit)),
                        Optional.of(Quantity.of(1, unit)), "", List.of(), day, all);
    }

    private Observation event(LocalDate day) {
        Event plain = Observation.event(stream, day);
        Event sized = tiers().map(tiers -> plain.measure(tiers.attribute(), tiers.from(about.target().id()).orElseThrow()))
                .orElse(plain);
        return about.dress(sized);
    }
}
