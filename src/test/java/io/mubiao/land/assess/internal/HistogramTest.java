package io.mubiao.land.assess.internal;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

/** Totals are counted where that costs no more than looking at the rows. */
class HistogramTest {
    @Test
    void whatIsWideIsCountedForManyRowsAlone() {
        assertNotNull(Histogram.of(0, 3_000_000, 1, 1_000_000));
        assertNull(Histogram.of(0, 3_000_000, 1, 12));
        assertNull(Histogram.of(0, 30_000, 100, 12));
        assertNotNull(Histogram.of(0, 15_000, 3, 12));
    }
}
