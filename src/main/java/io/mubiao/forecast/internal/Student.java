package io.mubiao.forecast.internal;

import io.mubiao.value.Unit;
import java.math.BigDecimal;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.TDistribution;

/** Something that will lie about a centre as Student's t does, perhaps on a scale of its own (logit). */
public record Student(double centre, double scale, double freedom, DoubleUnaryOperator onto, DoubleUnaryOperator back) {
    public Student(double centre, double scale, double freedom) {
        this(centre, scale, freedom, DoubleUnaryOperator.identity(), DoubleUnaryOperator.identity());
    }

    /** The probability of what a bound accepts; whether its ends belong makes no difference here. */
    public double within(Accepted accepted, Unit unit) {
        double low = accepted.low() == null ? 0 : below(Reals.of(accepted.low(), unit));
        double high = accepted.high() == null ? 1 : below(Reals.of(accepted.high(), unit));
        return Math.max(0, high - low);
    }

    private double below(double value) {
        double there = onto.applyAsDouble(value);
        if (Double.isInfinite(there)) {
            return there < 0 ? 0 : 1;
        }
        return new TDistribution(null, freedom).cumulativeProbability((there - centre) / scale);
    }

    public double middle() {
        return back.applyAsDouble(centre);
    }

    public double low(BigDecimal level) {
        return back.applyAsDouble(centre - reach(level));
    }

    public double high(BigDecimal level) {
        return back.applyAsDouble(centre + reach(level));
    }

    private double reach(BigDecimal level) {
        return scale * new TDistribution(null, freedom).inverseCumulativeProbability(1 - Reals.tail(level));
    }
}
