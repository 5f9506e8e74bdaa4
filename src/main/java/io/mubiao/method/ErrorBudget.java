package io.mubiao.method;

import static com.google.common.base.Preconditions.checkArgument;

import io.mubiao.formula.Formula;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Error budget and burn rate of a service level objective, as OpenSLO and the SRE workbook have them. Immutable.
 *
 * <p>Formula: budget = 1 − objective; allowed = budget · all; burn = (bad ÷ counted) ÷ budget; consumed = burn · window ÷
 * period. Worked: two weeks in slices of a minute at 95 % are 20160 slices, of which 1008 (16 h 48 min) may be bad; burning
 * at 14.4 for 1 h of 720 h consumes 2 %.
 *
 * <p>Edge cases: nothing counted is {@link NoAnswer#NO_TRAFFIC}, not a perfect score; nothing bad is a burn of 0. An
 * objective of 100 % leaves no budget, so no burn. An idle slice is not good unless declared ({@link Slice.Idle}). The
 * budget is of the events so far unless the number expected in the whole window is handed in: both are figures of their
 * own, never mixed.
 *
 * <p>Source: OpenSLO examples (budgeting-method, treat-low-traffic); the SRE workbook through mirrors.
 *
 * @param counted events or slices that count
 * @param bad those that are bad; of ratio timeslices the sum of their bad parts
 * @param allowed how many may be bad
 * @param left how many more may be; negative once overspent
 * @param spent bad ÷ allowed
 * @param burn the share that is bad ÷ the share that may be; 1 uses the budget up exactly
 */
public record ErrorBudget(Figure counted, Figure bad, Figure allowed, Figure left, Figure spent, Figure burn) {
    /** Of events (Occurrences), with a budget on the events so far. */
    public static ErrorBudget occurrences(Rational objective, long good, long total) {
        return occurrences(objective, good, total, Rational.of(total));
    }

    /** Of events, with a budget on the number expected in the whole window. */
    public static ErrorBudget occurrences(Rational objective, long good, long total, Rational expected) {
        checkArgument(good >= 0 && good <= total, "good must be between 0 and total %s, got %s", total, good);
        return of(objective, count("counted", total), count("bad", total - good), expected);
    }

    /** Of slices that are good at or above a share of good events (Timeslices), with a budget on the slices so far. */
    public static ErrorBudget timeslices(Rational objective, Rational good, List<Slice> slices, Slice.Idle idle) {
        long counted = slices.stream().filter(slice -> counts(slice, idle)).count();
        return timeslices(objective, good, slices, idle, Rational.of(counted));
    }

    /** The same with a budget on the number of slices of the whole window, see {@link Window#slices}. */
    public static ErrorBudget timeslices(Rational objective, Rational good, List<Slice> slices, Slice.Idle idle,
            Rational expected) {
        long counted = slices.stream().filter(slice -> counts(slice, idle)).count();
        long bad = slices.stream().filter(slice -> counts(slice, idle)).filter(slice -> slice.isIdle()
                ? idle == Slice.Idle.BAD
                : Rational.of(slice.good(), slice.total()).compareTo(good) < 0).count();
        return of(objective, count("counted", counted), count("bad", bad), expected);
    }

    /** Of slices that each count by their own share (RatioTimeslices): a slice of 1 event weighs as one of 1000. */
    public static ErrorBudget ratioTimeslices(Rational objective, List<Slice> slices, Slice.Idle idle) {
        FigureWorkings work = new FigureWorkings();
        List<Formula> parts = new ArrayList<>();
        for (Slice slice : slices) {
            if (counts(slice, idle)) {
                int i = parts.size() + 1;
                boolean idleBad = slice.isIdle() && idle == Slice.Idle.BAD;
                long total = slice.isIdle() ? 1 : slice.total();
                work.with("bad" + i, "bad in slice " + i, Rational.of(idleBad ? 1 : slice.total() - slice.good()))
                        .with("all" + i, "all in slice " + i, Rational.of(total));
                parts.add(Formula.parse("bad" + i + " / all" + i));
            }
        }
        Figure bad = work.work("bad", "bad parts of slices", FigureWorkings.sum(parts), null);
        return of(objective, count("counted", parts.size()), bad, Rational.of(parts.size()));
    }

    private static ErrorBudget of(Rational objective, Figure counted, Figure bad, Rational whole) {
        checkObjective(objective);
        checkArgument(whole.compareTo(counted.amount()) >= 0, "expected must not be below the %s counted, got %s",
                counted.amount(), whole);
        FigureWorkings work = new FigureWorkings().with("objective", "objective", objective).with("whole", "budget is of", whole)
                .with(bad).with(counted.amount().signum() > 0 ? counted : Figure.none("counted", NoAnswer.NO_TRAFFIC, ""));
        Figure budget = work.work("budget", "budget", "1 - objective");
        Figure allowed = work.work("allowed", "allowed", "budget * whole");
        Figure left = work.work("left", "left", "allowed - bad");
        work.with(objective.equals(Rational.ONE) ? Figure.none("budget", NoAnswer.ZERO_BUDGET, "100 %") : budget);
        work.with(objective.equals(Rational.ONE) ? Figure.none("allowed", NoAnswer.ZERO_BUDGET, "100 %")
                : whole.signum() == 0 ? Figure.none("allowed", NoAnswer.NO_TRAFFIC, "") : allowed);
        return new ErrorBudget(counted, bad, allowed, left, work.work("spent", "spent", "bad / allowed"),
                work.work("burn", "burn rate", "bad / counted / budget"));
    }

    /** The part of a period's budget that burning so fast through a window consumes. */
    public static Figure consumed(Rational burn, Duration window, Duration period) {
        return new FigureWorkings().with("burn", "burn rate", burn).with("window", "window in s", Window.seconds(window))
                .with("period", "period in s", Window.seconds(period))
                .work("consumed", "budget consumed", "burn * window / period");
    }

    /**
     * The budget as time: 99.95 % of 10,080 minutes is 5 min 2.4 s. Cut to whole nanoseconds.
     *
     * @param objective from 0 to 1
     */
    public static Duration time(Rational objective, Duration window) {
        checkObjective(objective);
        Rational nanos = Rational.ONE.minus(objective).times(Window.seconds(window)).times(1_000_000_000L);
        return Duration.ofSeconds(0, nanos.round(new Rounding(0, RoundingMode.FLOOR)).longValueExact());
    }

    private static void checkObjective(Rational objective) {
        checkArgument(objective.signum() >= 0 && objective.compareTo(Rational.ONE) <= 0,
                "objective must be between 0 and 1, got %s", objective);
    }

    private static Figure count(String name, long count) {
        return Figure.given(name, name, Rational.of(count));
    }

    private static boolean counts(Slice slice, Slice.Idle idle) {
        return !slice.isIdle() || idle != Slice.Idle.LEFT_OUT;
    }
}
