package io.mubiao.scorecard;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Shares a row of independent jobs out among threads, a stretch each. */
final class Stretches {
    private static final int FEWEST = 64;

    private Stretches() {}

    /** Work on the jobs from one number up to another. */
    interface Work {
        void run(int from, int end);
    }

    /** Runs all jobs; the caller's thread takes the last stretch. What a job throws, the caller gets. */
    static void run(int jobs, int threads, Work work) {
        int parts = Math.max(1, Math.min(threads, jobs / FEWEST));
        if (parts == 1) {
            work.run(0, jobs);
            return;
        }
        AtomicReference<Throwable> failed = new AtomicReference<>();
        List<Thread> helpers = new ArrayList<>();
        for (int part = 0; part < parts - 1; part++) {
            int from = end(part, parts, jobs);
            int end = end(part + 1, parts, jobs);
            Thread helper = new Thread(() -> work.run(from, end), "mubiao-score-" + part);
            helper.setUncaughtExceptionHandler((thread, thrown) -> failed.compareAndSet(null, thrown));
            helpers.add(helper);
        }
        helpers.forEach(Thread::start);
        try {
            work.run(end(parts - 1, parts, jobs), jobs);
        } finally {
            join(helpers);
        }
        if (failed.get() instanceof RuntimeException thrown) {
            throw thrown;
        } else if (failed.get() instanceof Error thrown) {
            throw thrown;
        }
    }

    private static int end(int part, int parts, int jobs) {
        return (int) ((long) jobs * part / parts);
    }

    private static void join(List<Thread> helpers) {
        boolean interrupted = false;
        for (Thread helper : helpers) {
            while (helper.isAlive()) {
                try {
                    helper.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
