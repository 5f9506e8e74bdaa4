package io.mubiao.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A number in a wrong unit is told wherever it is held against the figures of a roll, and a roll of which nobody is graded. */
class RollMagnitudesTest {
    private static final String ITEM = "weight: 20, score: ratio, base: 9 万元/亩, cap: 30, floor: 0";

    private static String rule(String item, String more) {
        return """
                id: r
                year: 2024
                columns: {land: {title: 用地, unit: 亩}, tax: {title: 税收, unit: 万元, negative: true}, heavy: {title: 轻重, kind: text, values: [轻, 重]},
                  start: {title: 投产, kind: day}}
                indicators: {i: {formula: tax / land, unit: 万元/亩}}
                groups:
                  - {id: all, weights-total: 20, items: {i: {%s}}}
                ranking: {on: unrounded, ties: best-place, small-groups: none}
                classes: {order: [A, B, C], by: rank, cuts: {A: 20 %%, B: 60 %%, C: 100 %%}, quota-base: ranked, quota-rounding: cumulative half-up}
                %s
                """.formatted(item, more);
    }

    private static List<Problem> found(String text, int firms) {
        EvaluationRule rule = RuleFile.parse(text, Format.YAML, "r");
        Roll.Builder roll = Roll.builder(rule);
        for (int i = 0; i < firms; i++) {
            roll.add("企" + i, Map.of("land", "10", "tax", String.valueOf(80 + i), "heavy", i % 2 == 0 ? "轻" : "重", "start", "2010-01-01"));
        }
        return RuleLint.check(LandAssessor.of(rule).evaluate(roll.build())).stream()
                .filter(it -> Set.of("MAGNITUDE", "NOBODY_GRADED").contains(it.code())).toList();
    }

