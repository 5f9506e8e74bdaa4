package io.mubiao.land.assess.internal.part;

import static java.util.Objects.requireNonNull;

import io.mubiao.land.assess.internal.RankKey;
import io.mubiao.land.assess.internal.RankTable;
import io.mubiao.shape.Ties;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The places in one ranking of all, of which the keys of some ranges are known here and of the others only how many there are: these
 * stand between their neighbours without a key. Immutable.
 */
final class PartTable extends RankTable {
    private final List<Entry> entries;
    private final long[] different;
    private final Ties ties;
    private final Line line;
    /** Where each segment begins among the entries. */
    private final int[] first;
    private final @Nullable RankTable here;
    /** The entry of each index of the table of those who are here. */
    private final int[] entryOfHere;

    /**
     * One different key, or a range of unknown ones.
     *
     * @param key the key; null where it is known by those who are here, or unknown
     * @param here the index of a key among those who are here; below 0 where it is not
     */
    private record Entry(@Nullable RankKey key, int here, long count, long different) {
        boolean isGap() {
            return key == null && here < 0;
        }
    }

    private PartTable(List<Entry> entries, int[] first, Line line, @Nullable RankTable here, int[] entryOfHere, Ties ties, long population,
            List<Long> ends) {
        super(upTo(entries), ties, population, ends);
        this.entries = entries;
        this.first = first;
        this.line = line;
        this.here = here;
        this.entryOfHere = entryOfHere;
        this.ties = ties;
        this.different = new long[entries.size() + 1];
        for (int i = 0; i < entries.size(); i++) {
            different[i + 1] = different[i] + entries.get(i).different();
        }
    }

    private static int[] upTo(List<Entry> entries) {
        int[] upTo = new int[entries.size() + 1];
        for (int i = 0; i < entries.size(); i++) {
            upTo[i + 1] = Math.toIntExact(upTo[i] + entries.get(i).count());
        }
        return upTo;
    }

    /** Puts a table together. */
    static final class Builder {
        private final Line line;
        private final GroupSlot slot;
        private final Edges edges;
        private final int classes;
        private final @Nullable RankTable here;
        private final int[] entryOfHere;
        private final List<Entry> entries = new ArrayList<>();
        private final int[] first;
        private long differentSoFar;

        /** @param here those of the ranking who are here; null for nobody */
        Builder(GroupSlot slot, Line line, Edges edges, int classes, @Nullable RankTable here) {
            this.slot = slot;
            this.line = line;
            this.edges = edges;
            this.classes = classes;
            this.here = here;
            this.entryOfHere = new int[here == null ? 0 : here.size()];
            this.first = new int[line.segments() + 1];
        }

        /** @throws SplitRangeException if not all or none of the rows of a range are here */
        PartTable build(Ties ties, long population, List<Long> ends) {
            int at = 0;
            int end = here == null ? 0 : here.size();
            for (int segment = 0; segment < line.segments(); segment++) {
                first[segment] = entries.size();
                int to = line.isPoint(segment) || segment == line.segments() - 1 ? at
                        : here == null ? 0 : here.lower(line.splitters.get(segment / 2), at);
                to = segment == line.segments() - 1 ? end : to;
                if (line.isPoint(segment)) {
                    RankKey splitter = line.splitters.get(segment / 2);
                    boolean has = here != null && !line.half && at < end && here.isAt(at, splitter);
                    add(splitter, line.of.counts()[segment]);
                    at = has ? at(at) : at;
                } else {
                    at = segment(segment, at, to);
                }
            }
            first[line.segments()] = entries.size();
            return new PartTable(entries, first, line, here, entryOfHere, ties, population, ends);
        }

        private int at(int index) {
            entryOfHere[index] = entries.size() - 1;
            return index + 1;
        }

        private void add(RankKey key, long count) {
            if (count > 0) {
                add(new Entry(key, -1, count, 1));
            }
        }

        private void add(Entry entry) {
            entries.add(entry);
            differentSoFar += entry.different();
        }

        private int segment(int segment, int from, int to) {
            long count = line.of.counts()[segment];
            if (line.known.containsKey(segment)) {
                known(segment, from, to);
                return to;
            }
            long present = 0;
            for (int i = from; i < to; i++) {
                present += here == null ? 0 : here.equal(i);
            }
            if (present == 0) {
                gap(segment, count);
                return to;
            }
            if (present != count) {
                throw new SplitRangeException(present, count);
            }
            for (int i = from; i < to; i++) {
                long equal = here == null ? 0 : here.equal(i);
                if (equal > 0) {
                    entryOfHere[i] = entries.size();
                    add(new Entry(null, i, equal, 1));
                }
            }
            return to;
        }

