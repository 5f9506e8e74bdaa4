package io.mubiao.method;

import io.mubiao.assess.Assessment;
import io.mubiao.formula.Formula;
import io.mubiao.target.Bound;
import io.mubiao.target.Direction;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Progress of a goal from its start to its target, as ServiceNow has it: a share of the way, 1 for all of it.
 *
 * <p>Formula: (now − start) ÷ (target − start), also where less is better; over periods the latest (cumulative), sum ÷ sum
 * (not cumulative) or the share of periods met (maintain). Green ≥ 90 %, yellow 75 to 89 %, red &lt; 75 %. Worked: 200 → 50
 * of 0 is 0.75; 88 of 100 yellow, 94.67 green; two of three periods met 0.6667, red.
 *
 * <p>Edge cases: going the wrong way is negative and past the target above 1, neither clipped. Start equal to target: all
 * of the way while the value is as good as the target, else {@link NoAnswer#START_IS_TARGET}. As published, the lights say
 * nothing between 89 and 90: {@link NoAnswer#PUBLISHED_HOLE}, which a declared rounding closes. A period that does not
 * apply is left out, not counted as 0; a target of 0 gives no share. Shares are not summed over periods. Nothing is final: a
 * later period may take back what an earlier one had.
 *
 * <p>Source: ServiceNow goal documentation.
 */
public final class GoalProgress {
    private static final List<Light.Row> LIGHTS = List.of(
            new Light.Row(Light.GREEN, Rational.of(90), Rational.HUNDRED),
            new Light.Row(Light.YELLOW, Rational.of(75), Rational.of(89)),
            new Light.Row(Light.RED, Rational.ZERO, Rational.of(75)));

    private GoalProgress() {}

    /**
     * One period of a goal. Immutable.
     *
     * @param label its name
     * @param actual what was achieved; empty where the period does not apply or is not reported
     * @param target what was to be achieved
     */
    public record Period(String label, Optional<Quantity> actual, Quantity target) {
        /** A period with a value. */
        public static Period of(String label, Quantity actual, Quantity target) {
            return new Period(label, Optional.of(actual), target);
        }

        /** A period without one. */
        public static Period without(String label, Quantity target) {
            return new Period(label, Optional.empty(), target);
        }
    }

    /** The share of the way; which side of the start the target lies on says which way is good. */
    public static Figure of(Quantity start, Quantity now, Quantity target) {
        int way = target.compareAmount(start);
        return of(start, now, target, way < 0 ? Direction.LOWER_IS_BETTER
                : way > 0 ? Direction.HIGHER_IS_BETTER : Direction.TWO_SIDED);
    }

    /** The same; the direction decides only where start and target are the same. */
    public static Figure of(Quantity start, Quantity now, Quantity target, Direction direction) {
        return of(start, Figure.given("now", "present value", now), Figure.given("target", "target", target), direction);
    }

    /** The share of the way of an assessed target from a start. */
    public static Figure of(Assessment assessment, Quantity start) {
        return of(start, Assessed.now(assessment), Assessed.target(assessment), assessment.goal().preferred());
    }

    private static Figure of(Quantity start, Figure now, Figure target, Direction direction) {
        FigureWorkings work = new FigureWorkings().with("start", "start", start).with(now).with(target);
        if (!now.isPresent() || !target.isPresent()
                || target.value().orElseThrow().compareAmount(start) != 0) {
            return work.work("progress", "progress", "(now - start) / (target - start)");
        }
        Quantity wanted = target.value().orElseThrow();
        return Assessed.reaches(now.value().orElseThrow(), wanted, direction)
                ? work.with("kept", "the start is the target and is kept", Rational.ONE).work("progress", "progress", "kept")
                : Figure.none("progress", NoAnswer.START_IS_TARGET, start + ", now " + now.value().orElseThrow());
    }

    /** Cumulative periods: the latest that has a value wins, actual ÷ target. */
    public static Figure latest(List<Period> periods) {
        return periods.stream().filter(period -> period.actual().isPresent()).reduce((earlier, later) -> later)
                .map(period -> quotient(List.of(period)))
                .orElseGet(() -> Figure.none("progress", NoAnswer.NO_OBSERVATION, ""));
    }

    /** Periods that each count for themselves: the sum of actuals ÷ the sum of their targets. */
    public static Figure summed(List<Period> periods) {
        List<Period> known = periods.stream().filter(period -> period.actual().isPresent()).toList();
        if (known.isEmpty()) {
            return Figure.none("progress", NoAnswer.NO_OBSERVATION, "");
        }
        return known.stream().filter(period -> period.target().unit().isShare() && !period.target().unit().symbol().isEmpty())
                .findFirst().map(share -> Figure.none("progress", NoAnswer.SHARES_NOT_SUMMED, share.label()))
                .orElseGet(() -> quotient(known));
    }

    private static Figure quotient(List<Period> periods) {
        FigureWorkings work = new FigureWorkings();
        List<Formula> actual = new ArrayList<>();
        List<Formula> target = new ArrayList<>();
        for (Period period : periods) {
            int i = actual.size() + 1;
            work.with("actual" + i, period.label(), period.actual().orElseThrow())
                    .with("target" + i, period.label() + " target", period.target());
            actual.add(Formula.name("actual" + i));
            target.add(Formula.name("target" + i));
        }
        return work.work("progress", "progress", Formula.call("/", FigureWorkings.sum(actual), FigureWorkings.sum(target)), null);
    }

    /** Maintain: the share of periods whose value satisfies the bound. */
    public static Figure maintained(List<Quantity> values, Bound level) {
        if (values.isEmpty()) {
            return Figure.none("progress", NoAnswer.NO_OBSERVATION, "");
        }
        return new FigureWorkings().with("met", "periods met", Rational.of(values.stream().filter(level::accepts).count()))
                .with("periods", "periods", Rational.of(values.size())).work("progress", "progress", "met / periods");
    }

    /** A goal of several parts is as far as its worst; a part without a number leaves the goal without one. */
    public static Figure worst(List<Figure> parts) {
        if (parts.isEmpty()) {
            return Figure.none("progress", NoAnswer.NO_OBSERVATION, "");
        }
        FigureWorkings work = new FigureWorkings();
        Formula least = null;
        for (Figure figure : parts) {
            Figure part = figure.named("part_" + parts.indexOf(figure));
            work.with(part);
            least = least == null ? Formula.name(part.name()) : Formula.call("min", least, Formula.name(part.name()));
        }
        return work.work("progress", "progress", java.util.Objects.requireNonNull(least), null);
    }

    /** The published light, with its hole. */
    public static Graded<Light> light(Figure progress) {
        return progress.isPresent() ? Light.of(progress, progress.amount().times(Rational.HUNDRED), LIGHTS)
                : Graded.none(progress);
    }

    /** The light of the percentage under a declared rounding. */
    public static Graded<Light> light(Figure progress, Rounding percent) {
        return progress.isPresent() ? Light.of(progress, progress.amount().times(Rational.HUNDRED), percent, LIGHTS)
                : Graded.none(progress);
    }
}
