package io.mubiao.value;

import com.google.common.collect.ImmutableMap;
import io.mubiao.work.internal.Checkpoint;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A number that is no short fraction, kept as what it is made of: it can be enclosed to any precision, and whether it is
 * zero can be proved. Immutable; equal where it is made of the same in the same way.
 */
abstract sealed class Real {
    /** Some 48 digits: enough for nearly every decision. */
    static final int FIRST_BITS = 160;
    /** Larger trees are compared by their digests. */
    private static final int COMPARED = 4096;

    private record Known(int bits, Enclosure range) {}

    /** How many parts it has, shared ones counted as often as they occur. */
    final int size;
    /** Whether it is a fraction, be it a long one. */
    final boolean isRational;

    private final int hash;
    private volatile @Nullable Enclosure first;
    private volatile @Nullable Known known;
    private volatile @Nullable Rational exact;
    private volatile byte @Nullable [] make;

    private Real(long size, boolean isRational, int hash) {
        this.size = (int) Math.min(Integer.MAX_VALUE, size);
        this.isRational = isRational;
        this.hash = hash;
    }

    /** A range it lies in, each step worked out to so many bits; the first one never depends on later ones. */
    final Enclosure range(int bits) {
        if (bits <= FIRST_BITS) {
            Enclosure range = first;
            if (range == null) {
                range = work(FIRST_BITS).outward(FIRST_BITS);
                first = range;
            }
            return range;
        }
        Checkpoint.pass();
        Known found = known;
        if (found == null || found.bits() < bits) {
            found = new Known(bits, work(bits).outward(bits));
            known = found;
        }
        return found.range();
    }

    /** The fraction that it is; only where it is rational. */
    final Rational exact() {
        Rational found = exact;
        if (found == null) {
            found = fraction();
            exact = found;
        }
        return found;
    }

    /** Its sign, proved. */
    final int sign() {
        int most = Integer.MAX_VALUE;
        for (int bits = FIRST_BITS;; bits *= 2) {
            Checkpoint.pass();
            Enclosure range = range(bits);
            if (range.low().signum() > 0 || range.high().signum() < 0 || range.isExact()) {
                return range.low().signum();
            }
            if (bits == FIRST_BITS) {
                if (isRational) {
                    return exact().signum();
                }
                Boolean zero = Radicals.isZero(this);
                if (Boolean.TRUE.equals(zero)) {
                    return 0;
                }
                most = zero == null ? Separation.bits(this) : most;
            }
            if (bits >= most) {
                return 0;
            }
        }
    }

    abstract Enclosure work(int bits);

    abstract Rational fraction();

    abstract boolean isMadeAlike(Real other);

    @Override
    public final boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Real that && hash == that.hash && size == that.size
                && (size <= COMPARED ? isMadeAlike(that) : Arrays.equals(make(), that.make())));
    }

    /** The digest of what it is made of, by which numbers are put in order. */
    final byte[] make() {
        byte[] found = make;
        if (found == null) {
            found = Make.digest(this);
            make = found;
        }
        return found;
    }

    @Override
    public final int hashCode() {
        return hash;
    }

    static Real of(Enclosure number) {
        Real real = number.real();
        return real == null ? new Fixed(number.low()) : real;
    }

    /** A short fraction. */
    static final class Fixed extends Real {
        final Rational number;

        Fixed(Rational number) {
            super(1, true, number.hashCode());
            this.number = number;
        }

        @Override
        Enclosure work(int bits) {
            return Enclosure.of(number);
        }

        @Override
        Rational fraction() {
            return number;
        }

        @Override
        boolean isMadeAlike(Real other) {
            return other instanceof Fixed that && number.equals(that.number);
        }
    }

    /** What is done with two numbers. */
    enum Op { PLUS, TIMES, OVER }

    /** A sum, a product, a quotient by what is not zero. */
    static final class Binary extends Real {
        final Op op;
        final Real left;
        final Real right;

        Binary(Op op, Real left, Real right) {
            super(1L + left.size + right.size, left.isRational && right.isRational,
                    31 * (31 * left.hashCode() + right.hashCode()) + op.name().hashCode());
            this.op = op;
            this.left = left;
            this.right = right;
        }

        @Override
        Enclosure work(int bits) {
            Enclosure a = left.range(bits);
            Enclosure b = right.range(bits);
            return switch (op) {
                case PLUS -> a.plus(b);
                case TIMES -> a.times(b);
                case OVER -> a.dividedBy(nonZero(b, bits));
            };
        }

        private Enclosure nonZero(Enclosure divisor, int bits) {
            Enclosure range = divisor;
            for (int more = bits * 2; range.contains(Rational.ZERO); more *= 2) {
                Checkpoint.pass();
                range = right.range(more);
            }
            return range;
        }

        @Override
        Rational fraction() {
            return switch (op) {
                case PLUS -> left.exact().plus(right.exact());
                case TIMES -> left.exact().times(right.exact());
                case OVER -> left.exact().dividedBy(right.exact());
            };
        }

        @Override
        boolean isMadeAlike(Real other) {
            return other instanceof Binary that && op == that.op && left.equals(that.left) && right.equals(that.right);
        }
    }

    /** A root of what is not negative. */
    static final class Root extends Real {
        final Real of;
        final int degree;

        Root(Real of, int degree) {
            super(1L + of.size, false, 31 * of.hashCode() + degree);
            this.of = of;
            this.degree = degree;
        }

        @Override
        Enclosure work(int bits) {
            Enclosure range = of.range(bits);
            Enclosure low = Roots.bounds(range.low().max(Rational.ZERO), degree, bits);
            return range.isExact() ? low : low.hull(Roots.bounds(range.high(), degree, bits));
        }

        @Override
        Rational fraction() {
            throw new IllegalStateException("a root is no fraction");
        }

        @Override
        boolean isMadeAlike(Real other) {
            return other instanceof Root that && degree == that.degree && of.equals(that.of);
        }
    }

    /** A sum of many numbers, each so many times. */
    static final class Total extends Real {
        final Fractions fractions;
        final ImmutableMap<Real, Long> others;

        Total(Fractions fractions, Map<Real, Long> others) {
            super(1L + fractions.size() + others.keySet().stream().mapToLong(it -> it.size).sum(), others.isEmpty(),
                    Objects.hash(fractions, others));
            this.fractions = fractions;
            this.others = ImmutableMap.copyOf(others);
        }

        @Override
        Enclosure work(int bits) {
            Enclosure sum = fractions.range(bits);
            BigInteger low = BigInteger.ZERO;
            BigInteger high = BigInteger.ZERO;
            int shift = bits + Long.SIZE;
            for (Map.Entry<Real, Long> it : others.entrySet()) {
                Checkpoint.pass();
                Enclosure range = it.getKey().range(bits);
                BigInteger count = BigInteger.valueOf(it.getValue());
                low = low.add(range.low().shifted(shift, RoundingMode.FLOOR).multiply(count));
                high = high.add(range.high().shifted(shift, RoundingMode.CEILING).multiply(count));
            }
            BigInteger unit = BigInteger.ONE.shiftLeft(shift);
            return sum.plus(Enclosure.of(Rational.of(low, unit), Rational.of(high, unit)));
        }

        @Override
        Rational fraction() {
            return fractions.exact();
        }

        @Override
        boolean isMadeAlike(Real other) {
            return other instanceof Total that && fractions.equals(that.fractions) && others.equals(that.others);
        }
    }
}
