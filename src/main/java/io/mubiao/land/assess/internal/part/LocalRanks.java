package io.mubiao.land.assess.internal.part;

import com.google.common.primitives.Longs;
import io.mubiao.land.Exclusion;
import io.mubiao.land.assess.internal.Cohort;
import io.mubiao.land.assess.internal.Pipeline;
import io.mubiao.land.assess.internal.RankKey;
import io.mubiao.land.assess.internal.RankTable;
import io.mubiao.land.assess.internal.Ranker;
import io.mubiao.land.assess.internal.Ranks;
import io.mubiao.land.internal.CompiledRule;
import io.mubiao.work.internal.Checkpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The totals of some rows: ranked among themselves first, as any roll is, then put among all. Not thread-safe. */
final class LocalRanks {
    private final CompiledRule rule;
    private final Track.Rows rows;
    private final Known known;

    LocalRanks(CompiledRule rule, Track.Rows rows, Known known) {
        this.rule = rule;
        this.rows = rows;
        this.known = known;
    }

    private Pipeline pipeline() {
        return rows.pipeline(rule, known.baselines);
    }

    /** The rows ranked among themselves, each ranking by itself. */
    private Ranks local(Cohort cohort) {
        return new Ranker(cohort.binding, Track.ranking(rule), cohort.scope, cohort.totals, cohort.baselines, false)
                .rank(rows.settings().workers());
    }

    private RankKey key(Cohort cohort, int row) {
        return cohort.key(cohort.frame(row), Objects.requireNonNull(cohort.totals.value(row)));
    }

    Sizes sizes(int limit) {
        Cohort cohort = pipeline().unranked();
        Ranks local = local(cohort);
        long[] population = new long[cohort.scope.rankings.size()];
        long[] ranked = new long[population.length];
        Pools pools = new Pools(limit, 1 + 2 * Track.ranking(rule).breakTies().size());
        Lots lots = Lots.of(rows.roll());
        Draw draw = new Draw(pools.sample());
        for (int row = 0; row < rows.roll().size(); row++) {
            Checkpoint.pass(row);
            int code = cohort.scope.rankings.code(row);
            if (code >= 0) {
                population[code] += Ranker.inPopulation(cohort.scope.standing(row), cohort.totals.has(row)) ? 1 : 0;
                if (local.place(row) > 0) {
                    ranked[code]++;
                    draw.add(code, lots.of(row), row);
                }
            }
        }
        draw.forEach((code, lot, row) ->
                pools.pool(new Slot(0, cohort.scope.rankings.key(code))).draw(lot, key(cohort, row)));
        long different = 0;
        for (int code : local.rankings()) {
            RankTable table = Objects.requireNonNull(local.table(code));
            for (int i = 0; i < table.size(); i++) {
                different += table.equal(i) > 0 ? 1 : 0;
            }
        }
        for (int code : local.rankings()) {
            RankTable table = Objects.requireNonNull(local.table(code));
            Pool pool = pools.pool(new Slot(0, cohort.scope.rankings.key(code)));
            if (different > limit) {
                pool.addUnseen(ranked[code]);
                continue;
            }
            List<RankKey> keys = new ArrayList<>();
            List<Long> counts = new ArrayList<>();
            for (int i = 0; i < table.size(); i++) {
                if (table.equal(i) > 0) {
                    keys.add(table.key(i));
                    counts.add(table.equal(i));
                }
            }
            pool.add(new Different(keys, Longs.toArray(counts)));
        }
        pools.settle();
        return new Sizes(new TreeMap<>(counts(cohort, population)), new TreeMap<>(counts(cohort, ranked)), pools);
    }

