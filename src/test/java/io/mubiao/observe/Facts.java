package io.mubiao.observe;

import static io.mubiao.testing.TestUnits.q;

import io.mubiao.time.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** Short ways to make and look at observations. */
final class Facts {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final Span YEAR = Span.year(2024);

    private Facts() {}

    static Observation increment(String span, String amount) {
        return Observation.increment("s", Span.parse(span), q(amount));
    }

    static Observation level(String day, String value) {
        return Observation.level("s", LocalDate.parse(day), q(value));
    }

    static Instant at(String instant) {
        return Instant.parse(instant);
    }

    /** The sum over 2024 in its own unit; "nothing" if nothing was counted. */
    static String sum(IncrementScan scan) {
        return scan.sum().map(Object::toString).orElse("nothing");
    }

    static IncrementScan scan(LogView view) {
        return view.increments("s", Basis.REPORTED, YEAR).update();
    }

    static IncrementScan scan(ObservationLog log) {
        return scan(log.view(ZONE));
    }

    static List<String> levels(LogView view) {
        return view.all("s", Observation.Level.class).stream().map(level -> level.value().toString()).toList();
    }

    static List<String> ids(Stream<Observation> observations) {
        return observations.map(observation -> observation.entry().id()).toList();
    }
}
