package io.mubiao.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.trace.Trace;

/** What every figure with a number must be: worked out by a formula that replays to it, inside its enclosure. */
final class Replays {
    private Replays() {}

    static void check(Figure figure) {
        Trace.Worked worked = (Trace.Worked) figure.trace().get(0);
        assertEquals(1, figure.trace().size());
        assertEquals(figure.value().orElseThrow(), worked.replay(), worked.formula().toString());
        assertTrue(figure.enclosure().orElseThrow().contains(figure.amount()));
    }
}
