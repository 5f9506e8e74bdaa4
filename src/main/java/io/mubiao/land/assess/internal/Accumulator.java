package io.mubiao.land.assess.internal;

import io.mubiao.formula.Value;
import io.mubiao.land.BaselineRule;
import io.mubiao.scoring.Ties;
import io.mubiao.value.Enclosure;
import io.mubiao.value.ExactSum;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import io.mubiao.work.internal.Checkpoint;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
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

    /** How many the value is of. */
    long formedBy() {
        return count;
    }

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

    /** The mean of some, best first. */
    static final class Picked extends Accumulator {
        private final BaselineRule.Among among;
        private final boolean higherIsBetter;
        private final List<Enclosure> values = new ArrayList<>();

        Picked(BaselineRule.Among among, boolean higherIsBetter) {
            this.among = among;
            this.higherIsBetter = higherIsBetter;
        }

        @Override
        void add(Enclosure first, Enclosure second) {
            values.add(first);
            count++;
        }

        @Override
        void merge(Accumulator other) {
            values.addAll(((Picked) other).values);
            count += other.count;
        }

        @Override
        long formedBy() {
            int[] range = among.range(values.size());
            return (long) range[1] - range[0];
        }

        @Override
        Value value() {
            int[] range = among.range(values.size());
            if (range[0] >= range[1]) {
                return Value.missing("mean of none");
            }
            List<Enclosure> sorted = new ArrayList<>(values.stream().sorted(Checkpoint.every(Accumulator::order)).toList());
            if (higherIsBetter) {
                Collections.reverse(sorted);
            }
            ExactSum sum = new ExactSum();
            sorted.subList(range[0], range[1]).forEach(sum::add);
            return Value.of(sum.total().dividedBy(Enclosure.of(Rational.of(range[1] - range[0]))));
        }
    }

    /** The standard deviation. */
    static final class Deviation extends Accumulator {
        private final boolean ofSample;
        private final ExactSum sum = new ExactSum();
        private final ExactSum squares = new ExactSum();

        Deviation(boolean ofSample) {
            this.ofSample = ofSample;
        }

        @Override
        void add(Enclosure first, Enclosure second) {
            sum.add(first);
            squares.add(first.times(first));
            count++;
        }

        @Override
        void merge(Accumulator other) {
            sum.add(((Deviation) other).sum);
            squares.add(((Deviation) other).squares);
            count += other.count;
        }

        @Override
        Value value() {
            if (ofSample && count < 2) {
                return Value.missing("sample deviation of one");
            }
            Enclosure total = sum.total();
            Enclosure distances = squares.total().minus(total.times(total).dividedBy(Enclosure.of(Rational.of(count))));
            Enclosure variance = distances.dividedBy(Enclosure.of(Rational.of(ofSample ? count - 1 : count)));
            return variance.sign().orElseThrow() <= 0 ? Value.of(Rational.ZERO) : Value.of(variance.root(2));
        }
    }

    /** All values in order, so that places among them can be found. */
    static final class Order extends Accumulator {
        private final List<Enclosure> values = new ArrayList<>();

        @Override
        void add(Enclosure first, Enclosure second) {
            values.add(first);
            count++;
        }

        @Override
        void merge(Accumulator other) {
            values.addAll(((Order) other).values);
            count += other.count;
        }

        @Override
        Value value() {
            throw new IllegalStateException("an order has no value");
        }

        PlacesWithin places(boolean higherIsBetter, Ties ties) {
            return PlacesWithin.of(values.stream().sorted(Checkpoint.every(Accumulator::order)).toList(), higherIsBetter, ties);
        }
    }

    /** By value; equal ones that are made differently in an order that is always the same. */
    private static int order(Enclosure a, Enclosure b) {
        int order = a.order(b).orElseThrow();
        return order != 0 ? order : Comparator.comparing(Enclosure::low).thenComparing(Enclosure::high).compare(a, b);
    }
}
