package io.mubiao.land.assess.internal.part;

import io.mubiao.land.Exclusion;
import io.mubiao.land.assess.internal.Again;
import io.mubiao.land.assess.internal.Cohort;
import io.mubiao.land.assess.internal.Pipeline;
import io.mubiao.land.assess.internal.RankTable;
import io.mubiao.land.assess.internal.Ranker;
import io.mubiao.land.assess.internal.Ranks;
import io.mubiao.land.internal.CompiledRule;
import io.mubiao.work.internal.Checkpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The totals of some rows: ranked among themselves first, as any roll is, then put among all. Not thread-safe. */
final class LocalRanks {
    private final CompiledRule rule;
    private final Track.Rows rows;
    private final Known known;
    private final int limit;

    /** @param limit so many different numbers a part may keep */
    LocalRanks(CompiledRule rule, Track.Rows rows, Known known, int limit) {
        this.rule = rule;
        this.rows = rows;
        this.known = known;
        this.limit = limit;
    }

    private Pipeline pipeline() {
        return rows.pipeline(rule, known.baselines);
    }

    /** The rows ranked among themselves, each ranking by itself. */
    private Here first(Cohort cohort) {
        return Here.first(known, cohort, new Ranker(cohort.binding, Track.ranking(rule), cohort.scope, cohort.totals, cohort.baselines, false)
                .rank(rows.settings().workers()));
    }

    private int width() {
        return 1 + 2 * Track.ranking(rule).breakTies().size();
    }

    private Lots lots() {
        return Lots.of(rows.roll());
    }

    Sizes sizes(int most) {
        Cohort cohort = pipeline().unranked();
        Here here = first(cohort);
        long[] population = new long[cohort.scope.rankings.size()];
        long[] ranked = new long[population.length];
        for (int row = 0; row < rows.roll().size(); row++) {
            Checkpoint.pass(row);
            int code = cohort.scope.rankings.code(row);
            if (code >= 0) {
                population[code] += Ranker.inPopulation(cohort.scope.standing(row), cohort.totals.has(row)) ? 1 : 0;
                ranked[code] += here.isRanked(row) ? 1 : 0;
            }
        }
        return new Sizes(new TreeMap<>(counts(cohort, population)), new TreeMap<>(counts(cohort, ranked)), here.pools(most, width(), lots()));
    }

    private static Map<GroupSlot, Long> counts(Cohort cohort, long[] counts) {
        TreeMap<GroupSlot, Long> byKey = new TreeMap<>();
        for (int code = 0; code < counts.length; code++) {
            if (counts[code] > 0) {
                byKey.put(new GroupSlot(0, cohort.scope.rankings.key(code)), counts[code]);
            }
        }
        return byKey;
    }

    Counts counts() {
        return first(pipeline().unranked()).counts();
    }

    Pools split() {
        return first(pipeline().unranked()).split(new Ranges(rule, limit, true, 0), limit, width(), lots());
    }

    /** What is gathered for the further ranking that it is the turn of. */
    Pools again() {
        return further().pools(limit, 1, lots());
    }

    Counts countsAgain() {
        return further().counts();
    }

    Pools splitAgain() {
        Here here = further();
        return here.split(new Ranges(rule, limit, true, here.index), limit, 1, lots());
    }

    /** The one that it is the turn of. */
    private Here further() {
        int level = known.state.level();
        return furthers(last(known.state.moves(), 1), level).heres().get(level);
    }

    private Further further(int together, int until, Refiller refiller) {
        return new Further(known, together, until, Carried.of(rows.places()), refiller);
    }

    /** The further rankings of the rows, of which so many are known. */
    private Further furthers(int together, int until) {
        Further further = further(together, until, new Refiller(rule, known));
        pipeline().placed(cohort -> global(cohort, further));
        return further;
    }

    private static int last(List<Integer> moves, int fromEnd) {
        return moves.size() < fromEnd ? -1 : moves.get(moves.size() - fromEnd);
    }

    /** Of rows that move: how many further rankings are known before they do. */
    private int known(int to) {
        return to == 0 ? rule.again().size() : to - 1;
    }

    int[] ranges() {
        int[] ranges = new int[rows.roll().size()];
        Arrays.fill(ranges, -1);
        List<Integer> moves = known.state.moves();
        if (moves.isEmpty()) {
            return ranges;
        }
        Map<GroupSlot, Integer> first = new HashMap<>();
        int next = 0;
        for (Map.Entry<GroupSlot, Line> it : known.state.rankings().entrySet()) {
            first.put(it.getKey(), next);
            next += it.getValue().segments();
        }
        int to = last(moves, 1);
        if (to == 0) {
            byTotal(ranges, first);
        } else {
            byFurther(ranges, furthers(last(moves, 2), known(to)).heres().get(to - 1), first);
        }
        return ranges;
    }

    /** What the places are that rows have before they move for a second time. */
    List<String> places() {
        int size = rows.roll().size();
        List<Integer> moves = known.state.moves();
        if (moves.size() < 2) {
            return Collections.nCopies(size, "");
        }
        int until = known(last(moves, 1));
        Further further = further(last(moves, 2), until, new Refiller(rule, known));
        Cohort cohort = pipeline().placed(it -> global(it, further));
        Again again = Objects.requireNonNull(cohort.again());
        List<int[]> all = new ArrayList<>();
        all.add(Objects.requireNonNull(cohort.ranks).places());
        for (int i = 0; i < until; i++) {
            all.add(again.places(i));
        }
        return Carried.texts(all, size);
    }

