package io.mubiao.forecast.internal;

import io.mubiao.forecast.internal.LevelForecast.Point;
import io.mubiao.value.Quantity;
import io.mubiao.value.Unit;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Levels as columns: days before the day asked for, values, weights. */
public final class Levels {
    private final Unit unit;
    private final double[] x;
    private final double[] y;
    private final double[] w;

    public Levels(List<Point> points, LocalDate day, int halfLifeDays, Unit unit) {
        this.unit = unit;
        int n = points.size();
        x = new double[n];
        y = new double[n];
        w = new double[n];
        LocalDate latest = points.stream().map(Point::on).max(LocalDate::compareTo).orElseThrow();
        for (int i = 0; i < n; i++) {
            Point point = points.get(i);
            x[i] = -ChronoUnit.DAYS.between(point.on(), day);
            y[i] = Reals.of(point.value(), unit);
            double age = ChronoUnit.DAYS.between(point.on(), latest);
            w[i] = halfLifeDays == 0 ? 1 : Math.pow(2, -age / halfLifeDays);
        }
    }

    public @Nullable Student line() {
        return Regression.predict(x, y, w, 0);
    }

    public @Nullable Student logit(Quantity low, Quantity high) {
        double from = Reals.of(low, unit);
        double width = Reals.of(high, unit) - from;
        int n = y.length;
        boolean onBound = false;
        double[] shares = new double[n];
        for (int i = 0; i < n; i++) {
            shares[i] = (y[i] - from) / width;
            onBound |= shares[i] <= 0 || shares[i] >= 1;
        }
        double[] logits = new double[n];
        for (int i = 0; i < n; i++) {
            double share = onBound ? (shares[i] * (n - 1) + 0.5) / n : shares[i];
            logits[i] = Math.log(share / (1 - share));
        }
        Student line = Regression.predict(x, logits, w, 0);
        return line == null ? null : new Student(line.centre(), line.scale(), line.freedom(),
                value -> {
                    double share = Math.max(0, Math.min(1, (value - from) / width));
                    return Math.log(share / (1 - share));
                },
                value -> from + width / (1 + Math.exp(-value)));
    }
}
