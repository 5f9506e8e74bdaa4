package io.mubiao.land.assess;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.Column;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.internal.Cohort;
import io.mubiao.land.assess.internal.column.FastClasses;
import io.mubiao.land.assess.internal.column.FastScope;
import io.mubiao.land.assess.internal.column.FastTotals;
import io.mubiao.rule.Parameter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Blocks of rows give what the exact evaluator alone gives: under every shipped rule, and under one with everything else that
 * blocks carry. Figures are small, so that totals tie, divisors are zero and thresholds are met; some are missing, and
 * some are wider than a double.
 */
class FastAndExactAgreeTest {
    private static final String EVERYTHING = """
            id: everything
            year: 2024
            columns:
              land: {decimals: 1}
              tax: {decimals: 1, negative: true}
              added: {decimals: 1, negative: true}
              energy: {decimals: 0}
              started: {kind: day}
              listed: {kind: flag, if-empty: 否}
              polluter: {kind: flag}
              extra: {decimals: 1, if-empty: 0}
              trade: {kind: text}
              park: {kind: text, values: [east, west]}
            tables:
              park_factor: {by: park, values: {east: 1.1, west: 0.9}}
            labels:
              size: {choices: [{label: big, when: land >= 2}, {label: small}]}
              branch: {choices: [{label: heavy, when: 'trade in ("17".."28", "33")'}, {label: light}]}
            derived:
              age: {formula: 'full_years(started, year_end)'}
              net: {formula: 'max(tax - 0.5, min(tax, 0.2)) + abs(added) / 4'}
            scope:
              require:
                - {id: size, when: 'land >= 0.5 or listed'}
              exclude:
                - {id: new, when: 'age < 2 and not listed', effect: ungraded, label: T}
                - {id: far, when: 'park == "west" and land < 1', effect: treated-as, label: B}
                - {id: off, when: 'energy == 7', effect: out}
                - {id: third, when: 'tax / land + added / land == 0.3', effect: ungraded, label: T}
                - {id: border, when: 'tax / land + added / land >= 0.3 and tax / land + added / land <= 1.7 and not (tax / land * 3 < added / land)', effect: ungraded, label: U}
            indicators:
              i: {formula: tax / land}
              j: {formula: net / energy}
              k: {formula: 'orelse(prior("tax"), tax) / land'}
              g: {formula: 'growth(tax, prior("tax"))'}
              r: {formula: 'cagr(added + 5, land, 3)'}
            baselines:
              most_i: {of: i, kind: max, by: [size], population: evaluated}
              least_i: {of: i, kind: min, by: [size], population: graded, when: 'land > 0.6'}
              mean_j: {of: j, kind: mean, by: [branch], population: evaluated}
              mid_k: {of: k, kind: percentile, share: 50 %, method: nearest-rank, population: evaluated}
              some_i: {of: i, kind: mean, by: [trade, park], population: graded, drop: {best: 1, worst: 1}}
              most_j: {of: j, kind: max, by: [park], population: graded, when: 'trade == "17" and park == "east"'}
              lone_k: {of: k, kind: ratio-of-sums, by: [trade], population: graded, when: 'trade in ("17", "28")'}
            groups:
              - id: heavy
                when: branch == "heavy"
                weights-total: 100
                items:
                  i: {weight: 40, score: {efficacy: 20 %}, low: least_i, high: most_i, missing: 3, degenerate: 1}
                  j: {weight: 30, score: ratio, base: mean_j, cap: 1.5 * w, floor: 0, missing: mean-score, zero-divisor: 2}
                  k: {weight: 30, score: {steps: {of: value, below: 0, at: {0.5: 10, 1: 20.5, 2: 30}}}, missing: reweight}
              - id: light
                weights-total: 100
                items:
                  i: {weight: 20, score: {formula: 'if(x >= 1, w, w * x * park_factor)'}, floor: -5}
                  r: {weight: 40, score: {formula: 'w * x'}, missing: 0}
                  t: {of: i, weight: 20, score: ratio, base: some_i, cap: 2 * w, floor: 0, degenerate: 3}
                  m: {of: j, weight: 10, score: ratio, base: most_j, cap: w, missing: 0, zero-divisor: 0, degenerate: mean-score}
                  l: {of: k, weight: 10, score: ratio, base: lone_k, cap: w, missing: 0, degenerate: reweight}
            bonuses:
              extra: {points: extra, limit: 1.5, category: c}
              clean: {when: not polluter, points: 0.5, category: c, if-missing: none}
              grown: {when: g > 0.1, share-of-subtotal: 2 %, if-missing: none}
            category-limits: {c: 1.8}
            total: {cap: 110, floor: 0}
            ranking: {by: [branch, park], on: unrounded, ties: best-place, break-by: [j], small-groups: {under: 3, exempt: X}}
            classes: {order: [A, B, C, D], by: rank, cuts: {A: 20 %, B: 60 %, C: 90 %, D: 100 %}, quota-base: ranked, quota-rounding: cumulative half-up, require: {A: 'tax > 0.3'}}
            refill: counted
            overrides:
              - {id: dirty, when: 'polluter and class == "A"', not-above: C}
              - {id: listed, when: listed, shift: 1}
              - {id: weak, when: 'score_i + orelse(score_j, 0) < 9 and subtotal < 20', not-above: C}
              - {id: old, when: 'prior_class == "D" and consecutive("D") >= 2', set: D}
            """;

