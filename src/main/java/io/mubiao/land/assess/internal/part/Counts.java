package io.mubiao.land.assess.internal.part;

import io.mubiao.value.ExactSum;
import io.mubiao.value.NumberReader;
import io.mubiao.value.NumberWriter;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** How many numbers lie in each segment of a line, and their sums. */
record Counts(TreeMap<GroupSlot, Counts.Of> counts) implements Content {
    /**
     * Those of one line.
     *
     * @param counts by segment
     * @param sums by segment; none where nobody asks
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Of(long[] counts, ExactSum[] sums) {
        static Of segments(int size, boolean summed) {
            ExactSum[] sums = new ExactSum[summed ? size : 0];
            Arrays.setAll(sums, i -> new ExactSum());
            return new Of(new long[size], sums);
        }

        Of plus(Of other) {
            if (counts.length != other.counts.length || sums.length != other.sums.length) {
                throw new IllegalArgumentException("parts count in different segments");
            }
            Of whole = segments(counts.length, sums.length > 0);
            for (Of part : new Of[] {this, other}) {
                Arrays.setAll(whole.counts, i -> whole.counts[i] + part.counts[i]);
                for (int i = 0; i < whole.sums.length; i++) {
                    whole.sums[i].add(part.sums[i]);
                }
            }
            return whole;
        }

        void write(NumberWriter to) {
            to.addCount(counts.length).addCount(sums.length > 0 ? 1 : 0);
            for (int i = 0; i < counts.length; i++) {
                to.addCount(counts[i]);
                if (sums.length > 0) {
                    to.addSum(sums[i]);
                }
            }
        }

        static Of read(NumberReader from) {
            int size = from.things(1);
            boolean summed = from.count(1) == 1;
            if (size > from.left()) {
                throw new IllegalArgumentException("counts are cut off");
            }
            Of of = segments(size, summed);
            for (int i = 0; i < size; i++) {
                of.counts[i] = from.count();
                if (summed) {
                    of.sums[i] = from.sum();
                }
            }
            return of;
        }
    }

    @Override
    public Counts merge(Content other) {
        TreeMap<GroupSlot, Of> whole = new TreeMap<>(counts);
        Content.same(this, other).counts.forEach((slot, of) -> whole.merge(slot, of, Of::plus));
        return new Counts(whole);
    }

    @Override
    public void write(NumberWriter to) {
        to.addCount(counts.size());
        for (Map.Entry<GroupSlot, Of> it : counts.entrySet()) {
            it.getKey().write(to);
            it.getValue().write(to);
        }
    }

    static Counts read(NumberReader from) {
        TreeMap<GroupSlot, Of> counts = new TreeMap<>();
        for (int i = from.things(5); i > 0; i--) {
            GroupSlot slot = GroupSlot.read(from);
            Content.once(counts.put(slot, Of.read(from)));
        }
        return new Counts(counts);
    }
}
