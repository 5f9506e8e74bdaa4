package io.mubiao.land.assess.internal.part;

import io.mubiao.value.NumberReader;
import io.mubiao.value.NumberWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many are in each ranking, and their totals.
 *
 * @param population how many shares may be of
 * @param ranked how many are ranked
 * @param totals the keys of those who are ranked
 */
record Sizes(TreeMap<GroupSlot, Long> population, TreeMap<GroupSlot, Long> ranked, Pools totals) implements Content {
    @Override
    public Sizes merge(Content other) {
        Sizes that = Content.same(this, other);
        return new Sizes(sum(population, that.population), sum(ranked, that.ranked), totals.merge(that.totals));
    }

    static TreeMap<GroupSlot, Long> sum(Map<GroupSlot, Long> a, Map<GroupSlot, Long> b) {
        TreeMap<GroupSlot, Long> whole = new TreeMap<>(a);
        b.forEach((slot, count) -> whole.merge(slot, count, Long::sum));
        return whole;
    }

    static void write(NumberWriter to, Map<GroupSlot, Long> counts) {
        to.addCount(counts.size());
        counts.forEach((slot, count) -> {
            slot.write(to);
            to.addCount(count);
        });
    }

    static TreeMap<GroupSlot, Long> counts(NumberReader from) {
        TreeMap<GroupSlot, Long> counts = new TreeMap<>();
        for (int i = from.things(4); i > 0; i--) {
            GroupSlot slot = GroupSlot.read(from);
            Content.once(counts.put(slot, from.count()));
        }
        return counts;
    }

    long population(List<String> ranking) {
        return population.getOrDefault(new GroupSlot(0, ranking), 0L);
    }

    long ranked(List<String> ranking) {
        return ranked.getOrDefault(new GroupSlot(0, ranking), 0L);
    }

    @Override
    public void write(NumberWriter to) {
        write(to, population);
        write(to, ranked);
        totals.write(to);
    }

    static Sizes read(NumberReader from) {
        return new Sizes(counts(from), counts(from), Pools.read(from));
    }
}
