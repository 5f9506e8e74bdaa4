package io.mubiao.forecast;

import static io.mubiao.testing.Ask.q;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.forecast.RequiredRate.State;
import io.mubiao.value.Rounding;
import org.junit.jupiter.api.Test;

/** What must happen from here. */
class RequiredRateTest {
    /** O49. */
    @Test
    void enoughAlthoughThirtyNinePercentIsDone() {
        RequiredRate rate = RequiredRate.of(q("1332 件"), q("3383 件"), 11, 19);
        assertEquals("121.09", rate.soFar().orElseThrow().round(Rounding.halfUp(2)).toPlainString());
        assertEquals("107.95", rate.needed().orElseThrow().round(Rounding.halfUp(2)).toPlainString());
        assertEquals("1.1218", rate.ratio().orElseThrow().round(Rounding.halfUp(4)).toPlainString());
    }

    /** The table of methods: no time left is missed, not infinite. */
    @Test
    void noTimeLeftIsMissedAndNotInfinite() {
        RequiredRate rate = RequiredRate.of(q("61 个"), q("62 个"), 366, 0);
        assertEquals(State.NO_TIME_LEFT, rate.state());
        assertTrue(rate.needed().isEmpty());
        assertTrue(rate.ratio().isEmpty());
    }

    @Test
    void nothingLeftToDoNeedsNothingEvenWithoutTime() {
        RequiredRate rate = RequiredRate.of(q("62 个"), q("62 个"), 366, 0);
        assertEquals(State.DONE, rate.state());
        assertEquals(0, rate.needed().orElseThrow().amount().signum());
        assertTrue(rate.ratio().isEmpty());
    }

    @Test
    void beforeAnyTimeThereIsNoRateSoFar() {
        RequiredRate rate = RequiredRate.of(q("0 个"), q("62 个"), 0, 31);
        assertTrue(rate.soFar().isEmpty());
        assertEquals(q("2 个"), rate.needed().orElseThrow());
    }
}
