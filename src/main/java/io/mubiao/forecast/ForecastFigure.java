package io.mubiao.forecast;

import static java.util.Objects.requireNonNull;

import io.mubiao.value.Quantity;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One number that a forecast was made from; together with the method and the settings it can be made again. Immutable.
 *
 * @param name what it is
 * @param value the number
 * @param on its day, where it is one of several on different days
 */
public record ForecastFigure(Name name, Quantity value, Optional<LocalDate> on) {
    /** What a number is. */
    public enum Name {
        /** What is done. */
        DONE,
        /** The share of the plan elapsed by the day of the last figure. */
        ELAPSED_SHARE,
        /** What is expected to be still to come. */
        REST,
        /** The lower end of what is still to come. */
        REST_LOW,
        /** The upper end of what is still to come. */
        REST_HIGH,
        /** An amount done over a part of the plan. */
        PART,
        /** The share of the plan that a part covers. */
        PART_SHARE,
        /** A level on a day. */
        LEVEL,
        /** After how many days a level weighs half; 0 for equal weights. */
        HALF_LIFE,
        /** Members, samples or cells that are satisfied. */
        SATISFIED,
        /** Members, samples or cells that are decided. */
        DECIDED,
        /** Members, samples or cells still to come. */
        TO_COME,
        /** Members still open. */
        STILL_OPEN,
        /** Whole periods without an event. */
        CLEAN_PERIODS,
        /** Periods left, a begun one counted. */
        PERIODS_LEFT,
        /** The upper bound on the probability of an event per period. */
        UPPER_BOUND,
        /** What the probability of staying clean is at least. */
        AT_LEAST,
        /** Planned time, in months. */
        PLANNED_TIME,
        /** Time elapsed, in months. */
        ELAPSED_TIME,
        /** The share of the work done. */
        EARNED_SHARE,
        /** The time at which the plan had what is done, in months. */
        EARNED_TIME,
        /** Earned time ÷ time elapsed. */
        SPI_TIME
    }

    public ForecastFigure {
        requireNonNull(name, "name");
        requireNonNull(value, "value");
        requireNonNull(on, "on");
    }

    static ForecastFigure of(Name name, Quantity value) {
        return new ForecastFigure(name, value, Optional.empty());
    }

    @Override
    public String toString() {
        return name + on.map(day -> " " + day).orElse("") + " = " + value;
    }
}
