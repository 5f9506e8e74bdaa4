package io.mubiao.land.feature;

import static io.mubiao.land.feature.Try.CLASSES;
import static io.mubiao.land.feature.Try.RANKING;
import static io.mubiao.land.feature.Try.SCORE;
import static io.mubiao.land.feature.Try.classes;
import static io.mubiao.land.feature.Try.counts;
import static io.mubiao.land.feature.Try.evaluate;
import static io.mubiao.land.feature.Try.falling;
import static io.mubiao.land.feature.Try.places;
import static io.mubiao.land.feature.Try.problems;
import static io.mubiao.land.feature.Try.roll;
import static io.mubiao.land.feature.Try.rule;
import static io.mubiao.land.feature.Try.scored;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.ClassHistory;
import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.Explanation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.land.assess.ManualChange;
import io.mubiao.land.assess.Standing;
import io.mubiao.land.question.EvaluationWhatIf;
import io.mubiao.testing.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** F15 to F20: who is ranked against whom, how places become classes, and what changes them afterwards. */
class RankingFeatureTest {
    // F15 -----------------------------------------------------------------------------------------------------------

    private static final String TOWNS = "town: {kind: text}\nindustry: {kind: text}\nregulated: {kind: flag, if-empty: 是}";
    private static final String TWO_GROUPS = """
            id: t
            year: 2022
            columns:
              s: {decimals: 2}
              town: {kind: text}
              industry: {kind: text}
              regulated: {kind: flag, if-empty: 是}
            indicators: {score: {formula: s}}
            groups:
              - {id: big, when: regulated, rank-on: score}
              - {id: small, rank-on: score}
            """;
    private static final String[] MIXED = {"a s=9 town=x industry=p", "b s=8 town=x industry=p", "c s=7 town=x industry=q",
        "d s=6 town=y industry=p", "e s=5 town=y industry=p regulated=否", "f s=4 town=x industry=p regulated=否",
        "g s=3 town=x industry=p"};

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"[]|1 2 3 4 5 6 7", "[group]|1 2 3 4 1 2 5", "[town]|1 2 3 1 2 4 5",
        "[industry]|1 2 1 3 4 5 6", "[group, industry, town]|1 2 1 1 1 1 3"})
    void f15_placesAreAmongThoseOfTheSameGroupIndustryAndTown(String by, String expected) {
        Evaluation evaluation = evaluate(rule(TWO_GROUPS, RANKING.replace("[]", by), CLASSES), MIXED);
        assertEquals(expected, places(evaluation, "a", "b", "c", "d", "e", "f", "g"));
    }

    @Test
    void f15_everyRankingHasItsOwnQuota() {
        String[] rows = new String[40];
        for (int i = 0; i < 40; i++) {
            rows[i] = i + " s=" + (100 - i) + " town=" + (i < 20 ? "x" : "y");
        }
        Evaluation evaluation = evaluate(scored(TOWNS, RANKING.replace("[]", "[town]"), CLASSES), rows);
        assertEquals("8/20/10/2", counts(evaluation));
        assertEquals("A", evaluation.get("20").finalClass().orElseThrow());
        assertEquals("D", evaluation.get("19").finalClass().orElseThrow());
        assertEquals(20, evaluation.get("19").places().orElseThrow());
    }

    @Test
    void f15_aSmallGroupJoinsAnotherOrIsNotGraded() {
        String[] rows = {"a s=9 town=x", "b s=7 town=x", "c s=5 town=x", "d s=8 town=z", "e s=4 town=y"};
        Evaluation joined = evaluate(scored(TOWNS, RANKING.replace("[]", "[town]").replace("none", "{under: 2, join: x}"),
                CLASSES), rows);
        assertEquals("1 3 4 2 5", places(joined, "a", "b", "c", "d", "e"));
        assertEquals(List.of("x"), joined.explain("e").ranking().orElseThrow().group());
        Evaluation exempt = evaluate(scored(TOWNS, RANKING.replace("[]", "[town]").replace("none", "{under: 2, exempt: 户数不足}"),
                CLASSES), rows);
        assertEquals("1 2 3 - -", places(exempt, "a", "b", "c", "d", "e"));
        assertEquals(Standing.UNGRADED, exempt.get("d").standing());
        assertEquals("户数不足", exempt.get("d").label());
        assertEquals(Optional.empty(), exempt.get("d").finalClass());
    }

    @Test
    void f15_aGroupOfExactlyTheMinimumIsNotSmall() {
        Evaluation evaluation = evaluate(scored(TOWNS, RANKING.replace("[]", "[town]").replace("none", "{under: 2, join: x}"),
                CLASSES), "a s=9 town=x", "b s=7 town=y", "c s=5 town=y");
        assertEquals("1 1 2", places(evaluation, "a", "b", "c"));
    }

    @Test
    void f15_whoBelongsToNoRankingIsUndecided() {
        EnterpriseResult result = evaluate(scored(TOWNS, RANKING.replace("[]", "[town]"), CLASSES), "a s=1").get("a");
        assertEquals(Standing.UNDECIDED, result.standing());
        assertTrue(result.reason().contains("town"), result.reason());
    }

    @Test
    void f15_aDeclaredTextForEmptyCellsIsARankingToo() {
        EvaluationRule rule = scored("town: {kind: text, if-empty: 其他}", RANKING.replace("[]", "[town]"), CLASSES);
        Evaluation evaluation = evaluate(rule, "a s=3 town=x", "b s=2 town=x", "c s=1");
        assertEquals("1 2 1", places(evaluation, "a", "b", "c"));
        assertEquals("1 1 2", places(EvaluationWhatIf.of(evaluation).with("a", "town", "").run().after(), "a", "b", "c"));
    }

    @Test
    void f15_thereMayBeMoreThanAHundredAndTwentySevenGroups() {
        StringBuilder groups = new StringBuilder("groups:\n");
        for (int i = 0; i < 200; i++) {
            groups.append("  - {id: g").append(i).append(", when: s == ").append(i).append(", rank-on: score}\n");
        }
        EvaluationRule rule = rule(SCORE.substring(0, SCORE.indexOf("groups:")), groups.toString(),
                RANKING.replace("[]", "[group]"));
        assertEquals("g127", evaluate(rule, "a s=127").get("a").group());
        assertEquals("g128", evaluate(rule, "a s=128").get("a").group());
        assertEquals("g199", evaluate(rule, "a s=199").get("a").group());
    }

    // F16 -----------------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({"5, A B B B C", "10, A A B B B B B C C C", "1, B", "2, B C", "3, A B C"})
    void f16_cumulativeSharesRoundedHalfUpGiveTheClassOfEveryPlace(int count, String expected) {
        assertEquals(expected, classes(evaluate(scored("", RANKING, CLASSES), falling(count))));
    }

    /** A place belongs to a class where place ÷ places does not exceed its share: that is rounding down. */
    @ParameterizedTest
    @CsvSource({"5, A B B C D", "10, A A B B B B B C C D", "20, A A A A B B B B B B B B B B C C C C C D", "4, B B C D"})
    void f16_cumulativeSharesRoundedDownIncludeTheirUpperBound(int count, String expected) {
        assertEquals(expected, classes(evaluate(scored("", RANKING, CLASSES.replace("half-up", "floor")), falling(count))));
    }

    @ParameterizedTest
    @CsvSource({"80, A", "79.99, B", "60, B", "59.99, C", "0, C", "-5, C"})
    void f16_classByScoreIncludesTheThreshold(String total, String expected) {
        assertEquals(expected, classes(evaluate(scored("", "classes: {order: [A, B, C], by: score, at-least: {A: 80, B: 60}}\n"),
                "a s=" + total)));
    }

    @Test
    void f16_aThresholdIsHeldAgainstTheRoundedTotal() {
        EvaluationRule rule = rule("""
                id: t
                year: 2022
                columns: {s: {decimals: 4}}
                indicators: {i: {formula: s}}
                groups: [{id: all, weights-total: 1, items: {i: {weight: 1, score: ratio, base: 1}}}]
                total: {round: 2 half-up}
                classes: {order: [A, B], by: score, at-least: {A: 80}}
                """);
        assertEquals("A B", classes(evaluate(rule, "a s=79.995", "b s=79.9949")));
    }

    @ParameterizedTest
    @CsvSource({"land=10 tax=300, A", "land=10 tax=299.99, B", "land=10 tax=50, B", "land=10 tax=49.9, C", "land=0 tax=300, -",
        "tax=300, -"})
    void f16_classByTestsOnIndicatorsIsTheFirstThatHolds(String values, String expected) {
        EvaluationRule rule = rule("""
                id: t
                year: 2022
                columns: {land: {unit: 亩}, tax: {unit: 万元}}
                indicators: {per_mu: {formula: tax / land, unit: 万元/亩}}
                groups: [{id: all, rank-on: per_mu}]
                classes: {order: [A, B, C], by: tests, tests: {A: per_mu >= 30 万元/亩, B: per_mu >= 5 万元/亩}}
                """);
        assertEquals(expected, classes(evaluate(rule, "a " + values)));
    }

    /** Rank gives A to the first two; who misses the test of a class goes on to the next. Nobody takes his place. */
    @Test
    void f16_aClassByRankCanRequireATestOnTop() {
        EvaluationRule rule = scored("", RANKING, CLASSES + "  require: {A: s >= 10, B: s >= 5.5}\n");
        assertEquals("A B B B B C C C C C", classes(evaluate(rule, falling(10))));
        EvaluationRule missing = scored("ok: {kind: flag}", RANKING, CLASSES + "  require: {A: ok}\n");
        assertEquals("- B", classes(evaluate(missing, "a s=10 ok=", "b s=9 ok=是", "c s=8", "d s=7", "e s=6"), "a", "b"));
    }

    /** Dezhou: the city says A at most 20 % and D at least 5 %, the county chooses inside. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"15 %, 95 %, -", "20 %, 95 %, -", "20.5 %, 95 %, class 'A' has 20.5 %",
        "15 %, 96 %, class 'D' has 4 %"})
    void f16_boundsAreHeldAgainstTheChosenShares(String a, String c, String refused) {
        EvaluationRule rule = rule("parameters: {a: {unit: '%'}, c: {unit: '%'}}\n", SCORE, RANKING, """
                classes:
                  order: [A, B, C, D]
                  by: rank
                  cuts: {A: a, B: 70 %, C: c, D: 100 %}
                  bounds: {A: at-most 20 %, D: at-least 5 %}
                  quota-base: ranked
                  quota-rounding: cumulative half-up
                """);
        Map<String, String> chosen = Map.of("a", a, "c", c);
        if (refused == null) {
            assertEquals(20, evaluate(rule.with(chosen), falling(20)).size());
        } else {
            Refusal.naming(io.mubiao.problem.InvalidDefinitionException.class, () -> rule.with(chosen), refused);
        }
    }

    @Test
    void f16_aClassMayStayEmpty() {
        EvaluationRule rule = scored("", RANKING, CLASSES.replace("C: 95 %", "C: 100 %"));
        Evaluation evaluation = evaluate(rule, falling(10));
        assertEquals("{A=2, B=5, C=3, D=0}", evaluation.classCounts().toString());
        EvaluationRule first = scored("", RANKING, CLASSES.replace("A: 20 %", "A: 0 %"));
        assertEquals("{A=0, B=7, C=3, D=0}", evaluate(first, falling(10)).classCounts().toString());
    }

    @Test
    void f16_cutsCanDifferByGroup() {
        EvaluationRule rule = rule(TWO_GROUPS, RANKING.replace("[]", "[group]"), """
                classes:
                  order: [A, B, C, D]
                  by: rank
                  cuts-by: group
                  cuts:
                    big: {A: 20 %, B: 80 %, C: 95 %, D: 100 %}
                    small: {A: 5 %, B: 75 %, C: 95 %, D: 100 %}
                  quota-base: ranked
                  quota-rounding: cumulative floor
                """);
        String[] rows = new String[40];
        for (int i = 0; i < 40; i++) {
            rows[i] = i + " s=" + (100 - i) + " regulated=" + (i < 20 ? "是" : "否");
        }
        Evaluation evaluation = evaluate(rule, rows);
        assertEquals("5/26/7/2", counts(evaluation));
        assertEquals("A B", classes(evaluation, "3", "21"));
    }

    // F17 -----------------------------------------------------------------------------------------------------------

    /** Chaohu: 120 firms, 20/45/30/5 %, come out the same under any rounding. */
    @ParameterizedTest
    @CsvSource({"cumulative half-up", "cumulative floor", "cumulative ceiling", "cumulative half-even", "cumulative down",
        "cumulative up", "cumulative half-down"})
    void f17_theChaohuCountsDoNotDependOnRounding(String rounding) {
        EvaluationRule rule = scored("", RANKING, CLASSES.replace("70 %", "65 %").replace("cumulative half-up", rounding));
        assertEquals("24/54/36/6", counts(evaluate(rule, falling(120))));
    }

    /** Tongling: 755 firms, 151/339.75/226.5/37.75 before adjustments. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {"cumulative half-up|-|151/340/226/38", "cumulative floor|-|151/339/227/38",
        "cumulative ceiling|-|151/340/227/37", "each half-up|D|151/340/227/37", "each floor|D|151/339/226/39",
        "each floor|A|153/339/226/37", "each ceiling|B|151/339/227/38", "each half-up|C|151/340/226/38",
        "each half-down|D|151/340/226/38", "each half-even|D|151/340/226/38"})
    void f17_quotasAreRoundedAsDeclaredAndTheRemainderGoesWhereDeclared(String rounding, String remainder, String expected) {
        EvaluationRule rule = scored("", RANKING, CLASSES.replace("70 %", "65 %").replace("cumulative half-up", rounding)
                + (remainder == null ? "" : "  remainder: " + remainder + "\n"));
        assertEquals(expected, counts(evaluate(rule, falling(755))));
    }

    /** Keqiao: 202 firms cut at 10, 60 and 90 %. */
    @ParameterizedTest
    @CsvSource({"cumulative half-up, 20/101/61/20", "cumulative floor, 20/101/60/21"})
    void f17_theKeqiaoCutsOfTwoHundredAndTwo(String rounding, String expected) {
        EvaluationRule rule = scored("", RANKING, CLASSES.replace("A: 20 %, B: 70 %, C: 95 %", "A: 10 %, B: 60 %, C: 90 %")
                .replace("cumulative half-up", rounding));
        assertEquals(expected, counts(evaluate(rule, falling(202))));
    }

    private static final String[] TIED = {"a s=9 t=1", "b s=8 t=5", "c s=8 t=6", "d s=7 t=1", "e s=6 t=1", "f s=5 t=1",
        "g s=4 t=1", "h s=3 t=1", "i s=2 t=1", "j s=1 t=1"};

    private static EvaluationRule tied(String ranking) {
        return rule("""
                id: t
                year: 2022
                columns: {s: {}, t: {}}
                indicators: {score: {formula: s}, second: {formula: t}, least: {formula: t, better: lower}}
                groups: [{id: all, rank-on: score}]
                """, ranking, CLASSES);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"best-place|1 2 2 4|A A A B", "worst-place|1 3 3 4|A B B B", "dense|1 2 2 3|A A A B"})
    void f17_equalsTakeThePlaceTheRuleDeclares(String ties, String expectedPlaces, String expectedClasses) {
        Evaluation evaluation = evaluate(tied(RANKING.replace("best-place", ties)), TIED);
        assertEquals(expectedPlaces, places(evaluation, "a", "b", "c", "d"));
        assertEquals(expectedClasses, classes(evaluation, "a", "b", "c", "d"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"second|1 3 2 4|A B A B", "least|1 2 3 4|A A B B", "second, least|1 3 2 4|A B A B"})
    void f17_equalsAreBrokenByAnotherIndicator(String by, String expectedPlaces, String expectedClasses) {
        Evaluation evaluation = evaluate(tied(RANKING.replace("by: []", "by: [], break-by: [" + by + "]")), TIED);
        assertEquals(expectedPlaces, places(evaluation, "a", "b", "c", "d"));
        assertEquals(expectedClasses, classes(evaluation, "a", "b", "c", "d"));
    }

    @Test
    void f17_whoLacksTheIndicatorThatBreaksATieComesAfterThoseWhoHaveIt() {
        Evaluation evaluation = evaluate(tied(RANKING.replace("by: []", "by: [], break-by: [least]")),
                "a s=9", "b s=9 t=5", "c s=9 t=6", "d s=9");
        assertEquals("3 1 2 3", places(evaluation, "a", "b", "c", "d"));
    }

    @Test
    void f17_whoIsEqualOnEverythingStaysTied() {
        Evaluation evaluation = evaluate(tied(RANKING.replace("by: []", "by: [], break-by: [second]")
                .replace("best-place", "worst-place")), "a s=9 t=1", "b s=9 t=1", "c s=9 t=2");
        assertEquals("3 3 1", places(evaluation, "a", "b", "c"));
    }

    /** 100.004 and 99.996 round to one total; ranked unrounded they are apart. */
    @ParameterizedTest
    @CsvSource({"rounded, 1 1 3", "unrounded, 2 1 3"})
    void f17_theRoundedOrTheUnroundedTotalRanks(String on, String expected) {
        EvaluationRule rule = rule("""
                id: t
                year: 2022
                columns: {s: {decimals: 3}}
                indicators: {i: {formula: s}}
                groups: [{id: all, weights-total: 1, items: {i: {weight: 1, score: ratio, base: 1}}}]
                total: {round: 2 half-up}
                """, RANKING.replace("on: rounded", "on: " + on), CLASSES);
        assertEquals(expected, places(evaluate(rule, "a s=99.996", "b s=100.004", "c s=99.994"), "a", "b", "c"));
    }

    @Test
    void f17_wherelessIsBetterTheLeastIsFirst() {
        EvaluationRule rule = rule("""
                id: t
                year: 2022
                columns: {s: {}}
                indicators: {energy: {formula: s, better: lower}}
                groups: [{id: all, rank-on: energy}]
                """, RANKING, CLASSES);
        Evaluation evaluation = evaluate(rule, "a s=3", "b s=1", "c s=2");
        assertEquals("3 1 2", places(evaluation, "a", "b", "c"));
        assertEquals(List.of("b", "c", "a"), evaluation.league().stream().map(EnterpriseResult::id).toList());
    }

    @Test
    void f17_cutOffsNameTheLastPlaceAndTheLowestTotalOfEveryClass() {
        List<Explanation.CutOff> cuts = evaluate(scored("", RANKING, CLASSES), falling(10)).explain("4").ranking().orElseThrow()
                .cutOffs();
        assertEquals(List.of("A 2 9", "B 7 4", "C 10 1", "D 10 -"), cuts.stream().map(it -> it.className() + " "
                + it.lastPlace() + " " + it.lowest().map(Object::toString).orElse("-")).toList());
    }

    // F18 -----------------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"A+, A, B, C, D|A+: 5 %, A: 20 %, B: 70 %, C: 95 %, D: 100 %|A+ A A A B",
        "A, B, C, C-, D|A: 20 %, B: 60 %, C: 85 %, C-: 95 %, D: 100 %|A A A A B",
        "甲, 乙, 丙, 丁|甲: 20 %, 乙: 70 %, 丙: 95 %, 丁: 100 %|甲 甲 甲 甲 乙", "I, II|I: 10 %, II: 100 %|I I II II II"})
    void f18_classesHaveAnyNamesInAnyNumber(String order, String cuts, String expected) {
        EvaluationRule rule = scored("", RANKING, "classes:\n  order: [" + order + "]\n  by: rank\n  cuts: {" + cuts + "}\n",
                "  quota-base: ranked\n  quota-rounding: cumulative half-up\n");
        Evaluation evaluation = evaluate(rule, falling(20));
        assertEquals(expected, classes(evaluation, "1", "2", "3", "4", "5"));
        assertEquals(List.of(order.split(", ", -1)), List.copyOf(evaluation.classCounts().keySet()));
    }

    @Test
    void f18_theCMinusOfNanjingComesBetweenCAndD() {
        EvaluationRule rule = scored("", RANKING, """
                classes:
                  order: [A, B, C, C-, D]
                  by: rank
                  cuts: {A: 20 %, B: 60 %, C: 85 %, C-: 95 %, D: 100 %}
                  quota-base: ranked
                  quota-rounding: cumulative half-up
                overrides: [{id: floor, when: s == 1, not-below: C-}]
                refill: false
                """);
        Evaluation evaluation = evaluate(rule, falling(20));
        assertEquals("4/8/5/3/0", counts(evaluation));
        assertEquals("C-", evaluation.get("20").finalClass().orElseThrow());
    }

    // F19 -----------------------------------------------------------------------------------------------------------

    private static final String FLAGS = """
            listed: {kind: flag, if-empty: 否}
            doomed: {kind: flag, if-empty: 否}
            accident: {kind: flag, if-empty: 否}
            founded: {kind: flag, if-empty: 否}
            better: {kind: flag, if-empty: 否}
            worse: {kind: flag, if-empty: 否}
            """;
    private static final String ORDER = """
            overrides:
              - {id: direct_a, when: listed, set: A}
              - {id: direct_d, when: doomed, set: D}
              - {id: up, when: better, shift: +1}
              - {id: down, when: worse, shift: -1}
              - {id: veto, when: accident, not-above: C}
              - {id: grace, when: founded and not accident, not-below: C}
              - {id: committee, title: 联席会议, manual: true}
            refill: false
            """;

    /** Changle: first of a hundred with an accident C; last but a new firm C; last, new and with an accident D. */
    @ParameterizedTest
    @CsvSource({"10, accident=是, C", "99, founded=是, C", "99, founded=是 accident=是, D", "99, '', D", "10, founded=是, A",
        "60, accident=是, C", "97, accident=是, D", "50, listed=是, A", "5, doomed=是, D", "5, listed=是 doomed=是, D",
        "50, listed=是 accident=是, C", "30, better=是, A", "5, better=是, A", "99, worse=是, D", "5, worse=是, B",
        "5, better=是 worse=是, B", "99, better=是, C", "99, doomed=是 better=是, C", "99, worse=是 founded=是, C",
        "30, better=是 accident=是, C"})
    void f19_overridesFollowOneAnotherInTheRulesOrder(int place, String flags, String expected) {
        String[] rows = falling(100);
        rows[place - 1] += " " + flags;
        Evaluation evaluation = evaluate(scored(FLAGS, RANKING, CLASSES, ORDER), rows);
        assertEquals(expected, evaluation.get(String.valueOf(place)).finalClass().orElseThrow());
        assertEquals(place <= 20 ? "A" : place <= 70 ? "B" : place <= 95 ? "C" : "D",
                evaluation.get(String.valueOf(place)).initialClass().orElseThrow());
    }

    @Test
    void f19_theSameOverridesInAnotherOrderGiveAnotherClass() {
        String first = "  - {id: grace, when: founded, not-below: B}\n  - {id: veto, when: accident, not-above: C}\n";
        String last = "  - {id: veto, when: accident, not-above: C}\n  - {id: grace, when: founded, not-below: B}\n";
        String[] rows = falling(10);
        rows[9] += " founded=是 accident=是";
        assertEquals("C", evaluate(scored(FLAGS, RANKING, CLASSES, "overrides:\n" + first + "refill: false\n"), rows).get("10")
                .finalClass().orElseThrow());
        assertEquals("B", evaluate(scored(FLAGS, RANKING, CLASSES, "overrides:\n" + last + "refill: false\n"), rows).get("10")
                .finalClass().orElseThrow());
    }

    @Test
    void f19_anOverrideMayLookAtTheClassFoundSoFar() {
        String overrides = """
                overrides:
                  - {id: veto, when: accident, not-above: C}
                  - {id: relief, when: 'class in ("C", "D") and s >= 9', shift: +1}
                refill: false
                """;
        String[] rows = falling(10);
        rows[0] += " accident=是";
        rows[7] += " accident=是";
        assertEquals("B A C", classes(evaluate(scored(FLAGS, RANKING, CLASSES, overrides), rows), "1", "2", "8"));
    }

    @Test
    void f19_aManualChangeHasAReasonAndAnAuthorAndStandsBesideTheInitialClass() {
        EvaluationRule rule = scored(FLAGS, RANKING, CLASSES, ORDER);
        Evaluation evaluation = LandAssessor.of(rule).manual(new ManualChange("1", "B", "重复申报", "经信局"))
                .evaluate(roll(rule, falling(10)));
        EnterpriseResult result = evaluation.get("1");
        assertEquals("A B", result.initialClass().orElseThrow() + " " + result.finalClass().orElseThrow());
        Explanation.OverrideLine line = evaluation.explain("1").overrides().get(6);
        assertEquals("committee A B", line.id() + " " + line.before() + " " + line.after());
        assertEquals("重复申报", line.manual().orElseThrow().reason());
        assertEquals(Optional.of(false), evaluation.explain("2").overrides().get(6).fired());
        Refusal.naming(() -> new ManualChange("1", "B", " ", "经信局"), "reason");
        Refusal.naming(() -> LandAssessor.of(rule).manual(new ManualChange("1", "E", "x", "y")), "'E'");
        Refusal.naming(() -> LandAssessor.of(scored(FLAGS, RANKING, CLASSES)).manual(new ManualChange("1", "A", "x", "y")),
                "no manual override");
    }

    @Test
    void f19_aManualChangeComesInItsTurn() {
        EvaluationRule rule = scored(FLAGS, RANKING, CLASSES, """
                overrides:
                  - {id: committee, manual: true}
                  - {id: veto, when: accident, not-above: C}
                refill: false
                """);
        String[] rows = falling(10);
        rows[0] += " accident=是";
        assertEquals("C", LandAssessor.of(rule).manual(new ManualChange("1", "A", "x", "y")).evaluate(roll(rule, rows))
                .get("1").finalClass().orElseThrow());
    }

    @Test
    void f19_whatNobodyCanDecideLeavesNoClass() {
        EvaluationRule rule = scored("accident: {kind: flag}", RANKING, CLASSES, """
                overrides:
                  - {id: veto, when: accident, not-above: C}
                refill: false
                """);
        String[] rows = falling(10);
        for (int i = 1; i < 10; i++) {
            rows[i] += " accident=否";
        }
        Evaluation evaluation = evaluate(rule, rows);
        assertEquals(Standing.UNDECIDED, evaluation.get("1").standing());
        assertEquals("override 'veto' cannot be decided: 'accident' is missing", evaluation.get("1").reason());
        assertEquals("{A=1, B=5, C=3, D=0}", evaluation.classCounts().toString());
    }

    private static String vacated(String refill, String... changes) {
        String[] rows = falling(10);
        for (String change : changes) {
            int at = Integer.parseInt(change.substring(0, change.indexOf(' '))) - 1;
            rows[at] += change.substring(change.indexOf(' '));
        }
        return classes(evaluate(scored(FLAGS, RANKING, CLASSES, ORDER.replace("refill: false", "refill: " + refill)), rows));
    }

    /** Half-up cuts of ten are 2/7/10/10: A A B B B B B C C C. */
    @Test
    void f19_aVacatedPlaceIsFilledAgainOrNotAsDeclared() {
        assertEquals("A A B B B B B C C C", vacated("false"));
        assertEquals("C A B B B B B C C C", vacated("false", "1 accident=是"));
        assertEquals("C A A B B B B B C C", vacated("uncounted", "1 accident=是"));
        assertEquals("A A B B A B B C C C", vacated("false", "5 listed=是"));
        assertEquals("A A B B A B B B C C", vacated("uncounted", "5 listed=是"));
    }

    /** The second gets a place that the first vacated and loses it again, so it goes on to the third. */
    @Test
    void f19_whoIsMovedAgainAfterFillingLetsTheNextInToo() {
        assertEquals("C C A A B B B B B C", vacated("uncounted", "1 accident=是", "2 accident=是"));
        assertEquals("C A C A B B B B B C", vacated("uncounted", "1 accident=是", "3 accident=是"));
    }

    @Test
    void f19_theExplanationEndsWithTheFinalClassAlsoWhereAPlaceWasFilledAgain() {
        String[] rows = falling(10);
        rows[0] += " accident=是";
        Evaluation evaluation = evaluate(scored(FLAGS, RANKING, CLASSES, ORDER.replace("refill: false", "refill: uncounted")), rows);
        assertEquals("A", evaluation.get("3").finalClass().orElseThrow());
        List<Explanation.OverrideLine> lines = evaluation.explain("3").overrides();
        assertEquals("A", lines.get(lines.size() - 1).after());
    }

    @Test
    void f19_whoIsNotGradedIsNotOverriddenEither() {
        EvaluationRule rule = scored(FLAGS, "scope: {exclude: [{id: t, when: s == 3, effect: ungraded, label: T}]}\n", RANKING, CLASSES,
                ORDER);
        assertEquals(Optional.empty(), evaluate(rule, "a s=3 listed=是", "b s=2").get("a").finalClass());
    }

    // F20 -----------------------------------------------------------------------------------------------------------

    private static final String REPEATED = """
            overrides:
              - {id: third_d, when: class == "D" and consecutive("D") >= 2, set: E}
              - {id: fallen, when: class == "C" and prior_class == "A", shift: +1}
            refill: false
            """;
    private static final String FIVE = """
            classes: {order: [A, B, C, D, E], by: score, at-least: {A: 80, B: 60, C: 40, D: 0}}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"D D|1|E", "D D D|1|E", "C D|1|D", "D C|1|D", "D D C|1|D", "D D|50|C", "B A|50|B", "A B|50|C",
        "D ''|1|D"})
    void f20_rulesLookAtTheClassesOfEarlierYears(String years, String score, String expected) {
        EvaluationRule rule = scored("", FIVE, REPEATED);
        List<String> classes = List.of(years.replace("''", "").split(" ", -1));
        assertEquals(expected, LandAssessor.of(rule).history(ClassHistory.of(Map.of("a", classes)))
                .evaluate(roll(rule, "a s=" + score)).get("a").finalClass().orElseThrow());
    }

    @Test
    void f20_withoutAHistoryNoYearCounts() {
        EvaluationRule rule = scored("", FIVE, """
                overrides: [{id: third_d, when: class == "D" and consecutive("D") >= 2, set: E}]
                refill: false
                """);
        assertEquals("D", classes(evaluate(rule, "a s=1")));
    }

    @Test
    void f20_theYearsAddUpAndAGapBreaksThem() {
        EvaluationRule rule = scored("", FIVE, """
                overrides: [{id: third_d, when: class == "D" and consecutive("D") >= 2, set: E}]
                refill: false
                """);
        ClassHistory history = ClassHistory.NONE;
        Roll all = roll(rule, "a s=1", "b s=1");
        Roll without = roll(rule, "a s=1");
        StringBuilder seen = new StringBuilder();
        for (Roll year : List.of(all, without, all, all)) {
            Evaluation evaluation = LandAssessor.of(rule).history(history).evaluate(year);
            seen.append(classes(evaluation)).append(" | ");
            history = history.with(evaluation);
        }
        assertEquals("D D | D | E D | D D | ", seen.toString());
        assertEquals(1, history.consecutive("a", "D"));
        assertEquals(2, history.consecutive("b", "D"));
        assertEquals(Optional.of("D"), history.last("b"));
    }

    @Test
    void f20_classesNeedARanking() {
        assertEquals("MISSING_FIELD", problems(SCORE, CLASSES).get(0).code());
    }
}
