package io.mubiao.time;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** When something happened: a local date, or an instant that becomes a date in the register's zone. Immutable. */
public final class Moment {
    private final @Nullable LocalDate date;
    private final @Nullable Instant instant;

    private Moment(@Nullable LocalDate date, @Nullable Instant instant) {
        this.date = date;
        this.instant = instant;
    }

    /** On a local date. */
    public static Moment on(LocalDate date) {
        return new Moment(requireNonNull(date, "date"), null);
    }

    /** At an instant. */
    public static Moment at(Instant instant) {
        return new Moment(null, requireNonNull(instant, "instant"));
    }

    /** The local date of this moment in a zone. */
    public LocalDate dateIn(ZoneId zone) {
        return date != null ? date : LocalDate.ofInstant(requireNonNull(instant), zone);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Moment that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** The ISO date, or the ISO instant in UTC. */
    @Override
    public String toString() {
        return date != null ? date.toString() : requireNonNull(instant).toString();
    }
}
