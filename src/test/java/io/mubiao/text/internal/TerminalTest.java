package io.mubiao.text.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where the width of a terminal comes from. */
class TerminalTest {
    @Test
    void theTerminalSaysItsWidth() {
        assertEquals(132, Terminal.width(Map.of("COLUMNS", "132"), () -> "24 80\n", 100));
        assertEquals(80, Terminal.width(Map.of(), () -> "24 80\n", 100));
        assertEquals(100, Terminal.width(Map.of("COLUMNS", "?"), () -> "", 100));
        assertEquals(160, Terminal.width(Map.of(), () -> "", 160));
        assertEquals(20, Terminal.width(Map.of("COLUMNS", "3"), () -> "", 100));
        assertTrue(Terminal.width(100) >= 20);
    }
}