    private void byTotal(int[] ranges, Map<GroupSlot, Integer> first) {
        Cohort cohort = pipeline().unranked();
        Here here = first(cohort);
        for (int row = 0; row < ranges.length; row++) {
            Checkpoint.pass(row);
            int code = cohort.scope.rankings.code(row);
            Line line = code < 0 ? null : here.line(code);
            if (line != null && cohort.scope.kept(row) == Exclusion.Kept.UNCOUNTED && cohort.totals.has(row)) {
                int segment = line.segment(Here.key(cohort, row));
                put(ranges, row, here, code, line.isKnown(segment) ? -1 : segment, first);
            } else if (line != null && here.isRanked(row)) {
                put(ranges, row, here, code, here.open(row), first);
            }
        }
    }

    private static void byFurther(int[] ranges, Here here, Map<GroupSlot, Integer> first) {
        for (int row = 0; row < ranges.length; row++) {
            Checkpoint.pass(row);
            if (here.isRanked(row)) {
                put(ranges, row, here, here.code(row), here.open(row), first);
            }
        }
    }

    private static void put(int[] ranges, int row, Here here, int code, int segment, Map<GroupSlot, Integer> first) {
        if (segment >= 0) {
            ranges[row] = Objects.requireNonNull(first.get(Objects.requireNonNull(here.joined(code)))) + segment;
        }
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
        return pipeline().ranked(cohort -> ranking ? global(cohort, further(last(known.state.moves(), 1), rule.again().size(), refiller)) : null);
    }

    private Ranks global(Cohort cohort, Further further) {
        Here here = first(cohort);
        boolean elsewhere = further.isElsewhere(0);
        Map<GroupSlot, PartTable> tables = elsewhere ? Map.of() : here.tables();
        int rankings = cohort.scope.rankings.size();
        @Nullable RankTable[] byCode = new RankTable[rankings];
        int[] joined = new int[rankings];
        for (int code = 0; code < rankings; code++) {
            List<String> own = cohort.scope.rankings.key(code);
            List<String> into = known.joined.get(own);
            joined[code] = into == null ? (known.isExempt(own) ? -1 : code) : cohort.scope.rankings.code(into);
            GroupSlot slot = new GroupSlot(0, own);
            Line line = known.state.rankings().get(slot);
            if (line != null && own.equals(into)) {
                byCode[code] = tables.containsKey(slot) ? tables.get(slot) : known.table(slot, line);
            }
        }
        IntFunction<@Nullable PartTable> tableOf = code -> code < 0 || joined[code] < 0 ? null : (PartTable) byCode[joined[code]];
        if (elsewhere) {
            int[] carried = further.carried(0, rows.roll().size(), row -> isPlaced(cohort, here, row)
                    && tableOf.apply(cohort.scope.rankings.code(row)) != null);
            return new Ranks(Track.ranking(rule).ties(), byCode, carried, joined, null, further);
        }
        int[] places = here.places(tableOf);
        for (int row = 0; row < places.length; row++) {
            Checkpoint.pass(row);
            PartTable table = tableOf.apply(cohort.scope.rankings.code(row));
            if (table != null && cohort.scope.kept(row) == Exclusion.Kept.UNCOUNTED && cohort.totals.has(row)) {
                places[row] = Math.toIntExact(table.placeInstead(Here.key(cohort, row), -1));
            }
        }
        return new Ranks(Track.ranking(rule).ties(), byCode, places, joined, null, further);
    }

    private static boolean isPlaced(Cohort cohort, Here here, int row) {
        return here.isRanked(row) || (cohort.scope.kept(row) == Exclusion.Kept.UNCOUNTED && cohort.totals.has(row));
    }

    Edges edgesAgain() {
        Edges edges = Edges.none();
        different(further().tables(), edges);
        return edges;
    }

    Edges edges() {
        Edges edges = Edges.none();
        Map<GroupSlot, PartTable> tables = first(pipeline().unranked()).tables();
        if (known.state.step() == State.Step.RANGES) {
            different(tables, edges);
        } else {
            tables.forEach((slot, table) -> lasts(slot, table, edges));
        }
        return edges;
    }

    private static void different(Map<GroupSlot, PartTable> tables, Edges edges) {
        tables.forEach((slot, table) -> table.own((segment, different) -> edges.different().put(slot.at(segment), different)));
    }

    private void lasts(GroupSlot slot, PartTable table, Edges edges) {
        Line line = Objects.requireNonNull(known.state.rankings().get(slot));
        for (int k = 0; k < table.ends().size(); k++) {
            int last = table.lastIndex(table.ends().get(k));
            if (last >= 0 && !line.isKnown(line.segment(table.key(last)))) {
                edges.lasts().put(new GroupSlot(k, slot.by()),
                        new Edges.Last(table.key(last), table.better(last), table.equal(last), table.differentBetter(last)));
            }
        }
    }
}
