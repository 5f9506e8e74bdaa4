package io.mubiao.forecast.internal;

import io.mubiao.work.internal.Checkpoint;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.util.FastMath;

/**
 * So many of m open members done in what remains, if each has had and will have the same chance for the same share of
 * the plan: u, the probability of being open by now, is Beta(open + 1/2, done + 1/2), and that of staying open to the end
 * u^c with c = (1 − f)/f. At half time (c = 1) this is beta-binomial; else the mixture is integrated over u = sin² θ.
 */
public final class OpenMembers {
    private static final int STEPS = 400;
    private static final double REACH = 10;

    private final long m;
    private final double[] weight = new double[STEPS + 1];
    private final double[] stays = new double[STEPS + 1];

    public OpenMembers(long done, long open, double c) {
        m = open;
        double spread = 1 / (2 * Math.sqrt(done + open + 1.0));
        double centre = Math.asin(Math.sqrt((open + 0.5) / (done + open + 1.0)));
        double from = Math.max(0, centre - REACH * spread);
        double to = Math.min(Math.PI / 2, centre + REACH * spread);
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= STEPS; i++) {
            Checkpoint.pass(i);
            double angle = from + (to - from) * i / STEPS;
            double sine = Math.max(0, FastMath.sin(angle));
            double cosine = Math.max(0, FastMath.cos(angle));
            weight[i] = times(2.0 * open, FastMath.log(sine)) + times(2.0 * done, FastMath.log(cosine));
            best = Math.max(best, weight[i]);
            stays[i] = Math.pow(sine, 2 * c);
        }
        double sum = 0;
        for (int i = 0; i <= STEPS; i++) {
            double simpson = i == 0 || i == STEPS ? 1 : i % 2 == 1 ? 4 : 2;
            weight[i] = simpson * Math.exp(weight[i] - best);
            sum += weight[i];
        }
        for (int i = 0; i <= STEPS; i++) {
            weight[i] /= sum;
        }
    }

    private static double times(double count, double log) {
        return count == 0 ? 0 : count * log;
    }

    public double atMost(long k) {
        if (k < 0 || k >= m) {
            return k < 0 ? 0 : 1;
        }
        double sum = 0;
        for (int i = 0; i <= STEPS; i++) {
            if (weight[i] > 1e-16) {
                sum += weight[i] * binomialAtMost(k, stays[i]);
            }
        }
        return Math.min(1, sum);
    }

    /** At most k of m done, each staying open with probability s: I_s(m − k, k + 1). */
    private double binomialAtMost(long k, double s) {
        return s <= 0 ? 0 : s >= 1 ? 1 : Beta.regularizedBeta(s, (double) (m - k), k + 1.0);
    }

    public double expected() {
        double sum = 0;
        for (int i = 0; i <= STEPS; i++) {
            sum += weight[i] * (1 - stays[i]);
        }
        return m * sum;
    }
}