    private static String codes(List<Problem> found) {
        return found.stream().map(it -> it.code() + " " + it.place().path()).collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "base: 9 万元/亩|base: p|parameters: {p: {title: 基准, unit: 万元/亩, value: 100000 万元/亩}}|.base",
        "base: 9 万元/亩|base: p|parameters: {p: {title: 基准, unit: 万元/亩, value: 9 万元/亩}}|",
        "base: 9 万元/亩|base: p|parameters: {p: {title: 基准, unit: 万元/亩, value: 100 元/亩}}|.base",
        "base: 9 万元/亩|base: b|baselines: {b: {of: i, constant: 100000 万元/亩}}|.base",
        "base: 9 万元/亩|base: b|baselines: {b: {of: i, constant: 8 万元/亩}}|",
        "base: 9 万元/亩|'base: {by: heavy, unit: 万元/亩, values: {轻: 8 万元/亩, 重: 100000 万元/亩}}'||.base",
        "base: 9 万元/亩|'base: {by: heavy, unit: 万元/亩, values: {轻: 8 万元/亩, 重: 10 万元/亩}}'||",
        "'score: ratio, base: 9 万元/亩'|'score: {steps: {of: value, below: 0, at: {5 万元/亩: 5, 2000000 万元/亩: 10}}}'||''",
        "'score: ratio, base: 9 万元/亩'|'score: {steps: {of: value, below: 0, at: {0.05 万元/亩: 5, 10 万元/亩: 10}}}'||",
        "'score: ratio, base: 9 万元/亩'|'score: {steps: {of: value, below: 0, at: {1 元/亩: 5, 50 元/亩: 10}}}'||''",
        "'score: ratio, base: 9 万元/亩'|'score: {full-less: {below: 9 万元/亩, each: 10000 万元/亩, points: 1}}'||''",
        "'score: ratio, base: 9 万元/亩'|'score: {full-less: {below: 90000 万元/亩, each: 1 万元/亩, points: 1}}'||''",
        "'score: ratio, base: 9 万元/亩'|'score: {full-less: {below: 9 万元/亩, each: 0.01 万元/亩, points: 1}}'||"})
    void inAnItem(String from, String to, String more, String found) {
        String given = codes(found(rule(ITEM.replace(from, to), more == null ? "" : more), 9));
        assertEquals(found == null ? "" : "MAGNITUDE groups.all.items.i" + found, given);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'refill: false\noverrides: [{id: o, when: i >= 50000 万元/亩, shift: +1}]'|overrides.o", "'refill: false\noverrides: [{id: o, when: i >= 50 万元/亩, shift: +1}]'|",
        "'scope: {require: [{id: s, when: tax > 0 万元 and (heavy == \"轻\" or land <= 30000 亩)}]}'|scope.require.s",
        "'scope: {require: [{id: s, when: land >= 3 亩 and tax > 1 万元}]}'|", "'scope: {require: [{id: s, when: land >= 3 平方米}]}'|scope.require.s", "'bonuses: {b: {when: tax >= 1000000 万元, points: 1}}'|bonuses.b",
        "'bonuses: {b: {points: tax / 1 万元 / 100, limit: 3}}'|", "'bonuses: {b: {points: floor(tax / 100000000 万元), limit: 3}}'|bonuses.b",
        "'refill: false\noverrides: [{id: o, when: tax >= p, shift: +1}]\nparameters: {p: {title: 线, unit: 万元, value: 900000 万元}}'|overrides.o"})
    void inATestOrAnAmount(String more, String path) {
        assertEquals(path == null ? "" : "MAGNITUDE " + path, codes(found(rule(ITEM, more), 9)));
    }

    @Test
    void anItemOfWordsHasNoNumber() {
        assertEquals("", codes(found(rule("of: heavy, weight: 20, score: {words: {at: {轻: w}, otherwise: 0}}", ""), 9)));
    }

    @Test
    void theMedianAndTheNumberAreSaid() {
        Problem told = found(rule(ITEM, "refill: false\noverrides: [{id: o, when: i >= 50000 万元/亩, shift: +1}]"), 4).get(0);
        assertEquals("the middle enterprise of this roll has 8.2 for 'i', which the rule holds against 50000 万元/亩; is the unit right?", told.message());
        assertEquals("本名册居中的企业为 8.2（“i”），而办法中与之相比的数为 50000 万元/亩；单位是否写错？", told.message(Locale.CHINESE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'scope: {exclude: [{id: new, when: \"full_years(year_end, start) < 2\", effect: ungraded, keeps-place: uncounted}]}'|scope.exclude.new|9 are put aside by exclusion 'new'",
        "'scope: {exclude: [{id: out, when: \"land > 1 亩\", effect: collected}]}'|scope.exclude.out|9 are put aside by exclusion 'out'",
        "'scope: {require: [{id: big, when: land >= 30 亩}]}'|scope.require.big|9 do not meet requirement 'big'"})
    void whereNobodyIsGradedItIsSaidWhy(String more, String path, String why) {
        List<Problem> found = found(rule(ITEM, more), 9);
        assertEquals("NOBODY_GRADED " + path, codes(found));
        assertEquals("none of the 9 enterprises of this roll is graded: " + why, found.get(0).message());
        assertTrue(found.get(0).message(Locale.CHINESE).startsWith("本名册的 9 户无一定级："), found.get(0).message(Locale.CHINESE));
    }

    @Test
    void whereAllGroupsAreSmallItIsSaid() {
        String small = rule(ITEM, "").replace("small-groups: none", "small-groups: {under: 100, exempt: 不定级}");
        assertEquals("NOBODY_GRADED ranking.small-groups", codes(found(small, 9)));
        assertEquals("", codes(found(small, 100)));
    }

    @Test
    void whereNobodyCanTellItIsSaid() {
        assertEquals("NOBODY_GRADED r", codes(found(rule(ITEM, "").replace("formula: tax / land", "formula: 'growth(tax, prior(\"tax\")) * tax / land'"), 9)));
    }
}
