package io.mubiao.land.assess.internal;

import io.mubiao.formula.Value;
import io.mubiao.land.Exclusion;
import io.mubiao.land.RankingRule;
import io.mubiao.land.assess.Standing;
import io.mubiao.land.assess.internal.near.NearRanker;
import io.mubiao.land.assess.internal.near.NearTotals;
import io.mubiao.land.internal.CompiledRule;
import io.mubiao.land.internal.CompiledRule.CompiledClasses;
import io.mubiao.shape.Cut;
import io.mubiao.shape.Quota;
import io.mubiao.value.Enclosure;
import io.mubiao.value.Rational;
import io.mubiao.work.internal.Checkpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Ranks by sorting: for any rule, any keys. Rankings with few different rounded totals are counted instead. */
public final class Ranker {
    private final Binding binding;
    private final CompiledRule rule;
    private final RankingRule ranking;
    private final Scope scope;
    private final Totals totals;
    private final BaselineTable baselines;
    private final int size;
    private final boolean joins;
    private int changed = -1;
    private @Nullable RankKey changedKey;

    public Ranker(Binding binding, RankingRule ranking, Scope scope, Totals totals, BaselineTable baselines) {
        this(binding, ranking, scope, totals, baselines, true);
    }

    /** @param joins whether small groups join others; else each is ranked by itself, and nobody has a class */
    public Ranker(Binding binding, RankingRule ranking, Scope scope, Totals totals, BaselineTable baselines, boolean joins) {
        this.joins = joins;
        this.binding = binding;
        this.rule = binding.rule;
        this.ranking = ranking;
        this.scope = scope;
        this.totals = totals;
        this.baselines = baselines;
        this.size = binding.roll.size();
    }

    /** This, for the totals that belong to it, with another key of one row than its figures give. */
    public Ranker instead(int row, RankKey key) {
        Ranker ranker = new Ranker(binding, ranking, scope, totals, baselines, joins);
        ranker.changed = row;
        ranker.changedKey = key;
        return ranker;
    }

    public Ranks rank(Workers workers) {
        Ranks ranks = ranked(workers);
        for (int row = 0; joins && scope.keepsPlaces() && row < size; row++) {
            RankTable table = ranks.table(scope.rankings.code(row));
            if (table != null && scope.kept(row) == Exclusion.Kept.UNCOUNTED && totals.has(row)) {
                Checkpoint.pass("row", row);
                ranks.places()[row] = Math.toIntExact(table.placeInstead(key(row), -1));
            }
        }
        return ranks;
    }

    private Ranks ranked(Workers workers) {
        int rankings = scope.rankings.size();
        CountingRanker counting = new CountingRanker(scope, totals, ranking.ties(), this::ends);
        int classes = rule.classes().map(it -> it.rule().classes().size()).orElse(0);
        Histogram counts = !scope.keepsPlaces() && totals.isScaled() && ranking.breakTies().isEmpty() && oneDirection()
                && classes <= CountingRanker.MOST_CLASSES
                ? counting.count(size, workers) : null;
        long[] ranked = new long[rankings];
        long[] population = new long[rankings];
        if (counts != null && scope.isPlain()) {
            for (int code = 0; code < rankings; code++) {
                ranked[code] = counts.ranked(code);
                population[code] = ranked[code];
            }
        } else {
            count(ranked, population);
        }
        int[] joined = joins ? joined(ranked) : IntStream.range(0, rankings).toArray();
        for (int code = 0; code < rankings; code++) {
            if (joined[code] >= 0 && joined[code] != code) {
                ranked[joined[code]] += ranked[code];
                population[joined[code]] += population[code];
                ranked[code] = 0;
            }
        }
        int[] places = new int[size];
        @Nullable RankTable[] tables = new RankTable[rankings];
        if (counts != null) {
            counts.join(joined);
            byte[] byPlace = new byte[size];
            counting.rank(counts, joined, ranked, population, tables, places, byPlace, workers);
            return new Ranks(ranking.ties(), tables, places, joined, byPlace);
        }
        NearTotals near = totals.near() != null ? totals.near() : ranking.breakTies().isEmpty() ? null : totals.asNear();
        if (near != null) {
            byte[] byPlace = new byte[size];
            Arrays.fill(byPlace, (byte) Classer.NONE);
            sortNear(near, joined, ranked, population, tables, places, byPlace, workers);
            return new Ranks(ranking.ties(), tables, places, joined, scope.keepsPlaces() ? null : byPlace);
        }
        if (totals.isScaled() && ranking.breakTies().isEmpty()) {
            sortScaled(joined, ranked, population, tables, places);
        } else {
            sortKeys(joined, ranked, population, tables, places);
        }
        return new Ranks(ranking.ties(), tables, places, joined, null);
    }

