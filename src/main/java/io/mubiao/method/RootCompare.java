package io.mubiao.method;

import io.mubiao.value.Enclosure;
import io.mubiao.value.Rational;

/** Decides comparisons of roots exactly: by powers where a side is a fraction, else by enclosures that must part. */
final class RootCompare {
    private static final int DEEPEST = 10_240;

    private RootCompare() {}

    /** How a^(1/n) compares with a fraction, for a ≥ 0. */
    static int compare(Rational a, int n, Rational limit) {
        return limit.signum() < 0 ? 1 : a.compareTo(limit.power(n));
    }

    /**
     * How a^(1/n) compares with c + e · b^(1/m), for a ≥ 0 and b &gt; 0. Where b has no rational root and c and e are not
     * 0, equality is impossible (1, a^(1/n) and b^(1/m) would be dependent over the fractions, though no two of them can
     * be), so narrower and narrower enclosures part.
     */
    static int compare(Rational a, int n, Rational c, Rational e, Rational b, int m) {
        Enclosure root = Enclosure.of(b).root(m, Workings.DIGITS);
        if (e.signum() == 0 || root.isExact()) {
            return compare(a, n, c.plus(e.times(root.low())));
        }
        if (c.signum() == 0) {
            return e.signum() < 0 ? 1 : a.power(m).compareTo(e.power(n * m).times(b.power(n)));
        }
        for (int digits = Workings.DIGITS; digits <= DEEPEST; digits *= 2) {
            Enclosure right = Enclosure.of(b).root(m, digits).times(Enclosure.of(e)).plus(Enclosure.of(c));
            int order = compare(Enclosure.of(a).root(n, digits), right);
            if (order != 0) {
                return order;
            }
        }
        throw new ArithmeticException("root " + n + " of " + a + " lies too near to a threshold to be told from it");
    }

    /** −1 or 1 where one lies wholly below the other, else 0. */
    static int compare(Enclosure left, Enclosure right) {
        return left.low().compareTo(right.high()) > 0 ? 1 : left.high().compareTo(right.low()) < 0 ? -1 : 0;
    }
}
