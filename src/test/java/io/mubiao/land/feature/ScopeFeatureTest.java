package io.mubiao.land.feature;

import static io.mubiao.land.feature.Try.CLASSES;
import static io.mubiao.land.feature.Try.RANKING;
import static io.mubiao.land.feature.Try.assertTotal;
import static io.mubiao.land.feature.Try.classes;
import static io.mubiao.land.feature.Try.counts;
import static io.mubiao.land.feature.Try.evaluate;
import static io.mubiao.land.feature.Try.places;
import static io.mubiao.land.feature.Try.rule;
import static io.mubiao.land.feature.Try.scored;
import static io.mubiao.land.feature.Try.totals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.land.EvaluationRule;
import io.mubiao.land.assess.Aggregates;
import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.Standing;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** F1 to F3: who is in the population, who is in it in another way, and graces by dates. */
class ScopeFeatureTest {
    private static Standing standing(EvaluationRule rule, String values) {
        return evaluate(rule, "甲 s=1 " + values).get("甲").standing();
    }

    private static EvaluationRule requiring(String columns, String when) {
        return scored(columns, "scope:\n  require:\n    - {id: r, when: '" + when + "'}\n");
    }

    // F1 ------------------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({"C1761, GRADED", "1761, GRADED", "06, GRADED", "B0610, GRADED", "0600, GRADED", "46, GRADED",
        "D4690, GRADED", "D46, GRADED", "4700, OUT", "E4700, OUT", "47, OUT", "A0511, OUT", "05, OUT", "A0111, OUT",
        "F5199, OUT", "制造, OUT"})
    void f1_industryCodesWithAndWithoutTheLetterLieInARange(String code, Standing expected) {
        assertEquals(expected, standing(requiring("industry: {kind: text}", "industry in (\"06\"..\"46\")"),
                "industry=" + code));
    }

    @ParameterizedTest
    @CsvSource({"1713, GRADED", "C1713, GRADED", "1714, OUT", "1811, GRADED", "F5299, GRADED", "5299, OUT"})
    void f1_rangesOfFineCodesAndSingleCodesStandSideBySide(String code, Standing expected) {
        assertEquals(expected, standing(requiring("industry: {kind: text}",
                "industry in (\"1711\"..\"1713\", \"18\"..\"19\", \"F5299\")"), "industry=" + code));
    }

    @ParameterizedTest
    @CsvSource({"5, 0, GRADED", "4.99, 2999.99, OUT", "0, 3000, GRADED", "4.99, 3000, GRADED", "5, , GRADED",
        "4.99, , UNDECIDED"})
    void f1_landOrLeasedFloorAreaLetsASmallFirmIn(String land, String floor, Standing expected) {
        EvaluationRule rule = requiring("land: {unit: 亩}\nfloor: {unit: 平方米}",
                "land >= 5 亩 or floor >= 3000 平方米");
        assertEquals(expected, standing(rule, "land=" + land + " floor=" + (floor == null ? "" : floor)));
    }

    @ParameterizedTest
    @CsvSource({"0, GRADED", "2000, GRADED", "1999.99, OUT"})
    void f1_aLandThresholdInMuHoldsOfSquareMetres(String area, Standing expected) {
        EvaluationRule rule = requiring("land: {unit: 平方米}\nregulated: {kind: flag}", "regulated or land >= 3 亩");
        assertEquals(expected, standing(rule, "land=" + area + " regulated=" + (area.equals("0") ? "是" : "否")));
    }

    @ParameterizedTest
    @CsvSource({"2018-12-31, GRADED", "2019-01-01, OUT", "2018-12-30, GRADED"})
    void f1_ageIsInCompletedYears(String established, Standing expected) {
        assertEquals(expected, standing(requiring("established: {kind: day}",
                "full_years(established, 2022-12-31) >= 4"), "established=" + established));
    }

    @ParameterizedTest
    @CsvSource({"园区, 一星, GRADED", "小微园, 四星, GRADED", "小微园, 三星, OUT", "园外, 四星, OUT"})
    void f1_parkAndStarLevelAreTexts(String park, String star, Standing expected) {
        assertEquals(expected, standing(requiring("park: {kind: text, values: [园区, 小微园, 园外]}\nstar: {kind: text}",
                "park == \"园区\" or (park == \"小微园\" and star in (\"四星\", \"五星\"))"), "park=" + park + " star=" + star));
    }

    @ParameterizedTest
    @CsvSource({"started=2020-05-01 contract=2023-06-01, GRADED", "contract=2022-12-31, GRADED", "contract=2023-01-01, OUT"})
    void f1_whoDoesNotProduceYetIsInOncePastTheContractDate(String values, Standing expected) {
        assertEquals(expected, standing(requiring("started: {kind: day}\ncontract: {kind: day}",
                "not missing(started) or contract <= 2022-12-31"), values));
    }

    @Test
    void f1_whoLacksWhatTheScopeNeedsIsUndecidedAndTheReasonNamesIt() {
        EnterpriseResult result = evaluate(requiring("land: {unit: 亩}", "land >= 3 亩"), "甲 s=1").get("甲");
        assertEquals(Standing.UNDECIDED, result.standing());
        assertEquals("'land' is missing and the scope needs it", result.reason());
    }

    @Test
    void f1_whoFailsOneRequirementIsOutWhateverElseIsMissing() {
        EvaluationRule rule = scored("land: {unit: 亩}\nregulated: {kind: flag}", """
                scope:
                  require:
                    - {id: land, when: land >= 3 亩}
                    - {id: size, when: regulated}
                """);
        assertEquals(Standing.OUT, standing(rule, "regulated=否"));
        assertEquals(Standing.OUT, standing(rule, "land=1"));
        assertEquals(Standing.UNDECIDED, standing(rule, "regulated=是"));
    }

    // F2 ------------------------------------------------------------------------------------------------------------

    private static final String EFFECTS = """
            scope:
              exclude:
                - {id: treated, when: kind == "treated", effect: treated-as, label: B}
                - {id: ungraded, when: kind == "ungraded", effect: ungraded, label: T}
                - {id: collected, when: kind == "collected", effect: collected, label: 只采集}
                - {id: out, when: kind == "out", effect: out}
            """;
    private static final String MEAN = """
            id: t
            year: 2022
            columns:
              v: {}
              kind: {kind: text, if-empty: graded}
            indicators: {i: {formula: v}}
            groups:
              - id: all
                weights-total: 100
                items: {i: {weight: 100, score: ratio, base: {kind: mean, population: POPULATION}}}
            """;
    private static final String[] ONE_OF_EACH = {"a v=10", "b v=20", "c v=30 kind=ungraded", "d v=40 kind=treated",
        "e v=1000 kind=collected", "f v=1000 kind=out"};

    @Test
    void f2_theEvaluatedFormTheMeanAndCollectedAndOutDoNot() {
        Evaluation evaluation = evaluate(rule(MEAN.replace("POPULATION", "evaluated"), EFFECTS, RANKING, CLASSES),
                ONE_OF_EACH);
        assertEquals("25", evaluation.baselines().find("i_base").orElseThrow().low().toString());
        assertEquals("40 80 120 160 - -", totals(evaluation, "a", "b", "c", "d", "e", "f"));
    }

    @Test
    void f2_theGradedAloneFormTheMeanWhereTheRuleSaysSo() {
        Evaluation evaluation = evaluate(rule(MEAN.replace("POPULATION", "graded"), EFFECTS, RANKING, CLASSES),
                ONE_OF_EACH);
        assertEquals("15", evaluation.baselines().find("i_base").orElseThrow().low().toString());
        assertTotal("200", evaluation, "c");
    }

    @Test
    void f2_onlyTheGradedHavePlacesAndClasses() {
        Evaluation evaluation = evaluate(rule(MEAN.replace("POPULATION", "evaluated"), EFFECTS, RANKING, CLASSES),
                ONE_OF_EACH);
        assertEquals("2 1 - - - -", places(evaluation, "a", "b", "c", "d", "e", "f"));
        assertEquals(2, evaluation.get("a").places().orElseThrow());
        assertEquals("C B - - - -", classes(evaluation));
        assertEquals(List.of(Standing.GRADED, Standing.GRADED, Standing.UNGRADED, Standing.TREATED_AS, Standing.COLLECTED,
                Standing.OUT), evaluation.stream().map(EnterpriseResult::standing).toList());
        assertEquals(List.of("", "", "T", "B", "只采集", ""),
                evaluation.stream().map(EnterpriseResult::label).toList());
        assertEquals(4, Aggregates.of(evaluation).get().enterprises());
    }

    @Test
    void f2_whoIsTreatedAsAClassBearsItsConsequencesWithoutHavingIt() {
        EvaluationRule rule = rule(MEAN.replace("POPULATION", "evaluated"), EFFECTS, RANKING, CLASSES, """
                consequences:
                  - {id: relief, kind: relief, base: v * 1 元, rate-unit: '%', rates: {A: 100 %, B: 80 %}}
                """);
        Evaluation evaluation = evaluate(rule, ONE_OF_EACH);
        assertEquals(Optional.of("B"), evaluation.get("d").classInForce());
        assertEquals(Optional.empty(), evaluation.get("d").finalClass());
        assertEquals("32 元", evaluation.charges("d").get(0).amount().orElseThrow().toString());
        assertTrue(evaluation.charges("c").isEmpty());
        assertTrue(evaluation.charges("e").isEmpty());
    }

    /** 8 graded and 2 ungraded: a quarter of the ranked is 2 places, of the population 2.5, that is 3. */
    @ParameterizedTest
    @CsvSource({"ranked, A A B B B B C D", "population, A A A B B B B C"})
    void f2_sharesAreOfTheRankedOrOfThePopulation(String base, String expected) {
        EvaluationRule rule = rule(MEAN.replace("POPULATION", "evaluated"), EFFECTS, RANKING,
                CLASSES.replace("quota-base: ranked", "quota-base: " + base).replace("A: 20 %", "A: 25 %")
                        .replace("C: 95 %", "C: 90 %"));
        assertEquals(expected, classes(evaluate(rule, "a v=10", "b v=9", "c v=8", "d v=7", "e v=6", "f v=5", "g v=4",
                "h v=3", "i v=100 kind=ungraded", "j v=1 kind=treated", "k v=1 kind=out", "l v=1 kind=collected"),
                "a", "b", "c", "d", "e", "f", "g", "h"));
    }

    /** Jining: 275 with 10 ungraded; 55 A, 14 D as of 275, with D counted for itself and the rest left to C. */
    @Test
    void f2_theJiningCountsComeOutOfThePopulation() {
        EvaluationRule rule = rule(MEAN.replace("POPULATION", "evaluated"), EFFECTS, RANKING, """
                classes:
                  order: [A, B, C, D]
                  by: rank
                  cuts: {A: 20 %, B: 60 %, C: 95 %, D: 100 %}
                  quota-base: population
                  quota-rounding: each half-up
                  remainder: C
                """);
        String[] rows = new String[275];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i + " v=" + (i + 1) + (i < 10 ? " kind=ungraded" : "");
        }
        assertEquals("55/110/86/14", counts(evaluate(rule, rows)));
    }

    @Test
    void f2_whereSeveralApplyTheFurthestOutTakesHold() {
        EvaluationRule rule = scored("a: {kind: flag}\nb: {kind: flag}\nc: {kind: flag}", """
                scope:
                  exclude:
                    - {id: c, when: c, effect: ungraded, label: T}
                    - {id: b, when: b, effect: collected}
                    - {id: a, when: a, effect: out}
                """);
        assertEquals(Standing.OUT, standing(rule, "a=是 b=是 c=是"));
        assertEquals(Standing.COLLECTED, standing(rule, "a=否 b=是 c=是"));
        assertEquals(Standing.UNGRADED, standing(rule, "a=否 b=否 c=是"));
        assertEquals(Standing.GRADED, standing(rule, "a=否 b=否 c=否"));
    }

    @Test
    void f2_whoIsOutForCertainIsOutWhateverElseIsMissing() {
        EvaluationRule rule = scored("a: {kind: flag}\nc: {kind: flag}", """
                scope:
                  exclude:
                    - {id: c, when: c, effect: ungraded, label: T}
                    - {id: a, when: a, effect: out}
                """);
        assertEquals(Standing.OUT, standing(rule, "a=是"));
        assertEquals(Standing.UNDECIDED, standing(rule, "a=否"));
        assertEquals(Standing.UNDECIDED, standing(rule, "c=是"));
    }

    @Test
    void f2_whoIsExcludedForCertainIsOutWhateverTheRequirementsLack() {
        EvaluationRule rule = scored("moved: {kind: flag}\nland: {unit: 亩}", """
                scope:
                  require: [{id: land, when: land >= 3 亩}]
                  exclude: [{id: moved, when: moved, effect: out}]
                """);
        assertEquals(Standing.OUT, standing(rule, "moved=是"));
    }

    @Test
    void f2_whoBelongsToNoGroupIsOutAndWhoseGroupNobodyKnowsIsUndecided() {
        EvaluationRule rule = rule("""
                id: t
                year: 2022
                columns: {s: {}, land: {unit: 亩}}
                indicators: {score: {formula: s}}
                groups: [{id: big, when: land >= 3 亩, rank-on: score}]
                """);
        Evaluation evaluation = evaluate(rule, "a s=1 land=3", "b s=1 land=2", "c s=1");
        assertEquals(List.of(Standing.GRADED, Standing.OUT, Standing.UNDECIDED),
                evaluation.stream().map(EnterpriseResult::standing).toList());
        assertFalse(evaluation.get("c").reason().isEmpty());
    }

    // F3 ------------------------------------------------------------------------------------------------------------

    private static EvaluationRule excluding(String columns, String when) {
        return scored(columns, "scope:\n  exclude:\n    - {id: grace, when: '" + when + "', effect: ungraded, label: T}\n");
    }

    /** Huai'an: less than two years in production at the end of the year. */
    @ParameterizedTest
    @CsvSource({"2022-12-30, GRADED", "2022-12-31, GRADED", "2023-01-01, UNGRADED", "2024-12-31, UNGRADED",
        "2025-01-01, UNGRADED"})
    void f3_twoYearsOfProductionEndOnTheAnniversary(String started, Standing expected) {
        assertEquals(expected, standing(excluding("started: {kind: day}", "full_years(started, 2024-12-31) < 2"),
                "started=" + started));
    }

    /** Hefei: less than three years since registration, contract completion or merger, whichever is the latest. */
    @ParameterizedTest
    @CsvSource({"registered=2010-01-01, GRADED", "registered=2020-12-31, GRADED", "registered=2021-01-01, UNGRADED",
        "registered=2010-01-01 contract=2021-03-01, UNGRADED", "registered=2010-01-01 merger=2020-12-31, GRADED",
        "registered=2010-01-01 contract=2015-01-01 merger=2021-01-01, UNGRADED"})
    void f3_threeYearsRunFromTheLatestOfThreeDates(String dates, Standing expected) {
        assertEquals(expected, standing(excluding("registered: {kind: day}\ncontract: {kind: day}\nmerger: {kind: day}",
                "plus_years(max(registered, orelse(contract, registered), orelse(merger, registered)), 3) > 2023-12-31"),
                dates));
    }

    @ParameterizedTest
    @CsvSource({"2022-06-30, UNGRADED", "2022-06-29, GRADED"})
    void f3_monthsAreCountedByTheCalendar(String started, Standing expected) {
        assertEquals(expected, standing(excluding("started: {kind: day}", "plus_months(started, 18) >= 2023-12-30"),
                "started=" + started));
    }

    /** A year that began on 29 February is over on 28 February, in both spellings of the clause. */
    @ParameterizedTest
    @CsvSource({"2020-02-29, 2022-02-28", "2020-02-28, 2022-02-28", "2020-02-29, 2024-02-29", "2021-03-01, 2023-02-28"})
    void f3_completedYearsAndTheAnniversaryAgreeOnLeapDays(String started, String day) {
        String columns = "started: {kind: day}";
        assertEquals(standing(excluding(columns, "plus_years(started, 2) > " + day), "started=" + started),
                standing(excluding(columns, "full_years(started, " + day + ") < 2"), "started=" + started));
    }

    @Test
    void f3_aGraceNobodyCanDateIsUndecided() {
        assertEquals(Standing.UNDECIDED,
                standing(excluding("started: {kind: day}", "full_years(started, 2024-12-31) < 2"), ""));
    }

    @Test
    void f3_lastYearsUpgradeIsReadFromLastYearsRoll() {
        EvaluationRule rule = scored("regulated: {kind: flag}", """
                scope:
                  exclude:
                    - {id: upgraded, when: regulated and not prior("regulated"), effect: ungraded, label: 小升规}
                """);
        var assessor = io.mubiao.land.assess.LandAssessor.of(rule)
                .prior(Try.roll(rule, "a s=1 regulated=否", "b s=1 regulated=是", "d s=1"));
        Evaluation evaluation = assessor.evaluate(Try.roll(rule, "a s=1 regulated=是", "b s=1 regulated=是",
                "c s=1 regulated=是", "d s=1 regulated=否"));
        assertEquals(List.of(Standing.UNGRADED, Standing.GRADED, Standing.UNDECIDED, Standing.GRADED),
                evaluation.stream().map(EnterpriseResult::standing).toList());
        assertEquals("小升规", evaluation.get("a").label());
    }
}
