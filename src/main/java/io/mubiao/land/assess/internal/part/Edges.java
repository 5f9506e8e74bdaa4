package io.mubiao.land.assess.internal.part;

import io.mubiao.land.assess.internal.RankKey;
import io.mubiao.value.NumberReader;
import io.mubiao.value.NumberWriter;
import java.util.Map;
import java.util.TreeMap;

/**
 * What only who has all rows of a range can tell of it.
 *
 * @param different how many different keys are in the segments, under the ranking and the segment
 * @param lasts the last key that has a place in a class, under the number of the class and the ranking
 */
record Edges(TreeMap<GroupSlot, Long> different, TreeMap<GroupSlot, Edges.Last> lasts) implements Content {
    /**
     * A key with its neighbourhood.
     *
     * @param better how many are better
     * @param equal how many have it
     * @param differentBetter how many different keys are better
     */
    record Last(RankKey key, long better, long equal, long differentBetter) {}

    static Edges none() {
        return new Edges(new TreeMap<>(), new TreeMap<>());
    }

    @Override
    public Edges merge(Content other) {
        Edges that = Content.same(this, other);
        TreeMap<GroupSlot, Last> whole = new TreeMap<>(lasts);
        that.lasts.forEach((slot, last) -> whole.merge(slot, last, (a, b) -> a.better() >= b.better() ? a : b));
        return new Edges(Sizes.sum(different, that.different), whole);
    }

    @Override
    public void write(NumberWriter to) {
        Sizes.write(to, different);
        to.addCount(lasts.size());
        for (Map.Entry<GroupSlot, Last> it : lasts.entrySet()) {
            it.getKey().write(to);
            Last last = it.getValue();
            to.addCount(last.key().values().size());
            Pool.key(to, last.key());
            to.addCount(last.better()).addCount(last.equal()).addCount(last.differentBetter());
        }
    }

    static Edges read(NumberReader from) {
        TreeMap<GroupSlot, Long> different = Sizes.counts(from);
        TreeMap<GroupSlot, Last> lasts = new TreeMap<>();
        for (int i = from.things(9); i > 0; i--) {
            GroupSlot slot = GroupSlot.read(from);
            RankKey key = Pool.key(from, from.count(Pools.MOST_WIDTH));
            Content.once(lasts.put(slot, new Last(key, from.count(), from.count(), from.count())));
        }
        return new Edges(different, lasts);
    }
}
