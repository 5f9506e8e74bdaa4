package io.mubiao.assess;

import static java.util.Objects.requireNonNull;

import io.mubiao.observe.LogView;
import io.mubiao.observe.ObservationLog;
import io.mubiao.target.PaceCurve;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The question asked of a register (考核时点). Immutable.
 *
 * <p>Defaults of {@link #of}: everything in the log is known; targets without a pace curve of their own are paced by
 * completed months; the version of each goal and the deadline in force on the date count. The date itself counts as
 * elapsed.
 */
public final class AsOf {
    private final LocalDate date;
    private final @Nullable LocalDate knownDay;
    private final @Nullable Instant knownInstant;
    private final PaceCurve pace;
    private final @Nullable Integer version;
    private final boolean originalDeadlines;

    private AsOf(LocalDate date, @Nullable LocalDate knownDay, @Nullable Instant knownInstant, PaceCurve pace,
            @Nullable Integer version, boolean originalDeadlines) {
        this.date = inCalendar(date);
        this.knownDay = knownDay == null ? null : inCalendar(knownDay);
        this.knownInstant = knownInstant;
        this.pace = requireNonNull(pace, "pace");
        this.version = version;
        this.originalDeadlines = originalDeadlines;
    }

    private static LocalDate inCalendar(LocalDate day) {
        if (day.getYear() < 1 || day.getYear() > 9999) {
            throw new IllegalArgumentException("the year must be from 1 to 9999, got " + day);
        }
        return day;
    }

    /** As of the end of a day. */
    public static AsOf of(LocalDate date) {
        return new AsOf(date, null, null, PaceCurve.months(), null, false);
    }

    /** The same with only what was known at the end of a day in the register's zone, years from 1 to 9999. */
    public AsOf knownBy(LocalDate day) {
        return new AsOf(date, requireNonNull(day, "day"), null, pace, version, originalDeadlines);
    }

    /** The same with only what was known at an instant. */
    public AsOf knownAt(Instant instant) {
        return new AsOf(date, null, requireNonNull(instant, "instant"), pace, version, originalDeadlines);
    }

    /** The same with another curve for the targets that have none of their own. */
    public AsOf pace(PaceCurve curve) {
        return new AsOf(date, knownDay, knownInstant, curve, version, originalDeadlines);
    }

    /** The same against every goal as first set. */
    public AsOf originalGoals() {
        return version(0);
    }

    /** The same against a numbered version of every goal (its latest where it has fewer); 0 is the original. */
    public AsOf version(int number) {
        if (number < 0) {
            throw new IllegalArgumentException("version must be >= 0, got " + number);
        }
        return new AsOf(date, knownDay, knownInstant, pace, number, originalDeadlines);
    }

    /** The same against every deadline as first set. */
    public AsOf originalDeadlines() {
        return new AsOf(date, knownDay, knownInstant, pace, version, true);
    }

    /** The same question, asked of another day. */
    public AsOf date(LocalDate day) {
        return new AsOf(day, knownDay, knownInstant, pace, version, originalDeadlines);
    }

    /** The day. */
    public LocalDate date() {
        return date;
    }

    /** The curve for targets that have none of their own. */
    public PaceCurve pace() {
        return pace;
    }

    @Nullable Integer version() {
        return version;
    }

    boolean usesOriginalDeadlines() {
        return originalDeadlines;
    }

    /** The last instant at which something must have been recorded to be known; empty if everything is. */
    public Optional<Instant> knownUntil(ZoneId zone) {
        return knownDay != null
                ? Optional.of(knownDay.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1))
                : Optional.ofNullable(knownInstant);
    }

    /** The last day on which something must have been decided, such as an extension, to count in a zone. */
    public LocalDate decidedBy(ZoneId zone) {
        LocalDate known = knownUntil(zone).map(instant -> LocalDate.ofInstant(instant, zone)).orElse(date);
        return known.isBefore(date) ? known : date;
    }

    /** The log as far as the question lets it be known, dates taken in a zone. */
    public LogView view(ObservationLog log, ZoneId zone) {
        if (knownDay != null) {
            return log.knownBy(knownDay, zone);
        }
        return knownInstant != null ? log.knownAt(knownInstant, zone) : log.view(zone);
    }

    /** What was known: a day, an instant, or {@code everything}. */
    public String known() {
        return knownDay != null ? knownDay.toString() : knownInstant != null ? knownInstant.toString() : "everything";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AsOf that && date.equals(that.date) && Objects.equals(knownDay, that.knownDay)
                && Objects.equals(knownInstant, that.knownInstant) && pace.equals(that.pace)
                && Objects.equals(version, that.version) && originalDeadlines == that.originalDeadlines;
    }

    @Override
    public int hashCode() {
        return Objects.hash(date, knownDay, knownInstant, pace, version, originalDeadlines);
    }

    @Override
    public String toString() {
        return "as of " + date + ", knowing " + (knownDay == null && knownInstant == null ? "" : "by ") + known();
    }
}
