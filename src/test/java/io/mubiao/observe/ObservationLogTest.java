package io.mubiao.observe;

import static io.mubiao.observe.Facts.at;
import static io.mubiao.observe.Facts.ids;
import static io.mubiao.observe.Facts.increment;
import static io.mubiao.observe.Facts.level;
import static io.mubiao.testing.TestUnits.UNITS;
import static io.mubiao.testing.TestUnits.q;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.mubiao.testing.Refusal;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ObservationLogTest {
    @Test
    void idsAreUniqueInTheWholeLog() {
        ObservationLog log = ObservationLog.of(level("2024-01-31", "1 %").id("a"));
        Refusal.naming(() -> log.add(Observation.event("other", LocalDate.of(2024, 1, 1)).id("a")), "'a'");
        Refusal.naming(() -> log.add(increment("2024-01-01", "1 个").id("a")), "'a'");
        assertThrows(IllegalArgumentException.class, () -> ObservationLog.of(
                increment("2024-01-01", "1 个").id("b"), increment("2024-01-02", "1 个").id("b")));
    }

    @Test
    void ownIdsHaveNoHash() {
        Refusal.naming(() -> ObservationLog.of(level("2024-01-31", "1 %").id("s#2")), "'#'", "s#2", "s#1");
        Refusal.naming(() -> ObservationLog.of(level("2024-01-31", "1 %").id("t#1")), "'#'", "t#1");
    }

    @Test
    void theIdThatTheLogGivesIsTaken() {
        ObservationLog log = ObservationLog.empty();
        assertEquals(List.of("s#1", "own", "s#3"), log.addAll(List.of(level("2024-01-31", "1 %").id("s#1"),
                level("2024-02-29", "1 %").id("own"), increment("2024-01-01", "1 个").id("s#3"))));
        Refusal.naming(() -> log.add(level("2024-01-31", "1 %").id("s#3")), "s#3", "s#4");
        Refusal.naming(() -> log.checkAll(List.of(level("2024-01-31", "1 %").id("x"), level("2024-01-31", "1 %").id("s#4"))), "s#5");
        assertEquals("s#4", log.add(level("2024-03-31", "1 %").id("s#4").supersedes("s#1")));
        assertEquals(List.of("s#3", "s#1", "own", "s#4"), ids(log.stream()));
        assertEquals(ids(log.stream()), log.stream().map(it -> log.get(it.entry().id()).entry().id()).toList());
    }

    @Test
    void whatIsRefusedLeavesNoTrace() {
        ObservationLog log = ObservationLog.of(level("2024-01-31", "1 %").id("a"));
        assertThrows(IllegalArgumentException.class, () -> log.add(level("2024-02-29", "2 %").id("a")));
        assertThrows(IllegalArgumentException.class, () -> log.add(level("2024-02-29", "2 %").supersedes("b")));
        assertEquals(1, log.size());
        assertEquals(List.of("a"), ids(log.stream()));
        log.add(level("2024-02-29", "2 %").id("b"));
        assertEquals(2, log.size());
    }

    @Test
    void whatHasNoIdIsNumberedInItsStream() {
        ObservationLog log = ObservationLog.of(level("2024-01-31", "1 %"), level("2024-02-29", "2 %").id("feb"),
                Observation.level("t", LocalDate.of(2024, 1, 31), q("3 %")), level("2024-03-31", "4 %"));
        assertEquals(List.of("s#1", "feb", "s#3"), ids(log.stream("s")));
        assertEquals(List.of("t#1"), ids(log.stream("t")));
    }

    @Test
    void incrementsAreNumberedTogetherWithTheOthers() {
        ObservationLog log = ObservationLog.of(level("2024-01-31", "1 %"), increment("2024-01-01", "1 个"),
                increment("2024-01-02", "2 万元").source("b"), increment("2024-01-03", "3 个").id("own"),
                increment("2024-01-04", "4 个"));
        assertEquals(Set.of("s#1", "s#2", "s#3", "own", "s#5"), Set.copyOf(ids(log.stream())));
        assertEquals(5, log.stream().count());
    }

    @Test
    void incrementsComeBackAsTheyWere() {
        Observation.Increment increment = Observation.increment("s",
                Span.parse("2024-01-01/2024-01-31"), q("12.5 万元"));
        Observation full = increment.id("jan").source("统计局").recordedAt(at("2024-02-05T01:02:03.000000004Z"))
                .recognised();
        Observation correction = increment.id("jan2").source("统计局").recordedAt(at("2024-03-05T00:00:00Z"))
                .recognised().supersedes("jan");
        assertEquals(List.of(full, correction), ObservationLog.of(full, correction).stream().toList());
    }

    @Test
    void amountsThatAreNoDecimalsComeBackToo() {
        Observation third = Observation.increment("s", Facts.YEAR, Quantity.of(Rational.of(1, 3),
                UNITS.get("亩"))).id("a");
        Observation large = increment("2024-01-02", "123456789012345678901234567890.5 亩").id("b");
        Observation fine = increment("2024-01-03", "0.0000000000000000000001 亩").id("c");
        assertEquals(List.of(third, large, fine), ObservationLog.of(third, large, fine).stream().toList());
    }

    @Test
    void streamsAreNamedInTheOrderOfTheirFirstObservation() {
        ObservationLog log = ObservationLog.of(Observation.event("z", LocalDate.of(2024, 1, 1)),
                Observation.event("a", LocalDate.of(2024, 1, 1)), Observation.event("z", LocalDate.of(2024, 1, 2)));
        assertEquals(List.of("z", "a"), List.copyOf(log.streams()));
        assertEquals(3, log.size());
        assertEquals(0, log.stream("nowhere").count());
    }

    @Test
    void anEmptyLogIsEmpty() {
        assertEquals(0, ObservationLog.empty().size());
        assertEquals(0, ObservationLog.of().stream().count());
    }
}
