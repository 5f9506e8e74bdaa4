package io.mubiao.work.internal;

import io.mubiao.work.CostBudget;
import io.mubiao.work.TooCostlyException;
import io.mubiao.work.TooCostlyException.Cost;
import io.mubiao.work.WorkInterruptedException;
import io.mubiao.work.WorkListener;
import java.time.Duration;
import java.util.Comparator;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where long work asks whether it may go on: not once its thread is interrupted, its time is up, or its result unwanted. */
public final class Checkpoint {
    private static final int STEPS = 1023;
    private static final long LONGEST = Long.MAX_VALUE / 4;

    private static final ThreadLocal<@Nullable Scope> SCOPE = new ThreadLocal<>();

    /** What the work of a thread is part of. */
    record Scope(CostBudget budget, long began, long nanos, long end, @Nullable BooleanSupplier unwanted, boolean finishes,
            @Nullable Scope outer, @Nullable Ticker ticker) {
        boolean isUnwanted() {
            return (unwanted != null && unwanted.getAsBoolean()) || (outer != null && outer.isUnwanted());
        }
    }

    /** Ends work whose result nobody wants any more; the runner that asked for it takes it. */
    static final class Unwanted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unwanted() {
            super("unwanted", null, false, false);
        }
    }

    private Checkpoint() {}

    /** As {@link #pass(String, Object)}, at no place worth naming. */
    public static void pass() {
        pass("", "");
    }

    /** As {@link #pass()}, for every 1,024th number alone: in loops of few instructions. */
    public static void pass(int number) {
        if ((number & STEPS) == 0) {
            pass("", "");
        }
    }

    /**
     * Goes on, or not. Costs some nanoseconds, so that it stands in every loop that users can make long.
     *
     * @param kind what is worked out, such as {@code target}
     * @param which which of them
     */
    public static void pass(String kind, Object which) {
        Scope scope = SCOPE.get();
        if (scope != null && scope.finishes) {
            return;
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new WorkInterruptedException((kind + " " + which).strip());
        }
        if (scope == null) {
            return;
        }
        if (scope.ticker != null && !kind.isEmpty()) {
            scope.ticker.tick(kind, which);
        }
        if (scope.isUnwanted()) {
            throw new Unwanted();
        }
        if (scope.nanos < LONGEST && System.nanoTime() - scope.end > 0) {
            throw new TooCostlyException(Cost.TIME, (kind + " " + which).strip(),
                    (System.nanoTime() - scope.began) / 1_000_000, scope.nanos / 1_000_000);
        }
    }

    /** An order that asks so at every comparison, for sorting what is many. */
    public static <T> Comparator<T> every(Comparator<T> order) {
        return (one, other) -> {
            pass();
            return order.compare(one, other);
        };
    }

    /** A stream that asks so for each, as it comes. */
    public static <T> Stream<T> each(Stream<T> many) {
        return many.peek(it -> pass());
    }

    /** What holds for the work of this thread. */
    public static CostBudget budget() {
        Scope scope = SCOPE.get();
        return scope == null ? CostBudget.DEFAULT : scope.budget;
    }

    /** What some work gives under a budget. */
    public static <T> T under(CostBudget budget, Supplier<T> work) {
        Scope outer = SCOPE.get();
        long began = System.nanoTime();
        long nanos = budget.time().compareTo(Duration.ofNanos(LONGEST)) < 0 ? budget.time().toNanos() : LONGEST;
        Ticker ticker = outer == null ? null : outer.ticker;
        Scope scope = new Scope(budget, began, nanos, began + nanos, null, false, outer, ticker);
        if (outer != null && outer.nanos < LONGEST && outer.end - scope.end < 0) {
            scope = new Scope(budget, outer.began, outer.nanos, outer.end, null, false, outer, ticker);
        }
        return within(scope, work);
    }

    /** What some work gives, somebody hearing of it. */
    public static <T> T heard(WorkListener listener, Supplier<T> work) {
        Scope outer = SCOPE.get();
        Ticker ticker = new Ticker(listener);
        return within(outer == null ? new Scope(CostBudget.DEFAULT, 0, LONGEST, 0, null, false, null, ticker)
                : new Scope(outer.budget, outer.began, outer.nanos, outer.end, null, outer.finishes, outer, ticker), work);
    }

    /** What a change of something that is kept gives, which is made whole even if its thread is interrupted meanwhile. */
    public static <T> T finish(Supplier<T> change) {
        Scope scope = SCOPE.get();
        CostBudget budget = budget();
        return within(new Scope(budget, 0, LONGEST, 0, null, true, scope, null), change);
    }

    static @Nullable Scope scope() {
        return SCOPE.get();
    }

    static <T> T within(@Nullable Scope scope, Supplier<T> work) {
        Scope before = SCOPE.get();
        SCOPE.set(scope);
        try {
            return work.get();
        } finally {
            if (before == null) {
                SCOPE.remove();
            } else {
                SCOPE.set(before);
            }
        }
    }

    /** The scope of a part of some work, which somebody may no longer want. */
    static Scope part(@Nullable Scope whole, BooleanSupplier unwanted) {
        return whole == null ? new Scope(CostBudget.DEFAULT, 0, LONGEST, 0, unwanted, false, null, null)
                : new Scope(whole.budget, whole.began, whole.nanos, whole.end, unwanted, whole.finishes, whole, whole.ticker);
    }
}
