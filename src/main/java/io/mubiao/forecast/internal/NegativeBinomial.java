package io.mubiao.forecast.internal;

import org.apache.commons.math3.special.Beta;

/**
 * Failures before success number r, each a success with probability p, for any real r &gt; 0 (the Pascal distribution of
 * Commons Math takes whole r only): P(X &le; k) = I_p(r, k + 1).
 */
public final class NegativeBinomial {
    private final double r;
    private final double p;
    private final double rest;

    /**
     * Failures before the r-th success.
     *
     * @param p the probability of success, in (0, 1]
     * @param rest 1 − p, given so that nothing is lost where p is near 1
     */
    public NegativeBinomial(double r, double p, double rest) {
        this.r = r;
        this.p = p;
        this.rest = rest;
    }

    public double atMost(long k) {
        return k < 0 ? 0 : rest <= 0 ? 1 : Beta.regularizedBeta(p, r, k + 1.0);
    }

    public double atLeast(long k) {
        return k <= 0 ? 1 : rest <= 0 ? 0 : Beta.regularizedBeta(rest, (double) k, r);
    }

    /** P(least &le; X &le; most). */
    public double within(long least, long most) {
        if (most < least) {
            return 0;
        }
        return most == Long.MAX_VALUE ? atLeast(least) : Math.max(0, atMost(most) - atMost(least - 1));
    }

    /** The smallest k with P(X &le; k) &ge; q. */
    public long quantile(double q) {
        return Quantiles.smallest(k -> atMost(k) >= q);
    }
}
