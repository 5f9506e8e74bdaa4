package io.mubiao.land.assess;

import io.mubiao.land.ClassRule;
import io.mubiao.land.assess.internal.Classer;
import io.mubiao.land.assess.internal.Cohort;
import io.mubiao.land.assess.internal.RankTable;
import io.mubiao.land.assess.internal.part.Known;
import io.mubiao.land.internal.CompiledRule;
import io.mubiao.land.internal.CompiledRule.CompiledClasses;
import io.mubiao.problem.Problems;
import io.mubiao.value.Display;
import io.mubiao.value.Rational;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds the share of every class before overrides against the bounds a document sets: ties, thresholds and tests may
 * give a class more or fewer than its share.
 */
final class ShareBounds {
    private final CompiledClasses classes;
    private final Problems problems;

    private ShareBounds(CompiledClasses classes, Problems problems) {
        this.problems = problems;
        this.classes = classes;
    }

    static void check(Cohort cohort, Problems problems) {
        Classer classer = cohort.classer;
        CompiledClasses classes = cohort.rule.classes().orElse(null);
        if (classer != null && classes != null && !classes.bounds().isEmpty()) {
            new ShareBounds(classes, problems).check(cohort, classer.isByPlaceAlone());
        }
    }

    /**
     * The same of all chunks.
     *
     * @param initial how many have each class before overrides, by the texts of a ranking behind a word; behind another word those
     *     who belong to none
     */
    static void check(CompiledRule rule, Map<List<String>, long[]> initial, Known known, Problems problems) {
        CompiledClasses classes = rule.classes().orElse(null);
        if (classes == null || classes.bounds().isEmpty()) {
            return;
        }
        ShareBounds bounds = new ShareBounds(classes, problems);
        boolean byPlaceAlone = classes.rule().method() == ClassRule.Method.RANK && classes.requires().isEmpty();
        initial.forEach((name, own) -> {
            List<String> ranking = name.subList(1, name.size());
            long ranked = known.ranked(ranking);
            if (ranked == 0) {
                bounds.check("", own, sum(own));
            } else if (byPlaceAlone || sum(own) == ranked) {
                bounds.check(String.join(" ", ranking), own, classes.rule().baseIsPopulation() ? known.population(ranking) : ranked);
            }
        });
    }

    /** How many have each class before overrides, by the ranking they belong to; -1 for none. */
    static Map<Integer, long[]> counts(Cohort cohort) {
        Map<Integer, long[]> counts = new LinkedHashMap<>();
        Classer classer = cohort.classer;
        for (int row = 0; classer != null && row < cohort.roll.size(); row++) {
            if (cohort.initial[row] >= 0 && cohort.scope.standing(row) == Standing.GRADED) {
                int ranking = cohort.ranks == null ? -1 : cohort.ranks.joined(cohort.scope.rankings.code(row));
                counts.computeIfAbsent(ranking, it -> new long[classer.names().size()])[cohort.initial[row]]++;
            }
        }
        return counts;
    }

    private void check(Cohort cohort, boolean isByPlaceAlone) {
        counts(cohort).forEach((ranking, own) -> {
            RankTable table = cohort.ranks == null || ranking < 0 ? null : cohort.ranks.table(ranking);
            if (table == null) {
                check("", own, sum(own));
                return;
            }
            String of = String.join(" ", cohort.scope.rankings.key(ranking));
            long base = classes.rule().baseIsPopulation() ? table.population() : table.ranked();
            if (isByPlaceAlone || sum(own) == table.ranked()) {
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

    private void check(String ranking, long[] counts, long base) {
        for (int i = 0; i < classes.bounds().size(); i++) {
            ClassRule.Bound bound = classes.rule().bounds().get(i);
            Rational limit = classes.bounds().get(i);
            long count = counts[classes.rule().classes().indexOf(bound.of())];
            Rational share = base == 0 ? Rational.ZERO : Rational.of(count, base);
            if (base > 0 && (bound.atMost() ? share.compareTo(limit) > 0 : share.compareTo(limit) < 0)) {
                String found = percent(share, limit);
                String expected = percent(limit, share);
                String wrong = bound.atMost() ? count + " of " + base + " are " + bound.of() + " (" + found + "), expected at most " + expected
                        : count + " of " + base + " are " + bound.of() + " (" + found + "), expected at least " + expected;
                problems.warning("OUT_OF_BOUNDS", "classes.bounds." + bound.of(), ranking.isEmpty() ? wrong : "'" + ranking + "': " + wrong);
            }
        }
    }

    private static String percent(Rational share, Rational beside) {
        return Display.rounded(share.times(Rational.HUNDRED), 2, beside.times(Rational.HUNDRED)).stripTrailingZeros()
                .toPlainString() + " %";
    }
}
