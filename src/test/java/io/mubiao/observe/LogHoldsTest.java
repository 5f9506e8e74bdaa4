package io.mubiao.observe;

import static io.mubiao.observe.Facts.ZONE;
import static io.mubiao.observe.Facts.at;
import static io.mubiao.observe.Facts.ids;
import static io.mubiao.observe.Facts.increment;
import static io.mubiao.observe.Facts.level;
import static io.mubiao.testing.TestUnits.q;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.problem.AlreadyThereException;
import io.mubiao.problem.NoSuchIdException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A log is what it holds: equal where that is equal, whole in its copies, in the order in which it was said. */
class LogHoldsTest {
    private static final LocalDate DAY = LocalDate.of(2024, 3, 31);

    private static Observation of(String stream, String amount) {
        return Observation.total(stream, DAY, q(amount));
    }

    @Test
    void logsAreEqualByWhatTheyHold() {
        ObservationLog log = ObservationLog.of(of("a", "1 个").id("x"), increment("2024-01-01", "2 个"));
        assertEquals(log, ObservationLog.of(of("a", "1 个").id("x"), increment("2024-01-01", "2 个")));
        assertEquals(log.hashCode(), ObservationLog.of(of("a", "1 个").id("x"), increment("2024-01-01", "2 个")).hashCode());
        assertEquals(log, log.copy());
        assertNotEquals(log, ObservationLog.of(of("a", "1 个").id("x"), increment("2024-01-01", "3 个")));
        assertNotEquals(log, ObservationLog.of(of("a", "1 个").id("y"), increment("2024-01-01", "2 个")));
        assertNotEquals(log, ObservationLog.of(of("a", "1 个").id("x")));
        assertNotEquals(log, ObservationLog.of(of("a", "1 个").id("x"), of("b", "2 个")));
        assertNotEquals(log, new Object());
        assertNotEquals(log.hashCode(), ObservationLog.empty().hashCode());
        assertEquals("ObservationLog of 2 observations in 2 streams", log.toString());
    }

    @Test
    void whatIsAskedForByAnIdThatIsNotThereIsToldWhatIs() {
        ObservationLog log = ObservationLog.of(of("a", "1 个").id("first"));
        assertTrue(assertThrows(NoSuchIdException.class, () -> log.get("frist")).toString().contains("did you mean 'first'?"));
        assertEquals(Optional.empty(), log.find("a#1"));
        assertEquals(Optional.empty(), log.find("#1"));
        assertEquals(Optional.empty(), log.find("a#x"));
    }

    @Test
    void aCheckRefusesWhatAddingWould() {
        ObservationLog log = ObservationLog.of(of("a", "1 个").id("x"));
        assertThrows(AlreadyThereException.class, () -> log.check(of("a", "2 个").id("x")));
        assertThrows(AlreadyThereException.class, () -> log.checkAll(List.of(of("a", "2 个").id("y"), of("b", "2 个").id("y"))));
        log.check(of("a", "2 个").id("y"));
        assertEquals(1, log.size());
    }

    @Test
    void aCopyOfSomeStreamsHoldsThoseAlone() {
        ObservationLog log = ObservationLog.of(of("a", "1 个").id("x"), of("b", "2 个").id("y"), of("a", "3 个"),
                of("a", "4 个").supersedes("x").recordedAt(at("2024-05-01T00:00:00Z")));
        ObservationLog copy = log.copy(Set.of("a"));
        assertEquals(3, copy.size());
        assertEquals(Set.of("a"), copy.streams());
        assertEquals(Optional.of("1 个"), copy.find("x").map(it -> ((Observation.Total) it).amount().toString()));
        assertEquals(Optional.empty(), copy.find("y"));
        assertEquals(ids(log.stream("a")), ids(copy.stream()));
        assertEquals(log.latestRecordedAt(), copy.latestRecordedAt());
        copy.add(of("b", "5 个").id("y"));
        assertEquals(Optional.of("2 个"), log.find("y").map(it -> ((Observation.Total) it).amount().toString()));
    }

