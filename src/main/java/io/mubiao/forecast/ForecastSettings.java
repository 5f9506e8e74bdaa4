package io.mubiao.forecast;

import static java.util.Objects.requireNonNull;

import io.mubiao.forecast.internal.Checks;
import io.mubiao.forecast.internal.CountForecast;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.math.BigDecimal;
import java.time.Period;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How forecasts are made (预测设置). Immutable; each method gives a changed copy.
 *
 * <p>Defaults: intervals of 80 %; nothing is said before 5 % of the plan has elapsed; at least 4 figures for what needs a
 * scatter; a level weighs half after 183 days; clean periods are months. What is stale is declared by each target's
 * reporting interval, not here. A count is what is counted in a plain measure word (个, 所, 起) in whole numbers; per
 * target it may be declared otherwise.
 */
public final class ForecastSettings {
    private static final ForecastSettings DEFAULTS = new ForecastSettings(CountForecast.LEVEL, Rational.of(1, 20), 4,
            183, Period.ofMonths(1), Map.of());

    private final BigDecimal level;
    private final Rational minimumShare;
    private final int minimumPoints;
    private final int halfLifeDays;
    private final Period cleanPeriod;
    private final Map<String, Special> special;

    /** What is declared of one target. */
    private record Special(Optional<Range> range, Optional<Long> population, Optional<Boolean> counted) {
        static final Special NONE = new Special(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The bounds that a level cannot leave. */
    record Range(Quantity low, Quantity high) {}

    private ForecastSettings(BigDecimal level, Rational minimumShare, int minimumPoints, int halfLifeDays,
            Period cleanPeriod, Map<String, Special> special) {
        this.level = level;
        this.minimumShare = minimumShare;
        this.minimumPoints = minimumPoints;
        this.halfLifeDays = halfLifeDays;
        this.cleanPeriod = cleanPeriod;
        this.special = special;
    }

    /** The defaults. */
    public static ForecastSettings defaults() {
        return DEFAULTS;
    }

    /** Intervals of another level, between 0 and 1: 0.9. */
    public ForecastSettings level(String probability) {
        BigDecimal value = new BigDecimal(probability);
        Checks.level(value);
        return new ForecastSettings(value, minimumShare, minimumPoints, halfLifeDays, cleanPeriod, special);
    }

    /** Nothing is said before this share of the plan has elapsed; from 0 to 1. */
    public ForecastSettings minimumShare(Rational share) {
        if (share.signum() < 0 || share.compareTo(Rational.ONE) > 0) {
            throw new IllegalArgumentException("minimum share must be from 0 to 1, got " + share);
        }
        return new ForecastSettings(level, share, minimumPoints, halfLifeDays, cleanPeriod, special);
    }

    /** Another least number of figures, 2 or more. */
    public ForecastSettings minimumPoints(int points) {
        Checks.range("minimum points", points, 2, Integer.MAX_VALUE);
        return new ForecastSettings(level, minimumShare, points, halfLifeDays, cleanPeriod, special);
    }

    /** After how many days a level weighs half; 0 for equal weights. */
    public ForecastSettings halfLifeDays(int days) {
        Checks.range("half-life in days", days, 0, Integer.MAX_VALUE);
        return new ForecastSettings(level, minimumShare, minimumPoints, days, cleanPeriod, special);
    }

    /** Red lines are clean by this period instead of by month. */
    public ForecastSettings cleanPeriod(Period period) {
        if (period.isZero() || period.isNegative()) {
            throw new IllegalArgumentException("clean period must be positive, got " + period);
        }
        return new ForecastSettings(level, minimumShare, minimumPoints, halfLifeDays, period, special);
    }

    /** The level of one target cannot leave these bounds (a share from 0 % to 100 %). */
    public ForecastSettings withBounds(String targetId, Quantity low, Quantity high) {
        if (low.compareAmount(high) >= 0) {
            throw new IllegalArgumentException("low must be below high, got " + low + " and " + high);
        }
        Special before = of(targetId);
        return with(targetId, new Special(Optional.of(new Range(low, high)), before.population, before.counted));
    }

    /** How many members the population of one target will have by the deadline, instead of growing at its pace. */
    public ForecastSettings withPopulation(String targetId, long members) {
        Checks.range("population", members, 1, CountForecast.LIMIT);
        Special before = of(targetId);
        return with(targetId, new Special(before.range, Optional.of(members), before.counted));
    }

    /** One target is a count of single events, whatever its unit. */
    public ForecastSettings withCounted(String targetId) {
        Special before = of(targetId);
        return with(targetId, new Special(before.range, before.population, Optional.of(true)));
    }

    /** One target is an amount, although its unit is a measure word: its events are not single ones. */
    public ForecastSettings withMeasured(String targetId) {
        Special before = of(targetId);
        return with(targetId, new Special(before.range, before.population, Optional.of(false)));
    }

    private ForecastSettings with(String targetId, Special value) {
        Map<String, Special> all = new HashMap<>(special);
        all.put(requireNonNull(targetId, "targetId"), value);
        return new ForecastSettings(level, minimumShare, minimumPoints, halfLifeDays, cleanPeriod,
                Collections.unmodifiableMap(all));
    }

    private Special of(String targetId) {
        return special.getOrDefault(targetId, Special.NONE);
    }

    /** The level of intervals. */
    public BigDecimal level() {
        return level;
    }

    /** The share of the plan before which nothing is said. */
    public Rational minimumShare() {
        return minimumShare;
    }

    /** The least number of figures. */
    public int minimumPoints() {
        return minimumPoints;
    }

    /** After how many days a level weighs half. */
    public int halfLifeDays() {
        return halfLifeDays;
    }

    /** The period by which red lines are clean. */
    public Period cleanPeriod() {
        return cleanPeriod;
    }

    Optional<Range> range(String targetId) {
        return of(targetId).range;
    }

    Optional<Long> populationOf(String targetId) {
        return of(targetId).population;
    }

    Optional<Boolean> isCounted(String targetId) {
        return of(targetId).counted;
    }
}