    /** Every form that came with the clauses of published rules. */
    private static final String CLAUSES = """
            id: clauses
            year: 2024
            measure-words: [户]
            no-prior-class: 无
            columns:
              land: {decimals: 1}
              tax: {decimals: 1, negative: true}
              energy: {decimals: 0}
              kwh: {decimals: 0}
              listed: {kind: flag, if-empty: 否}
              fresh: {kind: flag, if-empty: 否}
              trade: {kind: text, values: ["17", "28", "33"]}
              level: {kind: text, values: [高, 中, 低]}
            scope:
              exclude:
                - {id: fresh, when: 'fresh and land > 1', effect: ungraded, label: T, keeps-place: counted}
                - {id: odd, when: 'energy == 5', effect: ungraded, label: U, keeps-place: uncounted}
            tables:
              wk: {by: trade, values: {"17": 40, "28": 30, "33": 0}}
              none: {by: trade, values: {"17": 0, "28": 2, "33": -0.5}}
            indicators:
              i: {formula: tax / land}
              j: {formula: tax / energy}
              k: {formula: tax / kwh}
              u: {formula: land / energy, better: lower}
              m: {formula: 'mean_given(tax, prior("tax"), prior("tax", 2))'}
            baselines:
              top: {of: i, kind: mean, population: evaluated, best: 20 %, best-rounding: half-up}
              trim: {of: i, kind: mean, population: graded, by: [trade], drop: {best: 1, worst: 1}}
              hi: {of: i, kind: max, population: evaluated}
              rest: {of: i, kind: mean, population: evaluated, when: 'i < hi and i > trim'}
              spread: {of: m, kind: deviation, population: evaluated}
              centre: {of: m, kind: mean, population: evaluated}
            groups:
              - id: listed
                when: listed
                weights-total: 100
                items-default: {missing: 0, zero-divisor: 0, degenerate: 0, floor: -3}
                items:
                  i: {weight: wk, score: ratio, base: rest, cap: 'if(land > 2, 2 * w, 1.5 * w)', zero: -2}
                  u: {weight: '100 - wk', score: {rank-points: {step: 2 %, least: 10 %, by: [trade]}}}
              - id: others
                weights-total: 100
                items:
                  i: {weight: 40, score: {bands: {at: {"> 1": w, "(0.3, 1]": 0.5 * w, "<= 0.3": 3}}}, missing: 1}
                  j: {weight: 20, score: ratio, base: 0.8, or: {of: k, base: 0.5}, missing: reweight, zero-divisor: 1}
                  u: {weight: 20, score: {steps: {of: value, side: at-most, otherwise: 1, at: {0.1: 20, 0.5: 10}}}, missing: mean-score}
                  m: {weight: 10, score: {formula: 'clamp(5 + (x - centre) / spread, 0, 10)'}, missing: 0, degenerate: 5}
                  level: {weight: 10, score: {words: {at: {高: w, 中: 5}, otherwise: 0}}, missing: 2}
            bonuses:
              first: {points: 'if(place("i") <= 3, 4 - place("i"), 0)', if-missing: none}
              times: {points: 'clamp(i * none, -1, 1) + clamp(land * none, 0, 0.5)', if-missing: none}
              over: {points: 'clamp(j / none, -1, 1) + clamp(land / none, 0, 0.5)', if-missing: none}
              both: {points: 'if(none == 0, 0.3, clamp(i * none / none, 0, 1))', if-missing: none}
              short: {points: 'min(0, 0 - sqrt(abs(tax)))', limit: 2, if-missing: none}
            total: {round: 3 half-up}
            ranking: {by: [group], on: rounded, ties: worst-place, break-by: [i], small-groups: none}
            classes: {order: [A, B, C, D], by: rank, cuts: {A: 'min(20 户, 20 %)', B: 60 %, C: 90 %, D: 100 %}, quota-base: ranked, quota-rounding: cumulative half-up}
            refill: uncounted
            overrides:
              - {id: first, when: 'place <= 2', set: A}
              - {id: last, when: 'place > 0.98 * ranked and prior_class != "A"', set: D}
            consequences:
              - {id: fee, kind: surcharge, base: kwh * 1 元, rate-unit: '%', unit: 元, rates: [{when: 'i < 0.2', rate: 10 %}, {when: 'place > 20', rate: 5 %}]}
            """;

