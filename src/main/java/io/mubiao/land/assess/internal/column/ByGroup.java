package io.mubiao.land.assess.internal.column;

import io.mubiao.land.assess.internal.RankCodes;
import io.mubiao.value.Rational;

/** Rows times a number of their group, in one multiplication. */
final class ByGroup extends Vec {
    private final Vec of;
    private final RankCodes groups;
    private final double[] table;

    private ByGroup(Vec of, RankCodes groups, double[] table, double[] range, double rel, double abs) {
        super(Rational.ONE, range[0], range[1], rel, abs, false);
        this.of = of;
        this.groups = groups;
        this.table = table;
    }

    /** The factor of the rows must be in the numbers. */
    static ByGroup of(Vec of, GroupNumbers numbers) {
        double most = of.magnitude() * numbers.magnitude() * ROOM;
        double[] range = {of.low >= 0 && numbers.isPositive() ? 0 : -most, most};
        return new ByGroup(of, numbers.groups, numbers.table(), range, (of.rel + 3 * U + numbers.rel) * ROOM,
                of.abs * numbers.magnitude() * ROOM);
    }

    @Override
    boolean isSame(Block one, Block other) {
        return isSameGroup(one, other) && of.isSame(one, other);
    }

    boolean isSameGroup(Block one, Block other) {
        int code = one.codes(groups)[0];
        return code > 0 && code == other.codes(groups)[0];
    }

    Vec of() {
        return of;
    }

    @Override
    void rows(Block block, double[] into) {
        int[] codes = block.codes(groups);
        double[] factors = table;
        if (of instanceof RawColumn raw && raw.isNarrowAndComplete()) {
            int[] ints = raw.ints(block);
            for (int i = 0; i < block.rows; i++) {
                into[i] = RawColumn.exact(ints[i]) * factors[codes[i]];
            }
            return;
        }
        double[] rows = of.shared(block, into);
        for (int i = 0; i < block.rows; i++) {
            into[i] = rows[i] * factors[codes[i]];
        }
    }
}
