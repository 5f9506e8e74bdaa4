package io.mubiao.land.assess.internal;

import io.mubiao.formula.Value;
import io.mubiao.land.BaselineRule;
import io.mubiao.value.Enclosure;
import io.mubiao.value.ExactSum;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import io.mubiao.work.internal.Checkpoint;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is gathered for one baseline from some enterprises. {@link #merge} is associative and exact: the same whole comes
 * out for any split and order.
 */
public abstract sealed class Accumulator {
    public long count;

    /** One more enterprise's value, or its numerator and denominator. */
    abstract void add(Enclosure first, Enclosure second);

    abstract void merge(Accumulator other);

    /** The baseline, before it is multiplied and rounded. */
    abstract Value value();

    public static final class Sums extends Accumulator {
        public final ExactSum numerator = new ExactSum();
        public final ExactSum denominator = new ExactSum();

        @Override
        public void add(Enclosure first, Enclosure second) {
            numerator.add(first);
            denominator.add(second);
            count++;
        }

        @Override
        public void merge(Accumulator other) {
            Sums that = (Sums) other;
            numerator.add(that.numerator);
            denominator.add(that.denominator);
            count += that.count;
        }

        @Override
        public Value value() {
            Enclosure divisor = denominator.total();
            return divisor.sign().orElseThrow() == 0 ? Value.zeroDivisor("sum of denominators")
                    : Value.of(numerator.total().dividedBy(divisor));
        }
    }

    public static final class Mean extends Accumulator {
        public final ExactSum sum = new ExactSum();

        @Override
        void add(Enclosure first, Enclosure second) {
            sum.add(first);
            count++;
        }

        @Override
        void merge(Accumulator other) {
            sum.add(((Mean) other).sum);
            count += other.count;
        }

        @Override
        Value value() {
            return Value.of(sum.total().dividedBy(Enclosure.of(Rational.of(count))));
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

        @Override
        Value value() {
            List<Enclosure> sorted = values.stream().sorted(Checkpoint.every(Accumulator::order)).toList();
            long n = sorted.size();
            Rational share = percentile.share();
            if (percentile.method() == BaselineRule.Method.NEAREST_RANK) {
                int place = share.times(n).round(new Rounding(0, RoundingMode.CEILING)).intValueExact();
                return Value.of(sorted.get(Math.max(place, 1) - 1));
            }
            Rational place = percentile.method() == BaselineRule.Method.LINEAR_INCLUSIVE
                    ? Rational.ONE.plus(share.times(n - 1))
                    : share.times(n + 1).max(Rational.ONE).min(Rational.of(n));
            int below = place.round(new Rounding(0, RoundingMode.FLOOR)).intValueExact();
            Rational rest = place.minus(Rational.of(below));
            Enclosure low = sorted.get(below - 1);
            return Value.of(rest.signum() == 0 ? low
                    : low.plus(sorted.get(below).minus(low).times(Enclosure.of(rest))));
        }
    }

    /** By value; equal ones that are made differently in an order that is always the same. */
    private static int order(Enclosure a, Enclosure b) {
        int order = a.order(b).orElseThrow();
        return order != 0 ? order : Comparator.comparing(Enclosure::low).thenComparing(Enclosure::high).compare(a, b);
    }
}