    /** Merging, means of quotients, caps that many reach, places that many share, percentiles, days, logarithms, holes. */
    private static final String TIES = """
            id: ties
            year: 2024
            columns:
              land: {decimals: 0}
              tax: {decimals: 0, negative: true}
              energy: {decimals: 0}
              started: {kind: day}
              trade: {kind: text, values: ["17", "28"]}
              lot: {kind: text}
            merge: {by: lot}
            scope:
              exclude:
                - {id: new, when: 'plus_years(started, 2) > year_end or plus_months(started, 30) > year_end', effect: ungraded, label: T}
            indicators:
              i: {formula: tax / land}
              j: {formula: tax / energy}
              fall: {formula: '1 - energy / land'}
            baselines:
              middle: {of: j, kind: percentile, share: 30 %, method: linear-inclusive, by: [trade], population: evaluated}
              upper: {of: fall, kind: percentile, share: 75 %, method: linear-exclusive, population: graded, when: 'tax > 0'}
              steepest: {of: fall, kind: max, population: evaluated}
            groups:
              - id: all
                weights-total: 100
                items:
                  i: {weight: 40, score: ratio, base: {kind: mean, by: [trade], population: evaluated}, cap: 1.5 * w, floor: 0, missing: mean-score}
                  j: {weight: 40, score: ratio, base: {kind: mean, population: graded}, cap: 1.5 * w, floor: 0, zero-divisor: 0, missing: 0}
                  fall: {weight: 20, score: {bands: {at: {"> 0.5": w, "(0, 0.5]": 5, "< -1": 0}, holes: ["[-1, 0]"]}}, missing: 0, zero-divisor: 0, degenerate: 0}
            bonuses:
              log: {points: 'if(tax > 3, log10(tax) + ln(tax), 0)', limit: 3, if-missing: none}
              middle: {points: 'if(j > middle, 1, 0)', if-missing: none}
              steep: {points: 'if(fall == steepest or fall >= upper, 1, 0)', if-missing: none}
            ranking: {by: [trade], on: unrounded, ties: best-place, small-groups: none}
            classes: {order: [A, B, C, D], by: rank, cuts: {A: 20 %, B: 60 %, C: 90 %, D: 100 %}, quota-base: ranked, quota-rounding: cumulative floor}
            """;

