package io.mubiao.method;

import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.util.List;

/** A light of a published table. */
public enum Light {
    /** Good. */
    GREEN,
    /** Doubtful. */
    YELLOW,
    /** Bad. */
    RED;

    /** One row of a published table, both ends included. */
    record Row(Light light, Rational low, Rational high) {}

    /** The light of a value in a table as published, best row first; beyond its ends the last row holds. */
    static Graded<Light> of(Figure figure, Rational value, List<Row> rows) {
        Row above = rows.get(0);
        for (Row row : rows) {
            if (value.compareTo(row.low) >= 0) {
                boolean inside = row.equals(rows.get(0)) || value.compareTo(row.high) <= 0;
                return inside ? Graded.of(figure, row.light)
                        : Graded.none(figure, NoAnswer.PUBLISHED_HOLE, "(" + row.high + ", " + above.low + ")");
            }
            above = row;
        }
        return Graded.of(figure, rows.get(rows.size() - 1).light);
    }

    /** The same after a declared rounding. */
    static Graded<Light> of(Figure figure, Rational value, Rounding rounding, List<Row> rows) {
        return of(figure, Rational.of(value.round(rounding)), rows);
    }
}
