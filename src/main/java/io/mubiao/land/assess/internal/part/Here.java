package io.mubiao.land.assess.internal.part;

import com.google.common.primitives.Longs;
import io.mubiao.land.assess.internal.Again;
import io.mubiao.land.assess.internal.Cohort;
import io.mubiao.land.assess.internal.RankCodes;
import io.mubiao.land.assess.internal.RankKey;
import io.mubiao.land.assess.internal.RankTable;
import io.mubiao.land.assess.internal.Ranks;
import io.mubiao.work.internal.Checkpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rows of a chunk as the first ranking or a further one ranks them among themselves, and where that puts them among all. Not thread-safe. */
final class Here {
    final int index;
    private final Known known;
    private final RankCodes rankings;
    private final Ranks local;
    private final IntUnaryOperator codes;
    private final IntFunction<RankKey> keys;
    private final int size;
    /** By ranking the index of each place in its table. */
    private final int[] @Nullable [] indexes;
    /** By ranking the segment of each index. */
    private final int[] @Nullable [] segments;

    private Here(int index, Known known, Cohort cohort, Ranks local, IntUnaryOperator codes, IntFunction<RankKey> keys) {
        this.index = index;
        this.known = known;
        this.rankings = cohort.scope.rankings;
        this.local = local;
        this.codes = codes;
        this.keys = keys;
        this.size = cohort.roll.size();
        this.indexes = new int[rankings.size()][];
        this.segments = new int[rankings.size()][];
    }

    /** The first ranking, each group by itself. */
    static Here first(Known known, Cohort cohort, Ranks local) {
        return new Here(0, known, cohort, local, cohort.scope.rankings::code, row -> key(cohort, row));
    }

    static RankKey key(Cohort cohort, int row) {
        return cohort.key(cohort.frame(row), Objects.requireNonNull(cohort.totals.value(row)));
    }

    /** A further ranking, small groups with those that they joined. */
    static Here again(Known known, Cohort cohort, Ranks ranks, Again.Local again) {
        int[] alone = IntStream.range(0, again.tables().length).toArray();
        return new Here(1 + again.again(), known, cohort, new Ranks(ranks.ties, again.tables(), again.places(), alone, null),
                row -> ranks.joined(cohort.scope.rankings.code(row)), again.keys());
    }

    boolean isRanked(int row) {
        return local.place(row) > 0;
    }

    int code(int row) {
        return codes.applyAsInt(row);
    }

    private RankTable table(int code) {
        return Objects.requireNonNull(local.table(code));
    }

    private GroupSlot slot(int code) {
        return new GroupSlot(index, rankings.key(code));
    }

    /** The ranking of all that one belongs to; null where it is ranked nowhere. */
    @Nullable GroupSlot joined(int code) {
        List<String> joined = known.joined.get(rankings.key(code));
        return joined == null ? null : new GroupSlot(index, joined);
    }

    @Nullable Line line(int code) {
        GroupSlot joined = joined(code);
        return joined == null ? null : known.state.rankings().get(joined);
    }

    /** The different keys of each ranking, and a sample of them. */
    Pools pools(int limit, int width, Lots lots) {
        Pools pools = new Pools(limit, width);
        Draw draw = new Draw(pools.sample());
        for (int row = 0; row < size; row++) {
            Checkpoint.pass(row);
            if (isRanked(row)) {
                draw.add(code(row), lots.of(row), row);
            }
        }
        draw.forEach((code, lot, row) -> pools.pool(slot(code)).draw(lot, keys.apply(row)));
        long different = 0;
        for (int code : local.rankings()) {
            RankTable table = table(code);
            for (int i = 0; i < table.size(); i++) {
                different += table.equal(i) > 0 ? 1 : 0;
            }
        }
        for (int code : local.rankings()) {
            Pool pool = pools.pool(slot(code));
            if (different > limit) {
                pool.addUnseen(table(code).ranked());
            } else {
                pool.add(different(table(code)));
            }
        }
        pools.settle();
        return pools;
    }