    private static Map<Slot, Long> counts(Cohort cohort, long[] counts) {
        TreeMap<Slot, Long> byKey = new TreeMap<>();
        for (int code = 0; code < counts.length; code++) {
            if (counts[code] > 0) {
                byKey.put(new Slot(0, cohort.scope.rankings.key(code)), counts[code]);
            }
        }
        return byKey;
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

    private @Nullable Line line(Cohort cohort, int code) {
        List<String> joined = known.joined.get(cohort.scope.rankings.key(code));
        return joined == null ? null : known.state.rankings().get(new Slot(0, joined));
    }

    Counts counts() {
        Cohort cohort = pipeline().unranked();
        Ranks local = local(cohort);
        TreeMap<Slot, Counts.Of> counts = new TreeMap<>();
        for (int code : local.rankings()) {
            RankTable table = Objects.requireNonNull(local.table(code));
            Line line = line(cohort, code);
            if (line != null && line.size() == 0) {
                Counts.Of of = new Counts.Of(new long[line.segments()], Track.noSums());
                int[] ends = ends(table, line);
                for (int segment = 0; segment < ends.length; segment++) {
                    of.counts()[segment] = table.better(ends[segment]) - table.better(segment == 0 ? 0 : ends[segment - 1]);
                }
                List<String> joined = Objects.requireNonNull(known.joined.get(cohort.scope.rankings.key(code)));
                counts.merge(new Slot(0, joined), of, Counts.Of::plus);
            }
        }
        return new Counts(counts);
    }

    Pools split(int limit) {
        Cohort cohort = pipeline().unranked();
        Ranks local = local(cohort);
        Pools pools = new Pools(limit, 1 + 2 * Track.ranking(rule).breakTies().size());
        Ranges ranges = new Ranges(rule, limit, true);
        Lots lots = Lots.of(rows.roll());
        Draw draw = new Draw(pools.sample());
        List<Slot> slots = new ArrayList<>();
        Map<Slot, Integer> known = new HashMap<>();
        Places places = new Places(local, cohort.scope.rankings.size());
        @Nullable Line[] lines = new Line[cohort.scope.rankings.size()];
        List<List<Integer>> large = new ArrayList<>();
        for (int code = 0; code < lines.length; code++) {
            lines[code] = line(cohort, code);
            large.add(lines[code] == null ? List.of() : ranges.large(lines[code]));
        }
        for (int row = 0; row < rows.roll().size(); row++) {
            Checkpoint.pass(row);
            int code = cohort.scope.rankings.code(row);
            Line line = code < 0 || local.place(row) == 0 ? null : lines[code];
            int segment = line == null || line.splitters.isEmpty() ? -1 : places.segment(code, row, line);
            if (segment >= 0 && large.get(code).contains(segment)) {
                Slot slot = new Slot(0, Objects.requireNonNull(this.known.joined.get(cohort.scope.rankings.key(code))), segment);
                int number = known.computeIfAbsent(slot, it -> slots.size());
                if (number == slots.size()) {
                    slots.add(slot);
                }
                pools.pool(slot).addUnseen(1);
                draw.add(number, lots.of(row), row);
            }
        }
        draw.forEach((number, lot, row) -> pools.pool(slots.get(number)).draw(lot, key(cohort, row)));
        pools.settle();
        return pools;
    }

    /** Finds rows in the tables of local ranks, by their places. */
    private static final class Places {
        private final Ranks local;
        /** By ranking the index of each place. */
        private final int[] @Nullable [] indexes;
        /** By ranking the segment of each index. */
        private final int[] @Nullable [] segments;

        Places(Ranks local, int rankings) {
            this.local = local;
            this.indexes = new int[rankings][];
            this.segments = new int[rankings][];
        }

        /** The index of a ranked row in its table. */
        int index(int code, int row) {
            int[] own = indexes[code];
            if (own == null) {
                own = indexes(Objects.requireNonNull(local.table(code)));
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

        int segment(int code, int row, Line line) {
            int[] own = segments[code];
            if (own == null) {
                RankTable table = Objects.requireNonNull(local.table(code));
                int[] ends = ends(table, line);
                own = new int[table.size()];
                for (int segment = 0; segment < ends.length; segment++) {
                    Arrays.fill(own, segment == 0 ? 0 : ends[segment - 1], ends[segment], segment);
                }
                segments[code] = own;
            }
            return own[index(code, row)];
        }
    }

    int[] ranges() {
        int[] ranges = new int[rows.roll().size()];
        Arrays.fill(ranges, -1);
        if (!known.state.byRange()) {
            return ranges;
        }
        Map<Slot, Integer> first = new HashMap<>();
        int next = 0;
        for (Map.Entry<Slot, Line> it : known.state.rankings().entrySet()) {
            first.put(it.getKey(), next);
            next += it.getValue().segments();
        }
        Cohort cohort = pipeline().unranked();
        Ranks local = local(cohort);
        Places places = new Places(local, cohort.scope.rankings.size());
        for (int row = 0; row < ranges.length; row++) {
            Checkpoint.pass(row);
            int code = cohort.scope.rankings.code(row);
            Line line = code < 0 ? null : line(cohort, code);
            boolean asIf = line != null && cohort.scope.kept(row) == Exclusion.Kept.UNCOUNTED && cohort.totals.has(row);
            if (line != null && (asIf || local.place(row) > 0)) {
                int segment = asIf ? line.segment(key(cohort, row)) : places.segment(code, row, line);
                if (!line.isKnown(segment)) {
                    Slot slot = new Slot(0, Objects.requireNonNull(known.joined.get(cohort.scope.rankings.key(code))));
                    ranges[row] = Objects.requireNonNull(first.get(slot)) + segment;
                }
            }
        }
        return ranges;
    }

    Cohort results() {
        return ranked(new Refiller(rule, known));
    }

    Round round() {
        Refiller refiller = new Refiller(rule, known);
        ranked(refiller);
        return refiller.round();
    }

    private Cohort ranked(Refiller refiller) {
        boolean ranking = rule.rule().ranking().isPresent() && !rule.groups().isEmpty();
        return pipeline().ranked(cohort -> ranking ? global(cohort, refiller) : null);
    }

    /** The table of each ranking that rows here belong to, with those who are here, by its texts. */
    private Map<List<String>, PartTable> tables(Cohort cohort, Ranks local) {
        Map<List<String>, PartTable> tables = new HashMap<>();
        Map<List<String>, List<Integer>> codes = new TreeMap<>(Slot::compare);
        for (int code : local.rankings()) {
            List<String> joined = known.joined.get(cohort.scope.rankings.key(code));
            if (joined != null) {
                codes.computeIfAbsent(joined, it -> new ArrayList<>()).add(code);
            }
        }
        codes.forEach((ranking, own) -> {
            Line line = known.state.rankings().get(new Slot(0, ranking));
            if (line == null) {
                throw new SplitRangeException(1, 0);
            }
            tables.put(ranking, known.build(ranking, line,
                    Together.of(own.stream().map(code -> Objects.requireNonNull(local.table(code))).toList())));
        });
        return tables;
    }

    private Ranks global(Cohort cohort, Refiller refiller) {
        Ranks local = local(cohort);
        Map<List<String>, PartTable> tables = tables(cohort, local);
        int rankings = cohort.scope.rankings.size();
        @Nullable RankTable[] byCode = new RankTable[rankings];
        int[] joined = new int[rankings];
        for (int code = 0; code < rankings; code++) {
            List<String> own = cohort.scope.rankings.key(code);
            List<String> into = known.joined.get(own);
            joined[code] = into == null ? (known.isExempt(own) ? -1 : code) : cohort.scope.rankings.code(into);
            Line line = known.state.rankings().get(new Slot(0, own));
            if (line != null && own.equals(into)) {
                byCode[code] = tables.getOrDefault(own, known.table(own, line));
            }
        }
        int[] places = new int[rows.roll().size()];
        Places here = new Places(local, cohort.scope.rankings.size());
        long[][] placeOf = new long[rankings][];
        for (int row = 0; row < places.length; row++) {
            Checkpoint.pass(row);
            int code = cohort.scope.rankings.code(row);
            PartTable table = code < 0 || joined[code] < 0 ? null : (PartTable) byCode[joined[code]];
            if (table != null && local.place(row) > 0) {
                if (placeOf[code] == null) {
                    placeOf[code] = places(Objects.requireNonNull(local.table(code)), table);
                }
                places[row] = Math.toIntExact(placeOf[code][here.index(code, row)]);
            } else if (table != null && cohort.scope.kept(row) == Exclusion.Kept.UNCOUNTED && cohort.totals.has(row)) {
                places[row] = Math.toIntExact(table.placeInstead(key(cohort, row), -1));
            }
        }
        return new Ranks(Track.ranking(rule).ties(), byCode, places, joined, null, refiller);
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

    Edges edges() {
        Cohort cohort = pipeline().unranked();
        Ranks local = local(cohort);
        Edges edges = Edges.none();
        tables(cohort, local).forEach((ranking, table) -> {
            Slot slot = new Slot(0, ranking);
            Line line = Objects.requireNonNull(known.state.rankings().get(slot));
            table.own((segment, different) -> edges.different().put(slot.at(segment), different));
            for (int k = 0; known.state.step() == State.Step.EDGES && k < table.ends().size(); k++) {
                int last = table.lastIndex(table.ends().get(k));
                if (last >= 0 && !line.isKnown(line.segment(table.key(last)))) {
                    edges.lasts().put(new Slot(k, ranking),
                            new Edges.Last(table.key(last), table.better(last), table.equal(last), table.differentBetter(last)));
                }
            }
        });
        return known.state.step() == State.Step.EDGES ? new Edges(new TreeMap<>(), edges.lasts()) : edges;
    }
}
