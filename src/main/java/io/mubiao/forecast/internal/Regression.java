package io.mubiao.forecast.internal;

import org.jspecify.annotations.Nullable;

/**
 * A straight line by weighted least squares, and what a further point will be. Weights discount, they do not say how
 * noisy a point is: with W the weights, M = (X'WX)⁻¹ and V = M X'W²X M, s² = Σ w e² ÷ (Σ w − trace(M X'W²X)), a further
 * point at x lies about the line with variance s²(1 + x'Vx), and the degrees of freedom are (Σw)²/Σw² − 2.
 */
final class Regression {
    private final double[] x;
    private final double[] y;
    private final double[] w;
    private double sw;
    private double sx;
    private double slope;
    private double middle;
    private double spread;

    private Regression(double[] x, double[] y, double[] w) {
        this.x = x;
        this.y = y;
        this.w = w;
    }

    /** What a point at {@code at} will be; null where the points are too few or lie on one line or one day. */
    static @Nullable Student predict(double[] x, double[] y, double[] w, double at) {
        return new Regression(x, y, w).predict(at);
    }

    private @Nullable Student predict(double at) {
        fit();
        double sum2 = 0;
        for (double weight : w) {
            sum2 += weight * weight;
        }
        double freedom = sw * sw / sum2 - 2;
        if (spread <= 0 || freedom < 0.5) {
            return null;
        }
        double residual = 0;
        double lost = 0;
        double reach = 0;
        for (int i = 0; i < x.length; i++) {
            double from = x[i] - sx;
            double error = y[i] - middle - slope * from;
            residual += w[i] * error * error;
            lost += w[i] * w[i] * (1 / sw + from * from / spread);
            double part = w[i] * (1 / sw + (at - sx) * from / spread);
            reach += part * part;
        }
        double level = 0;
        for (double value : y) {
            level = Math.max(level, Math.abs(value));
        }
        double variance = residual / (sw - lost);
        double scale = Math.sqrt(variance * (1 + reach));
        return sw - lost > 1e-9 && scale > 1e-9 * (1 + level)
                ? new Student(middle + slope * (at - sx), scale, freedom)
                : null;
    }

    private void fit() {
        double swx = 0;
        double swy = 0;
        for (int i = 0; i < x.length; i++) {
            sw += w[i];
            swx += w[i] * x[i];
            swy += w[i] * y[i];
        }
        sx = swx / sw;
        middle = swy / sw;
        double cross = 0;
        for (int i = 0; i < x.length; i++) {
            double from = x[i] - sx;
            spread += w[i] * from * from;
            cross += w[i] * from * (y[i] - middle);
        }
        slope = spread > 0 ? cross / spread : 0;
    }
}
