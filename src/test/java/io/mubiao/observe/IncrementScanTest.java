package io.mubiao.observe;

import static io.mubiao.observe.Facts.YEAR;
import static io.mubiao.observe.Facts.ZONE;
import static io.mubiao.observe.Facts.at;
import static io.mubiao.observe.Facts.increment;
import static io.mubiao.observe.Facts.scan;
import static io.mubiao.observe.Facts.sum;
import static io.mubiao.testing.TestUnits.UNITS;
import static io.mubiao.testing.TestUnits.q;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.testing.Refusal;
import io.mubiao.time.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IncrementScanTest {
    @Test
    void whatLiesWhollyInsideTheWindowIsSummed() {
        IncrementScan scan = scan(ObservationLog.of(increment("2024-01-01/2024-01-31", "5 个"),
                increment("2024-12-01/2024-12-31", "7 个"), increment("2023-12-31/2024-01-01", "100 个").source("x"),
                increment("2024-12-31/2025-01-01", "1000 个").source("x")));
        assertEquals("12 个", sum(scan));
        assertEquals(2, scan.counted());
        assertEquals(2, scan.leftOut());
        assertEquals(List.of("s#1", "s#2"), scan.snapshot().ids().toList());
        assertEquals(List.of("s#3", "s#4"), scan.leftOutSnapshot().ids().toList());
        assertEquals(Optional.of(LocalDate.of(2024, 12, 31)), scan.lastDay());
    }

    @Test
    void nothingCountedIsNoSumAndNotZero() {
        IncrementScan scan = scan(ObservationLog.of(increment("2023-01-01", "5 个")));
        assertEquals(Optional.empty(), scan.sum(UNITS.get("个")));
        assertEquals(Optional.empty(), scan.lastDay());
        assertEquals("0 个", sum(scan(ObservationLog.of(increment("2024-01-01", "0 个")))));
    }

    @Test
    void theSumIsInTheUnitAskedFor() {
        ObservationLog log = ObservationLog.of(increment("2024-01-01", "1 万亩"), increment("2024-01-02", "5000 亩"));
        assertEquals(Optional.of(q("1000 公顷")), scan(log).sum(UNITS.get("公顷")));
        assertEquals("1.5 万亩", sum(scan(log)));
    }

    @Test
    void unitsThatDoNotConvertAreRefusedNamingBoth() {
        ObservationLog log = ObservationLog.of(increment("2024-01-01", "2 所"), increment("2024-01-02", "3 条"));
        Refusal.naming(() -> scan(log).sum(), "'所'", "'条'");
        Refusal.naming(() -> scan(ObservationLog.of(increment("2024-01-01", "2 所"))).sum(UNITS.get("条")),
                "'所'", "'条'");
    }

    @Test
    void onlyTheBasisAskedForCounts() {
        ObservationLog log = ObservationLog.of(increment("2024-01-01", "5 个"),
                increment("2024-01-01", "3 个").recognised());
        assertEquals("5 个", sum(scan(log)));
        assertEquals("3 个", sum(log.view(ZONE).increments("s", Basis.RECOGNISED, YEAR).update()));
    }

    @Test
    void onlyWhatWasKnownCounts() {
        ObservationLog log = ObservationLog.of(
                increment("2024-01-01", "5 个").recordedAt(at("2024-02-01T00:00:00Z")),
                increment("2024-01-02", "7 个").recordedAt(at("2024-03-01T00:00:00Z")));
        assertEquals("5 个", sum(scan(log.knownBy(LocalDate.of(2024, 2, 28), ZONE))));
        assertEquals("12 个", sum(scan(log)));
    }

    @Test
    void twoSourcesAreAddedAndMayOverlap() {
        IncrementScan scan = scan(ObservationLog.of(increment("2024-01-01/2024-03-31", "5 个").source("东区"),
                increment("2024-01-01/2024-01-31", "7 个").source("西区")));
        assertEquals("12 个", sum(scan));
        assertEquals(Optional.empty(), scan.overlap());
    }

    @Test
    void anOverlapOfOneSourceIsFoundByBothIds() {
        IncrementScan scan = scan(ObservationLog.of(increment("2024-02-01/2024-02-29", "1 个").id("feb"),
                increment("2024-01-01/2024-02-01", "5 个").id("jan")));
        assertEquals(Optional.of(List.of("jan", "feb")), scan.overlap());
    }

    @Test
    void anOverlapAcrossUnitsAndInsideALongSpanIsFound() {
        assertEquals(Optional.of(List.of("s#1", "s#2")), scan(ObservationLog.of(
                increment("2024-01-01/2024-03-31", "1 亿元"), increment("2024-02-01/2024-02-29", "1 万元"))).overlap());
        assertEquals(Optional.of(List.of("s#2", "s#1")), scan(ObservationLog.of(increment("2024-03-01", "1 个"),
                increment("2024-01-01/2024-12-31", "1 个"))).overlap());
    }

    @Test
    void adjoiningSpansInAnyOrderDoNotOverlap() {
        assertEquals(Optional.empty(), scan(ObservationLog.of(increment("2024-02-01/2024-02-29", "1 个"),
                increment("2024-03-01", "1 个"), increment("2024-01-01/2024-01-31", "1 个"))).overlap());
    }

    @Test
    void whatIsSupersededOrNotYetKnownDoesNotOverlap() {
        ObservationLog log = ObservationLog.of(increment("2024-01-01/2024-01-31", "5 个").id("a"),
                increment("2024-01-01/2024-01-31", "6 个").id("b").supersedes("a")
                        .recordedAt(at("2024-03-01T00:00:00Z")));
        assertEquals(Optional.empty(), scan(log).overlap());
        assertEquals(Optional.empty(), scan(log.knownBy(LocalDate.of(2024, 2, 1), ZONE)).overlap());
    }

    @Test
    void thousandsOfRowsAreListedInOrder() {
        ObservationLog log = ObservationLog.empty();
        for (int day = 0; day < 366; day++) {
            LocalDate on = LocalDate.of(2024, 1, 1).plusDays(day);
            log.add(Observation.increment("s", new Span(on, on), q(day + " 个")));
        }
        IncrementScan scan = scan(log);
        assertEquals("66795 个", sum(scan));
        assertEquals(366, scan.snapshot().count());
        assertEquals("s#366", scan.snapshot().ids().skip(365).findFirst().orElseThrow());
        assertTrue(scan.overlap().isEmpty());
    }
}
