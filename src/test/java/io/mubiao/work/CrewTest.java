package io.mubiao.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.work.internal.Checkpoint;
import io.mubiao.work.internal.Crew;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever does the parts, the outcome is that of doing them in order. */
@Timeout(20)
class CrewTest {
    /** Runs in the caller's thread, refuses everything, never begins anything. */
    private static Stream<Executor> oddExecutors() {
        return Stream.of(Runnable::run, task -> {
            throw new RejectedExecutionException("full");
        }, task -> { });
    }

    private static List<Integer> squares(Threads threads, int jobs) {
        return Crew.stretches(threads, jobs, 1, (from, end) -> IntStream.range(from, end).map(i -> i * i).boxed().toList())
                .stream().flatMap(List::stream).toList();
    }

    @Test
    void everyJobIsDoneOnceAndInOrderOnAnyThreads() {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            for (int jobs : new int[] {0, 1, 2, 7, 100}) {
                List<Integer> expected = IntStream.range(0, jobs).map(i -> i * i).boxed().toList();
                assertEquals(expected, squares(Threads.ONE, jobs));
                assertEquals(expected, squares(Threads.of(3), jobs));
                assertEquals(expected, squares(Threads.of(Threads.MOST), jobs));
                assertEquals(expected, squares(Threads.of(pool, 8), jobs));
                oddExecutors().forEach(odd -> assertEquals(expected, squares(Threads.of(odd, 4), jobs)));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aPoolOfOneThreadThatAsksItselfDoesNotWaitForItself() throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            assertEquals(List.of(0, 1, 4), pool.submit(() -> squares(Threads.of(pool, 3), 3)).get());
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void ofSeveralFailuresTheFirstInOrderIsThrownWithTheOthersSuppressed() {
        for (int round = 0; round < 50; round++) {
            CountDownLatch all = new CountDownLatch(4);
            IllegalStateException thrown = assertThrows(IllegalStateException.class, () -> Crew.each(Threads.of(4), 4, part -> {
                all.countDown();
                await(all);
                if (part > 0) {
                    throw new IllegalStateException("part " + part);
                }
            }));
            assertEquals("part 1", thrown.getMessage());
            assertTrue(Stream.of(thrown.getSuppressed()).allMatch(it -> String.valueOf(it.getMessage()).matches("part [23]")));
        }
    }

    @Test
    void anErrorAndWhatACheckedListenerThrowsReachTheCallerAsTheyAre() {
        StackOverflowError error = new StackOverflowError("deep");
        assertSame(error, assertThrows(StackOverflowError.class, () -> Crew.each(Threads.of(2), 2, part -> {
            throw error;
        })));
        Exception checked = new Exception("checked");
        assertSame(checked, assertThrows(Exception.class, () -> Crew.each(Threads.of(2), 2, part -> sneak(checked))));
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }

    @Test
    void nothingRunsWhenACallReturnsAndLaterPartsStopAtAFailure() {
        AtomicInteger running = new AtomicInteger();
        CountDownLatch endless = new CountDownLatch(1);
        assertThrows(IllegalArgumentException.class, () -> Crew.each(Threads.of(3), 3, part -> {
            running.incrementAndGet();
            try {
                if (part == 0) {
                    await(endless);
                    throw new IllegalArgumentException("first");
                }
                endless.countDown();
                while (true) {
                    Checkpoint.pass();
                }
            } finally {
                running.decrementAndGet();
            }
        }));
        assertEquals(0, running.get());
    }

    @Test
    void anInterruptionEndsAllPartsAndStaysKnown() throws InterruptedException {
        AtomicInteger running = new AtomicInteger();
        CountDownLatch begun = new CountDownLatch(3);
        AtomicReference<Throwable> end = new AtomicReference<>();
        List<Boolean> interrupted = new ArrayList<>();
        Thread caller = new Thread(() -> {
            try {
                Crew.each(Threads.of(3), 3, part -> {
                    running.incrementAndGet();
                    begun.countDown();
                    try {
                        while (true) {
                            Checkpoint.pass("part", part);
                        }
                    } finally {
                        running.decrementAndGet();
                    }
                });
            } catch (WorkInterruptedException e) {
                end.set(e);
            }
            interrupted.add(Thread.currentThread().isInterrupted());
        });
        caller.start();
        begun.await();
        caller.interrupt();
        caller.join();
        assertInstanceOf(WorkInterruptedException.class, end.get());
        assertEquals(List.of(true), interrupted);
        assertEquals(0, running.get());
    }

    @Test
    void aBudgetHoldsOnEveryThread() {
        List<Integer> digits = CostBudget.DEFAULT.digits(77).call(() -> Crew.stretches(Threads.of(4), 4, 1,
                (from, end) -> Checkpoint.budget().digits()));
        assertEquals(List.of(77, 77, 77, 77), digits);
        assertEquals(CostBudget.DEFAULT, Checkpoint.budget());
    }

    @Test
    void threadsAreFromOneToAFew() {
        for (int bad : new int[] {0, -1, Integer.MIN_VALUE, 1025, 1_000_000}) {
            String message = String.valueOf(assertThrows(IllegalArgumentException.class, () -> Threads.of(bad)).getMessage());
            assertTrue(message.contains("1 to 1024") && message.contains(Integer.toString(bad)), message);
            assertThrows(IllegalArgumentException.class, () -> Threads.of(Runnable::run, bad));
        }
        assertEquals("3 threads", Threads.of(3).toString());
        assertFalse(Threads.of(1).executor().isPresent());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
