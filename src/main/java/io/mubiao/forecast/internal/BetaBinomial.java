package io.mubiao.forecast.internal;

import io.mubiao.work.internal.Checkpoint;
import org.apache.commons.math3.special.Gamma;

/** So many of m trials, their chance being Beta(a, b): all probabilities, from 0 to m. */
public final class BetaBinomial {
    private final double[] atMost;

    public BetaBinomial(int m, double a, double b) {
        atMost = new double[m + 1];
        double sum = 0;
        for (int k = 0; k <= m; k++) {
            Checkpoint.pass(k);
            double log = Gamma.logGamma(m + 1.0) - Gamma.logGamma(k + 1.0) - Gamma.logGamma(m - k + 1.0)
                    + logBeta(k + a, m - k + b) - logBeta(a, b);
            sum += Math.exp(log);
            atMost[k] = sum;
        }
        for (int k = 0; k <= m; k++) {
            atMost[k] /= sum;
        }
    }

    private static double logBeta(double a, double b) {
        return Gamma.logGamma(a) + Gamma.logGamma(b) - Gamma.logGamma(a + b);
    }

    public double atMost(long k) {
        return k < 0 ? 0 : k >= atMost.length ? 1 : atMost[(int) k];
    }
}
