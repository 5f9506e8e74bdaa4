package io.mubiao.land.assess.internal;

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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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

    /** By further ranking, by row; 0 for none. */
    private final List<int[]> places = new ArrayList<>();
    /** By further ranking, how many of each ranking. */
    private final List<long[]> ranked = new ArrayList<>();

    /** Ranks those once more who have a place of their own. */
    Again(Cohort cohort, Ranks ranks, Workers workers, boolean isFast) {
        for (CompiledAgain again : cohort.rule.again()) {
            FastAgain fast = isFast ? FastAgain.of(cohort, this, again) : null;
            if (fast == null) {
                rank(cohort, ranks, again);
            } else {
                rank(cohort, ranks, again, fast.run(row -> isAsked(cohort, ranks, row), row -> by(cohort, ranks, again, row), workers));
            }
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

    private void rank(Cohort cohort, Ranks ranks, CompiledAgain again) {
        Map<Integer, List<Integer>> rows = new TreeMap<>();
        Enclosure[] values = new Enclosure[cohort.roll.size()];
        for (int row = 0; row < values.length; row++) {
            Checkpoint.pass("row", row);
            Value value = isAsked(cohort, ranks, row) ? by(cohort, ranks, again, row) : Value.missing("");
            if (value.isNumber()) {
                values[row] = value.number();
                rows.computeIfAbsent(ranking(cohort, ranks, row), any -> new ArrayList<>()).add(row);
            }
        }
        int[] own = new int[values.length];
        long[] all = new long[cohort.scope.rankings.size()];
        rows.forEach((ranking, ranked) -> {
            List<Enclosure> rising = ranked.stream().map(row -> values[row])
                    .sorted(Comparator.comparing((Enclosure it) -> it, (a, b) -> a.order(b).orElseThrow(OpenException::new))).toList();
            PlacesWithin within = PlacesWithin.of(rising, again.ranking().higherIsBetter(), ranks.ties);
            ranked.forEach(row -> own[row] = Math.toIntExact(within.place(values[row])));
            all[ranking] = within.size();
        });
        places.add(own);
        ranked.add(all);
    }

    private void rank(Cohort cohort, Ranks ranks, CompiledAgain again, NearTotals by) {
        int[] own = new int[by.size()];
        long[] all = new long[cohort.scope.rankings.size()];
        for (int row = 0; row < own.length; row++) {
            if (by.has(row)) {
                all[ranking(cohort, ranks, row)]++;
            }
        }
        int[][] rows = new int[all.length][];
        Arrays.setAll(rows, ranking -> new int[Math.toIntExact(all[ranking])]);
        int[] next = new int[all.length];
        for (int row = 0; row < own.length; row++) {
            if (by.has(row)) {
                int ranking = ranking(cohort, ranks, row);
                rows[ranking][next[ranking]++] = row;
            }
        }
        int[] directions = new int[cohort.rule.groups().size()];
        Arrays.fill(directions, again.ranking().higherIsBetter() ? 1 : -1);
        NearRanker ranker = new NearRanker(by, directions, cohort.scope, ranks.ties, false, row -> key(by, again, row));
        byte[] noClasses = new byte[own.length];
        for (int[] each : rows) {
            ranker.rank(each, each.length, List.of(), own, noClasses);
        }
        places.add(own);
        ranked.add(all);
    }

    private static RankKey key(NearTotals by, CompiledAgain again, int row) {
        Enclosure value = Objects.requireNonNull(by.value(row));
        return new RankKey(List.of(again.ranking().higherIsBetter() ? value : value.negate()));
    }

    /** Whether a further ranking is made already. */
    public boolean isKnown(int again) {
        return again < places.size();
    }

    private static int ranking(Cohort cohort, Ranks ranks, int row) {
        return ranks.joined(cohort.scope.rankings.code(row));
    }

    /** The place of a row in a further ranking; 0 for none. */
    public long place(int again, int row) {
        return places.get(again)[row];
    }

    /** How many are ranked once more in a further ranking, among those of a ranking. */
    public long ranked(int again, int ranking) {
        return ranked.get(again)[ranking];
    }

    /** A frame that knows the places of its row. */
    RowFrame of(RowFrame frame, int row, int ranking) {
        return frame.withAgain(new Of() {
            @Override
            public Value place(Slot slot) {
                int place = slot.index() < places.size() ? places.get(slot.index())[row] : 0;
                return place == 0 ? Value.missing(slot.text()) : Value.of(Rational.of(place));
            }

            @Override
            public Value ranked(Slot slot) {
                return slot.index() < ranked.size() ? Value.of(Rational.of(Again.this.ranked(slot.index(), ranking)))
                        : Value.missing(slot.text());
            }
        });
    }
}
