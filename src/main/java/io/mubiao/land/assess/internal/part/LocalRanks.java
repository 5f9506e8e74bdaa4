package io.mubiao.land.assess.internal.part;

import io.mubiao.land.Exclusion;
import io.mubiao.land.assess.internal.Cohort;
import io.mubiao.land.assess.internal.Pipeline;
import io.mubiao.land.assess.internal.RankTable;
import io.mubiao.land.assess.internal.Ranker;
import io.mubiao.land.assess.internal.Ranks;
import io.mubiao.land.internal.CompiledRule;
import io.mubiao.work.internal.Checkpoint;
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
        return new Sizes(counts(cohort, population), counts(cohort, ranked), here.pools(most, width(), lots()));
    }

    private static TreeMap<Slot, Long> counts(Cohort cohort, long[] counts) {
        TreeMap<Slot, Long> byKey = new TreeMap<>();
        for (int code = 0; code < counts.length; code++) {
            if (counts[code] > 0) {
                byKey.put(new Slot(0, cohort.scope.rankings.key(code)), counts[code]);
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

    private Here further() {
        return furthers(false).get(known.state.level());
    }

    /** The further rankings of the rows, as far as they are known. */
    private List<Here> furthers(boolean together) {
        Further further = new Further(known, limit, together, new Refiller(rule, known));
        pipeline().placed(cohort -> global(cohort, further));
        return further.heres();
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
        if (known.state.isApart(false)) {
            byTotal(ranges, first);
        } else {
            furthers(false).forEach(here -> byFurther(ranges, here, first));
        }
        return ranges;
    }

    private void byTotal(int[] ranges, Map<Slot, Integer> first) {
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

    /** Who travels by one further ranking cannot by another. */
    private void byFurther(int[] ranges, Here here, Map<Slot, Integer> first) {
        for (int row = 0; row < ranges.length; row++) {
            Checkpoint.pass(row);
            int segment = here.isRanked(row) ? here.open(row) : -1;
            if (segment >= 0 && ranges[row] >= 0) {
                throw new NotInPartsException(NotInPartsException.Why.AGAIN, limit);
            }
            put(ranges, row, here, here.code(row), segment, first);
        }
    }

    private static void put(int[] ranges, int row, Here here, int code, int segment, Map<Slot, Integer> first) {
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
        return pipeline().ranked(cohort -> ranking ? global(cohort, new Further(known, limit, true, refiller)) : null);
    }

    private Ranks global(Cohort cohort, Further further) {
        Here here = first(cohort);
        Map<Slot, PartTable> tables = here.tables(line -> true);
        int rankings = cohort.scope.rankings.size();
        @Nullable RankTable[] byCode = new RankTable[rankings];
        int[] joined = new int[rankings];
        for (int code = 0; code < rankings; code++) {
            List<String> own = cohort.scope.rankings.key(code);
            List<String> into = known.joined.get(own);
            joined[code] = into == null ? (known.isExempt(own) ? -1 : code) : cohort.scope.rankings.code(into);
            Slot slot = new Slot(0, own);
            Line line = known.state.rankings().get(slot);
            if (line != null && own.equals(into)) {
                byCode[code] = tables.containsKey(slot) ? tables.get(slot) : known.table(slot, line);
            }
        }
        int[] places = here.places(code -> joined[code] < 0 ? null : (PartTable) byCode[joined[code]]);
        for (int row = 0; row < places.length; row++) {
            Checkpoint.pass(row);
            int code = cohort.scope.rankings.code(row);
            PartTable table = code < 0 || joined[code] < 0 ? null : (PartTable) byCode[joined[code]];
            places[row] = Math.max(0, places[row]);
            if (table != null && cohort.scope.kept(row) == Exclusion.Kept.UNCOUNTED && cohort.totals.has(row)) {
                places[row] = Math.toIntExact(table.placeInstead(Here.key(cohort, row), -1));
            }
        }
        return new Ranks(Track.ranking(rule).ties(), byCode, places, joined, null, further);
    }

    Edges edges() {
        Edges edges = Edges.none();
        if (!known.state.isApart(false)) {
            furthers(true).forEach(here -> different(here.tables(line -> true), edges));
            return edges;
        }
        Map<Slot, PartTable> tables = first(pipeline().unranked()).tables(line -> true);
        if (known.state.step() == State.Step.RANGES) {
            different(tables, edges);
        } else {
            tables.forEach((slot, table) -> lasts(slot, table, edges));
        }
        return edges;
    }

    private static void different(Map<Slot, PartTable> tables, Edges edges) {
        tables.forEach((slot, table) -> table.own((segment, different) -> edges.different().put(slot.at(segment), different)));
    }

    private void lasts(Slot slot, PartTable table, Edges edges) {
        Line line = Objects.requireNonNull(known.state.rankings().get(slot));
        for (int k = 0; k < table.ends().size(); k++) {
            int last = table.lastIndex(table.ends().get(k));
            if (last >= 0 && !line.isKnown(line.segment(table.key(last)))) {
                edges.lasts().put(new Slot(k, slot.by()),
                        new Edges.Last(table.key(last), table.better(last), table.equal(last), table.differentBetter(last)));
            }
        }
    }
}
