package io.mubiao.method;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.trace.Trace;

/** What every figure with a number must be: worked out by a formula that replays to it, the number that its enclosure is given as. */
final class Replays {
    private Replays() {}

    static void check(Figure figure) {
        Trace.Worked worked = (Trace.Worked) figure.trace().get(0);
        assertEquals(1, figure.trace().size());
        assertEquals(figure.value().orElseThrow(), worked.replay(), worked.formula().toString());
        assertEquals(figure.enclosure().orElseThrow().nearest(), figure.amount());
    }
}