    private static Different different(RankTable table) {
        List<RankKey> keys = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            if (table.equal(i) > 0) {
                keys.add(table.key(i));
                counts.add(table.equal(i));
            }
        }
        return new Different(keys, Longs.toArray(counts));
    }

    /** Where the segments of a line end among the keys of a table. */
    private static int[] ends(RankTable table, Line line) {
        int[] ends = new int[line.segments()];
        int at = 0;
        for (int segment = 0; segment < ends.length; segment++) {
            if (segment == ends.length - 1) {
                at = table.size();
            } else if (!line.isPoint(segment)) {
                at = table.lower(line.splitters.get(segment / 2), at);
            } else if (!line.half && at < table.size() && table.isAt(at, line.splitters.get(segment / 2))) {
                at++;
            }
            ends[segment] = at;
        }
        return ends;
    }

    /** How many are in each segment of the lines that are to be counted. */
    Counts counts() {
        TreeMap<GroupSlot, Counts.Of> counts = new TreeMap<>();
        for (int code : local.rankings()) {
            RankTable table = table(code);
            Line line = line(code);
            if (line != null && line.size() == 0) {
                Counts.Of of = new Counts.Of(new long[line.segments()], Track.noSums());
                int[] ends = ends(table, line);
                for (int segment = 0; segment < ends.length; segment++) {
                    of.counts()[segment] = table.better(ends[segment]) - table.better(segment == 0 ? 0 : ends[segment - 1]);
                }
                counts.merge(Objects.requireNonNull(joined(code)), of, Counts.Of::plus);
            }
        }
        return new Counts(counts);
    }

    /** A sample of the keys in large segments. */
    Pools split(Ranges ranges, int limit, int width, Lots lots) {
        Pools pools = new Pools(limit, width);
        Draw draw = new Draw(pools.sample());
        List<GroupSlot> slots = new ArrayList<>();
        Map<GroupSlot, Integer> numbers = new HashMap<>();
        @Nullable Line[] lines = new Line[rankings.size()];
        List<List<Integer>> large = new ArrayList<>();
        for (int code = 0; code < lines.length; code++) {
            lines[code] = line(code);
            large.add(lines[code] == null ? List.of() : ranges.large(lines[code]));
        }
        for (int row = 0; row < size; row++) {
            Checkpoint.pass(row);
            int code = isRanked(row) ? code(row) : -1;
            Line line = code < 0 ? null : lines[code];
            int segment = line == null || line.splitters.isEmpty() ? -1 : segment(code, row, line);
            if (segment >= 0 && large.get(code).contains(segment)) {
                GroupSlot slot = Objects.requireNonNull(joined(code)).at(segment);
                int number = numbers.computeIfAbsent(slot, it -> slots.size());
                if (number == slots.size()) {
                    slots.add(slot);
                }
                pools.pool(slot).addUnseen(1);
                draw.add(number, lots.of(row), row);
            }
        }
        draw.forEach((number, lot, row) -> pools.pool(slots.get(number)).draw(lot, keys.apply(row)));
        pools.settle();
        return pools;
    }

    /** The index of a ranked row in its table. */
    private int index(int code, int row) {
        int[] own = indexes[code];
        if (own == null) {
            own = indexes(table(code));
            indexes[code] = own;
        }
        return own[local.place(row)];
    }

    private static int[] indexes(RankTable table) {
        long[] places = table.places();
        int[] indexes = new int[Math.toIntExact(table.ranked()) + 1];
        for (int i = 0; i < places.length; i++) {
            if (table.equal(i) > 0) {
                indexes[(int) places[i]] = i;
            }
        }
        return indexes;
    }

    private int segment(int code, int row, Line line) {
        int[] own = segments[code];
        if (own == null) {
            RankTable table = table(code);
            int[] ends = ends(table, line);
            own = new int[table.size()];
            for (int segment = 0; segment < ends.length; segment++) {
                Arrays.fill(own, segment == 0 ? 0 : ends[segment - 1], ends[segment], segment);
            }
            segments[code] = own;
        }
        return own[index(code, row)];
    }

    /** The segment of a ranked row whose keys are not all known; −1 where they are. */
    int open(int row) {
        int code = code(row);
        Line line = line(code);
        int segment = line == null ? -1 : segment(code, row, line);
        return line == null || line.isKnown(segment) ? -1 : segment;
    }

    /** The table of each ranking that rows here belong to, with those who are here. */
    Map<GroupSlot, PartTable> tables() {
        Map<GroupSlot, PartTable> tables = new HashMap<>();
        Map<GroupSlot, List<RankTable>> together = new TreeMap<>();
        for (int code : local.rankings()) {
            GroupSlot joined = joined(code);
            if (joined != null) {
                together.computeIfAbsent(joined, it -> new ArrayList<>()).add(table(code));
            }
        }
        together.forEach((ranking, own) -> {
            Line line = known.state.rankings().get(ranking);
            if (line == null) {
                throw new SplitRangeException(1, 0);
            }
            tables.put(ranking, known.build(ranking, line, Together.of(own)));
        });
        return tables;
    }

    /**
     * The place among all of each ranked row; 0 of others.
     *
     * @param tables the table of each ranking here; null where nobody has a place
     */
    int[] places(IntFunction<@Nullable PartTable> tables) {
        int[] places = new int[size];
        long[][] placeOf = new long[rankings.size()][];
        for (int row = 0; row < size; row++) {
            Checkpoint.pass(row);
            if (isRanked(row)) {
                int code = code(row);
                PartTable table = tables.apply(code);
                if (table != null && placeOf[code] == null) {
                    placeOf[code] = places(table(code), table);
                }
                places[row] = table == null ? 0 : Math.toIntExact(placeOf[code][index(code, row)]);
            }
        }
        return places;
    }

    /** The place among all of each key of those who are here. */
    private static long[] places(RankTable local, PartTable table) {
        long[] places = new long[local.size()];
        for (int i = 0; i < places.length; i++) {
            Checkpoint.pass(i);
            if (local.equal(i) > 0) {
                int found = table.isOf(local) ? table.ofHere(i) : table.find(local.key(i));
                if (found < 0) {
                    throw new SplitRangeException(local.equal(i), 0);
                }
                places[i] = table.place(found);
            }
        }
        return places;
    }
}