    @Test
    void everyRowWhereManyTieOrMerge() {
        for (String form : List.of(TIES, TIES.substring(0, TIES.indexOf("bonuses:")) + TIES.substring(TIES.indexOf("ranking:")),
                TIES.replace("ranking: {by: [trade], on: unrounded", "total: {round: 1 half-up}\nranking: {by: [trade], on: rounded, break-by: [j, i]"))) {
            EvaluationRule rule = RuleFile.parse(form, Format.YAML, "ties");
            for (int seed = 0; seed < 4; seed++) {
                Roll roll = roll(rule, 200, new SplittableRandom(seed));
                Evaluation expected = LandAssessor.of(rule).exactOnly().evaluate(roll);
                assertTrue(expected.stream().map(EnterpriseResult::place).distinct().count() < expected.size() - 20, "many share a place");
                for (Evaluation found : List.of(LandAssessor.of(rule).evaluate(roll), LandAssessor.of(rule).threads(2).evaluate(roll))) {
                    for (int row = 0; row < roll.size(); row++) {
                        assertEquals(expected.get("E" + row), found.get("E" + row), "seed " + seed);
                    }
                    assertEquals(expected.baselines().toString(), found.baselines().toString());
                    Cohort cohort = found.cohort();
                    FastTotals totals = FastTotals.near(cohort.binding, cohort.scope, cohort.baselines);
                    assertTrue(totals != null && totals.isOfAllGroups() && FastScope.of(cohort.binding) != null);
                }
            }
        }
    }

