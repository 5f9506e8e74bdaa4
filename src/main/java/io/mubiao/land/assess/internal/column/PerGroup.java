package io.mubiao.land.assess.internal.column;

import io.mubiao.formula.internal.Num;
import io.mubiao.land.assess.internal.RankCodes;
import io.mubiao.value.Rational;
import org.jspecify.annotations.Nullable;

/** A fixed number for each group; products and quotients with it are made in one multiplication. */
final class PerGroup extends Vec {
    final GroupNumbers numbers;

    PerGroup(GroupNumbers numbers) {
        super(Rational.ONE, -numbers.magnitude(), numbers.magnitude(), 3 * U + numbers.rel, 0, false);
        this.numbers = numbers;
    }

    @Override
    boolean isSame(Block one, Block other) {
        int code = one.codes(numbers.groups)[0];
        return code > 0 && code == other.codes(numbers.groups)[0];
    }

    @Override
    void rows(Block block, double[] into) {
        double[] table = numbers.table();
        int[] codes = block.codes(numbers.groups);
        for (int i = 0; i < block.rows; i++) {
            into[i] = table[codes[i]];
        }
    }

    /** Two of which each is fixed, or fixed for each of the same groups, made into one, exactly; null where that is not done. */
    static @Nullable Vec of(Num.Op op, Vec a, Vec b) {
        if (!isExact(a) || !isExact(b) || op.compareTo(Num.Op.MAX) > 0) {
            return null;
        }
        RankCodes groups = a instanceof PerGroup it ? it.numbers.groups : ((PerGroup) b).numbers.groups;
        @Nullable Rational[] all = new Rational[groups.size()];
        for (int code = 0; code < all.length; code++) {
            Rational left = a instanceof PerGroup it ? it.numbers.number(code) : ((Constant) a).number;
            Rational right = b instanceof PerGroup it ? it.numbers.number(code) : ((Constant) b).number;
            all[code] = left == null || right == null ? null : switch (op) {
                case PLUS -> left.plus(right);
                case MINUS -> left.minus(right);
                case TIMES -> left.times(right);
                case DIVIDE -> right.signum() == 0 ? null : left.dividedBy(right);
                case MIN -> left.min(right);
                case MAX -> left.max(right);
                default -> null;
            };
        }
        return new PerGroup(new GroupNumbers(groups, all, true, 0));
    }

    private static boolean isExact(Vec vec) {
        return !(vec instanceof PerGroup it) || it.numbers.isExact;
    }

    /** Rows times a number of their group, in one multiplication. */
    static final class Times extends Vec {
        private final Vec of;
        private final RankCodes groups;
        private final double[] table;

        private Times(Vec of, RankCodes groups, double[] table, double[] range, double rel, double abs) {
            super(Rational.ONE, range[0], range[1], rel, abs, false);
            this.of = of;
            this.groups = groups;
            this.table = table;
        }

        /** The factor of the rows must be in the numbers. */
        static Times of(Vec of, GroupNumbers numbers) {
            double most = of.magnitude() * numbers.magnitude() * ROOM;
            double[] range = {of.low >= 0 && numbers.isPositive() ? 0 : -most, most};
            return new Times(of, numbers.groups, numbers.table(), range, (of.rel + 3 * U + numbers.rel) * ROOM,
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
}
