package io.mubiao.method;

import io.mubiao.formula.Formula;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.util.List;
import java.util.stream.IntStream;

/** The weighted least-squares line, in fractions: sums of products need no root, so no binary number either. */
final class TrendLine {
    private final FigureWorkings work = new FigureWorkings();
    private final Unit unit;
    private final int points;

    TrendLine(List<Rational> weights, List<Rational> times, List<Quantity> values) {
        points = values.size();
        unit = values.get(0).unit();
        for (int i = 0; i < points; i++) {
            work.with("w" + i, "weight", weights.get(i)).with("t" + i, "days", times.get(i))
                    .with("y" + i, "value", values.get(i));
        }
        sum("W", "w%d");
        sum("WT", "w%d * t%<d");
        sum("WTT", "w%d * t%<d * t%<d");
        sum("WY", "w%d * y%<d");
        sum("WTY", "w%d * t%<d * y%<d");
        work.work("slope", "change per day", "(W * WTY - WT * WY) / (W * WTT - WT * WT)");
    }

    private void sum(String name, String part) {
        List<Formula> parts = IntStream.range(0, points)
                .mapToObj(i -> Formula.parse(String.format(java.util.Locale.ROOT, part, i))).toList();
        work.work(name, name, FigureWorkings.sum(parts), null);
    }

    /** The value of the line at a time; the times are not all alike. */
    Figure at(Rational time) {
        work.with("t", "days", time);
        return work.work("predicted", "predicted value", "(WY - slope * WT) / W + slope * t", unit);
    }
}
