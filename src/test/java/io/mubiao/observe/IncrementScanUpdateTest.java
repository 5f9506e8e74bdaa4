package io.mubiao.observe;

import static io.mubiao.observe.Facts.YEAR;
import static io.mubiao.observe.Facts.ZONE;
import static io.mubiao.observe.Facts.increment;
import static io.mubiao.observe.Facts.scan;
import static io.mubiao.observe.Facts.sum;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IncrementScanUpdateTest {
    @Test
    void whatIsAppendedCountsAfterAnUpdate() {
        ObservationLog log = ObservationLog.of(increment("2024-01-01", "5 个"));
        IncrementScan scan = scan(log);
        log.add(increment("2024-01-02", "7 个"));
        log.add(increment("2024-01-03", "11 个").source("新来源"));
        log.add(increment("2025-01-03", "100 个"));
        assertEquals("5 个", sum(scan));
        assertEquals("23 个", sum(scan.update()));
        assertEquals(3, scan.counted());
        assertEquals(1, scan.leftOut());
    }

    @Test
    void moreDigitsAppendedLaterDoNotScaleWhatWasSummed() {
        ObservationLog log = ObservationLog.of(increment("2024-01-01", "5 元"));
        IncrementScan scan = scan(log);
        log.add(increment("2024-01-02", "0.25 元"));
        assertEquals("5.25 元", sum(scan.update()));
    }

    @Test
    void theSumStandsUntilTheUpdateWhateverIsAppended() {
        ObservationLog log = ObservationLog.of(increment("2024-01-01", "5 元"));
        IncrementScan scan = scan(log);
        log.add(increment("2024-01-02", "0.25 元"));
        assertEquals("5 元", sum(scan));
    }

    @Test
    void largeAmountsAppendedLaterAreAdded() {
        ObservationLog log = ObservationLog.of(increment("2024-01-01", "5 元"));
        IncrementScan scan = scan(log);
        log.add(increment("2024-01-02", "9223372036854775808 元"));
        assertEquals("9223372036854775813 元", sum(scan.update()));
        log.add(increment("2024-01-03", "0.5 元"));
        assertEquals("9223372036854775813.5 元", sum(scan.update()));
    }

    @Test
    void aCorrectionAppendedLaterReplaces() {
        ObservationLog log = ObservationLog.of(increment("2024-01-01", "5 个").id("a"), increment("2024-01-02", "1 个"));
        IncrementScan scan = scan(log);
        log.add(increment("2024-01-01", "7 个").supersedes("a"));
        assertEquals("6 个", sum(scan));
        assertEquals("8 个", sum(scan.update()));
        assertEquals(2, scan.counted());
        assertEquals("8 个", sum(scan.update()));
    }

    @Test
    void anUpdateWithoutNewsChangesNothing() {
        ObservationLog log = ObservationLog.of(increment("2024-01-01", "5 个"), increment("2025-01-01", "5 个"));
        IncrementScan scan = scan(log).update().update();
        assertEquals("5 个", sum(scan));
        assertEquals(1, scan.counted());
        assertEquals(1, scan.leftOut());
    }

    @Test
    void aScanBegunOnAnEmptyStreamSeesWhatIsAppendedLater() {
        ObservationLog log = ObservationLog.empty();
        IncrementScan scan = log.view(ZONE).increments("s", Basis.REPORTED, YEAR).update();
        assertEquals("nothing", sum(scan));
        log.add(increment("2024-01-01", "5 个"));
        assertEquals("5 个", sum(scan.update()));
    }

    @Test
    void anOverlapAppendedLaterIsFound() {
        ObservationLog log = ObservationLog.of(increment("2024-01-01/2024-01-31", "5 个"));
        IncrementScan scan = scan(log);
        log.add(increment("2024-01-31", "1 个"));
        assertEquals(Optional.of(List.of("s#1", "s#2")), scan.update().overlap());
    }

    @Test
    void aSnapshotIsNotChangedByLaterUpdates() {
        ObservationLog log = ObservationLog.of(increment("2024-01-01", "5 个"), increment("2024-01-02", "6 个"));
        IncrementScan scan = scan(log);
        IncrementScan.Snapshot before = scan.snapshot();
        log.add(increment("2024-01-03", "7 个"));
        assertEquals(3, scan.update().counted());
        assertEquals(2, before.count());
        assertEquals(List.of("s#1", "s#2"), before.ids().toList());
    }

    @Test
    void aSnapshotKeepsWhatALaterCorrectionReplaces() {
        ObservationLog log = ObservationLog.of(increment("2024-01-01", "5 个"), increment("2024-01-02", "6 个"));
        IncrementScan scan = scan(log);
        IncrementScan.Snapshot before = scan.snapshot();
        log.add(increment("2024-01-01", "7 个").supersedes("s#1"));
        assertEquals(2, scan.update().counted());
        assertEquals(2, before.count());
        assertEquals(List.of("s#1", "s#2"), before.ids().toList());
    }
}