        private void known(int segment, int from, int to) {
            int base = entries.size();
            Different own = requireNonNull(line.known.get(segment));
            List<RankKey> keys = own.keys();
            for (int i = 0; i < own.size(); i++) {
                add(keys.get(i), own.counts()[i]);
            }
            int[] found = here == null ? new int[0] : here.among(keys, from, to);
            for (int i = from; here != null && i < to; i++) {
                if (here.equal(i) > 0) {
                    if (found[i - from] < 0) {
                        throw new SplitRangeException(here.equal(i), 0);
                    }
                    entryOfHere[i] = base + found[i - from];
                }
            }
        }

        /** Rows that are elsewhere, with the keys among them that are the last of a class. */
        private void gap(int segment, long count) {
            if (count == 0) {
                return;
            }
            long differentHere = edges.different().getOrDefault(slot.at(segment), 1L);
            long from = line.before(segment);
            long end = from + count;
            long differentBefore = differentSoFar;
            long differentEnd = differentBefore + differentHere;
            for (int k = 0; k < classes; k++) {
                Edges.Last last = edges.lasts().get(new GroupSlot(k, slot.by()));
                if (last != null && last.better() >= from && last.better() < end) {
                    long skipped = Math.max(0, last.differentBetter() - differentBefore);
                    add(new Entry(null, -1, last.better() - from, skipped));
                    add(new Entry(last.key(), -1, last.equal(), 1));
                    from = last.better() + last.equal();
                    differentBefore += skipped + 1;
                }
            }
            add(new Entry(null, -1, end - from, Math.max(0, differentEnd - differentBefore)));
        }
    }

    /** Whether those who are here are those of a table. */
    boolean isOf(RankTable table) {
        return here == table;
    }

    /** How many different keys are better than an index. */
    long differentBetter(int index) {
        return different[index];
    }

    /** How many different keys each range has of which all are here. */
    void own(BiConsumer<Integer, Long> ranges) {
        for (int segment = 0; segment < line.segments(); segment++) {
            if (first[segment] < first[segment + 1] && entries.get(first[segment]).here() >= 0) {
                ranges.accept(segment, (long) first[segment + 1] - first[segment]);
            }
        }
    }

    /** The index of a key by its index among those who are here. */
    int ofHere(int index) {
        return entryOfHere[index];
    }

    @Override
    public RankKey key(int index) {
        Entry entry = entries.get(index);
        if (entry.key() != null) {
            return entry.key();
        }
        if (here == null || entry.here() < 0) {
            throw new IllegalStateException("the totals of this range are elsewhere");
        }
        return here.key(entry.here());
    }

    @Override
    public boolean isGap(int index) {
        return entries.get(index).isGap();
    }

    @Override
    public Rational total(int index) {
        return key(index).values().get(0).low();
    }

    @Override
    protected boolean isShownAs(int index, Rational total, Rounding shown) {
        return !isGap(index) && super.isShownAs(index, total, shown);
    }

    @Override
    protected boolean isSameTotal(int one, int other) {
        return !isGap(one) && super.isSameTotal(one, other);
    }

    @Override
    public int lastIndex(long place) {
        int found = super.lastIndex(place);
        while (found >= 0 && isGap(found)) {
            found--;
        }
        return found;
    }

    @Override
    protected long different(int index) {
        return different[index];
    }

    @Override
    public long place(int index) {
        return ties.place(better(index), equal(index), different[index]);
    }

    @Override
    public long[] places() {
        long[] places = new long[size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = place(i);
        }
        return places;
    }

    @Override
    public int find(RankKey key) {
        int segment = line.segment(key);
        int low = first[segment];
        int high = first[segment + 1] - 1;
        if (here != null && low <= high && entries.get(low).here() >= 0) {
            int found = here.find(key);
            return found >= 0 && here.equal(found) > 0 ? entryOfHere[found] : -1 - after(key, low, high);
        }
        if (line.known.containsKey(segment) || line.isPoint(segment)) {
            int at = after(key, low, high);
            return at <= high && key(at).compareTo(key) == 0 ? at : -1 - at;
        }
        if (low <= high) {
            throw new SplitRangeException(0, line.of.counts()[segment]);
        }
        return -1 - low;
    }

    private int after(RankKey key, int from, int to) {
        int low = from;
        int high = to + 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (key(middle).compareTo(key) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
