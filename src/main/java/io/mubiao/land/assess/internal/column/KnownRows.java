package io.mubiao.land.assess.internal.column;

import io.mubiao.land.NumberColumn;
import io.mubiao.land.assess.internal.Again;
import io.mubiao.land.assess.internal.Cohort;
import io.mubiao.land.assess.internal.RankCodes;
import io.mubiao.land.assess.internal.RankTable;
import io.mubiao.land.assess.internal.Ranks;
import io.mubiao.land.assess.internal.Totals;
import io.mubiao.land.assess.internal.near.NearTotals;
import io.mubiao.land.internal.CompiledRule;
import io.mubiao.land.internal.CompiledRule.Slot;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of every row before classes are found, as rows of a program: totals and places. */
final class KnownRows {
    private KnownRows() {}

    /** Gives a compiler the totals and places of a cohort, and those of the further rankings that are made already. */
    static void give(VecCompiler compiler, Cohort cohort, @Nullable Again again) {
        CompiledRule rule = cohort.rule;
        of(cohort.totals, rule.limits().rounding()).ifPresent(it -> compiler.give(rule.slot("total"), it));
        Ranks ranks = cohort.ranks;
        if (ranks == null || !rule.usesPlace()) {
            return;
        }
        RankCodes rankings = cohort.scope.rankings;
        boolean[] isRanked = new boolean[rankings.size()];
        long[] ranked = new long[isRanked.length];
        for (int code = 0; code < isRanked.length; code++) {
            RankTable table = ranks.table(code);
            isRanked[code] = table != null;
            ranked[code] = table == null ? 0 : table.ranked();
        }
        for (Slot slot : rule.slots()) {
            switch (slot.role()) {
                case PLACE -> compiler.giveLater(slot.symbol().slot(), () -> places(ranks, rankings, isRanked));
                case RANKED -> compiler.giveLater(slot.symbol().slot(), () -> ranked(ranks, rankings, isRanked, ranked));
                case PLACE_AGAIN -> {
                    if (again != null && again.isKnown(slot.index())) {
                        compiler.giveLater(slot.symbol().slot(), () -> further(again.places(slot.index())));
                    }
                }
                case RANKED_AGAIN -> {
                    if (again != null && again.isKnown(slot.index())) {
                        long[] all = new long[ranked.length];
                        Arrays.setAll(all, code -> isRanked[code] ? again.ranked(slot.index(), ranks.joined(code)) : 0);
                        compiler.giveLater(slot.symbol().slot(), () -> ranked(ranks, rankings, isRanked, all));
                    }
                }
                default -> { }
            }
        }
    }

    private static Vec places(Ranks ranks, RankCodes rankings, boolean[] isRanked) {
        int[] places = ranks.places();
        int[] numbers = new int[places.length];
        rankings.read(0, places.length, numbers);
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = places[row] != 0 && isRanked[numbers[row]] ? places[row] : NumberColumn.MISSING_NARROW;
        }
        return new RawColumn(NumberColumn.of(numbers));
    }

    private static Vec further(int[] places) {
        int[] numbers = new int[places.length];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = places[row] == 0 ? NumberColumn.MISSING_NARROW : places[row];
        }
        return new RawColumn(NumberColumn.of(numbers));
    }

    /** How many there are in the ranking of each row that has a place. */
    private static Vec ranked(Ranks ranks, RankCodes rankings, boolean[] isRanked, long[] ranked) {
        int[] places = ranks.places();
        int[] codes = new int[places.length];
        rankings.read(0, places.length, codes);
        long[] numbers = new long[places.length];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = places[row] != 0 && isRanked[codes[row]] ? ranked[codes[row]] : NumberColumn.MISSING;
        }
        return new RawColumn(NumberColumn.of(0, numbers));
    }

    /** The totals as formulas see them: rounded as declared; empty where they are kept in a form that is no number of a block. */
    private static Optional<Vec> of(Totals totals, Optional<Rounding> rounding) {
        NearTotals near = totals.near();
        if (near != null) {
            Vec rows = near(near);
            return Optional.of(rounding.map(it -> VecCompiler.rounded(rows, it)).orElse(rows));
        }
        return totals.isScaled() ? Optional.of(scaled(totals)) : Optional.empty();
    }

    private static Vec scaled(Totals totals) {
        return new Vec(Rational.ONE.dividedBy(Rational.of(10).power(totals.digits)), -Vec.EXACT, Vec.EXACT, 0, 0, true) {
            @Override
            void rows(Block block, double[] into) {
                for (int i = 0; i < block.rows; i++) {
                    double total = totals.scaled(block.from + i);
                    into[i] = Math.abs(total) < EXACT ? total : Double.NaN;
                }
            }
        };
    }

    private static Vec near(NearTotals totals) {
        double least = 0;
        double most = 0;
        for (int row = 0; row < totals.size(); row++) {
            double near = totals.near(row);
            least = near < least ? near : least;
            most = near > most ? near : most;
        }
        boolean exact = totals.isExact();
        return new Vec(totals.factor(), least, most, exact ? 0 : totals.rel(), exact ? 0 : totals.abs(), exact) {
            @Override
            void rows(Block block, double[] into) {
                for (int i = 0; i < block.rows; i++) {
                    into[i] = totals.near(block.from + i);
                }
            }
        };
    }
}
