package io.mubiao.work;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * On how many threads work is done (线程数), and whose. The caller's is always one of them. Never changes a result; what fails is
 * thrown by the caller's thread, of several failures the one that work in order would have met first. Nothing goes on when a
 * call ends. Immutable.
 */
public final class Threads {
    /** More are refused. */
    public static final int MOST = 1024;

    /** The caller's thread alone. */
    public static final Threads ONE = new Threads(1, null);

    private final int count;
    private final @Nullable Executor executor;

    private Threads(int count, @Nullable Executor executor) {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("threads must be from 1 to " + MOST + ", got " + count);
        }
        this.count = count;
        this.executor = executor;
    }

    /**
     * So many threads, started for each call.
     *
     * @throws IllegalArgumentException if the number is not from 1 to {@value #MOST}
     */
    public static Threads of(int count) {
        return count == 1 ? ONE : new Threads(count, null);
    }

    /**
     * At most so many threads, those beside the caller's from an executor. What it refuses or does not get to, the caller's
     * thread does, so that a full or busy executor makes nothing fail or wait.
     *
     * @throws IllegalArgumentException if the number is not from 1 to {@value #MOST}
     */
    public static Threads of(Executor executor, int count) {
        return new Threads(count, requireNonNull(executor, "executor"));
    }

    /** How many, the caller's included. */
    public int count() {
        return count;
    }

    /** Whose threads they are; empty where they are started for each call. */
    public Optional<Executor> executor() {
        return Optional.ofNullable(executor);
    }

    @Override
    public String toString() {
        return count + (count == 1 ? " thread" : " threads") + (executor == null ? "" : " of " + executor);
    }
}
