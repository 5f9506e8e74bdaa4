package io.mubiao.value;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * How near to zero a number of roots within roots can be without being zero: the separation bound of Burnikel, Funke,
 * Mehlhorn, Schirra and Schmitt (2001). Where it asks for more digits than can be worked out in reasonable time, numbers that
 * agree in the most digits are taken for equal.
 */
final class Separation {
    /** Some 2,500 digits. */
    private static final int MOST_BITS = Real.FIRST_BITS << 6;

    /** More than is ever worked out, and small enough that products stay longs. */
    private static final long TOO_MANY = 1L << 30;

    /** Binary logarithms of the two bounds of a number, rounded up. */
    private record Size(long above, long below) {
        Size {
            above = Math.min(above, TOO_MANY);
            below = Math.min(below, TOO_MANY);
        }
    }

    private final IdentityHashMap<Real, Size> sizes = new IdentityHashMap<>();
    private final Set<Real> roots = new HashSet<>();
    private long degree = 1;

    private Separation() {}

    /** To so many bits a number that is not zero differs from zero. */
    static int bits(Real number) {
        if (number.size > MOST_BITS) {
            return MOST_BITS;
        }
        Separation bound = new Separation();
        Size size = bound.size(number);
        long bits = size.below + size.above * (bound.degree - 1) + 2;
        // The range is worked out to so many significant bits of its parts, which may be larger than the number.
        return (int) Math.min(bits + size.above + size.below, MOST_BITS);
    }

    private Size size(Real number) {
        Size known = sizes.get(number);
        if (known == null) {
            known = work(number);
            sizes.put(number, known);
        }
        return known;
    }

    private Size work(Real number) {
        if (number.isRational) {
            Rational exact = number.exact();
            return new Size(exact.numerator().bitLength(), exact.denominator().bitLength());
        }
        if (number instanceof Real.Binary binary) {
            Size a = size(binary.left);
            Size b = size(binary.right);
            return switch (binary.op) {
                case PLUS -> plus(a, b);
                case TIMES -> new Size(a.above + b.above, a.below + b.below);
                case OVER -> new Size(a.above + b.below, a.below + b.above);
            };
        }
        if (number instanceof Real.Total total) {
            Size sum = size(new Real.Fixed(total.fractions.exact()));
            for (Map.Entry<Real, Long> it : total.others.entrySet()) {
                Size next = size(it.getKey());
                sum = plus(sum, new Size(next.above + Long.SIZE - Long.numberOfLeadingZeros(it.getValue()), next.below));
            }
            return sum;
        }
        Real.Root root = (Real.Root) number;
        Size of = size(root.of);
        if (roots.add(root)) {
            degree = Math.min(degree * root.degree, TOO_MANY);
        }
        long k = root.degree;
        return of.above >= of.below ? new Size(-Math.floorDiv(-(of.above + of.below * (k - 1)), k), of.below)
                : new Size(of.above, -Math.floorDiv(-(of.above * (k - 1) + of.below), k));
    }

    private static Size plus(Size a, Size b) {
        return new Size(Math.max(a.above + b.below, a.below + b.above) + 1, a.below + b.below);
    }
}
