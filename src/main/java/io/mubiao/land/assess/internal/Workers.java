package io.mubiao.land.assess.internal;

import io.mubiao.land.assess.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Shares the rows of a roll among threads. What the ranges give is combined in row order. */
public final class Workers {
    /** Work on the rows from first to before end. */
    public interface Range<T> {
        T run(int from, int end);
    }

    private static final int SMALLEST = 2048;

    private final int threads;
    private final Progress progress;

    public Workers(int threads, Progress progress) {
        this.threads = threads;
        this.progress = progress;
    }

    int threads() {
        return threads;
    }

    /** What each range gives, in row order. */
    public <T> List<T> map(int rows, Range<T> work) {
        int parts = Math.max(1, Math.min(threads, rows / SMALLEST));
        if (parts == 1) {
            return List.of(work.run(0, rows));
        }
        AtomicReferenceArray<@Nullable T> results = new AtomicReferenceArray<>(parts);
        together(parts, part -> results.set(part,
                work.run((int) ((long) rows * part / parts), (int) ((long) rows * (part + 1) / parts))));
        List<T> values = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            T value = results.get(part);
            if (value == null) {
                throw new IllegalStateException("a range gave nothing");
            }
            values.add(value);
        }
        return values;
    }

    /** Does tasks numbered from 0, each by the next thread that is free. */
    void each(int tasks, IntConsumer task) {
        AtomicInteger next = new AtomicInteger();
        together(Math.max(1, Math.min(threads, tasks)), part -> {
            for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
                task.accept(i);
            }
        });
    }

    /** Runs each part in a thread of its own, the last one in this one. */
    private static void together(int parts, IntConsumer work) {
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        List<Thread> running = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            int part = i;
            Runnable task = () -> {
                try {
                    work.accept(part);
                } catch (RuntimeException | Error e) {
                    failure.compareAndSet(null, e);
                }
            };
            if (part == parts - 1) {
                task.run();
            } else {
                Thread thread = new Thread(task, "mubiao-rows-" + part);
                thread.setDaemon(true);
                thread.start();
                running.add(thread);
            }
        }
        running.forEach(Workers::join);
        rethrow(failure.get());
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void rethrow(@Nullable Throwable failure) {
        if (failure instanceof RuntimeException problem) {
            throw problem;
        }
        if (failure instanceof Error error) {
            throw error;
        }
    }

    /** Counts rows done in a stage and tells the listener now and then. */
    public Counter counter(Progress.Stage stage, long total) {
        return new Counter(stage, total);
    }

    public final class Counter {
        private static final int STEP = 8192;
        private final Progress.Stage stage;
        private final long total;
        private long done;

        Counter(Progress.Stage stage, long total) {
            this.stage = stage;
            this.total = total;
            if (progress != Progress.NONE) {
                progress.at(stage, 0, total);
            }
        }

        /** One more row, from the thread of a range that began at the given row. */
        public void row(int from, int row) {
            if ((row - from + 1) % STEP == 0) {
                add(STEP);
            }
        }

        /** The rest of a range. */
        public void end(int from, int end) {
            add((end - from) % STEP);
        }

        synchronized void add(long rows) {
            done += rows;
            if (rows > 0 && progress != Progress.NONE) {
                progress.at(stage, done, total);
            }
        }
    }
}
