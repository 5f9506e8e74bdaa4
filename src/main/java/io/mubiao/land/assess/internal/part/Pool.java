package io.mubiao.land.assess.internal.part;

import io.mubiao.land.assess.internal.RankKey;
import io.mubiao.value.Enclosure;
import io.mubiao.value.NumberReader;
import io.mubiao.value.NumberWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of which the different ones are kept with how many there are of each, as long as there are few; of many a sample: those with
 * the lowest lots, which every row draws by chance. Not thread-safe.
 */
final class Pool {
    /** So many are in the sample; of fewer it has all. */
    static final int SAMPLE = 256;

    /** One that is in the sample by its lot. */
    record Drawn(long lot, RankKey key) {}

    long count;
    private @Nullable TreeMap<RankKey, Long> different = new TreeMap<>();
    private List<Drawn> sample = new ArrayList<>();
    private long tooHigh = Long.MAX_VALUE;

    /** How many different ones are kept; 0 where no longer all are. */
    int size() {
        return different == null ? 0 : different.size();
    }

    /** So many more of a number that is not drawn. */
    void add(RankKey key, long times) {
        count += times;
        if (different != null) {
            different.merge(key, times, Long::sum);
        }
    }

    /** Numbers that were not looked at one by one. */
    void addUnseen(long times) {
        count += times;
        different = null;
    }

    /** Takes part in the draw. */
    void draw(long lot, RankKey key) {
        if (isLow(lot)) {
            sample.add(new Drawn(lot, key));
            if (sample.size() > 2 * SAMPLE) {
                cut();
            }
        }
    }

    /** Whether a lot may be among the lowest. */
    boolean isLow(long lot) {
        return lot < tooHigh;
    }

    private void cut() {
        sample.sort(Comparator.comparingLong(Drawn::lot));
        if (sample.size() >= SAMPLE) {
            sample = new ArrayList<>(sample.subList(0, SAMPLE));
            tooHigh = sample.get(SAMPLE - 1).lot();
        }
    }

    void take(Pool other) {
        count += other.count;
        if (different != null && other.different != null) {
            other.different.forEach((key, times) -> java.util.Objects.requireNonNull(different).merge(key, times, Long::sum));
        } else {
            different = null;
        }
        sample.addAll(other.sample);
        cut();
    }

    /** From here on the sample is all there is. */
    void forget() {
        different = null;
    }

    /** Whether all numbers are known. */
    boolean isWhole() {
        return different != null || count <= SAMPLE;
    }

    /** The different numbers, the better first, and how many there are of each; only where all are known. */
    TreeMap<RankKey, Long> all() {
        if (different != null) {
            return different;
        }
        TreeMap<RankKey, Long> drawn = new TreeMap<>();
        sample.forEach(it -> drawn.merge(it.key(), 1L, Long::sum));
        return drawn;
    }

    /** The different numbers of the sample, the better first. */
    List<RankKey> splitters() {
        TreeMap<RankKey, Long> drawn = new TreeMap<>();
        sample.forEach(it -> drawn.put(it.key(), 1L));
        return List.copyOf(drawn.keySet());
    }

    void write(NumberWriter to) {
        cut();
        to.count(count).count(different == null ? 0 : 1);
        if (different != null) {
            to.count(different.size());
            for (Map.Entry<RankKey, Long> it : different.entrySet()) {
                key(to, it.getKey());
                to.count(it.getValue());
            }
        }
        to.count(sample.size());
        sample.forEach(it -> {
            to.whole(it.lot());
            key(to, it.key());
        });
    }

    /** @param width how many values a key has */
    static Pool read(NumberReader from, int width) {
        Pool pool = new Pool();
        pool.count = from.count();
        if (from.count(1) == 0) {
            pool.forget();
        } else {
            TreeMap<RankKey, Long> keys = java.util.Objects.requireNonNull(pool.different);
            for (int i = from.things(4); i > 0; i--) {
                if (keys.put(key(from, width), from.count()) != null) {
                    throw new IllegalArgumentException("a number is there twice");
                }
            }
            if (keys.values().stream().mapToLong(Long::longValue).sum() != pool.count) {
                throw new IllegalArgumentException("numbers are not as many as they should be");
            }
        }
        for (int i = from.count(SAMPLE); i > 0; i--) {
            pool.sample.add(new Drawn(from.whole(), key(from, width)));
        }
        if (pool.different == null && pool.sample.size() < Math.min(pool.count, SAMPLE)) {
            throw new IllegalArgumentException("a sample is too small");
        }
        return pool;
    }

    static void key(NumberWriter to, RankKey key) {
        key.values().forEach(to::number);
    }

    static RankKey key(NumberReader from, int width) {
        List<Enclosure> values = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            values.add(from.enclosure());
        }
        return new RankKey(values);
    }
}
