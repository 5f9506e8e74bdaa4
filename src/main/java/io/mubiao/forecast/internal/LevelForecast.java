package io.mubiao.forecast.internal;

import static java.util.Objects.requireNonNull;

import io.mubiao.forecast.PredictionInterval;
import io.mubiao.forecast.internal.Accepted;
import io.mubiao.forecast.internal.Levels;
import io.mubiao.forecast.internal.Reals;
import io.mubiao.forecast.internal.Student;
import io.mubiao.target.Bound;
import io.mubiao.value.Quantity;
import io.mubiao.value.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a level or rate will be on a day (水平预测): a straight line through the levels by least squares, each weighing 2 to
 * the power of −(its age ÷ half-life), and Student's t about it. Immutable.
 *
 * <p>With equal weights this is the textbook prediction interval: levels 1, 2, 4, 5 on days 0, 1, 2, 3 give 6.5 on day
 * 4, s² = 0.1, variance s²(1 + 1/4 + 2.5²/5), 2 degrees of freedom. With weights see the class that does it: the degrees
 * of freedom are (Σw)²/Σw² − 2.
 *
 * <p>Between declared bounds (a share from 0 to 100 %) the line is drawn through the logits, so that no forecast leaves
 * them; n levels are first drawn in by (x(n − 1) + 1/2)/n if one lies on a bound. Levels on one straight line, on one
 * day, or too few once weighed give no forecast. Levels are taken as independent about the line; running means and
 * year-to-date rates are not, and their interval is too narrow.
 */
public final class LevelForecast {
    /** A level on a day. */
    public record Point(LocalDate on, Quantity value) {
        public Point {
            requireNonNull(on, "on");
            requireNonNull(value, "value");
        }
    }

    private final Unit unit;
    private final Student about;

    private LevelForecast(Unit unit, Student about) {
        this.unit = unit;
        this.about = about;
    }

    /**
     * The level on a day, from points of earlier days.
     *
     * @param halfLifeDays after how many days a level weighs half; 0 for equal weights
     * @return empty where the points give no line or no scatter about it
     */
    public static Optional<LevelForecast> of(List<Point> points, LocalDate day, int halfLifeDays) {
        return between(points, day, halfLifeDays, null, null);
    }

    /**
     * The same of a level that cannot leave its bounds.
     *
     * @throws IllegalArgumentException if a point lies outside
     */
    public static Optional<LevelForecast> bounded(List<Point> points, LocalDate day, int halfLifeDays, Quantity low,
            Quantity high) {
        if (low.compareAmount(high) >= 0) {
            throw new IllegalArgumentException("low must be below high, got " + low + " and " + high);
        }
        for (Point point : points) {
            if (point.value().compareAmount(low) < 0 || point.value().compareAmount(high) > 0) {
                throw new IllegalArgumentException(
                        "level must be from " + low + " to " + high + ", got " + point.value() + " on " + point.on());
            }
        }
        return between(points, day, halfLifeDays, requireNonNull(low), requireNonNull(high));
    }

    private static Optional<LevelForecast> between(List<Point> points, LocalDate day, int halfLifeDays,
            @Nullable Quantity low, @Nullable Quantity high) {
        Checks.range("half-life in days", halfLifeDays, 0, Integer.MAX_VALUE);
        if (points.isEmpty()) {
            return Optional.empty();
        }
        Unit unit = points.get(0).value().unit();
        Levels levels = new Levels(points, day, halfLifeDays, unit);
        Student about = low == null || high == null ? levels.line() : levels.logit(low, high);
        return about == null ? Optional.empty() : Optional.of(new LevelForecast(unit, about));
    }

    /** The most likely level, to six digits. */
    public Quantity expected() {
        return Reals.quantity(about.middle(), unit);
    }

    /** The probability that the level is accepted. */
    public BigDecimal probability(Bound required) {
        return Reals.probability(about.within(Accepted.of(required), unit));
    }

    /** The interval of the level. */
    public PredictionInterval interval(BigDecimal level) {
        Checks.level(level);
        return new PredictionInterval(Reals.quantity(about.low(level), unit), Reals.quantity(about.high(level), unit), level);
    }

    @Override
    public String toString() {
        return expected().toString();
    }
}
