package io.mubiao.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.io.rule.ScoringRuleFile;
import io.mubiao.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits, tests and directions held against all that figures can be. */
class RuleBoundsTest {
    private static final Set<String> CODES = Set.of("FLAT_SCORE", "CAP_NEVER_BINDS", "NO_CAP", "NEVER_REACHED", "EMPTY_CLASS", "WRONG_WAY", "SAME_FOR_ALL",
            "UNUSED");
    private static final String RULE = """
            id: r
            year: 2025
            columns: {tax: {title: 税收, unit: 万元}, land: {title: 用地, unit: 亩}, rd: {title: 研发, unit: 万元}, net: {title: 利润, unit: 万元, negative: true},
              energy: {title: 能耗, unit: 吨标煤}, kind: {title: 行业, kind: text}, size: {title: 规模, kind: text, values: [大, 中, 小]}}
            labels: {what: {choices: [{label: 规上, when: 'kind == "a" and size in ("大", "中") and rd > 3 万元'}, {label: 规下}]}}
            indicators: {i: {title: 亩均税收, formula: tax / land, unit: 万元/亩}, r: {title: 研发占比, formula: rd / tax, unit: "%"},
              n: {title: 亩均利润, formula: net / land, unit: 万元/亩}, e: {title: 单位能耗, formula: energy / tax, unit: 吨标煤/万元, better: lower}}
            baselines: {m: {of: i, kind: max, population: graded}, k: {of: i, kind: min, population: graded}, f: {of: i, kind: max, population: graded, times: 50 %},
              p: {of: n, kind: max, population: graded}, q: {of: e, kind: min, population: graded}}
            groups: [{id: all, title: 全部, weights-total: 100, items: {x: {of: i, weight: 100, score: ratio, base: 10 万元/亩, cap: w, floor: 0}}}]
            ranking: {on: unrounded, ties: best-place, small-groups: none}
            classes: {order: [A, B, C], by: score, at-least: {A: 90, B: 60}}
            exports: {e: [net, energy, rd]}
            """;
    private static final String ITEM = "of: i, weight: 100, score: ratio, base: 10 万元/亩, cap: w, floor: 0";

    private static List<Problem> found(String rule) {
        return RuleLint.check(RuleFile.parse(rule, Format.YAML, "r")).stream().filter(it -> CODES.contains(it.code())).toList();
    }

    private static String codes(String rule) {
        return found(rule).stream().map(it -> it.code() + " " + it.place().path()).distinct().collect(Collectors.joining(", "));
    }

    private static String with(String more) {
        return RULE.replace("ranking:", more + "\nranking:");
    }

    @Test
    void whatIsMeantIsNotTold() {
        assertEquals("", codes(RULE));
    }

