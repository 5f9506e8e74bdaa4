package io.mubiao.target;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.Period;

/**
 * How often a report is owed (报送周期); only a target that declares it can go stale. Immutable.
 *
 * @param every the interval, longer than nothing
 * @param grace days of grace after it, zero or more
 */
public record Reporting(Period every, Period grace) {
    public Reporting {
        requireNonNull(grace, "grace");
        if (every.isNegative() || every.isZero()) {
            throw new IllegalArgumentException("reporting interval must be positive, got " + every);
        }
        if (grace.isNegative()) {
            throw new IllegalArgumentException("grace must be >= 0, got " + grace);
        }
    }

    /** The last day on which something known through {@code last} is not yet stale. */
    public LocalDate freshThrough(LocalDate last) {
        LocalDate owed = last.plus(every);
        boolean wholeMonths = every.equals(Period.of(every.getYears(), every.getMonths(), 0));
        boolean monthEnd = wholeMonths && last.getDayOfMonth() == last.lengthOfMonth();
        return (monthEnd ? owed.withDayOfMonth(owed.lengthOfMonth()) : owed).plus(grace);
    }
}
