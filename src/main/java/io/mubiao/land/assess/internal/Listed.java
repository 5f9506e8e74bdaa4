package io.mubiao.land.assess.internal;

import io.mubiao.formula.Value;
import io.mubiao.land.BaselineRule;
import io.mubiao.shape.Ties;
import io.mubiao.value.Enclosure;
import io.mubiao.value.NumberWriter;
import io.mubiao.work.internal.Checkpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Numbers that are kept one by one. */
public abstract sealed class Listed extends Accumulator {
    final List<Enclosure> values = new ArrayList<>();

    @Override
    void add(Enclosure first, Enclosure second) {
        values.add(first);
        count++;
    }

    @Override
    void merge(Accumulator other) {
        values.addAll(((Listed) other).values);
        count += other.count;
    }

    @Override
    public List<Enclosure> numbers() {
        return values;
    }

    @Override
    public void write(NumberWriter to) {
        throw new IllegalStateException("numbers are kept one by one");
    }

    @Override
    Accumulator empty() {
        throw new IllegalStateException("numbers are kept one by one");
    }

    List<Enclosure> rising() {
        return values.stream().sorted(Checkpoint.every(Rising::order)).toList();
    }

    public static final class Sorted extends Listed {
        private final BaselineRule.Percentile percentile;
        private @Nullable IntFunction<Enclosure> known;

        Sorted(BaselineRule.Percentile percentile) {
            this.percentile = percentile;
        }

        /** Takes all values there are, each by its place from 0, the smallest first. */
        public void know(long of, IntFunction<Enclosure> inOrder) {
            known = inOrder;
            count += of;
        }

        @Override
        void merge(Accumulator other) {
            Sorted that = (Sorted) other;
            known = that.known != null ? that.known : known;
            super.merge(that);
        }

        @Override
        public List<Enclosure> numbers() {
            IntFunction<Enclosure> inOrder = known;
            return inOrder == null ? super.numbers() : IntStream.range(0, (int) count).mapToObj(inOrder).toList();
        }

        @Override
        Value value() {
            IntFunction<Enclosure> inOrder = known;
            return Rising.percentile(percentile, inOrder == null ? Rising.of(rising()) : new Rising.ByPlace(count, inOrder));
        }
    }

    /** The mean of some, best first. */
    static final class Picked extends Listed {
        private final BaselineRule.Among among;
        private final boolean higherIsBetter;

        Picked(BaselineRule.Among among, boolean higherIsBetter) {
            this.among = among;
            this.higherIsBetter = higherIsBetter;
        }

        @Override
        long formedBy() {
            long[] range = Rising.range(among, higherIsBetter, values.size());
            return range[1] - range[0];
        }

        @Override
        Value value() {
            return Rising.mean(among, higherIsBetter, Rising.of(rising()));
        }
    }

    /** All values in order, so that places among them can be found. */
    static final class Order extends Listed {
        @Override
        Value value() {
            throw new IllegalStateException("an order has no value");
        }

        PlacesWithin places(boolean higherIsBetter, Ties ties) {
            return PlacesWithin.of(rising(), higherIsBetter, ties);
        }
    }
}
