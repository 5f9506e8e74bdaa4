package io.mubiao.method;

import io.mubiao.method.GrowthRatio.Form;
import io.mubiao.target.Direction;
import io.mubiao.value.Enclosure;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.util.Optional;

/** The numbers of one comparison of growth, and the exact test of its ratio against a threshold. */
final class GrowthCase {
    private static final int LONGEST = 100;

    final Form form;
    private final DatedValue base;
    private final DatedValue now;
    private final Quantity target;
    private final Direction direction;
    private final int years;
    private final int allYears;

    GrowthCase(DatedValue base, DatedValue now, Quantity target, int targetYear, Direction direction) {
        this.base = base;
        this.now = now;
        this.target = target;
        this.direction = direction;
        years = now.on().getYear() - base.on().getYear();
        allYears = targetYear - base.on().getYear();
        form = base.value().amount().signum() > 0 && target.amount().signum() > 0 ? Form.COMPOUND : Form.LINEAR;
    }

    /** Why there is no ratio. */
    Optional<NoAnswer> reason() {
        if (direction == Direction.TWO_SIDED) {
            return Optional.of(NoAnswer.TWO_SIDED);
        }
        if (years < 1) {
            return Optional.of(NoAnswer.TOO_FEW_POINTS);
        }
        if (allYears < 1) {
            return Optional.of(NoAnswer.NO_TIME);
        }
        return form == Form.COMPOUND && now.value().amount().signum() < 0
                ? Optional.of(NoAnswer.SIGN_CHANGE) : Optional.empty();
    }

    String detail() {
        return base + "; " + now + "; target " + target;
    }

    boolean isStart() {
        return base.value().compareAmount(target) == 0;
    }

    int sign() {
        return direction == Direction.HIGHER_IS_BETTER ? 1 : -1;
    }

    FigureWorkings workings() {
        if (years > LONGEST || allYears > LONGEST) {
            throw new IllegalArgumentException("years must be at most " + LONGEST + ", got " + years + " and " + allYears);
        }
        return new FigureWorkings().with("base", "base " + base.on(), base.value())
                .with("now", "present value " + now.on(), now.value()).with("target", "target", target);
    }

    String observedFormula() {
        return form == Form.COMPOUND ? "cagr(now, base, " + years + ")" : "(now - base) / " + years;
    }

    String requiredFormula() {
        return form == Form.COMPOUND ? "cagr(target, base, " + allYears + ")" : "(target - base) / " + allYears;
    }

    /** Whether sign · observed ≥ threshold · |required|; the required growth is not 0. */
    boolean ratioIsAtLeast(Rational threshold) {
        if (form == Form.LINEAR) {
            Rational observed = now.value().minus(base.value()).in(base.value().unit()).amount()
                    .dividedBy(Rational.of(years)).times(sign());
            Rational required = target.minus(base.value()).in(base.value().unit()).amount()
                    .dividedBy(Rational.of(allYears)).abs();
            return observed.compareTo(threshold.times(required)) >= 0;
        }
        Rational a = now.value().ratioTo(base.value());
        Rational b = target.ratioTo(base.value());
        // With s the sign of the required growth, |required| is s (b^(1/m) − 1), so the test is whether the observed
        // factor is at least (or, where less is better, at most) 1 − e + e b^(1/m), with e = sign · threshold · s.
        Rational e = threshold.times((long) sign() * b.compareTo(Rational.ONE));
        Rational c = Rational.ONE.minus(e);
        return sign() * RootCompare.compare(a, years, Enclosure.of(b).root(allYears).times(Enclosure.of(e))
                .plus(Enclosure.of(c))) >= 0;
    }
}
