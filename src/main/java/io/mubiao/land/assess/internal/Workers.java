package io.mubiao.land.assess.internal;

import io.mubiao.land.assess.Progress;
import io.mubiao.work.Threads;
import io.mubiao.work.internal.Checkpoint;
import io.mubiao.work.internal.Crew;
import java.util.List;
import java.util.function.IntConsumer;

/** Shares the rows of a roll among threads. What the ranges give is combined in row order. */
public final class Workers {
    private static final int SMALLEST = 2048;

    private final Threads threads;
    private final Progress progress;

    public Workers(Threads threads, Progress progress) {
        this.threads = threads;
        this.progress = progress;
    }

    /** What each range gives, in row order. */
    public <T> List<T> map(int rows, Crew.Stretch<T> work) {
        return Crew.stretches(threads, rows, SMALLEST, work);
    }

    /** Does tasks numbered from 0, each by the next thread that is free. */
    void each(int tasks, IntConsumer task) {
        Crew.each(threads, tasks, task);
    }

    /** Counts rows done in a stage and tells the listener now and then. */
    public Counter counter(Progress.Stage stage, long total) {
        return new Counter(stage, total);
    }

    public final class Counter {
        private static final int STEP = 8192;
        /** One of so many rows asks whether to go on; a slow one takes a tenth of a millisecond. */
        private static final int FEW = 63;
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
            if ((row & FEW) == 0) {
                Checkpoint.pass("row", row);
            }
            if ((row - from + 1) % STEP == 0) {
                add(STEP);
            }
        }

        /** The rest of a range. */
        public void end(int from, int end) {
            add((end - from) % STEP);
        }

        public synchronized void add(long rows) {
            Checkpoint.pass("row", done);
            done += rows;
            if (rows > 0 && progress != Progress.NONE) {
                progress.at(stage, done, total);
            }
        }
    }
}
