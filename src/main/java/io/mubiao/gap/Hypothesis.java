package io.mubiao.gap;

import io.mubiao.assess.AsOf;
import io.mubiao.assess.Assessment;
import io.mubiao.assess.Verdict;
import io.mubiao.observe.Basis;
import io.mubiao.observe.LogView;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.time.Span;
import io.mubiao.value.Units;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** A target, what was observed of it, and how hypothetical observations have to look to count. */
final class Hypothesis {
    /** Who says what nobody has said. */
    static final String SOURCE = "what-if";

    private final Register register;
    private final Assessment now;
    private final ObservationLog log;
    private final Instant recorded;
    private final LogView view;

    /** @param log the streams that the target reads, and perhaps others */
    Hypothesis(Register register, Assessment now, ObservationLog log, AsOf question, Set<String> streams) {
        this.register = register;
        this.now = now;
        this.log = log;
        Instant latest = now.asOf().atStartOfDay(register.zone()).toInstant();
        for (String stream : streams) {
            Instant last = log.stream(stream).map(observation -> observation.entry().recordedAt())
                    .max(Instant::compareTo).orElse(latest);
            latest = last.isAfter(latest) ? last : latest;
        }
        Instant after = latest.plusSeconds(1);
        recorded = question.knownUntil(register.zone()).filter(limit -> limit.isBefore(after)).orElse(after);
        view = question.view(log, register.zone());
    }

    Assessment now() {
        return now;
    }

    Target target() {
        return now.target();
    }

    Register register() {
        return register;
    }

    Units units() {
        return register.units();
    }

    ObservationLog log() {
        return log;
    }

    LogView view() {
        return view;
    }

    /** The last day that counts now. */
    LocalDate day() {
        LocalDate due = now.due();
        return now.asOf().isBefore(due) ? now.asOf() : due;
    }

    LocalDate first() {
        return target().period().first();
    }

    /** Whether facts are lacking or stale. */
    boolean unsure() {
        return now.verdict() == Verdict.INSUFFICIENT_DATA || now.verdict() == Verdict.STALE;
    }

    boolean counts(Observation observation) {
        return observation.entry().basis() == target().basis();
    }

    /** The observation as it has to look to count. */
    Observation dress(Observation plain) {
        Observation sourced = plain.source(SOURCE);
        sourced = sourced.with(sourced.entry().assumedAt(recorded));
        return target().basis() == Basis.RECOGNISED ? sourced.recognised() : sourced;
    }

    /** The statement that a stream is complete through a day. */
    List<Observation> complete(String stream, LocalDate first, LocalDate day) {
        return day.isBefore(first) ? List.of() : List.of(dress(Observation.complete(stream, new Span(first, day))));
    }
}
