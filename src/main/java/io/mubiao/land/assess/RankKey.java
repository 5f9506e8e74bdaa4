package io.mubiao.land.assess;

import io.mubiao.value.Enclosure;
import java.util.List;

/**
 * What orders an enterprise in its ranking: the total and the indicators that break ties, each so turned that more is
 * better. Compares exactly, the better first; where enclosures do not decide, more digits are asked for.
 */
record RankKey(List<Enclosure> values) implements Comparable<RankKey> {
    /** Enclosures that agree to so many digits are taken for equal; only roots that are no fractions get there. */
    static final int EQUAL_DIGITS = 600;

    /** The order of two is open at this precision. */
    static final class Undecided extends RuntimeException {
        @java.io.Serial
        private static final long serialVersionUID = 1L;

        Undecided() {
            super("undecided", null, false, false);
        }
    }

    RankKey {
        values = List.copyOf(values);
    }

    @Override
    public int compareTo(RankKey other) {
        for (int i = 0; i < values.size(); i++) {
            int order = compare(values.get(i), other.values.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int compare(Enclosure a, Enclosure b) {
        if (a.low().compareTo(b.high()) > 0) {
            return -1;
        }
        if (a.high().compareTo(b.low()) < 0) {
            return 1;
        }
        if ((a.isExact() && b.isExact()) || (a.equals(b)
                && a.low().denominator().bitLength() > EQUAL_DIGITS * 3)) {
            return 0;
        }
        throw new Undecided();
    }
}
