package io.mubiao.assess.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.testing.Refusal;
import java.util.ConcurrentModificationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final Turns turns = new Turns("the thing");

    private static <T> T elsewhere(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work).join();
    }

    private String refusal(Supplier<String> work) {
        return Refusal.message(ConcurrentModificationException.class, work::get);
    }

    @Test
    void whileOneChangesNobodyElseReadsOrChangesAndTheOneIsNamed() {
        Thread.currentThread().setName("writer");
        turns.change(() -> elsewhere(() -> {
            assertTrue(refusal(() -> turns.read(() -> "")).contains("reads the thing while thread 'writer' changes it"));
            assertTrue(refusal(() -> turns.change(() -> "")).contains("changes the thing while thread 'writer' changes it"));
            return "";
        }));
        assertEquals("free", turns.change(() -> "free"));
    }

    @Test
    void manyReadAtOnceAndNobodyChangesMeanwhile() {
        assertEquals("read", turns.read(() -> elsewhere(() -> turns.read(() -> elsewhere(() -> {
            assertTrue(refusal(() -> turns.change(() -> "")).contains("changes the thing while other threads use it"));
            return "read";
        })))));
        assertEquals("free", turns.change(() -> "free"));
    }

    @Test
    void whatFailsGivesUpItsTurn() {
        assertThrows(IllegalStateException.class, () -> turns.change(() -> {
            throw new IllegalStateException();
        }));
        assertThrows(IllegalStateException.class, () -> turns.read(() -> {
            throw new IllegalStateException();
        }));
        assertEquals("free", turns.change(() -> "free"));
    }
}
