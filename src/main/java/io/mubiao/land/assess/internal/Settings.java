package io.mubiao.land.assess.internal;

import io.mubiao.land.Roll;
import io.mubiao.land.assess.ClassHistory;
import io.mubiao.land.assess.ManualChange;
import io.mubiao.land.assess.Progress;
import io.mubiao.work.Threads;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * With what an assessor evaluates a roll. Immutable.
 *
 * @param earlier the rolls of years before last year, by how many years ago they were
 */
public record Settings(Threads threads, Progress progress, @Nullable Roll prior, ClassHistory history, Map<String, ManualChange> manual,
        @Nullable BaselineTable frozen, int year, @Nullable LocalDate asked, boolean fast, Map<Integer, Roll> earlier) {
    /** The day on which consequences are asked for; null where nobody says it, nor the year. */
    @Nullable LocalDate day() {
        return asked != null ? asked : year > 1 ? LocalDate.of(year, 12, 31) : null;
    }

    public Workers workers() {
        return new Workers(threads, progress);
    }
}
