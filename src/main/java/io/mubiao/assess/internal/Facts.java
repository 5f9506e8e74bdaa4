package io.mubiao.assess.internal;

import io.mubiao.assess.AsOf;
import io.mubiao.observe.Entry;
import io.mubiao.observe.LogView;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.time.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What of a log is known and effective under a question. */
public final class Facts {
    private Facts() {}

    /** The observations of a stream that count and are about no day after the question's. */
    public static Stream<Observation> of(ObservationLog log, String stream, AsOf question, ZoneId zone) {
        return question.view(log, zone).stream(stream).filter(it -> !isAfter(it, question.date(), zone));
    }

    /** The log without what is about days after the question's; itself where there is none. */
    public static ObservationLog until(ObservationLog log, AsOf question, ZoneId zone) {
        if (log.stream().noneMatch(it -> isAfter(it, question.date(), zone))) {
            return log;
        }
        List<Observation> facts = new ArrayList<>();
        log.streams().stream().flatMap(stream -> of(log, stream, question, zone)).forEach(fact -> {
            if (!(fact instanceof Observation.Retraction)) {
                Entry entry = fact.entry();
                facts.add(fact.with(new Entry(entry.id().replace('#', '~'), entry.stream(), entry.source(), entry.recordedAt(),
                        entry.basis(), Optional.empty(), entry.assumed())));
            }
        });
        return ObservationLog.of(facts);
    }

    /**
     * An observation that, unless it says when it became known, became known after everything else, though not later than what
     * the question lets be known.
     *
     * @param latest when the latest of everything else became known, if there is any
     */
    public static Observation knownLast(Observation observation, Optional<Instant> latest, AsOf question, ZoneId zone) {
        if (!observation.entry().assumed()) {
            return observation;
        }
        Instant own = observation.entry().recordedAt();
        Instant after = latest.map(it -> it.plusNanos(1)).filter(own::isBefore).orElse(own);
        return observation.with(observation.entry().assumedAt(
                question.knownUntil(zone).filter(limit -> limit.isBefore(after)).orElse(after)));
    }

    /** By day, then by when they became known, then by id, so that no order of entry matters. */
    public static Comparator<Observation.Dated> order(LogView view) {
        return Comparator.comparing((Observation.Dated it) -> view.date(it.on()))
                .thenComparing(it -> it.entry().recordedAt()).thenComparing(it -> it.entry().id());
    }

    private static boolean isAfter(Observation observation, LocalDate day, ZoneId zone) {
        return day(observation).map(moment -> moment.dateIn(zone).isAfter(day)).orElse(false);
    }

    /** When it is about, spans by the day from which they count; empty for a retraction, which counts once it is known. */
    public static Optional<Moment> day(Observation observation) {
        if (observation instanceof Observation.Increment increment) {
            return Optional.of(Moment.on(increment.span().last()));
        } else if (observation instanceof Observation.Complete complete) {
            return Optional.of(Moment.on(complete.span().first()));
        }
        return observation instanceof Observation.Dated dated ? Optional.of(dated.on()) : Optional.empty();
    }
}
