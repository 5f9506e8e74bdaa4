package io.mubiao.land.assess.internal;

import static java.util.Objects.requireNonNull;

import io.mubiao.formula.Value;
import io.mubiao.formula.internal.Truth;
import io.mubiao.land.Exclusion;
import io.mubiao.land.assess.internal.column.FastAgain;
import io.mubiao.land.assess.internal.near.NearRanker;
import io.mubiao.land.assess.internal.near.NearTotals;
import io.mubiao.land.internal.CompiledRule.CompiledAgain;
import io.mubiao.land.internal.CompiledRule.Slot;
import io.mubiao.value.Enclosure;
import io.mubiao.value.Rational;
import io.mubiao.work.internal.Checkpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The places of those who are ranked once more, among those of the same ranking. */
public final class Again {
    /** The places of one row in the further rankings. */
    interface Of {
        Value place(Slot slot);

        Value ranked(Slot slot);
    }

    /** Nobody knows. */
    static final Of OPEN = new Of() {
        @Override
        public Value place(Slot slot) {
            return Value.open();
        }

        @Override
        public Value ranked(Slot slot) {
            return Value.open();
        }
    };

    /**
     * Those of some rows who are ranked once more, among themselves.
     *
     * @param again which further ranking it is
     * @param tables by the number of their ranking; null where nobody is
     * @param places by row; 0 for none
     * @param keys what a row is ranked by
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Local(int again, @Nullable RankTable[] tables, int[] places, IntFunction<RankKey> keys) {
        private Placed alone() {
            return new Placed(places, Arrays.stream(tables).mapToLong(table -> table == null ? 0 : table.ranked()).toArray());
        }
    }

    /**
     * Where they are among all.
     *
     * @param places by row; 0 for none
     * @param ranked how many there are, by the number of their ranking
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Placed(int[] places, long[] ranked) {}

    private final List<Placed> placed = new ArrayList<>();

    /** Ranks those once more who have a place of their own. */
    Again(Cohort cohort, Ranks ranks, Workers workers, boolean isFast) {
        Ranks.Whole whole = ranks.whole();
        for (CompiledAgain again : cohort.rule.again()) {
            FastAgain fast = isFast ? FastAgain.of(cohort, this, again) : null;
            Local local = fast == null ? ranked(cohort, ranks, again) : ranked(cohort, ranks, again,
                    fast.run(row -> isAsked(cohort, ranks, row), row -> by(cohort, ranks, again, row), workers));
            Placed found = whole == null ? local.alone() : whole.again(cohort, ranks, local);
            if (found == null) {
                return;
            }
            placed.add(found);
        }
    }

    private static boolean isAsked(Cohort cohort, Ranks ranks, int row) {
        return ranks.place(row) > 0 && cohort.scope.kept(row) != Exclusion.Kept.UNCOUNTED;
    }

    /** What a row is ranked by once more; a missing value where it is not. */
    private Value by(Cohort cohort, Ranks ranks, CompiledAgain again, int row) {
        RowFrame frame = of(cohort.frame(row), row, ranking(cohort, ranks, row));
        boolean concerned = again.when().isEmpty() || frame.decided(again.when().get()) == Truth.TRUE;
        return concerned ? again.on().value(frame) : Value.missing(again.ranking().id());
    }

    private Local ranked(Cohort cohort, Ranks ranks, CompiledAgain again) {
        @Nullable RankKey[] keys = new RankKey[cohort.roll.size()];
        Map<Integer, NavigableMap<RankKey, int[]>> counts = new TreeMap<>();
        for (int row = 0; row < keys.length; row++) {
            Checkpoint.pass("row", row);
            Value value = isAsked(cohort, ranks, row) ? by(cohort, ranks, again, row) : Value.missing("");
            if (value.isNumber()) {
                RankKey key = key(value.number(), again);
                keys[row] = key;
                counts.computeIfAbsent(ranking(cohort, ranks, row), any -> new TreeMap<>()).computeIfAbsent(key, any -> new int[1])[0]++;
            }
        }
        @Nullable RankTable[] tables = new RankTable[cohort.scope.rankings.size()];
        long[][] byIndex = new long[tables.length][];
        counts.forEach((ranking, own) -> {
            RankTable table = new RankTable.OfKeys(own.keySet().toArray(new RankKey[0]), own.values().stream().mapToInt(it -> it[0]).toArray(),
                    ranks.ties, 0, List.of());
            tables[ranking] = table;
            byIndex[ranking] = table.places();
        });
        int[] own = new int[keys.length];
        for (int row = 0; row < own.length; row++) {
            RankKey key = keys[row];
            if (key != null) {
                int ranking = ranking(cohort, ranks, row);
                own[row] = Math.toIntExact(byIndex[ranking][requireNonNull(tables[ranking]).find(key)]);
            }
        }
        return new Local(placed.size(), tables, own, row -> requireNonNull(keys[row]));
    }