    @Test
    void everyRowUnderTheClausesOfPublishedRules() {
        for (String form : List.of(CLAUSES, CLAUSES.replace("on: rounded", "on: unrounded"), CLAUSES.replace(", break-by: [i]", "").replace("refill: uncounted", "refill: false"))) {
            EvaluationRule rule = RuleFile.parse(form, Format.YAML, "clauses");
            for (int seed = 0; seed < 3; seed++) {
                SplittableRandom random = new SplittableRandom(seed);
                Roll roll = roll(rule, 120, random);
                LandAssessor assessor = LandAssessor.of(rule).prior(roll(rule, 100, random)).prior(2, roll(rule, 90, random))
                        .history(ClassHistory.of(Map.of("E1", List.of("A"), "E2", List.of("B"))));
                Evaluation expected = assessor.exactOnly().evaluate(roll);
                long graded = expected.stream().filter(it -> it.standing() == Standing.GRADED).count();
                assertTrue(graded > 30, graded + " are graded");
                for (Evaluation found : List.of(assessor.evaluate(roll), assessor.threads(2).evaluate(roll))) {
                    assertEquals(expected.baselines().toString(), found.baselines().toString());
                    for (int row = 0; row < roll.size(); row++) {
                        assertEquals(expected.get("E" + row), found.get("E" + row), "seed " + seed);
                        assertEquals(expected.charges("E" + row), found.charges("E" + row), "seed " + seed);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"everything", "huaian-2024-by-county", "huaian-2024", "anhui-city", "huangyan-2022",
        "huangyan-2022-small", "keqiao-dyeing-2014", "linhai-2014", "changle-2023", "wenling-parks-2022", "jingde", "fuzhou-entry-2024",
        "quality-firms-energy-wages", "wujin-2017-draft", "zhuhai-environment-2011", "anyang-2018", "innovative-sme", "jiangxi-parks-2020",
        "songyang-top20-2010"})
    void everyRow(String name) {
        EvaluationRule rule = rule(name);
        for (int seed = 0; seed < 4; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Roll roll = roll(rule, 150, random);
            Map<String, List<String>> history = new LinkedHashMap<>();
            IntStream.range(0, 60).forEach(i -> history.put("E" + i, List.of("D", i % 3 == 0 ? "D" : "C", i % 2 == 0 ? "D" : "A")));
            LandAssessor assessor = LandAssessor.of(rule).prior(roll(rule, 120, random)).history(ClassHistory.of(history));
            Evaluation expected = assessor.exactOnly().evaluate(roll);
            for (Evaluation found : List.of(assessor.evaluate(roll), assessor.threads(2).evaluate(roll))) {
                assertEquals(expected.baselines().toString(), found.baselines().toString());
                for (int row = 0; row < roll.size(); row++) {
                    assertEquals(expected.get("E" + row), found.get("E" + row), name + ", seed " + seed);
                }
            }
        }
    }

    /** Else the comparison would say nothing: under each of these rules every stage is one of blocks. */
    @ParameterizedTest
    @ValueSource(strings = {"everything", "huaian-2024-by-county", "huaian-2024", "anhui-city", "huangyan-2022",
        "huangyan-2022-small", "keqiao-dyeing-2014", "linhai-2014", "changle-2023", "wenling-parks-2022", "jingde", "fuzhou-entry-2024",
        "quality-firms-energy-wages", "wujin-2017-draft", "zhuhai-environment-2011", "anyang-2018", "innovative-sme", "jiangxi-parks-2020",
        "songyang-top20-2010"})
    void everyStageIsOfBlocks(String name) {
        EvaluationRule rule = rule(name);
        SplittableRandom random = new SplittableRandom(5);
        Roll roll = roll(rule, 500, random);
        Evaluation evaluation = LandAssessor.of(rule).prior(roll(rule, 500, random)).evaluate(roll);
        Cohort cohort = evaluation.cohort();
        assertNotNull(FastScope.of(cohort.binding));
        FastTotals totals = requireNonNull(FastTotals.near(cohort.binding, cohort.scope, cohort.baselines));
        assertTrue(totals.isOfAllGroups());
        assertTrue(rule.classes().isEmpty() || FastClasses.of(cohort) != null);
        long graded = evaluation.stream().filter(it -> it.standing() == Standing.GRADED).count();
        assertTrue(graded > 40, graded + " are graded");
    }

    private static EvaluationRule rule(String name) {
        if (name.equals("everything")) {
            return RuleFile.parse(EVERYTHING, Format.YAML, name);
        }
        EvaluationRule rule = RuleFile.read(Path.of("seeds/rules", name + ".yaml"));
        Map<String, String> numbers = new LinkedHashMap<>();
        for (Parameter it : rule.openParameters()) {
            numbers.put(it.id(), (it.id().equals("weights_sum") ? "12 " : "3 ") + it.unit());
        }
        return rule.with(numbers);
    }

    private static Roll roll(EvaluationRule rule, int size, SplittableRandom random) {
        Roll.Builder roll = Roll.builder(rule);
        for (int i = 0; i < size; i++) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            for (Column column : rule.columns()) {
                boolean isEmpty = random.nextInt(25) == 0 || (column.id().equals("lot") && random.nextInt(4) > 0);
                values.put(column.id(), isEmpty ? null : value(column, random));
            }
            roll.add("E" + i, values);
        }
        return roll.build();
    }

    private static Object value(Column column, SplittableRandom random) {
        List<String> texts = new ArrayList<>(column.values().isEmpty() ? List.of("17", "28", "33", "C2900", "40") : column.values());
        return switch (column.kind()) {
            case TEXT -> column.id().equals("lot") ? "L" + random.nextInt(30) : texts.get(random.nextInt(texts.size()));
            case FLAG -> random.nextInt(column.id().equals("regulated") ? 2 : 8) == 0;
            case DAY -> java.time.LocalDate.of(2024, 12, 31).minusDays(random.nextInt(8000));
            default -> number(column, random);
        };
    }

    private static BigDecimal number(Column column, SplittableRandom random) {
        if (column.most().isPresent() && column.unit().toString().equals("%")) {
            return column.most().get().multiply(BigDecimal.valueOf(random.nextInt(8, 21) * 5L, 2));
        }
        BigDecimal small = BigDecimal.valueOf(random.nextInt(column.least().isPresent() ? 0 : -5, 25), Math.min(1, column.decimals()));
        small = small.max(column.least().orElse(small));
        return random.nextInt(150) > 0 ? small : small.add(BigDecimal.valueOf(1L << 54)).movePointRight(random.nextInt(3) * 4);
    }
}
