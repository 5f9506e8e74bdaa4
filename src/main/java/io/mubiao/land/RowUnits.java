package io.mubiao.land;

import io.mubiao.land.internal.CellValue;
import io.mubiao.value.Rational;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers of some rows, or of several rows added up. Where every number fits into eight bytes, no decimal is made of any. */
final class RowUnits {
    private static final long MOST = 1L << 62;

    private RowUnits() {}

    /** These rows alone, in this order. */
    static NumberColumn some(NumberColumn column, int[] rows) {
        long[] all = whole(column);
        long[] some = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            some[i] = all[rows[i]];
            if (some[i] == NumberColumn.MISSING && !column.isMissing(rows[i])) {
                return exactly(column, rows);
            }
        }
        return NumberColumn.of(column.decimals(), some);
    }

    private static NumberColumn exactly(NumberColumn column, int[] rows) {
        List<@Nullable BigDecimal> values = new ArrayList<>(rows.length);
        for (int row : rows) {
            Rational value = column.value(row);
            values.add(value == null ? null : value.asDecimal().orElseThrow());
        }
        return NumberColumn.of(values);
    }

    private static long[] whole(NumberColumn column) {
        long[] all = new long[column.size()];
        column.read(0, all.length, all);
        return all;
    }

    /**
     * The sum of each unit, missing where one of its numbers is and the column does not say what then holds.
     *
     * @param rows the rows of all units, one unit after the other
     * @param ends where each unit ends among them
     */
    static NumberColumn sums(Column definition, NumberColumn column, int[] rows, int[] ends) {
        BigDecimal otherwise = definition.otherwise().isEmpty() ? null
                : (BigDecimal) CellValue.read(definition, definition.otherwise());
        long filled = otherwise == null ? NumberColumn.MISSING : whole(otherwise, column.decimals());
        long[] all = whole(column);
        long[] sums = new long[ends.length];
        int at = 0;
        for (int unit = 0; unit < ends.length; unit++) {
            if (ends[unit] - at == 1 && all[rows[at]] != NumberColumn.MISSING) {
                sums[unit] = all[rows[at++]];
                continue;
            }
            long sum = 0;
            for (; at < ends[unit]; at++) {
                long own = all[rows[at]];
                boolean isGap = own == NumberColumn.MISSING;
                if (isGap && (!column.isMissing(rows[at]) || (otherwise != null && filled == NumberColumn.MISSING))) {
                    return exactly(column, otherwise, rows, ends);
                }
                own = isGap ? filled : own;
                sum = sum == NumberColumn.MISSING || own == NumberColumn.MISSING ? NumberColumn.MISSING : sum + own;
                if (sum != NumberColumn.MISSING && Math.abs(sum) >= MOST) {
                    return exactly(column, otherwise, rows, ends);
                }
            }
            sums[unit] = sum;
        }
        return NumberColumn.of(column.decimals(), sums);
    }

    /** A number as a whole one of 10^-decimals; {@link NumberColumn#MISSING} where it is none that fits. */
    private static long whole(BigDecimal number, int decimals) {
        BigDecimal whole = number.movePointRight(decimals).stripTrailingZeros();
        return whole.scale() > 0 || whole.abs().compareTo(BigDecimal.valueOf(MOST)) >= 0 ? NumberColumn.MISSING : whole.longValueExact();
    }

    private static NumberColumn exactly(NumberColumn column, @Nullable BigDecimal otherwise, int[] rows, int[] ends) {
        List<@Nullable BigDecimal> sums = new ArrayList<>(ends.length);
        int from = 0;
        for (int end : ends) {
            sums.add(sum(column, otherwise, rows, from, end));
            from = end;
        }
        return NumberColumn.of(sums);
    }

    private static @Nullable BigDecimal sum(NumberColumn column, @Nullable BigDecimal otherwise, int[] rows, int from, int end) {
        List<Rational> values = new ArrayList<>();
        for (int i = from; i < end; i++) {
            Rational value = column.value(rows[i]);
            if (value != null) {
                values.add(value);
            } else if (otherwise != null) {
                values.add(Rational.of(otherwise));
            } else {
                return null;
            }
        }
        return Rational.sum(values).asDecimal().orElseThrow();
    }
}
