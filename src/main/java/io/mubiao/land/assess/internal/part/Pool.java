package io.mubiao.land.assess.internal.part;

import io.mubiao.land.assess.internal.RankKey;
import io.mubiao.value.Enclosure;
import io.mubiao.value.NumberReader;
import io.mubiao.value.NumberWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of which the different ones are kept with how many there are of each, as long as there are few; of many a sample: those with
 * the lowest lots, which every row draws by chance. Not thread-safe.
 */
final class Pool {
    /** One that is in the sample by its lot. */
    record Drawn(long lot, RankKey key) {}

    /** So many are in the sample; of fewer it has all. */
    private final int most;
    long count;
    private @Nullable Different different = Different.NONE;
    private List<Drawn> sample = new ArrayList<>();
    private long tooHigh = Long.MAX_VALUE;

    Pool(int most) {
        this.most = most;
    }

    /** How many different ones are kept; 0 where no longer all are. */
    int size() {
        return different == null ? 0 : different.size();
    }

    /** More numbers, which are not drawn. */
    void add(Different more) {
        count += more.total();
        if (different != null) {
            different = different.plus(more);
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
            if (sample.size() > 2 * most) {
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
        if (sample.size() >= most) {
            sample = new ArrayList<>(sample.subList(0, most));
            tooHigh = sample.get(most - 1).lot();
        }
    }

    void take(Pool other) {
        count += other.count;
        different = different != null && other.different != null ? different.plus(other.different) : null;
        sample.addAll(other.sample);
        cut();
    }

    /** From here on the sample is all there is. */
    void forget() {
        different = null;
    }

    /** Whether all numbers are known. */
    boolean isWhole() {
        return different != null || count <= most;
    }

    /** The different numbers; only where all are known. */
    Different all() {
        return different != null ? different : drawn();
    }

    private Different drawn() {
        return Different.of(sample.stream().map(Drawn::key).toList());
    }

    /** The different numbers of the sample, the better first. */
    List<RankKey> splitters() {
        return drawn().keys();
    }

    void write(NumberWriter to) {
        cut();
        to.addCount(count).addCount(different == null ? 0 : 1);
        if (different != null) {
            different.write(to);
        }
        to.addCount(sample.size());
        sample.forEach(it -> {
            to.addWhole(it.lot());
            key(to, it.key());
        });
    }

    /** @param width how many values a key has */
    static Pool read(NumberReader from, int width, int most) {
        Pool pool = new Pool(most);
        pool.count = from.count();
        if (from.count(1) == 0) {
            pool.forget();
        } else {
            Different all = Different.read(from, width);
            pool.different = all;
            if (all.total() != pool.count) {
                throw new IllegalArgumentException("numbers are not as many as they should be");
            }
        }
        for (int i = from.count(most); i > 0; i--) {
            pool.sample.add(new Drawn(from.whole(), key(from, width)));
        }
        if (pool.different == null && pool.sample.size() < Math.min(pool.count, most)) {
            throw new IllegalArgumentException("a sample is too small");
        }
        return pool;
    }

    static void key(NumberWriter to, RankKey key) {
        key.values().forEach(to::addNumber);
    }

    static RankKey key(NumberReader from, int width) {
        List<Enclosure> values = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            values.add(from.enclosure());
        }
        return new RankKey(values);
    }
}