    /** Whether one counts where shares are of the population: graded with a total, or not graded at all. */
    public static boolean inPopulation(Standing standing, boolean hasTotal) {
        return standing.isScored() && (hasTotal || standing != Standing.GRADED);
    }

    private void count(long[] ranked, long[] population) {
        for (int row = 0; row < size; row++) {
            Checkpoint.pass(row);
            int code = scope.rankings.code(row);
            if (code >= 0) {
                ranked[code] += isRanked(row) ? 1 : 0;
                population[code] += inPopulation(scope.standing(row), totals.has(row)) ? 1 : 0;
            }
        }
    }

    private boolean oneDirection() {
        return IntStream.range(0, rule.groups().size())
                .allMatch(group -> Scope.direction(rule, group) > 0);
    }

    private boolean isRanked(int row) {
        return scope.isRanked(row) && totals.has(row);
    }

    /** Where each ranking is ranked: by itself, with the group that small groups join, or nowhere (-1). */
    private int[] joined(long[] ranked) {
        List<List<String>> keys = new ArrayList<>();
        for (int code = 0; code < ranked.length; code++) {
            keys.add(scope.rankings.key(code));
        }
        return joined(keys, ranked);
    }

    private int[] joined(List<List<String>> keys, long[] ranked) {
        return joined(ranking, keys, ranked);
    }

    /** Where each ranking is ranked, by how many are ranked in each: by itself, with another one, or nowhere (-1). */
    public static int[] joined(RankingRule ranking, List<List<String>> keys, long[] ranked) {
        int[] joined = new int[ranked.length];
        for (int code = 0; code < joined.length; code++) {
            joined[code] = code;
        }
        RankingRule.SmallGroups small = ranking.smallGroups().orElse(null);
        if (small != null) {
            for (int code = 0; code < joined.length; code++) {
                if (ranked[code] > 0 && ranked[code] < small.minimum()) {
                    joined[code] = small.into().isEmpty() ? -1 : keys.indexOf(joinedBy(keys.get(code), small.into().get()));
                }
            }
        }
        return joined;
    }

    /** The rankings that small groups of these join, also where nobody belongs there but they. */
    public static List<List<String>> joinedBy(Optional<RankingRule> ranking, List<List<String>> keys) {
        Optional<String> text = ranking.flatMap(RankingRule::smallGroups).flatMap(RankingRule.SmallGroups::into);
        return text.isEmpty() ? List.of() : keys.stream().map(key -> joinedBy(key, text.get())).distinct().toList();
    }

    private static List<String> joinedBy(List<String> key, String text) {
        List<String> into = new ArrayList<>(key);
        if (!into.isEmpty()) {
            into.set(into.size() - 1, text);
        }
        return into;
    }

    /** The last place of each class in a ranking. */
    public List<Long> ends(int code, long ranked, long population) {
        return !joins ? List.of() : ends(scope.rankings.key(code), ranked, population);
    }

    public List<Long> ends(List<String> key, long ranked, long population) {
        return ends(rule, key, ranked, population);
    }

    /** The last place of each class in a ranking of these texts. */
    public static List<Long> ends(CompiledRule rule, List<String> key, long ranked, long population) {
        CompiledClasses classes = rule.classes().orElse(null);
        Quota quota = classes == null ? null : classes.rule().quota().orElse(null);
        if (classes == null || quota == null) {
            return List.of();
        }
        List<Cut> cuts = classes.cuts().get(cutsKey(rule, classes, key));
        if (cuts == null) {
            throw new IllegalArgumentException("rule '" + rule.rule().id() + "' has no cuts for '"
                    + cutsKey(rule, classes, key) + "'; it has " + classes.cuts().keySet());
        }
        long base = classes.rule().baseIsPopulation() ? population : ranked;
        return quota.lastPlaces(Cut.shares(cuts, base), base, ranked);
    }

    private static String cutsKey(CompiledRule rule, CompiledClasses classes, List<String> key) {
        if (classes.cutsBy() < 0) {
            return "";
        }
        int at = Scope.slots(rule).indexOf(classes.cutsBy());
        if (at < 0) {
            throw new IllegalArgumentException("cuts-by '" + classes.rule().cutsBy() + "' must be one of the columns that "
                    + "make a ranking: " + rule.rule().ranking().orElseThrow().by());
        }
        return key.get(at);
    }

