package io.mubiao.work.internal;

import io.mubiao.work.Threads;
import io.mubiao.work.WorkInterruptedException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Does the parts of some work on several threads. Each part is taken by the next thread that is free, the caller's included,
 * so nothing waits for a thread that never comes. Of several failures the caller gets that of the first part, with the
 * others suppressed; later parts are no longer begun, and none runs when this returns.
 */
public final class Crew {
    /** What is done with the jobs from one number up to another. */
    public interface Stretch<T> {
        /** The result for some jobs, at least one. */
        T of(int from, int end);
    }

    private final int parts;
    private final IntConsumer work;
    private final Checkpoint.@Nullable Scope scope = Checkpoint.scope();
    private final AtomicInteger next = new AtomicInteger();
    private final CountDownLatch open;
    private final TreeMap<Integer, Throwable> failures = new TreeMap<>();
    private volatile int wanted = Integer.MAX_VALUE;

    private Crew(int parts, IntConsumer work) {
        this.parts = parts;
        this.work = work;
        open = new CountDownLatch(parts);
    }

    /** Does each of the parts, numbered from 0. */
    public static void each(Threads threads, int parts, IntConsumer work) {
        if (threads.count() == 1 || parts <= 1) {
            for (int part = 0; part < parts; part++) {
                Checkpoint.pass();
                work.accept(part);
            }
            return;
        }
        Crew crew = new Crew(parts, work);
        try {
            crew.call(threads, Math.min(threads.count(), parts) - 1);
        } catch (RuntimeException | Error e) {
            crew.failed(-1, e);
        }
        crew.work();
        crew.await();
        crew.end();
    }

    /** What each stretch of some jobs gives, in order: as many stretches as threads, none but the only one under the fewest. */
    public static <T> List<T> stretches(Threads threads, int jobs, int fewest, Stretch<T> work) {
        int parts = Math.max(1, Math.min(threads.count(), jobs / fewest));
        AtomicReferenceArray<T> results = new AtomicReferenceArray<>(parts);
        each(threads, parts, part -> results.set(part, work.of(bound(part, parts, jobs), bound(part + 1, parts, jobs))));
        List<T> all = new ArrayList<>(parts);
        for (int part = 0; part < parts; part++) {
            all.add(results.get(part));
        }
        return all;
    }

    private static int bound(int part, int parts, int jobs) {
        return (int) ((long) jobs * part / parts);
    }

    private void call(Threads threads, int helpers) {
        for (int i = 0; i < helpers; i++) {
            if (threads.executor().isPresent()) {
                try {
                    threads.executor().get().execute(this::work);
                } catch (RejectedExecutionException e) {
                    return;
                }
            } else {
                Thread helper = new Thread(this::work, "mubiao-" + i);
                helper.setDaemon(true);
                helper.start();
            }
        }
    }

    private void work() {
        for (int part = next.getAndIncrement(); part < parts; part = next.getAndIncrement()) {
            try {
                if (part < wanted) {
                    run(part);
                }
            } finally {
                open.countDown();
            }
        }
    }

    private void run(int part) {
        try {
            Checkpoint.within(Checkpoint.part(scope, () -> part >= wanted), () -> {
                Checkpoint.pass();
                work.accept(part);
                return true;
            });
        } catch (Checkpoint.Unwanted e) {
            if (part < wanted) {
                failed(part, e);
            }
        } catch (WorkInterruptedException e) {
            failed(-1, e);
        } catch (Throwable e) {
            failed(part, e);
        }
    }

    private synchronized void failed(int part, Throwable failure) {
        failures.merge(part, failure, (first, other) -> {
            first.addSuppressed(other);
            return first;
        });
        wanted = Math.min(wanted, part);
    }

    private void await() {
        boolean again = false;
        while (true) {
            try {
                open.await();
                break;
            } catch (InterruptedException e) {
                again = true;
                failed(-1, new WorkInterruptedException(""));
            }
        }
        if (again) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        List<Throwable> all;
        synchronized (this) {
            all = List.copyOf(failures.values());
        }
        if (all.isEmpty()) {
            return;
        }
        Throwable first = all.get(0);
        all.stream().skip(1).filter(other -> other != first).forEach(first::addSuppressed);
        Crew.<RuntimeException>throwAsIs(first);
    }

    /** What a listener throws may be checked, in other languages; it reaches the caller all the same. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void throwAsIs(Throwable failure) throws T {
        throw (T) failure;
    }
}
