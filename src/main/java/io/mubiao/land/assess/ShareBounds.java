package io.mubiao.land.assess;

import io.mubiao.land.ClassRule;
import io.mubiao.land.assess.internal.Classer;
import io.mubiao.land.assess.internal.Cohort;
import io.mubiao.land.assess.internal.RankTable;
import io.mubiao.land.internal.CompiledRule.CompiledClasses;
import io.mubiao.outcome.Problems;
import io.mubiao.value.Display;
import io.mubiao.value.Rational;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Holds the share of every class before overrides against the bounds a document sets: ties, thresholds and tests may
 * give a class more or fewer than its share. Of a chunk of a larger roll only classes that follow from the place alone can
 * be told.
 */
final class ShareBounds {
    private final Cohort cohort;
    private final Classer classer;
    private final CompiledClasses classes;
    private final Problems problems;

    private ShareBounds(Cohort cohort, Classer classer, CompiledClasses classes, Problems problems) {
        this.problems = problems;
        this.cohort = cohort;
        this.classer = classer;
        this.classes = classes;
    }

    static void check(Cohort cohort, Problems problems) {
        Classer classer = cohort.classer;
        CompiledClasses classes = cohort.rule.classes().orElse(null);
        if (classer != null && classes != null && !classes.bounds().isEmpty()) {
            new ShareBounds(cohort, classer, classes, problems).check();
        }
    }

    private void check() {
        Map<Integer, long[]> counts = new LinkedHashMap<>();
        for (int row = 0; row < cohort.roll.size(); row++) {
            if (cohort.initial[row] >= 0 && cohort.scope.standing(row) == Standing.GRADED) {
                int ranking = cohort.ranks == null ? -1 : cohort.ranks.joined(cohort.scope.rankings.code(row));
                counts.computeIfAbsent(ranking, it -> new long[classer.names().size()])[cohort.initial[row]]++;
            }
        }
        counts.forEach((ranking, own) -> {
            RankTable table = cohort.ranks == null || ranking < 0 ? null : cohort.ranks.table(ranking);
            if (table == null) {
                check("", own, sum(own));
                return;
            }
            String of = String.join(" ", cohort.scope.rankings.key(ranking));
            long base = classes.rule().baseIsPopulation() ? table.population() : table.ranked();
            if (classer.isByPlaceAlone() && !cohort.scope.keepsPlaces()) {
                check(of, byPlace(table), base);
            } else if (sum(own) == table.ranked() || classer.isByPlaceAlone()) {
                check(of, own, base);
            }
        });
    }

    private static long sum(long[] counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    private static long[] byPlace(RankTable table) {
        long[] counts = new long[table.ends().size()];
        for (int index = 0; index < table.size(); index++) {
            if (table.equal(index) > 0) {
                counts[table.classAt(table.place(index))] += table.equal(index);
            }
        }
        return counts;
    }

    private void check(String ranking, long[] counts, long base) {
        for (int i = 0; i < classes.bounds().size(); i++) {
            ClassRule.Bound bound = classes.rule().bounds().get(i);
            Rational limit = classes.bounds().get(i);
            long count = counts[classer.names().indexOf(bound.of())];
            Rational share = base == 0 ? Rational.ZERO : Rational.of(count, base);
            if (base > 0 && (bound.atMost() ? share.compareTo(limit) > 0 : share.compareTo(limit) < 0)) {
                problems.warning("OUT_OF_BOUNDS", "classes.bounds." + bound.of(),
                        (ranking.isEmpty() ? "" : "'" + ranking + "': ") + count + " of " + base + " are " + bound.of() + " ("
                        + percent(share, limit) + "), expected at " + (bound.atMost() ? "most " : "least ") + percent(limit, share));
            }
        }
    }

    private static String percent(Rational share, Rational beside) {
        return Display.rounded(share.times(Rational.HUNDRED), 2, beside.times(Rational.HUNDRED)).stripTrailingZeros()
                .toPlainString() + " %";
    }
}
