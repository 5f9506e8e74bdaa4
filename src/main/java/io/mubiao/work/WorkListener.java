package io.mubiao.work;

import io.mubiao.work.internal.Checkpoint;
import java.util.function.Supplier;

/**
 * Hears how far long work has come (进度): reading, assessing, scoring, searching, evaluating, writing. {@link #call} holds for all
 * that is done in it, on every thread it uses.
 */
public interface WorkListener {
    /**
     * So many were begun. Called now and then, at most every tenth of a second and once for each kind of thing when it is first met,
     * by whichever thread does the work; no two calls at once. What it throws reaches the caller.
     *
     * @param kind what is worked on, such as {@code line}, {@code target}, {@code item} or {@code row}
     * @param which the last that was begun
     * @param begun how many of the kind were begun until now
     */
    void at(String kind, String which, long begun);

    /** What some work gives, with this listener hearing of it; one around it hears nothing meanwhile. */
    default <T> T call(Supplier<T> work) {
        return Checkpoint.heard(this, work);
    }
}
