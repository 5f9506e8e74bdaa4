package io.mubiao.assess.internal;

import io.mubiao.work.internal.Checkpoint;
import java.util.ConcurrentModificationException;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets any number of threads read a thing at once, or one change it, and refuses the rest at once: nobody waits, and what was
 * refused changed nothing. No call may be made from within another.
 */
public final class Turns {
    private final String what;
    private final StampedLock lock = new StampedLock();
    private volatile @Nullable Thread writer;

    /** For a thing that messages call {@code what}. */
    public Turns(String what) {
        this.what = what;
    }

    /**
     * Reads it.
     *
     * @throws ConcurrentModificationException if a thread is changing it
     */
    public <T> T read(Supplier<T> work) {
        long stamp = lock.tryReadLock();
        if (stamp == 0) {
            throw refusal("reads");
        }
        try {
            return work.get();
        } finally {
            lock.unlockRead(stamp);
        }
    }

    /**
     * Changes it, whole even if the thread is interrupted meanwhile.
     *
     * @throws ConcurrentModificationException if another thread is reading or changing it
     */
    public <T> T change(Supplier<T> work) {
        long stamp = lock.tryWriteLock();
        if (stamp == 0) {
            throw refusal("changes");
        }
        writer = Thread.currentThread();
        try {
            return Checkpoint.finish(work);
        } finally {
            writer = null;
            lock.unlockWrite(stamp);
        }
    }

    private ConcurrentModificationException refusal(String does) {
        Thread other = writer;
        return new ConcurrentModificationException("thread '" + Thread.currentThread().getName() + "' " + does + " " + what
                + " while " + (other == null ? "other threads use it" : "thread '" + other.getName() + "' changes it")
                + "; many may read at once or one may change it: guard it with a ReadWriteLock");
    }
}