    private Local ranked(Cohort cohort, Ranks ranks, CompiledAgain again, NearTotals by) {
        int[] own = new int[by.size()];
        int[] all = new int[cohort.scope.rankings.size()];
        int[] rankings = new int[own.length];
        cohort.scope.rankings.read(0, own.length, rankings);
        for (int row = 0; row < own.length; row++) {
            rankings[row] = by.has(row) ? ranks.joined(rankings[row]) : -1;
            if (rankings[row] >= 0) {
                all[rankings[row]]++;
            }
        }
        int[][] rows = new int[all.length][];
        Arrays.setAll(rows, ranking -> new int[all[ranking]]);
        int[] next = new int[all.length];
        for (int row = 0; row < own.length; row++) {
            if (rankings[row] >= 0) {
                rows[rankings[row]][next[rankings[row]]++] = row;
            }
        }
        int[] directions = new int[cohort.rule.groups().size()];
        Arrays.fill(directions, again.ranking().higherIsBetter() ? 1 : -1);
        IntFunction<RankKey> keys = row -> key(requireNonNull(by.value(row)), again);
        NearRanker ranker = new NearRanker(by, directions, cohort.scope, ranks.ties, false, keys);
        byte[] noClasses = new byte[own.length];
        @Nullable RankTable[] tables = new RankTable[all.length];
        for (int ranking = 0; ranking < tables.length; ranking++) {
            tables[ranking] = all[ranking] == 0 ? null : ranker.rank(rows[ranking], all[ranking], List.of(), own, noClasses);
        }
        return new Local(placed.size(), tables, own, keys);
    }

    private static RankKey key(Enclosure value, CompiledAgain again) {
        return new RankKey(List.of(again.ranking().higherIsBetter() ? value : value.negate()));
    }

    /** Whether a further ranking is made already. */
    public boolean isKnown(int again) {
        return again < placed.size();
    }

    private static int ranking(Cohort cohort, Ranks ranks, int row) {
        return ranks.joined(cohort.scope.rankings.code(row));
    }

    /** The place of a row in a further ranking; 0 for none. */
    public long place(int again, int row) {
        return places(again)[row];
    }

    /** The place of each row in a further ranking; 0 for none. */
    public int[] places(int again) {
        return placed.get(again).places();
    }

    /** How many share the place of a row in a further ranking, itself included; empty where not all of them are here. */
    public OptionalLong equal(int again, int row, Cohort cohort) {
        Ranks ranks = requireNonNull(cohort.ranks);
        int[] places = places(again);
        int own = ranking(cohort, ranks, row);
        return ranks.whole() != null ? OptionalLong.empty() : OptionalLong.of(IntStream.range(0, places.length)
                .filter(other -> places[other] == places[row] && ranking(cohort, ranks, other) == own).count());
    }

    /** How many are ranked once more in a further ranking, among those of a ranking. */
    public long ranked(int again, int ranking) {
        return placed.get(again).ranked()[ranking];
    }

    /** A frame that knows the places of its row. */
    RowFrame of(RowFrame frame, int row, int ranking) {
        return frame.withAgain(new Of() {
            @Override
            public Value place(Slot slot) {
                long place = isKnown(slot.index()) ? Again.this.place(slot.index(), row) : 0;
                return place == 0 ? Value.missing(slot.text()) : Value.of(Rational.of(place));
            }

            @Override
            public Value ranked(Slot slot) {
                return isKnown(slot.index()) ? Value.of(Rational.of(Again.this.ranked(slot.index(), ranking))) : Value.missing(slot.text());
            }
        });
    }
}
