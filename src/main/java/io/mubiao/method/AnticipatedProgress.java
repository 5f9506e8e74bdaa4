package io.mubiao.method;

import io.mubiao.assess.Assessment;
import io.mubiao.target.Direction;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/**
 * UN ESCAP anticipated progress: where a time-weighted straight line through the series is at the deadline, and how large
 * a part of the whole way will still be missing then.
 *
 * <p>Formula: P = |target − predicted| ÷ |target − base| · 100; on target where the prediction reaches the target, else
 * ≤ 10 maintain, ≤ 100 accelerate, &gt; 100 reverse (these classes are unverified). Worked: 100, 110, 120 in 2015, 2016,
 * 2017 and 150 wanted by the end of 2019: the line reaches nearly 140, P is about 20, accelerate.
 *
 * <p>Edge cases: fewer than two days with a value, or no numeric target, is no answer; a base that equals the target
 * leaves P undefined, though a prediction that reaches the target is still on target. Overshoot counts as on target,
 * except for parity (two-sided). The weights are {@link TimeWeights}; sums over indicators stay unweighted.
 *
 * <p>Source: UNECE technical notes, w3.unece.org/sdg2023/technical-notes.html; data.unescap.org.
 */
public final class AnticipatedProgress {
    private AnticipatedProgress() {}

    /** What must happen for the target to be reached. */
    public enum Outlook {
        /** The prediction reaches the target. */
        ON_TARGET,
        /** The gap is at most 10. */
        MAINTAIN,
        /** The gap is at most 100. */
        ACCELERATE,
        /** The gap is larger than the way was at the base. */
        REVERSE
    }

    /**
     * The prediction and the gap.
     *
     * @param predicted the value of the line at the deadline
     * @param gap P, with its class
     */
    public record Result(Figure predicted, Graded<Outlook> gap) {}

    /** With {@link TimeWeights#RISING} weights; the base is the first point. */
    public static Result of(List<DatedValue> series, Quantity target, LocalDate deadline, Direction direction) {
        LocalDate first = series.stream().map(DatedValue::on).min(Comparator.naturalOrder()).orElse(deadline);
        return of(series, first, target, deadline, direction, TimeWeights.RISING);
    }

    /** The outlook of an assessed target by its deadline; without a number required there is no answer. */
    public static Result of(Assessment assessment, List<DatedValue> series) {
        Figure target = Assessed.target(assessment);
        if (!target.isPresent()) {
            Figure none = Figure.none("predicted", NoAnswer.NO_TARGET, target.detail());
            return new Result(none, Graded.none(none));
        }
        return of(series, target.value().orElseThrow(), assessment.due(), assessment.goal().preferred());
    }

    /**
     * The full form.
     *
     * @param baseOn the way is measured from the value of this day or, where there is none, of the next later one
     */
    public static Result of(List<DatedValue> series, LocalDate baseOn, Quantity target, LocalDate deadline,
            Direction direction, TimeWeights weights) {
        List<DatedValue> points = series.stream().sorted(Comparator.comparing(DatedValue::on)).toList();
        long days = points.stream().map(DatedValue::on).distinct().count();
        if (days < 2) {
            Figure none = Figure.none("predicted", NoAnswer.TOO_FEW_POINTS, days + " of 2");
            return new Result(none, Graded.none(none));
        }
        List<Rational> weight = weights.of(points.stream().map(DatedValue::on).toList());
        LocalDate first = points.get(0).on();
        TrendLine line = new TrendLine(weight,
                points.stream().map(point -> Rational.of(ChronoUnit.DAYS.between(first, point.on()))).toList(),
                points.stream().map(DatedValue::value).toList());
        Figure predicted = line.at(Rational.of(ChronoUnit.DAYS.between(first, deadline)));
        return new Result(predicted, gap(predicted, points, baseOn, target, direction));
    }

    private static Graded<Outlook> gap(Figure predicted, List<DatedValue> points, LocalDate baseOn, Quantity target,
            Direction direction) {
        boolean reached = Assessed.reaches(predicted.value().orElseThrow(), target, direction);
        DatedValue base = points.stream().filter(point -> !point.on().isBefore(baseOn)).findFirst().orElse(null);
        Figure gap = base == null
                ? Figure.none("gap", NoAnswer.NO_OBSERVATION, "no value on or after " + baseOn)
                : base.value().compareAmount(target) == 0
                        ? Figure.none("gap", NoAnswer.START_IS_TARGET, base.toString())
                        : new FigureWorkings().with(predicted).with("base", "base " + base.on(), base.value())
                                .with("target", "target", target)
                                .work("gap", "gap", "abs(target - predicted) / abs(target - base) * 100");
        if (reached) {
            return Graded.of(gap, Outlook.ON_TARGET);
        }
        if (!gap.isPresent()) {
            return Graded.none(gap);
        }
        return Graded.of(gap, gap.amount().compareTo(Rational.of(10)) <= 0 ? Outlook.MAINTAIN
                : gap.amount().compareTo(Rational.HUNDRED) <= 0 ? Outlook.ACCELERATE : Outlook.REVERSE);
    }
}
