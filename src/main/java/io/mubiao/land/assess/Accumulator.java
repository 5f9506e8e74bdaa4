package io.mubiao.land.assess;

import io.mubiao.formula.Value;
import io.mubiao.land.BaselineRule;
import io.mubiao.value.Enclosure;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is gathered for one baseline from some enterprises. {@link #merge} is associative and exact: the same whole comes
 * out for any split and order.
 */
abstract sealed class Accumulator {
    long count;

    /** One more enterprise's value, or its numerator and denominator. */
    abstract void add(Enclosure first, Enclosure second);

    abstract void merge(Accumulator other);

    /** The baseline, before it is multiplied and rounded. */
    abstract Value value();

    static final class Sums extends Accumulator {
        Enclosure numerator = Enclosure.of(Rational.ZERO);
        Enclosure denominator = Enclosure.of(Rational.ZERO);

        @Override
        void add(Enclosure first, Enclosure second) {
            numerator = numerator.plus(first);
            denominator = denominator.plus(second);
            count++;
        }

        @Override
        void merge(Accumulator other) {
            Sums that = (Sums) other;
            numerator = numerator.plus(that.numerator);
            denominator = denominator.plus(that.denominator);
            count += that.count;
        }

        @Override
        Value value() {
            return denominator.contains(Rational.ZERO)
                    ? Value.zeroDivisor("sum of denominators")
                    : Value.of(numerator.dividedBy(denominator));
        }
    }

    /** A mean; of very many ratios not as one fraction with a huge denominator but enclosed to so many bits. */
    static final class Mean extends Accumulator {
        private final int bits;
        private BigInteger low = BigInteger.ZERO;
        private BigInteger high = BigInteger.ZERO;
        private Enclosure exact = Enclosure.of(Rational.ZERO);

        /** @param bits to how many binary digits each value is enclosed; 0 keeps them exact */
        Mean(int bits) {
            this.bits = bits;
        }

        @Override
        void add(Enclosure first, Enclosure second) {
            if (bits == 0) {
                exact = exact.plus(first);
            } else {
                low = low.add(scaled(first.low(), RoundingMode.FLOOR));
                high = high.add(scaled(first.high(), RoundingMode.CEILING));
            }
            count++;
        }

        private BigInteger scaled(Rational value, RoundingMode mode) {
            BigInteger[] parts = value.numerator().shiftLeft(bits).divideAndRemainder(value.denominator());
            if (parts[1].signum() == 0) {
                return parts[0];
            }
            boolean down = mode == RoundingMode.FLOOR;
            return parts[1].signum() < 0 == down ? parts[0].add(BigInteger.valueOf(down ? -1 : 1)) : parts[0];
        }

        @Override
        void merge(Accumulator other) {
            Mean that = (Mean) other;
            low = low.add(that.low);
            high = high.add(that.high);
            exact = exact.plus(that.exact);
            count += that.count;
        }

        @Override
        Value value() {
            if (bits == 0) {
                return Value.of(exact.dividedBy(Enclosure.of(Rational.of(count))));
            }
            BigInteger whole = BigInteger.valueOf(count).shiftLeft(bits);
            return Value.of(Enclosure.of(Rational.of(low, whole), Rational.of(high, whole)));
        }
    }

    static final class Extreme extends Accumulator {
        private final boolean max;
        private @Nullable Enclosure extreme;

        Extreme(boolean max) {
            this.max = max;
        }

        @Override
        void add(Enclosure first, Enclosure second) {
            extreme = extreme == null ? first : max ? extreme.max(first) : extreme.min(first);
            count++;
        }

        @Override
        void merge(Accumulator other) {
            Enclosure that = ((Extreme) other).extreme;
            long before = count;
            if (that != null) {
                add(that, that);
            }
            count = before + other.count;
        }

        @Override
        Value value() {
            return extreme == null ? Value.missing("extreme") : Value.of(extreme);
        }
    }

    static final class Sorted extends Accumulator {
        private final BaselineRule.Percentile percentile;
        private final List<Enclosure> values = new ArrayList<>();

        Sorted(BaselineRule.Percentile percentile) {
            this.percentile = percentile;
        }

        @Override
        void add(Enclosure first, Enclosure second) {
            values.add(first);
            count++;
        }

        @Override
        void merge(Accumulator other) {
            values.addAll(((Sorted) other).values);
            count += other.count;
        }

        /** The k-th smallest lies between the k-th smallest lower and the k-th smallest upper end. */
        @Override
        Value value() {
            List<Rational> lows = values.stream().map(Enclosure::low).sorted(Comparator.naturalOrder()).toList();
            List<Rational> highs = values.stream().map(Enclosure::high).sorted(Comparator.naturalOrder()).toList();
            return Value.of(Enclosure.of(at(lows), at(highs)));
        }

        private Rational at(List<Rational> sorted) {
            long n = sorted.size();
            Rational share = percentile.share();
            if (percentile.method() == BaselineRule.Method.NEAREST_RANK) {
                int place = share.times(n).round(new Rounding(0, RoundingMode.CEILING)).intValueExact();
                return sorted.get(Math.max(place, 1) - 1);
            }
            Rational place = percentile.method() == BaselineRule.Method.LINEAR_INCLUSIVE
                    ? Rational.ONE.plus(share.times(n - 1))
                    : share.times(n + 1).max(Rational.ONE).min(Rational.of(n));
            int below = place.round(new Rounding(0, RoundingMode.FLOOR)).intValueExact();
            Rational rest = place.minus(Rational.of(below));
            Rational low = sorted.get(below - 1);
            return rest.signum() == 0 ? low : low.plus(sorted.get(below).minus(low).times(rest));
        }
    }
}
