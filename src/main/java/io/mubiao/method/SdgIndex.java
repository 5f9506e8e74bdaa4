package io.mubiao.method;

import io.mubiao.formula.Formula;
import io.mubiao.target.Direction;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * SDSN SDG Index: indicators rescaled between worst and best, averaged within goals, goals averaged.
 *
 * <p>Formula: (x − worst) ÷ (best − worst) · 100, held between 0 and 100. Worked: 30 between worst 0 and best 40 is 75; 30
 * between worst 40 and best 0 (less is better) is 25. Goals 75 (one indicator) and 25 (the mean of 0 and 50) make 50,
 * not the mean of the three indicators.
 *
 * <p>Edge cases: best equal to worst is {@link NoAnswer#ZERO_RANGE}; if more than 20 % of all indicators are missing there
 * is no index (exactly 20 % passes); a goal of which everything is missing is left out of the mean and named. A
 * difference of two or three places between such indexes is noise, the source says.
 *
 * <p>Source: dashboards.sdgindex.org/chapters/methodology.
 */
public final class SdgIndex {
    /** The published share of missing indicators that still passes. */
    public static final Rational MOST_MISSING = Rational.of(1, 5);

    private SdgIndex() {}

    /**
     * The index of a whole.
     *
     * @param goals the mean of each goal
     * @param index the mean of the goals
     * @param leftOut goals without any indicator
     */
    public record Result(Map<String, Figure> goals, Figure index, List<String> leftOut) {
        public Result {
            goals = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(goals));
            leftOut = List.copyOf(leftOut);
        }
    }

    /** Where average growth leads; the classes are unverified. */
    public enum Trend {
        /** At least the growth needed, or reached. */
        ON_TRACK,
        /** At least half of it. */
        MODERATE,
        /** At least none. */
        STAGNANT,
        /** Going back. */
        DECREASING
    }

    /** One indicator between 0 and 100. */
    public static Figure rescale(String name, Quantity value, Quantity worst, Quantity best) {
        Figure raw = rescaleRaw("raw", value, worst, best);
        return new FigureWorkings().with(raw).work(name, name, "clamp(raw, 0, 100)");
    }

    /** The same without holding it between 0 and 100. */
    public static Figure rescaleRaw(String name, Quantity value, Quantity worst, Quantity best) {
        if (best.compareAmount(worst) == 0) {
            return Figure.none(name, NoAnswer.ZERO_RANGE, best.toString());
        }
        return new FigureWorkings().with("x", name, value).with("worst", "worst", worst).with("best", "best", best)
                .work(name, name, "(x - worst) / (best - worst) * 100");
    }

    /** The index of scores by goal; a figure without a number is a missing indicator. */
    public static Result of(Map<String, List<Figure>> scores) {
        return of(scores, MOST_MISSING);
    }

    /** The same with another gate: the share of missing indicators that still passes, from 0 to 1. */
    public static Result of(Map<String, List<Figure>> scores, Rational mostMissing) {
        long all = scores.values().stream().mapToLong(List::size).sum();
        long missing = scores.values().stream().flatMap(List::stream).filter(score -> !score.isPresent()).count();
        Map<String, Figure> goals = new LinkedHashMap<>();
        List<String> leftOut = new ArrayList<>();
        List<Figure> means = new ArrayList<>();
        scores.forEach((goal, figures) -> {
            Figure mean = mean("goal_" + (goals.size() + 1), goal, figures.stream().filter(Figure::isPresent).toList());
            goals.put(goal, mean);
            if (mean.isPresent()) {
                means.add(mean);
            } else {
                leftOut.add(goal);
            }
        });
        boolean gate = all > 0 && Rational.of(missing, all).compareTo(mostMissing) > 0;
        Figure index = gate
                ? Figure.none("index", NoAnswer.TOO_MUCH_MISSING, missing + " of " + all)
                : mean("index", "index", means);
        return new Result(goals, index, leftOut);
    }

    /** The unweighted mean of figures that all have a number. */
    private static Figure mean(String name, String title, List<Figure> figures) {
        if (figures.isEmpty()) {
            return Figure.none(name, NoAnswer.NO_OBSERVATION, title);
        }
        FigureWorkings work = new FigureWorkings();
        List<Figure> parts = new ArrayList<>();
        for (Figure figure : figures) {
            Figure part = figure.named("part_" + (parts.size() + 1));
            parts.add(part);
            work.with(part);
        }
        return work.work(name, title, Formula.call("/", FigureWorkings.sumOf(parts), Formula.of(Rational.of(parts.size()))), null);
    }

    /**
     * The growth so far as a share of the growth needed, both straight lines from the base: at least 100 % on track, 50 %
     * moderate, 0 stagnant, below decreasing (unverified). A target that is reached is on track; a base that is the
     * target and was left is {@link NoAnswer#START_IS_TARGET}.
     */
    public static Graded<Trend> trend(DatedValue base, DatedValue now, DatedValue target, Direction direction) {
        Optional<NoAnswer> reason = direction == Direction.TWO_SIDED ? Optional.of(NoAnswer.TWO_SIDED)
                : !now.on().isAfter(base.on()) ? Optional.of(NoAnswer.TOO_FEW_POINTS)
                : !target.on().isAfter(base.on()) ? Optional.of(NoAnswer.NO_TIME)
                : base.value().compareAmount(target.value()) == 0 ? Optional.of(NoAnswer.START_IS_TARGET)
                : Optional.empty();
        Figure share = reason.map(why -> Figure.none("trend", why, base + "; " + now + "; " + target))
                .orElseGet(() -> share(base, now, target, direction));
        if (direction != Direction.TWO_SIDED && Assessed.reaches(now.value(), target.value(), direction)) {
            return Graded.of(share, Trend.ON_TRACK);
        }
        if (!share.isPresent()) {
            return Graded.none(share);
        }
        Rational part = share.amount();
        return Graded.of(share, part.compareTo(Rational.ONE) >= 0 ? Trend.ON_TRACK
                : part.compareTo(Rational.of(1, 2)) >= 0 ? Trend.MODERATE
                : part.signum() >= 0 ? Trend.STAGNANT : Trend.DECREASING);
    }

    private static Figure share(DatedValue base, DatedValue now, DatedValue target, Direction direction) {
        return new FigureWorkings().with("base", "base " + base.on(), base.value())
                .with("now", "present value " + now.on(), now.value()).with("target", "target", target.value())
                .with("days", "days so far", days(base, now)).with("all_days", "days to the target", days(base, target))
                .work("trend", "growth so far ÷ growth needed",
                        (direction == Direction.LOWER_IS_BETTER ? "-" : "")
                                + "(now - base) / days / (abs(target - base) / all_days)");
    }

    private static Rational days(DatedValue from, DatedValue to) {
        return Rational.of(java.time.temporal.ChronoUnit.DAYS.between(from.on(), to.on()));
    }
}
