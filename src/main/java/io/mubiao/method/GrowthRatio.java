package io.mubiao.method;

import io.mubiao.target.Direction;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Eurostat and Open SDG with a target: the observed yearly growth as a share of the growth required.
 *
 * <p>Formula: observed = (now ÷ base)^(1 ÷ years) − 1, required = (target ÷ base)^(1 ÷ all years) − 1, ratio = ± observed
 * ÷ |required|, minus where less is better; ≥ 95 % significant, ≥ 60 % moderate, ≥ 0 insufficient, below away. Open SDG's
 * score: (ratio − 0.60) ÷ 0.35 × 2.5 from 0.60 on, (ratio − 0.60) ÷ 0.60 × 2.5 below, between −5 and 5; a reached target
 * is 5. Worked: 100 (2015), 110 (2020), 150 wanted in 2030: 0.0192449, 0.0273997, 0.702376, moderate, 0.7313.
 *
 * <p>Edge cases: a target that is reached overrides the ratio. A base that is not in the series is the next later year.
 * Dividing by |required| makes a move the wrong way negative also where base lies beyond the target. A base or target of
 * 0 or less has no compound rate: the linear form takes (now − base) ÷ years and (target − base) ÷ all years instead (the
 * published code puts 0.001 for 0, which decides the answer by itself). Base and target above 0 and now below 0 is
 * {@link NoAnswer#SIGN_CHANGE}. Thresholds are decided by powers, not by rounded roots.
 *
 * <p>Source: open-sdg/sdg-build sdg/ProgressMeasure.py (there with constants of four decimals) and
 * open-sdg/open-sdg docs/progress-methodology.md.
 */
public final class GrowthRatio {
    private GrowthRatio() {}

    /** How the growth is measured. */
    public enum Form {
        /** Compound yearly rates. */
        COMPOUND,
        /** Amounts a year. */
        LINEAR
    }

    /** The class of the ratio. */
    public enum Progress {
        /** The target is reached. */
        TARGET_REACHED,
        /** At least the high threshold. */
        SIGNIFICANT,
        /** At least the medium one. */
        MODERATE,
        /** At least the low one. */
        INSUFFICIENT,
        /** Below: moving away from the target. */
        AWAY
    }

    /**
     * What was found.
     *
     * @param observed growth a year so far
     * @param required growth a year that reaches the target in time
     * @param ratio observed in the wanted direction ÷ size of required, with its class
     * @param score from −5 to 5
     */
    public record Result(Form form, Figure observed, Figure required, Graded<Progress> ratio, Figure score) {}

    /** With the published thresholds. */
    public static Result of(DatedValue base, DatedValue now, Quantity target, int targetYear, Direction direction) {
        return of(base, now, target, targetYear, direction, GrowthThresholds.RATIO);
    }

    /** Of a series: the base is that year's value or, where there is none, the next later one; now is the last. */
    public static Result of(List<DatedValue> series, int baseYear, Quantity target, int targetYear, Direction direction) {
        List<DatedValue> later = series.stream().filter(point -> point.on().getYear() >= baseYear)
                .sorted(Comparator.comparing(DatedValue::on)).toList();
        return later.size() < 2
                ? none(Form.COMPOUND, NoAnswer.TOO_FEW_POINTS, later.size() + " of 2 from " + baseYear + " on")
                : of(later.get(0), later.get(later.size() - 1), target, targetYear, direction);
    }

    /** Years are calendar years; each threshold belongs to the class above it. */
    public static Result of(DatedValue base, DatedValue now, Quantity target, int targetYear, Direction direction,
            GrowthThresholds thresholds) {
        GrowthCase growth = new GrowthCase(base, now, target, targetYear, direction);
        Optional<NoAnswer> reason = growth.reason();
        boolean reached = direction != Direction.TWO_SIDED && Assessed.reaches(now.value(), target, direction);
        if (reason.isPresent()) {
            Result none = none(growth.form, reason.get(), growth.detail());
            return reached ? reached(none.form, none.observed, none.required, none.ratio.figure()) : none;
        }
        FigureWorkings work = growth.workings();
        Figure observed = work.work("observed", "observed growth a year", growth.observedFormula());
        Figure required = work.work("required", "required growth a year", growth.requiredFormula());
        Figure ratio = growth.isStart() ? Figure.none("ratio", NoAnswer.START_IS_TARGET, base.toString())
                : work.work("ratio", "observed ÷ required", growth.sign() > 0
                        ? "observed / abs(required)" : "-observed / abs(required)");
        if (reached) {
            return reached(growth.form, observed, required, ratio);
        }
        Graded<Progress> graded = ratio.isPresent() ? Graded.of(ratio, classOf(growth, thresholds)) : Graded.none(ratio);
        work.with(ratio);
        Figure score = work.work("score", "score", "clamp(if(ratio >= 0.6, (ratio - 0.6) / 0.35 * 2.5, "
                + "(ratio - 0.6) / 0.6 * 2.5), -5, 5)");
        return new Result(growth.form, observed, required, graded, score);
    }

    private static Progress classOf(GrowthCase growth, GrowthThresholds thresholds) {
        if (growth.ratioIsAtLeast(thresholds.high())) {
            return Progress.SIGNIFICANT;
        }
        if (growth.ratioIsAtLeast(thresholds.medium())) {
            return Progress.MODERATE;
        }
        return growth.ratioIsAtLeast(thresholds.low()) ? Progress.INSUFFICIENT : Progress.AWAY;
    }

    private static Result reached(Form form, Figure observed, Figure required, Figure ratio) {
        Figure best = new FigureWorkings().with("best", "score of a reached target", Rational.of(5))
                .work("score", "score", "best");
        return new Result(form, observed, required, Graded.of(ratio, Progress.TARGET_REACHED), best);
    }

    private static Result none(Form form, NoAnswer reason, String detail) {
        return new Result(form, Figure.none("observed", reason, detail), Figure.none("required", reason, detail),
                Graded.none(Figure.none("ratio", reason, detail)), Figure.none("score", reason, detail));
    }
}