    private int[][] rowsByRanking(int[] joined, long[] ranked) {
        int[][] rows = new int[ranked.length][];
        int[] next = new int[ranked.length];
        for (int code = 0; code < rows.length; code++) {
            rows[code] = new int[joined[code] == code ? Math.toIntExact(ranked[code]) : 0];
        }
        for (int row = 0; row < size; row++) {
            Checkpoint.pass(row);
            int code = scope.rankings.code(row);
            int at = code < 0 ? -1 : joined[code];
            if (at >= 0 && isRanked(row)) {
                rows[at][next[at]++] = row;
            }
        }
        return rows;
    }

    private void sortScaled(int[] joined, long[] ranked, long[] population, @Nullable RankTable[] tables, int[] places) {
        int[][] byRanking = rowsByRanking(joined, ranked);
        for (int code = 0; code < byRanking.length; code++) {
            int[] rows = byRanking[code];
            long[] keys = new long[rows.length];
            for (int i = 0; i < rows.length; i++) {
                Checkpoint.pass(i);
                keys[i] = -totals.scaled(rows[i]) * Scope.direction(rule, scope.group(rows[i]));
            }
            long[] different = Arrays.stream(keys).sorted().distinct().toArray();
            int[] counts = new int[different.length];
            for (long key : keys) {
                counts[Arrays.binarySearch(different, key)]++;
            }
            if (rows.length > 0) {
                RankTable table = new RankTable.OfTotals(different, counts, totals.digits, ranking.ties(), population[code],
                        ends(code, rows.length, population[code]));
                tables[code] = table;
                for (int i = 0; i < rows.length; i++) {
                    Checkpoint.pass(i);
                    places[rows[i]] = Math.toIntExact(table.place(Arrays.binarySearch(different, keys[i])));
                }
            }
        }
    }

    private void sortNear(NearTotals near, int[] joined, long[] ranked, long[] population, @Nullable RankTable[] tables,
            int[] places, byte[] byPlace, Workers workers) {
        int[][] byRanking = rowsByRanking(joined, ranked);
        int[] directions = IntStream.range(0, rule.groups().size()).map(group -> Scope.direction(rule, group)).toArray();
        NearRanker ranker = new NearRanker(near, directions, scope, ranking.ties(), !ranking.breakTies().isEmpty(), this::key);
        workers.each(byRanking.length, code -> {
            if (byRanking[code].length > 0) {
                tables[code] = ranker.rank(byRanking[code], population[code],
                        ends(code, byRanking[code].length, population[code]), places, byPlace);
            }
        });
    }

    private void sortKeys(int[] joined, long[] ranked, long[] population, @Nullable RankTable[] tables, int[] places) {
        int[][] byRanking = rowsByRanking(joined, ranked);
        for (int code = 0; code < byRanking.length; code++) {
            int[] rows = byRanking[code];
            if (rows.length == 0) {
                continue;
            }
            NavigableMap<RankKey, int[]> counts = new TreeMap<>();
            RankKey[] keys = new RankKey[rows.length];
            for (int i = 0; i < rows.length; i++) {
                Checkpoint.pass("row", rows[i]);
                keys[i] = key(rows[i]);
                counts.computeIfAbsent(keys[i], it -> new int[1])[0]++;
            }
            RankTable table = new RankTable.OfKeys(counts.keySet().toArray(new RankKey[0]),
                    counts.values().stream().mapToInt(it -> it[0]).toArray(), ranking.ties(), population[code],
                    ends(code, rows.length, population[code]));
            tables[code] = table;
            for (int i = 0; i < rows.length; i++) {
                Checkpoint.pass(i);
                places[rows[i]] = Math.toIntExact(table.place(table.find(keys[i])));
            }
        }
    }

    private RankKey key(int row) {
        if (changedKey != null && row == changed) {
            return changedKey;
        }
        Enclosure total = totals.value(row);
        if (total == null) {
            throw new IllegalStateException("a ranked row has a total");
        }
        return key(rule, ranking, new RowFrame(binding, row, baselines), total);
    }

    /**
     * What orders an enterprise: the better first, who lacks an indicator that breaks ties after those who have it.
     *
     * @throws OpenException if nobody knows whether it has one, because inputs lie in ranges
     */
    public static RankKey key(CompiledRule rule, RankingRule ranking, RowFrame frame, Enclosure total) {
        List<Enclosure> values = new ArrayList<>();
        values.add(Scope.direction(rule, frame.group()) > 0 ? total : total.negate());
        for (String name : ranking.breakTies()) {
            Value value = frame.number(rule.slot(name));
            if (value.is(Value.Absence.OPEN)) {
                throw new OpenException();
            }
            boolean higher = rule.rule().indicators().get(name).higherIsBetter();
            values.add(Enclosure.of(value.isNumber() ? Rational.ONE : Rational.ZERO));
            values.add(!value.isNumber() ? Enclosure.of(Rational.ZERO) : higher ? value.number() : value.number().negate());
        }
        return new RankKey(values);
    }
}
