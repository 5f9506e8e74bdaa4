package io.mubiao.method;

import static java.util.Objects.requireNonNull;

import io.mubiao.value.Rational;

/**
 * Three falling thresholds, each of which belongs to the class above it. Immutable.
 *
 * @param high from here on the best class
 * @param medium from here on the second
 * @param low from here on the third, below it the last
 */
public record GrowthThresholds(Rational high, Rational medium, Rational low) {
    /** Of the ratio observed ÷ required: 95 %, 60 %, 0 (Eurostat; Open SDG sdg/ProgressMeasure.py). */
    public static final GrowthThresholds RATIO =
            new GrowthThresholds(Rational.of(95, 100), Rational.of(60, 100), Rational.ZERO);
    /** Of the yearly rate without a target: 1.5 %, 0.5 %, 0 (Open SDG sdg/ProgressMeasure.py). */
    public static final GrowthThresholds OPEN_SDG =
            new GrowthThresholds(Rational.of(15, 1000), Rational.of(5, 1000), Rational.ZERO);
    /** Of the yearly rate without a target: 1 %, 0, −1 % (Eurostat, unverified). */
    public static final GrowthThresholds EUROSTAT_UNVERIFIED =
            new GrowthThresholds(Rational.of(1, 100), Rational.ZERO, Rational.of(-1, 100));

    public GrowthThresholds {
        requireNonNull(high, "high");
        requireNonNull(medium, "medium");
        requireNonNull(low, "low");
        if (high.compareTo(medium) < 0 || medium.compareTo(low) < 0) {
            throw new IllegalArgumentException("thresholds must fall, got " + high + ", " + medium + ", " + low);
        }
    }
}
