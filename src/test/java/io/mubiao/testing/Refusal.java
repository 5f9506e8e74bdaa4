package io.mubiao.testing;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.function.Executable;

/** Checks that something is refused with a message that helps. */
public final class Refusal {
    private Refusal() {}

    /** Refused as an argument, in words that name all of these. */
    public static void naming(Executable attempt, String... words) {
        naming(IllegalArgumentException.class, attempt, words);
    }

    /** Refused with this exception, in words that name all of these. */
    public static void naming(Class<? extends RuntimeException> type, Executable attempt, String... words) {
        String message = message(type, attempt);
        for (String word : words) {
            assertTrue(message.contains(word), () -> "'" + word + "' is not named in: " + message);
        }
    }

    /** Refused with this exception; what it says. */
    public static String message(Class<? extends RuntimeException> type, Executable attempt) {
        return String.valueOf(assertThrows(type, attempt).getMessage());
    }
}
