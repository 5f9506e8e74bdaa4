package io.mubiao.land.clause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.Mubiao;
import io.mubiao.land.BaselineRule;
import io.mubiao.land.EvaluationRule;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import io.mubiao.shape.Cut;
import io.mubiao.value.Rational;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 比例与户数: a share lies from 0 % to 100 %, and what would leave nobody, or lose nothing, is refused where the rule is read. */
class SharesBeyondTest {
    private static final Pattern ENGLISH = Pattern.compile("[a-z]{2,} [a-z]{2,}");

    private static String rule(String baseline, String item, String ranking, String classes, String bonus) {
        return """
                columns: {land: {title: 用地, unit: 亩}, tax: {title: 税收, unit: 万元}}
                indicators: {tpm: {title: 亩均税收, formula: tax / land, unit: 万元/亩}}
                baselines:
                  b: {of: tpm, kind: mean, population: graded%s}
                groups: [{id: all, title: 全部, weights-total: 100, items: {tpm: {weight: 100, %s}}}]
                bonuses: {e: {title: 加分, %s}}
                ranking: {by: [], on: unrounded, ties: best-place, small-groups: %s}
                classes: {order: [A, B], by: rank, quota-base: ranked, quota-rounding: cumulative half-up, %s}
                """.formatted(baseline, item, bonus, ranking, classes);
    }

    private static String with(String part, String written) {
        return rule(part.equals("baseline") ? written : "", part.equals("item") ? written : "score: ratio, base: b",
                part.equals("small") ? written : "none", part.equals("classes") ? written : "cuts: {A: 20 %, B: 100 %}",
                part.equals("bonus") ? written : "points: 3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "baseline|, best: 150 %, best-rounding: half-up|baselines.b.best|from 0 % to 100 %, found 150 %",
        "baseline|, best: 0 户|baselines.b.best|'best' is 0 户, expected more than 0",
        "baseline|, best: 0 %, best-rounding: up|baselines.b.best|'best' is 0 %",
        "baseline|, best: 1.5 户|baselines.b.best|expected a whole number of enterprises",
        "baseline|, drop: {best: -1, worst: 1}, best-rounding: up|baselines.b.drop.best|found -100 %",
        "baseline|, drop: {worst: 0 户}|baselines.b.drop|'drop.worst' is 0 户",
        "baseline|, drop: {best: 60 %, worst: 50 %}, best-rounding: up|baselines.b.drop|comes to 110 %",
        "baseline|, drop: {best: 100 %}, best-rounding: up|baselines.b.drop|comes to 100 %",
        "item|score: {rank-points: {step: 0 %}}|groups[0].items.tpm|more than 0 %",
        "item|score: {rank-points: {step: 150 %}}|groups[0].items.tpm|at most 100 %",
        "item|score: {rank-points: {step: 0}}|groups[0].items.tpm|how many points each place loses",
        "item|score: {rank-points: {step: 1, least: 100}}|groups[0].items.tpm|least is 100",
        "item|score: {full-less: {below: 9 万元/亩, each: 1 万元/亩, points: 2, least: 101}}|groups[0].items.tpm|least is 101",
        "small|{under: -1, exempt: 免}|ranking.small-groups.under|expected 2 or more",
        "small|{under: 1, exempt: 免}|ranking.small-groups.under|expected 2 or more",
        "bonus|share-of-subtotal: 150 %|bonuses.e|expected at most 100 %",
        "classes|cuts: {A: 120 %, B: 100 %}|classes|from 0 % to 100 %",
        "classes|cuts: {A: -5 %, B: 100 %}|classes|from 0 % to 100 %",
        "classes|cuts: {A: 20 %, B: 100 %}, bounds: {A: at-most 120 %}|classes|must be from 0 % to 100 %"})
    void isRefusedWithItsPlaceAndWhatWasExpected(String part, String written, String place, String told) {
        List<Problem> problems = assertThrows(InvalidDefinitionException.class, () -> Law.parse(with(part, written))).problems();
        assertEquals(1, problems.size(), problems::toString);
        assertTrue(problems.get(0).place().path().startsWith(place) && problems.get(0).message().contains(told), problems::toString);
        String chinese = problems.get(0).message(Locale.CHINESE);
        assertFalse(ENGLISH.matcher(chinese).find(), chinese);
    }

    @Test
    void throughTheRecordsToo() {
        Optional<Cut> half = Optional.of(Cut.share(Rational.of(1, 2)));
        assertThrows(IllegalArgumentException.class, () -> Cut.share(Rational.of(3, 2)));
        assertThrows(IllegalArgumentException.class, () -> Cut.share(Rational.of(-1)));
        assertThrows(IllegalArgumentException.class, () -> new Cut(Optional.empty(), Optional.of(Rational.of(1, 2))));
        assertThrows(IllegalArgumentException.class, () -> new BaselineRule.Among(Optional.empty(), half, half, RoundingMode.UP));
        assertThrows(IllegalArgumentException.class, () -> new BaselineRule.Among(Optional.of(Cut.share(Rational.ZERO)), Optional.empty(),
                Optional.empty(), RoundingMode.UP));
    }

    private static String words(String baseline, Locale locale) {
        EvaluationRule rule = Law.parse(with("baseline", baseline));
        return Mubiao.words(rule, locale);
    }

    /** Counts of enterprises need no rounding, and none is told. */
    @Test
    void onlySharesAreRounded() {
        assertFalse(words(", best: 3 户", Locale.CHINESE).contains("只取最好的 3 户，户数"));
        assertFalse(words(", drop: {best: 1}", Locale.ENGLISH).contains("shares of enterprises"));
        assertTrue(words(", best: 25 %, best-rounding: up", Locale.CHINESE).contains("只取最好的 25%，户数"), words(", best: 25 %, best-rounding: up", Locale.CHINESE));
    }
}
