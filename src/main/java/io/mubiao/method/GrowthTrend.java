package io.mubiao.method;

import static java.util.Objects.requireNonNull;

import io.mubiao.target.Direction;
import io.mubiao.value.Enclosure;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.util.Optional;

/**
 * Eurostat and Open SDG without a target: the yearly growth in the wanted direction against fixed thresholds.
 *
 * <p>Formula: ± ((now ÷ base)^(1 ÷ years) − 1), minus where less is better and once more for a series below zero. Worked:
 * 100 → 110 in 5 years is 0.0192449 a year, above 1.5 %; less is better: 100 → 110 is −0.0192449, below 0.
 *
 * <p>Edge cases: base 0 is {@link NoAnswer#ZERO_BASE}; a change of sign is {@link NoAnswer#SIGN_CHANGE}; years below 1 are
 * too few. Near a natural limit, thresholds above 0 shrink by 1 − q^4.44, with q = base ÷ limit up to the limit, 2 − base
 * ÷ limit beyond it, and no shrinking from twice the limit on; at the limit itself they are 0, so keeping it is enough.
 * Open SDG's score for this variant is left out.
 *
 * <p>Source: open-sdg/sdg-build sdg/ProgressMeasure.py; Eurostat's thresholds are unverified.
 */
public final class GrowthTrend {
    private GrowthTrend() {}

    /** The class of the growth, by the threshold it reaches. */
    public enum Band {
        /** At least the high threshold. */
        HIGH,
        /** At least the medium one. */
        MEDIUM,
        /** At least the low one. */
        LOW,
        /** Below all. */
        BELOW
    }

    /** The growth and its class. */
    public static Graded<Band> of(DatedValue base, DatedValue now, Direction direction, GrowthThresholds thresholds) {
        return of(base, now, direction, thresholds, Optional.empty());
    }

    /** The same near a natural limit, such as 100 %. */
    public static Graded<Band> near(Quantity limit, DatedValue base, DatedValue now, Direction direction,
            GrowthThresholds thresholds) {
        if (limit.amount().signum() == 0) {
            throw new IllegalArgumentException("limit must not be 0, got " + limit + ": nothing is near it in growth");
        }
        return of(base, now, direction, thresholds, Optional.of(requireNonNull(limit, "limit")));
    }

    private static Graded<Band> of(DatedValue base, DatedValue now, Direction direction, GrowthThresholds thresholds,
            Optional<Quantity> limit) {
        int years = now.on().getYear() - base.on().getYear();
        int was = base.value().amount().signum();
        Optional<NoAnswer> reason = direction == Direction.TWO_SIDED ? Optional.of(NoAnswer.TWO_SIDED)
                : years < 1 ? Optional.of(NoAnswer.TOO_FEW_POINTS)
                : was == 0 ? Optional.of(NoAnswer.ZERO_BASE)
                : was * now.value().amount().signum() < 0 ? Optional.of(NoAnswer.SIGN_CHANGE) : Optional.empty();
        if (reason.isPresent()) {
            return Graded.none(Figure.none("growth", reason.get(), base + "; " + now));
        }
        int sign = direction == Direction.HIGHER_IS_BETTER ? was : -was;
        Figure growth = new FigureWorkings().with("base", "base " + base.on(), base.value())
                .with("now", "present value " + now.on(), now.value())
                .work("growth", "growth a year in the wanted direction",
                        (sign > 0 ? "" : "-") + "cagr(now, base, " + years + ")");
        Rational factor = now.value().ratioTo(base.value());
        Band band = reaches(factor, years, sign, thresholds.high(), base, limit) ? Band.HIGH
                : reaches(factor, years, sign, thresholds.medium(), base, limit) ? Band.MEDIUM
                : reaches(factor, years, sign, thresholds.low(), base, limit) ? Band.LOW : Band.BELOW;
        return Graded.of(growth, band);
    }

    private static boolean reaches(Rational factor, int years, int sign, Rational threshold, DatedValue base,
            Optional<Quantity> limit) {
        if (limit.isEmpty() || threshold.signum() <= 0) {
            return sign * RootCompare.compare(factor, years,
                    Enclosure.of(Rational.ONE.plus(threshold.times(sign)))) >= 0;
        }
        Enclosure least = shrink(base.value().ratioTo(limit.get()).abs()).times(Enclosure.of(threshold.times(sign)))
                .plus(Enclosure.of(Rational.ONE));
        return sign * RootCompare.compare(factor, years, least) >= 0;
    }

    /** 1 − q^4.44; 4.44 is 111/25. */
    private static Enclosure shrink(Rational ofLimit) {
        Rational two = Rational.of(2);
        if (ofLimit.compareTo(two) >= 0) {
            return Enclosure.of(Rational.ONE);
        }
        Rational q = ofLimit.compareTo(Rational.ONE) <= 0 ? ofLimit : two.minus(ofLimit);
        return Enclosure.of(Rational.ONE).minus(Enclosure.of(q.power(111)).root(25));
    }
}
