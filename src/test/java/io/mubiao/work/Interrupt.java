package io.mubiao.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Interrupts work that is done again and again, so that it is surely met at work, and would go on for ever otherwise. */
final class Interrupt {
    /** What is promised is a tenth of a second; a machine that does much else beside may take longer. */
    private static final long MOST_MILLIS = 2_000;

    private Interrupt() {}

    static void ends(String what, Runnable work) throws InterruptedException {
        CountDownLatch once = new CountDownLatch(1);
        AtomicReference<Throwable> end = new AtomicReference<>();
        boolean[] known = new boolean[1];
        Thread thread = new Thread(() -> {
            try {
                while (true) {
                    work.run();
                    once.countDown();
                }
            } catch (Throwable e) {
                end.set(e);
                known[0] = Thread.currentThread().isInterrupted();
            }
        });
        thread.setDaemon(true);
        thread.start();
        once.await(5, TimeUnit.SECONDS);
        thread.join(30);
        assertEquals(null, end.get(), () -> what + " failed: " + end.get());
        long began = System.nanoTime();
        thread.interrupt();
        thread.join(MOST_MILLIS);
        long millis = (System.nanoTime() - began) / 1_000_000;
        assertTrue(!thread.isAlive(), () -> what + " does not end");
        assertInstanceOf(WorkInterruptedException.class, end.get(), () -> what + ": " + end.get());
        assertTrue(known[0], () -> what + ": the interruption is forgotten");
        if (Boolean.getBoolean("mubiao.interrupt")) {
            System.err.println(what + ": " + millis + " ms");
        }
    }
}