    /** Of ways of scoring that give at most the weight, beside an item with another cap. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'full-less: {below: 20 万元/亩, each: 1 万元/亩, points: 1}'||CAP_NEVER_BINDS groups.all.items.x",
        "progress|'base: 1 万元/亩, target: 9 万元/亩,'|CAP_NEVER_BINDS groups.all.items.x",
        "'efficacy: 20 %'|'low: k, high: m,'|CAP_NEVER_BINDS groups.all.items.x", "ratio|'base: f,'|''"})
    void aCapBeyondTheWeightBindsNobody(String shape, String references, String found) {
        String score = shape.contains(":") ? "{" + shape + "}" : shape;
        assertEquals(found, codes(RULE.replace("x: {of: i, weight: 100, score: ratio, base: 10 万元/亩, cap: w, floor: 0}", "x: {of: i, weight: 60, score: " + score
                + ", " + (references == null ? "" : references) + " cap: 1.5 * w, floor: 0}, y: {of: n, weight: 40, score: ratio, base: 5 万元/亩, cap: 2 * w, floor: 0}")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "of: i, weight: 100, score: ratio, base: m, cap: 1.5 * w|CAP_NEVER_BINDS groups.all.items.x",
        "of: i, weight: 100, score: ratio, base: m, cap: w|''", "of: i, weight: 100, score: ratio, base: m|''",
        "of: i, weight: 100, score: ratio, base: f, cap: 1.5 * w|''", "of: n, weight: 100, score: ratio, base: p, cap: 1.5 * w|''",
        "of: n, weight: 100, score: ratio, base: p, negative: zero, cap: 1.5 * w|CAP_NEVER_BINDS groups.all.items.x",
        "of: e, weight: 100, score: ratio, base: q, cap: 1.5 * w|CAP_NEVER_BINDS groups.all.items.x", "of: e, weight: 100, score: ratio, base: q|''",
        "'of: i, weight: 100, score: {efficacy: 60 %}, low: k, high: m, cap: 120'|CAP_NEVER_BINDS groups.all.items.x",
        "'of: i, weight: 100, score: progress, base: 1 万元/亩, target: 2 万元/亩, cap: 2 * w'|CAP_NEVER_BINDS groups.all.items.x",
        "'of: i, weight: 100, score: {rank-points: {step: 5 %}}, cap: 120'|CAP_NEVER_BINDS groups.all.items.x",
        "'of: i, weight: 100, score: {formula: \"clamp(x / base, 0, 1) * w\"}, base: 10 万元/亩, cap: 120'|CAP_NEVER_BINDS groups.all.items.x",
        "'of: r, weight: 100, score: {bands: {at: {\">= 0 %\": 100, \"< 0 %\": 0}}}'|FLAT_SCORE groups.all.items.x",
        "'of: i, weight: 100, score: {bands: {at: {\">= 0 万元/亩\": 100, \"< 0 万元/亩\": 0}}}'|FLAT_SCORE groups.all.items.x",
        "'of: n, weight: 100, score: {bands: {at: {\">= 0 万元/亩\": 100, \"< 0 万元/亩\": 0}}}'|''",
        "'of: r, weight: 100, score: {bands: {at: {\"> 0 %\": 100, \"<= 0 %\": 0}}}'|''",
        "'of: i, weight: 100, score: {steps: {of: value, below: 0, at: {0: 100}}}'|FLAT_SCORE groups.all.items.x",
        "'of: i, weight: 100, score: {formula: \"if(x > 2 万元/亩, 100, w)\"}'|FLAT_SCORE groups.all.items.x",
        "'of: i, weight: 100, score: {formula: \"if(missing(x), 0, w)\"}, missing: 0'|''",
        "'of: i, weight: 100, score: {formula: \"w\"}, missing: 0'|''",
        "'of: i, weight: 100, score: {formula: \"w\"}'|FLAT_SCORE groups.all.items.x",
        "'of: i, weight: 100, score: {formula: \"w - 2 * (place(\\\"i\\\") - 1)\"}, floor: 0'|''",
        "'of: i, weight: 100, score: {formula: \"w * x / 10 万元/亩\"}, floor: 0'|NO_CAP groups.all.items.x",
        "'of: i, weight: 100, score: {formula: \"10 * prior(\\\"tax\\\") / tax\"}, floor: 0'|NO_CAP groups.all.items.x"})
    void ofAnItem(String item, String told) {
        assertEquals(told, codes(RULE.replace(ITEM, item)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "A: 90|A: 120|total: {cap: 150}|CAP_NEVER_BINDS total.cap, EMPTY_CLASS classes.at-least.A",
        "A: 90|A: 120|''|EMPTY_CLASS classes.at-least.A", "A: 90|A: 100|total: {cap: 100}|''", "cap: w, floor|floor|total: {cap: 150}|NO_CAP groups.all.items.x",
        "A: 90|A: 104|bonuses: {g: {when: rd > 3 万元, points: 5}}|''", "A: 90|A: 106|bonuses: {g: {when: rd > 3 万元, points: 5}}|EMPTY_CLASS classes.at-least.A",
        "A: 90|A: 109|'bonuses: {g: {when: rd > 3 万元, share-of-subtotal: 10 %}}'|''",
        "A: 90|A: 111|'bonuses: {g: {when: rd > 3 万元, share-of-subtotal: 10 %}}'|EMPTY_CLASS classes.at-least.A",
        "A: 90|A: 104|'bonuses: {g: {when: rd > 3 万元, points: rd / 1 万元, limit: 4}}'|''",
        "A: 90|A: 105|'bonuses: {g: {when: rd > 3 万元, points: rd / 1 万元, limit: 4}}'|EMPTY_CLASS classes.at-least.A",
        "A: 90|A: 140|'bonuses: {g: {when: rd > 3 万元, points: rd / 1 万元}}'|''",
        "A: 90|A: 105|'bonuses: {g: {when: rd > 3 万元, points: 5, category: c}, h: {when: rd > 9 万元, points: 5, category: c}}\ncategory-limits: {c: 6}'|''",
        "A: 90|A: 107|'bonuses: {g: {when: rd > 3 万元, points: 5, category: c}, h: {when: rd > 9 万元, points: 5, category: c}}\ncategory-limits: {c: 6}'|EMPTY_CLASS classes.at-least.A",
        "A: 90|A: 106|'total: {round: 0 ceiling}\nbonuses: {g: {when: rd > 3 万元, points: 5.5}}'|''",
        "floor: 0}|'floor: 0, missing: 110}'|total: {cap: 108}|''", "'A: 90, B: 60'|'A: 90, B: 60'|'refill: false\noverrides: [{id: o, when: total > 100, not-above: B}]'|SAME_FOR_ALL overrides.o"})
    void ofTotals(String from, String to, String more, String told) {
        assertTrue(RULE.contains(from), from);
        assertEquals(told, codes(with(more).replace(from, to)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'{g: {when: rd > 3 万元, points: 5, limit: 10}}'|CAP_NEVER_BINDS bonuses.g", "'{g: {when: rd > 3 万元, points: 5, limit: 5}}'|''",
        "'{g: {when: rd > 3 万元, points: -5, limit: 10}}'|CAP_NEVER_BINDS bonuses.g", "'{g: {points: \"min(3, rd / 1 万元)\", limit: 4}}'|CAP_NEVER_BINDS bonuses.g",
        "'{g: {points: rd / 1 万元, limit: 10}}'|''", "'{g: {points: \"if(rd > 3 万元, -3, -3)\"}}'|FLAT_SCORE bonuses.g",
        "'{g: {points: \"if(rd > 3 万元, -3, -4)\"}}'|''", "'{g: {points: \"if(net >= 0, 3, 0)\"}}'|''",
        "'{k: {when: rd > 3 万元, points: -3, category: c}}\ncategory-limits: {c: 50}'|CAP_NEVER_BINDS category-limits.c",
        "'{k: {when: rd > 3 万元, points: -3, category: c}, g: {when: rd > 9 万元, points: 4, category: c}}\ncategory-limits: {c: 4}'|''",
        "'{k: {when: rd > 3 万元, points: 3, category: c}, g: {when: rd > 9 万元, points: rd / 1 万元, category: c}}\ncategory-limits: {c: 50}'|''"})
    void ofBonuses(String bonuses, String told) {
        assertEquals(told, codes(with("bonuses: " + bonuses)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{label: 大, when: land > 10 亩}, {label: 中, when: land > 20 亩}, {label: 小}|NEVER_REACHED labels.z",
        "{label: 大, when: land > 20 亩}, {label: 中, when: land > 10 亩}, {label: 小}|''",
        "{label: 大, when: land > 10 亩}, {label: 中, when: 'land > 3 公顷 and kind == \"a\"'}, {label: 小}|NEVER_REACHED labels.z",
        "{label: 大, when: 'land > 10 亩 and kind == \"a\"'}, {label: 中, when: land > 20 亩}, {label: 小}|''",
        "{label: 大, when: 'kind in (\"a\", \"b\")'}, {label: 中, when: 'kind == \"b\"'}, {label: 小}|NEVER_REACHED labels.z",
        "{label: 大, when: land > 10 亩}, {label: 中, when: land <= 10 亩}, {label: 小, when: land > 5 亩}|NEVER_REACHED labels.z",
        "{label: 大, when: land > 10 亩}, {label: 中, when: land > 5 亩}, {label: 小, when: land > 0 亩}|''",
        "{label: 大, when: land < rd / 1 万元 * 1 亩}, {label: 中, when: land < 3 亩}, {label: 小}|''"})
    void labelsBehindAWiderOne(String choices, String told) {
        assertEquals(told, codes(with("").replace("labels: {", "labels: {z: {choices: [" + choices + "]}, ")));
    }

    @Test
    void groupsClassesAndRatesBehindAWiderOne() {
        String small = RULE.replace("weights-total: 100, items", "when: land > 10 亩, weights-total: 100, items").replace("}}}]",
                "}}}, {id: s, when: land > 20 亩, weights-total: 100, items: {x: {" + ITEM + "}}}, {id: t, weights-total: 100, items: {x: {" + ITEM + "}}}]");
        assertEquals("NEVER_REACHED groups.s", codes(small));
        assertEquals("没有企业会归到这里：凡符合其条件的，都已归入前面的“all”", found(small).get(0).message(Locale.CHINESE));
        assertEquals("EMPTY_CLASS classes.tests.B", codes(RULE.replace("by: score, at-least: {A: 90, B: 60}",
                "by: tests, tests: {A: i > 10 万元/亩 or total > 60, B: total > 80}")));
        assertEquals("NEVER_REACHED consequences.c", codes(with("consequences: [{id: c, title: 水价, kind: surcharge, base: rd, unit: 万元, rate-unit: '%', "
                + "rates: [{when: land > 10 亩, rate: 3 %}, {when: land > 20 亩, rate: 5 %}]}]")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'score: progress, base: 20 万元/亩, target: 10 万元/亩'|more of '亩均税收' is better, but more of it gives fewer points; where less is better write better: lower at the indicator",
        "'score: {steps: {of: value, below: 0, at: {1 万元/亩: 5, 2 万元/亩: 3, 3 万元/亩: 1}}}'|more of '亩均税收' is better, but more of it gives fewer points; the points 0, 1, 3, 5 were probably meant; where less is better write better: lower at the indicator",
        "'score: {curve: {at: {1 万元/亩: 5, 2 万元/亩: 3}}}'|more of '亩均税收' is better, but more of it gives fewer points; where less is better write better: lower at the indicator",
        "'score: progress, base: 10 万元/亩, target: 20 万元/亩'|", "'score: {steps: {of: value, below: 0, at: {1 万元/亩: 3, 2 万元/亩: 5, 3 万元/亩: 1}}}'|",
        "'score: {deduction: {above: 3 万元/亩, each: 1 万元/亩, points: 1}}'|"})
    void pointsThatRunTheWrongWay(String score, String message) {
        String rule = RULE.replace("score: ratio, base: 10 万元/亩, cap: w, floor: 0", score);
        assertEquals(message == null ? List.of() : List.of(message), told(found(rule)));
    }

    @Test
    void lessThatIsBetterAndEarnsLess() {
        String rule = RULE.replace("of: i, weight: 100, score: ratio, base: 10 万元/亩, cap: w, floor: 0",
                "of: e, weight: 100, score: {full-less: {below: 3 吨标煤/万元, each: 1 吨标煤/万元, points: 1}}");
        assertEquals(List.of("less of '单位能耗' is better, but more of it gives more points"), told(found(rule)));
        assertEquals(List.of(), told(found(rule.replace("below: 3", "above: 3"))));
        assertEquals(List.of("low 5 吨标煤/万元 is above high 1 吨标煤/万元, so less of the indicator gives fewer points"), told(found(rule.replace(
                "{full-less: {below: 3 吨标煤/万元, each: 1 吨标煤/万元, points: 1}}", "{efficacy: 60 %}, low: 5 吨标煤/万元, high: 1 吨标煤/万元"))));
    }

    private static List<String> told(List<Problem> found) {
        return found.stream().filter(it -> it.code().equals("WRONG_WAY")).map(Problem::message).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "growth(prior(\"tax\"), tax)|'growth(prior(\"tax\"), tax)' takes the earlier figure for the later one; growth(tax, prior(\"tax\")) was probably meant",
        "growth(tax, prior(\"tax\"))|", "growth(prior(\"tax\"), prior(\"tax\", 2))|",
        "growth(prior(\"tax\", 2), prior(\"tax\"))|'growth(prior(\"tax\", 2), prior(\"tax\"))' takes the earlier figure for the later one; growth(prior(\"tax\"), prior(\"tax\", 2)) was probably meant",
        "cagr(prior(\"tax\", 3), tax, 3)|'cagr(prior(\"tax\", 3), tax, 3)' takes the earlier figure for the later one; cagr(tax, prior(\"tax\", 3), 3) was probably meant",
        "cagr(tax, prior(\"tax\", 3), 3)|", "growth(before, now)|'growth(before, now)' takes the earlier figure for the later one; growth(now, before) was probably meant",
        "growth(now, before)|", "growth(last, rd)|'growth(last, rd)' takes the earlier figure for the later one; growth(rd, last) was probably meant", "growth(rd, last)|",
        "growth(mean(prior(\"tax\"), tax), prior(\"tax\"))|"})
    void growthFromNowToThen(String growth, String message) {
        String rule = RULE.replace("indicators: {", "derived: {now: {formula: tax / land, unit: 万元/亩}, before: {formula: 'prior(\"tax\") / prior(\"land\")', unit: 万元/亩}}\n"
                + "indicators: {g: {title: 增幅, formula: '" + growth + "', unit: \"%\"}, ").replace("columns: {", "columns: {last: {title: 上年研发, unit: 万元}, ");
        assertEquals(message == null ? List.of() : List.of(message), told(found(rule)));
    }

    @Test
    void growthOfScoringRules() {
        String rule = """
                id: r
                points: 10
                inputs: {n: {title: 产值, unit: 万元}, o: {title: 上年产值, unit: 万元}}
                parts: {a: {of: 'growth(%s)', score: {steps: {of: value, below: 0, at: {5 %%: 10}}}}}
                """;
        for (String wrong : List.of("prior(\"n\"), n", "o, n")) {
            assertEquals(1, told(ScoringLint.check(ScoringRuleFile.parse(rule.formatted(wrong), Format.YAML, "r"))).size(), wrong);
        }
        for (String right : List.of("n, prior(\"n\")", "n, o")) {
            assertEquals(List.of(), told(ScoringLint.check(ScoringRuleFile.parse(rule.formatted(right), Format.YAML, "r"))), right);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"cap: 1.5 * w, floor: 0|''", "floor: 0|CAP_NEVER_BINDS groups.all.items.y"})
    void aCapOfAllItemsIsNotOneOfEach(String own, String told) {
        String two = RULE.replace("weight: 100, score: ratio, base: 10 万元/亩, cap: w, floor: 0}", "weight: 50, score: ratio, base: 10 万元/亩, " + own
                + ", cap: 2 * w}, y: {of: r, weight: 50, score: progress, base: 0 %, target: 3 %, cap: 1.5 * w}").replace("cap: 1.5 * w, floor: 0, cap: 2 * w", "cap: 1.5 * w, floor: 0");
        assertEquals(told, codes(two));
    }

    /** An item without a cap shows that items-default says none. */
    @Test
    void aCapOfSomeItemsIsTheirOwn() {
        assertEquals("NO_CAP groups.all.items.z, CAP_NEVER_BINDS groups.all.items.y", codes(RULE.replace("weight: 100, score: ratio, base: 10 万元/亩, cap: w, floor: 0}",
                "weight: 40, score: ratio, base: 10 万元/亩, cap: 1.5 * w, floor: 0}, y: {of: r, weight: 40, score: progress, base: 0 %, target: 3 %, cap: 1.5 * w}, "
                        + "z: {of: n, weight: 20, score: ratio, base: 10 万元/亩}")));
    }

    @Test
    void aColumnThatOnlyAPlaceNamesIsUsed() {
        String rule = RULE.replace("{of: i, weight: 100, score: ratio, base: 10 万元/亩, cap: w, floor: 0}",
                "{of: i, weight: 100, score: {formula: 'w - 2 * (place(\"i\", \"street\") - 1)'}, floor: 0}").replace("columns: {", "columns: {street: {title: 街道, kind: text}, ");
        assertEquals("", codes(rule));
    }
}
