package io.mubiao.forecast.internal;

import com.google.common.collect.Lists;
import io.mubiao.forecast.PredictionInterval;
import io.mubiao.forecast.internal.Accepted;
import io.mubiao.forecast.internal.Reals;
import io.mubiao.forecast.internal.Student;
import io.mubiao.target.Bound;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an amount will end at its present pace (序时预测): total = done ÷ f, where f is the share of the plan elapsed (even or
 * seasonal). Immutable.
 *
 * <p>With the amounts d of n parts over shares w, the scatter of the parts about the pace gives the uncertainty: s² =
 * Σ(d − total·w)²/w ÷ (n − 1), and the total lies about done ÷ f as s·√((1 − f)/f) times Student's t with n − 1 degrees of
 * freedom. Where no part was negative the total does not fall below what is done. Parts that all lie exactly on the pace
 * say nothing about uncertainty: then there is a point alone.
 *
 * <p>30, 20 and 40 in three quarters: total 120, s² = 400, so the total lies about 120 as 11.547 · t with 2 degrees of
 * freedom; at level 0.8 from 98.227 to 141.773.
 *
 * <p>Below f = 0.05 a point says next to nothing. Parts are taken as independent of each other and even about the plan;
 * spending that catches up at the end is neither: give the plan its season.
 */
public final class PaceForecast {
    /** What was done over a share of the plan. */
    public record Part(Rational share, Quantity amount) {
        public Part {
            if (share.signum() <= 0) {
                throw new IllegalArgumentException("the share of a part must be above 0, got " + share);
            }
        }
    }

    private final Quantity done;
    private final Rational elapsed;
    private final boolean onlyGrows;
    private final @Nullable Student total;

    private PaceForecast(List<Part> parts, boolean isMean) {
        Unit unit = parts.get(0).amount().unit();
        done = Quantity.of(Rational.sum(Lists.transform(parts, part -> part.amount().in(unit).amount())), unit);
        elapsed = Rational.sum(Lists.transform(parts, Part::share));
        Checks.elapsed(elapsed);
        onlyGrows = !isMean && parts.stream().allMatch(part -> part.amount().amount().signum() >= 0);
        total = scatter(parts);
    }

    /** The point alone: done ÷ share elapsed. 31 个 at half time: 62 个. */
    public static Quantity point(Quantity done, Rational elapsedShare) {
        Checks.elapsed(elapsedShare);
        return done.times(Rational.ONE.dividedBy(elapsedShare));
    }

    /**
     * From the parts reported so far, at least one; amounts of one unit or of units that convert.
     *
     * @throws IllegalArgumentException if there is none or the shares sum to more than 1
     */
    public static PaceForecast of(List<Part> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("parts must be at least one, got none");
        }
        return new PaceForecast(List.copyOf(parts), false);
    }

    /** Of a mean, whose parts are the samples, each ÷ the number of all: it may fall below what the parts sum to. */
    public static PaceForecast mean(List<Part> parts) {
        return new PaceForecast(List.copyOf(parts), true);
    }

    private @Nullable Student scatter(List<Part> parts) {
        // Σ(d − total·w)²/w is Σd²/w − done²/f: so no part is held against the whole, which may be a long fraction.
        Rational whole = expected().amount();
        Rational squares = Rational.sum(Lists.transform(parts, part -> {
            Rational amount = part.amount().in(done.unit()).amount();
            return amount.times(amount).dividedBy(part.share());
        })).minus(whole.times(done.amount()));
        Rational open = Rational.ONE.minus(elapsed).dividedBy(elapsed);
        if (parts.size() < 2 || squares.signum() == 0 || open.signum() == 0) {
            return null;
        }
        int freedom = parts.size() - 1;
        double scale = Math.sqrt(Reals.of(squares.times(open)) / freedom);
        return new Student(Reals.of(whole), scale, freedom);
    }

    /** The total at this pace, exactly. */
    public Quantity expected() {
        return point(done, elapsed);
    }

    /** The probability that the total is accepted; empty where the parts do not scatter. */
    public Optional<BigDecimal> probability(Bound required) {
        Student about = total;
        if (about == null) {
            return Optional.empty();
        }
        Accepted accepted = Accepted.of(required);
        Quantity low = accepted.low();
        Quantity high = accepted.high();
        if (onlyGrows && high != null && high.compareAmount(done) < 0) {
            return Optional.of(Reals.probability(0));
        }
        boolean reached = onlyGrows && low != null && low.compareAmount(done) <= 0;
        Accepted open = reached ? new Accepted(null, true, high, accepted.highIncluded()) : accepted;
        return Optional.of(Reals.probability(about.within(open, done.unit())));
    }

    /** The interval of the total; empty where the parts do not scatter. */
    public Optional<PredictionInterval> interval(BigDecimal level) {
        Checks.level(level);
        Student about = total;
        if (about == null) {
            return Optional.empty();
        }
        Quantity low = Reals.quantity(about.low(level), done.unit());
        Quantity high = Reals.quantity(about.high(level), done.unit());
        boolean cut = onlyGrows && low.compareAmount(done) < 0;
        return Optional.of(new PredictionInterval(cut ? done : low, high, level));
    }

    @Override
    public String toString() {
        return expected() + " at " + elapsed + " elapsed";
    }
}
