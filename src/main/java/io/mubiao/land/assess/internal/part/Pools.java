package io.mubiao.land.assess.internal.part;

import io.mubiao.value.NumberReader;
import io.mubiao.value.NumberWriter;
import java.util.Map;
import java.util.TreeMap;

/**
 * Numbers gathered for many groups. Where there are more different ones in all than a limit, none keeps more than its sample. Not
 * thread-safe.
 */
final class Pools implements Content {
    static final int MOST_WIDTH = 1_000;

    private static final int LEAST_SAMPLE = 4;
    private static final int MOST_SAMPLE = 64;

    /** So many different numbers may be kept. */
    final int limit;
    /** How many values a key has. */
    final int width;
    final TreeMap<GroupSlot, Pool> pools = new TreeMap<>();

    Pools(int limit, int width) {
        this.limit = limit;
        this.width = width;
    }

    /** How many of a group are in its sample. */
    int sample() {
        return Math.max(LEAST_SAMPLE, Math.min(MOST_SAMPLE, limit));
    }

    Pool pool(GroupSlot slot) {
        return pools.computeIfAbsent(slot, it -> new Pool(sample()));
    }

    /** Forgets all but the samples if there are too many. */
    void settle() {
        long different = 0;
        for (Pool pool : pools.values()) {
            different += pool.size();
        }
        if (different > limit || pools.values().stream().anyMatch(pool -> pool.size() == 0 && pool.count > 0)) {
            pools.values().forEach(Pool::forget);
        }
    }

    /** Whether all numbers of all groups are known. */
    boolean isWhole() {
        return pools.values().stream().allMatch(Pool::isWhole);
    }

    @Override
    public Pools merge(Content other) {
        Pools that = Content.same(this, other);
        if (limit != that.limit || width != that.width) {
            throw new IllegalArgumentException("parts keep numbers in different ways");
        }
        Pools whole = new Pools(limit, width);
        pools.forEach((slot, pool) -> whole.pool(slot).take(pool));
        that.pools.forEach((slot, pool) -> whole.pool(slot).take(pool));
        whole.settle();
        return whole;
    }

    @Override
    public void write(NumberWriter to) {
        to.addCount(limit).addCount(width).addCount(pools.size());
        pools.forEach((slot, pool) -> {
            slot.write(to);
            pool.write(to);
        });
    }

    static Pools read(NumberReader from) {
        Pools pools = new Pools(from.count(Integer.MAX_VALUE), from.count(MOST_WIDTH));
        for (int i = from.things(6); i > 0; i--) {
            GroupSlot slot = GroupSlot.read(from);
            Content.once(pools.pools.put(slot, Pool.read(from, pools.width, pools.sample())));
        }
        return pools;
    }

    /** Those of one index. */
    Map<GroupSlot, Pool> all() {
        return pools;
    }
}
