package io.mubiao.land.assess.internal;

import io.mubiao.formula.Value;
import io.mubiao.land.assess.internal.near.NearMean;
import io.mubiao.land.assess.internal.near.NearSum;
import io.mubiao.value.Enclosure;
import io.mubiao.value.ExactSum;
import io.mubiao.value.NumberReader;
import io.mubiao.value.NumberWriter;
import io.mubiao.value.Rational;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is gathered for one baseline from some enterprises. {@link #merge} is associative and exact: the same whole comes
 * out for any split and order.
 */
public abstract sealed class Accumulator permits Accumulator.Sums, Accumulator.Mean, Accumulator.Extreme, Accumulator.Deviation, Listed {
    private static final int SUMS = 0;
    private static final int MEAN = 1;
    private static final int LEAST = 2;
    private static final int MOST = 3;
    private static final int DEVIATION = 4;
    private static final int SAMPLE_DEVIATION = 5;

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

    /** Writes what was gathered; {@link #read} makes it again. Numbers that are kept one by one are written elsewhere. */
    public abstract void write(NumberWriter to);

    /** What another one wrote. */
    public static Accumulator read(NumberReader from) {
        int tag = from.count(SAMPLE_DEVIATION);
        long count = from.count();
        Accumulator read = switch (tag) {
            case SUMS -> new Sums(from.sum(), from.sum());
            case MEAN -> new Mean(from.sum());
            case LEAST, MOST -> new Extreme(tag == MOST, count == 0 ? null : from.enclosure());
            default -> new Deviation(tag == SAMPLE_DEVIATION, from.sum(), from.sum());
        };
        read.count = count;
        return read;
    }

    /** Both together, apart from both. */
    public static Accumulator sum(Accumulator a, Accumulator b) {
        if (!a.isLike(b)) {
            throw new IllegalArgumentException("parts gather different things");
        }
        Accumulator whole = a.empty();
        whole.merge(a.settled());
        whole.merge(b.settled());
        return whole;
    }

    /** This with everything worked out that waits to be asked for, so that it can leave the evaluation. */
    Accumulator settled() {
        return this;
    }

    /** Whether another one gathers the same. */
    boolean isLike(Accumulator other) {
        return getClass() == other.getClass();
    }

    /** Another one of its kind, of nothing. */
    abstract Accumulator empty();

    /** The numbers that are kept one by one; null where none are. */
    public @Nullable List<Enclosure> numbers() {
        return null;
    }

    public static final class Sums extends Accumulator {
        public final ExactSum numerator;
        public final ExactSum denominator;

        public Sums() {
            this(new ExactSum(), new ExactSum());
        }

        private Sums(ExactSum numerator, ExactSum denominator) {
            this.numerator = numerator;
            this.denominator = denominator;
        }

        @Override
        public void write(NumberWriter to) {
            to.addCount(SUMS).addCount(count).addSum(numerator).addSum(denominator);
        }

        @Override
        Accumulator empty() {
            return new Sums();
        }

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
        public final ExactSum sum;
        /** How much more there is; worked out exactly when it is asked for. */
        private @Nullable NearSum near;
        private @Nullable Supplier<ExactSum> later;

        public Mean() {
            this(new ExactSum());
        }

        private Mean(ExactSum sum) {
            this.sum = sum;
        }

        /**
         * Adds a sum that is only nearly known so far.
         *
         * @param exact all of it, also where it is added in parts
         */
        public void defer(NearSum more, long of, Supplier<ExactSum> exact) {
            near = near == null ? more : near.plus(more);
            later = exact;
            count += of;
        }

        /** The mean and by which share it can be off; null where it is known, or not nearly enough. */
        @Nullable NearMean near() {
            NearSum own = near;
            if (own == null || count == 0) {
                return null;
            }
            return NearMean.of(own.plus(sum.total().nearest()), count);
        }

        /** What was added and what waits. */
        private ExactSum all() {
            ExactSum all = new ExactSum();
            all.add(sum);
            if (later != null) {
                all.add(later.get());
            }
            return all;
        }

        @Override
        Accumulator settled() {
            if (later == null) {
                return this;
            }
            Mean exact = new Mean(all());
            exact.count = count;
            return exact;
        }

        @Override
        public void write(NumberWriter to) {
            to.addCount(MEAN).addCount(count).addSum(all());
        }

        @Override
        Accumulator empty() {
            return new Mean();
        }

        @Override
        void add(Enclosure first, Enclosure second) {
            sum.add(first);
            count++;
        }

        @Override
        void merge(Accumulator other) {
            Mean that = (Mean) other;
            sum.add(that.sum);
            NearSum more = that.near;
            if (more != null && that.later != null) {
                defer(more, 0, that.later);
            }
            count += other.count;
        }

        @Override
        Value value() {
            return Value.of(all().total().dividedBy(Enclosure.of(Rational.of(count))));
        }
    }

    static final class Extreme extends Accumulator {
        private final boolean max;
        private @Nullable Enclosure extreme;

        Extreme(boolean max) {
            this(max, null);
        }

        private Extreme(boolean max, @Nullable Enclosure extreme) {
            this.max = max;
            this.extreme = extreme;
        }

        @Override
        public void write(NumberWriter to) {
            to.addCount(max ? MOST : LEAST).addCount(extreme == null ? 0 : count);
            if (extreme != null) {
                to.addNumber(extreme);
            }
        }

        @Override
        Accumulator empty() {
            return new Extreme(max);
        }

        @Override
        boolean isLike(Accumulator other) {
            return other instanceof Extreme that && max == that.max;
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
            return extreme == null ? Value.nobody("") : Value.of(extreme);
        }
    }

    /** The standard deviation. */
    static final class Deviation extends Accumulator {
        private final boolean ofSample;
        private final ExactSum sum;
        private final ExactSum squares;

        Deviation(boolean ofSample) {
            this(ofSample, new ExactSum(), new ExactSum());
        }

        private Deviation(boolean ofSample, ExactSum sum, ExactSum squares) {
            this.ofSample = ofSample;
            this.sum = sum;
            this.squares = squares;
        }

        @Override
        public void write(NumberWriter to) {
            to.addCount(ofSample ? SAMPLE_DEVIATION : DEVIATION).addCount(count).addSum(sum).addSum(squares);
        }

        @Override
        Accumulator empty() {
            return new Deviation(ofSample);
        }

        @Override
        boolean isLike(Accumulator other) {
            return other instanceof Deviation that && ofSample == that.ofSample;
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
                return Value.nobody("");
            }
            Enclosure total = sum.total();
            Enclosure distances = squares.total().minus(total.times(total).dividedBy(Enclosure.of(Rational.of(count))));
            Enclosure variance = distances.dividedBy(Enclosure.of(Rational.of(ofSample ? count - 1 : count)));
            return variance.sign().orElseThrow() <= 0 ? Value.of(Rational.ZERO) : Value.of(variance.root(2));
        }
    }
}
