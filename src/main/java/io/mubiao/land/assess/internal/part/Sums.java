package io.mubiao.land.assess.internal.part;

import io.mubiao.land.assess.internal.Accumulator;
import io.mubiao.land.assess.internal.BaselineTable;
import io.mubiao.value.NumberReader;
import io.mubiao.value.NumberWriter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * What forms baselines.
 *
 * @param sums by baseline and texts
 * @param pools the numbers of those that need them in order
 */
record Sums(Map<BaselineTable.Key, Accumulator> sums, Pools pools) implements Content {
    @Override
    public Sums merge(Content other) {
        Sums that = Content.same(this, other);
        return new Sums(merged(sums, that.sums), pools.merge(that.pools));
    }

    static <K> Map<K, Accumulator> merged(Map<K, Accumulator> a, Map<K, Accumulator> b) {
        Map<K, Accumulator> whole = new HashMap<>(a);
        b.forEach((key, sum) -> whole.merge(key, sum, Accumulator::sum));
        return whole;
    }

    @Override
    public void write(NumberWriter to) {
        write(to, sums);
        pools.write(to);
    }

    static void write(NumberWriter to, Map<BaselineTable.Key, Accumulator> sums) {
        to.addCount(sums.size());
        sums.entrySet().stream().sorted(Map.Entry.comparingByKey(Comparator.comparingInt(BaselineTable.Key::baseline)
                .thenComparing(BaselineTable.Key::by, GroupSlot::compare))).forEach(it -> {
                    to.addCount(it.getKey().baseline());
                    GroupSlot.texts(to, it.getKey().by());
                    it.getValue().write(to);
                });
    }

    static Sums read(NumberReader from) {
        return new Sums(sums(from), Pools.read(from));
    }

    static Map<BaselineTable.Key, Accumulator> sums(NumberReader from) {
        Map<BaselineTable.Key, Accumulator> sums = new HashMap<>();
        for (int i = from.things(5); i > 0; i--) {
            BaselineTable.Key key = new BaselineTable.Key(from.count(Integer.MAX_VALUE), GroupSlot.texts(from));
            Content.once(sums.put(key, Accumulator.read(from)));
        }
        return sums;
    }
}