    @Test
    void aCopyKeepsWhatWasSaidOfEach() {
        ObservationLog log = ObservationLog.of(increment("2024-01-01", "1 元").id("a"), increment("2024-01-02", "1/3 元").source("b"),
                increment("2024-01-03", "2 元").recordedAt(at("2024-02-01T00:00:00Z")), increment("2024-01-01", "7 元").supersedes("a"));
        ObservationLog copy = log.copy();
        assertEquals(log.stream().toList(), copy.stream().toList());
        assertEquals(1, copy.stream().filter(it -> !it.entry().assumed()).count());
        copy.add(increment("2024-01-04", "1/7 元").source("b"));
        assertEquals("1/3 元", Facts.sum(log.view(ZONE).increments("s", Basis.REPORTED, io.mubiao.time.Span.parse("2024-01-02")).update()));
        assertEquals(4, log.size());
    }

    @Test
    void whatIsOfTwoBasesIsToldInTheOrderInWhichItWasSaid() {
        ObservationLog log = ObservationLog.empty();
        List<String> said = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            Observation one = level("2024-03-31", i + " %").id("L" + i);
            log.add(i % 3 == 1 ? one.recognised() : one);
            said.add("L" + i);
        }
        assertEquals(said, ids(log.stream("s")));
        assertEquals(said, ids(log.sorts("s")));
        assertEquals(said, ids(log.view(ZONE).all("s", Observation.Level.class).stream().map(it -> it)));
        assertEquals(List.of("L1", "L4", "L7"), ids(log.view(ZONE).all("s", Observation.Level.class, Basis.RECOGNISED).stream().map(it -> it)));
    }

    @Test
    void theDigitsOfAUnitAreThoseOfItsIncrementsAlone() {
        ObservationLog log = ObservationLog.of(increment("2024-01-01", "1.25 元"), increment("2024-01-02", "0.5 元").source("b"),
                increment("2024-01-03", "0.0001 万元"), of("s", "0.123456 元"));
        assertEquals(2, log.decimals("s", q("1 元").unit()));
        assertEquals(4, log.decimals("s", q("1 万元").unit()));
        assertEquals(0, log.decimals("s", q("1 个").unit()));
        assertEquals(0, log.decimals("t", q("1 元").unit()));
        log.add(increment("2024-01-04", "99999999999999999999.125 元"));
        log.add(increment("2024-01-05", "1/3 元"));
        log.add(increment("2024-01-06", "0.1234567890123456789 元"));
        assertEquals(3, log.decimals("s", q("1 元").unit()));
    }

    @Test
    void kindsAreHeldWhateverOfThemCounts() {
        ObservationLog log = ObservationLog.of(of("a", "1 个").id("x").recordedAt(at("2024-05-01T00:00:00Z")));
        LogView before = log.knownAt(at("2024-04-30T00:00:00Z"), ZONE);
        assertFalse(before.has("a", Observation.Total.class));
        assertFalse(before.has("a", Basis.REPORTED));
        assertTrue(before.holds("a", Observation.Total.class));
        assertFalse(before.holds("a", Observation.Increment.class));
        assertFalse(before.holds("b", Observation.Total.class));
        assertTrue(log.view(ZONE).has("a", Basis.REPORTED));
        assertFalse(log.view(ZONE).has("a", Basis.RECOGNISED));
        log.add(increment("2024-01-01", "1 个").recognised());
        assertTrue(log.view(ZONE).holds("s", Observation.Increment.class));
        assertTrue(log.view(ZONE).has("s", Basis.RECOGNISED));
        assertFalse(log.view(ZONE).has("s", Basis.REPORTED));
    }

    @Test
    void theYearOfAViewIsOfOurCalendar() {
        ObservationLog log = ObservationLog.empty();
        for (String bad : List.of("+10000-01-01", "0000-12-31")) {
            assertThrows(IllegalArgumentException.class, () -> log.knownBy(LocalDate.parse(bad), ZONE));
        }
        for (String good : List.of("9999-12-31", "0001-01-01")) {
            assertEquals(ZONE, log.knownBy(LocalDate.parse(good), ZONE).zone());
        }
    }
}
