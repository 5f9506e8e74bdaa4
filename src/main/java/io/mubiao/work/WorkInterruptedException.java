package io.mubiao.work;

import java.io.Serial;
import java.util.concurrent.CancellationException;

/**
 * Work was left because its thread was interrupted (被中断), within 100 ms of it. The thread is still marked as interrupted, and
 * every object that took part is as it was before and may be used again.
 */
public final class WorkInterruptedException extends CancellationException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** With the place that the work had come to, such as {@code target P03}. */
    public WorkInterruptedException(String where) {
        super(where.isEmpty() ? "interrupted" : "interrupted at " + where);
    }
}
