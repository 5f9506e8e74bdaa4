package io.mubiao.land.feature;

import static io.mubiao.land.feature.Try.CLASSES;
import static io.mubiao.land.feature.Try.RANKING;
import static io.mubiao.land.feature.Try.assertTotal;
import static io.mubiao.land.feature.Try.classes;
import static io.mubiao.land.feature.Try.evaluate;
import static io.mubiao.land.feature.Try.line;
import static io.mubiao.land.feature.Try.places;
import static io.mubiao.land.feature.Try.roll;
import static io.mubiao.land.feature.Try.rule;
import static io.mubiao.land.feature.Try.score;
import static io.mubiao.land.feature.Try.totals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.land.EvaluationRule;
import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.Explanation.Mark;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.land.assess.Standing;
import io.mubiao.land.question.EvaluationWhatIf;
import io.mubiao.land.question.Move;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** F4 to F8: what stands for land, tax, energy and emission, who is counted together, what is missing, and units. */
class QuantityFeatureTest {
    /** A rule that ranks on one indicator of these columns and derived quantities. */
    private static EvaluationRule ranking(String columns, String rest, String formula, String unit) {
        return rule("id: t\nyear: 2022\ncolumns:\n" + columns.indent(2), rest,
                "indicators: {i: {formula: '" + formula + "', unit: '" + unit + "'}}\n",
                "groups: [{id: all, rank-on: i}]\n", RANKING);
    }

    // F4 ------------------------------------------------------------------------------------------------------------

    private static final String NET_COLUMNS = """
            own: {unit: 亩}
            rented_in: {unit: 亩, if-empty: 0}
            rented_out: {unit: 亩, if-empty: 0}
            kwh: {unit: kWh}
            meter: {unit: kWh, if-empty: 0}
            meter_share: {unit: '%', if-empty: 0}
            kwh_passed_on: {unit: kWh, if-empty: 0}
            tax: {unit: 万元}
            """;
    private static final String NET = """
            derived:
              land: {formula: own + rented_in - rented_out, unit: 亩}
              power: {formula: kwh + meter * meter_share - kwh_passed_on, unit: kWh}
            """;

    @Test
    void f4_landIsOwnAndRentedInLessRentedOut() {
        assertTotal("20", evaluate(ranking(NET_COLUMNS, NET, "tax / land", "万元/亩"),
                "甲 own=40 rented_in=5.5 rented_out=15.5 tax=600"), "甲");
    }

    @Test
    void f4_whatIsLeftEmptyCountsAsNoneOnlyWhereTheRuleSaysSo() {
        EvaluationRule rule = ranking(NET_COLUMNS, NET, "tax / land", "万元/亩");
        assertTotal("20", evaluate(rule, "甲 own=30 tax=600"), "甲");
        assertEquals(Standing.UNDECIDED, evaluate(rule, "甲 rented_in=30 tax=600").get("甲").standing());
    }

    /** 100,000 own + a quarter of a shared meter's 80,000 − 20,000 passed on: 100,000 kWh. */
    @Test
    void f4_electricityIsNettedWithItsShareOfASharedMeter() {
        assertTotal("60", evaluate(ranking(NET_COLUMNS, NET, "tax / power", "元/kWh"),
                "甲 own=1 tax=600 kwh=100000 meter=80000 meter_share=25 kwh_passed_on=20000"), "甲");
    }

    @Test
    void f4_counterpartKindsAreNettedByTheirOwnColumns() {
        EvaluationRule rule = ranking("""
                own: {unit: 亩}
                to_enterprises: {unit: 亩}
                to_villages: {unit: 亩}
                to_dwellings: {unit: 亩}
                tax: {unit: 万元}
                """, "derived: {land: {formula: own - to_enterprises - to_villages, unit: 亩}}\n", "tax / land", "万元/亩");
        assertTotal("10", evaluate(rule, "甲 own=100 to_enterprises=30 to_villages=10 to_dwellings=20 tax=600"), "甲");
    }

    @Test
    void f4_whoRentsEverythingOutHasNoLandAndIsNotScoredAsIfHeHad() {
        EnterpriseResult result = evaluate(ranking(NET_COLUMNS, NET, "tax / land", "万元/亩"),
                "甲 own=30 rented_out=30 tax=600").get("甲");
        assertEquals(Standing.UNDECIDED, result.standing());
        assertTrue(result.reason().contains("land' is zero"), result.reason());
    }

    // F5 ------------------------------------------------------------------------------------------------------------

    private static final String PARCELS = """
            id: t
            year: 2022
            columns:
              tax: {unit: 万元}
              land: {unit: 亩}
              revenue: {unit: 万元}
              parcel: {kind: text}
              owner: {kind: flag, if-empty: 否}
              town: {kind: text}
            merge: {by: parcel, except: not owner and revenue >= 2000 万元, lead: owner}
            indicators: {tax_per_mu: {formula: tax / land, unit: 万元/亩}}
            groups: [{id: all, rank-on: tax_per_mu}]
            """;
    /** a, b and d share parcel p; c is too large a tenant; e and f have no parcel or one of their own. */
    private static final String[] FIRMS = {"b tax=100 land=2 revenue=500 parcel=p town=西", "a tax=300 land=36 revenue=900 "
            + "parcel=p owner=是 town=东", "c tax=90 land=1 revenue=2000 parcel=p town=西", "d tax=20 land=2 revenue=1999 parcel=p",
        "e tax=5 land=1 revenue=1", "f tax=6 land=1 revenue=1 parcel=q"};

    @Test
    void f5_membersOfAParcelAreSummedScoredOnceAndShareTheResult() {
        Evaluation evaluation = evaluate(rule(PARCELS, RANKING, CLASSES), FIRMS);
        assertEquals("10.5 10.5 10.5", totals(evaluation, "a", "b", "d"));
        assertEquals("2 2 2 1 4 3", places(evaluation, "a", "b", "d", "c", "e", "f"));
        assertEquals(4, evaluation.size());
        assertEquals(4, evaluation.get("b").places().orElseThrow());
        assertEquals(List.of("a", "b", "d"), evaluation.sharing("d").stream().sorted().toList());
        assertEquals("a", evaluation.sharing("d").get(0));
        assertEquals(List.of("c"), evaluation.sharing("c"));
        assertEquals("b", evaluation.get("b").id());
        assertEquals(List.of("a", "b", "c", "d", "e", "f"), evaluation.ids().stream().sorted().toList());
    }

    @Test
    void f5_aTenantAboveTheSizeStandsAlone() {
        Evaluation evaluation = evaluate(rule(PARCELS, RANKING, CLASSES), FIRMS);
        assertTotal("90", evaluation, "c");
    }

    @Test
    void f5_textsOfAUnitAreThoseOfItsLead() {
        Evaluation evaluation = evaluate(rule(PARCELS, RANKING.replace("[]", "[town]")), FIRMS);
        assertEquals("东", evaluation.explain("b").ranking().orElseThrow().group().get(0));
        assertEquals(List.of("a", "b", "d"), evaluation.explain("b").sharing().stream().sorted().toList());
    }

    @Test
    void f5_quotasCountUnitsAndNotMembers() {
        String[] rows = new String[25];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = "m" + i + " tax=" + (100 - i / 5) + " land=1 revenue=1 parcel=p" + i / 5;
        }
        Evaluation evaluation = evaluate(rule(PARCELS, RANKING, CLASSES.replace("70", "60").replace("95", "80")), rows);
        assertEquals("{A=1, B=2, C=1, D=1}", evaluation.classCounts().toString());
        assertEquals("A A A A A B B B B B B B B B B C C C C C D D D D D", classes(evaluation));
    }

    @Test
    void f5_aMemberWhoseNumberIsMissingMakesTheSumMissing() {
        EnterpriseResult result = evaluate(rule(PARCELS, RANKING), "a tax=1 land=1 parcel=p revenue=1",
                "b tax=1 parcel=p revenue=1").get("a");
        assertEquals(Standing.UNDECIDED, result.standing());
    }

    @Test
    void f5_onlyTheNumbersNamedAreSummed() {
        EvaluationRule rule = rule(PARCELS.replace("lead: owner", "lead: owner, sums: [tax]"), RANKING);
        assertTotal("21", evaluate(rule, "a tax=300 land=20 revenue=1 parcel=p owner=是",
                "b tax=120 land=7 revenue=1 parcel=p"), "b");
    }

    @Test
    void f5_mixedFirmsAreEvaluatedAloneAsWell() {
        Evaluation merged = evaluate(rule(PARCELS.replace("lead: owner", "lead: owner, also-independent: true"), RANKING,
                CLASSES), FIRMS);
        Evaluation alone = merged.independent().orElseThrow();
        assertEquals("10.5 10.5 10.5", totals(merged, "a", "b", "d"));
        assertEquals("25/3 50 10", totals(alone, "a", "b", "d"));
        assertEquals("4 2 3 1 6 5", places(alone, "a", "b", "d", "c", "e", "f"));
        assertTrue(evaluate(rule(PARCELS, RANKING), FIRMS).independent().isEmpty());
    }

    /** Zhenhai: the landlord is held against all that stands on his land, the tenant against what he uses. */
    @Test
    void f5_landlordAndTenantAreBothEvaluated() {
        Evaluation parcels = evaluate(rule(PARCELS.replace("except: not owner and revenue >= 2000 万元, ", "")
                .replace("lead: owner", "lead: owner, also-independent: true"), RANKING),
                "landlord tax=10 land=30 revenue=1 parcel=p owner=是", "tenant tax=290 land=0.5 revenue=9000 parcel=p");
        assertEquals(Rational.parse("300").dividedBy(Rational.parse("30.5")), Try.total(parcels, "landlord"));
        assertTotal("580", parcels.independent().orElseThrow(), "tenant");
    }

    @Test
    void f5_aGroupIsFiledByItsParentWithItsChildren() {
        EvaluationRule rule = rule("""
                id: t
                year: 2022
                columns:
                  tax: {unit: 万元}
                  land: {unit: 亩}
                  parent: {kind: text}
                  is_parent: {kind: flag, if-empty: 否}
                  industry: {kind: text}
                merge: {by: parent, lead: is_parent, except: 'not industry in ("06".."46")'}
                indicators: {tax_per_mu: {formula: tax / land, unit: 万元/亩}}
                groups: [{id: all, rank-on: tax_per_mu}]
                """, RANKING);
        Evaluation evaluation = evaluate(rule, "c1 tax=50 land=5 parent=g industry=1711",
                "g tax=100 land=10 parent=g is_parent=是 industry=3311", "c2 tax=900 land=1 parent=g industry=0111",
                "c3 tax=30 land=5 parent=g industry=1811");
        assertEquals("9 9 9 900", totals(evaluation, "g", "c1", "c3", "c2"));
        assertEquals(List.of("g", "c1", "c3"), evaluation.sharing("c3"));
    }

    @Test
    void f5_changingOneMemberMovesAllWhoShare() {
        Evaluation evaluation = evaluate(rule(PARCELS, RANKING, CLASSES), FIRMS);
        assertEquals(List.of("a", "b", "d"), EvaluationWhatIf.of(evaluation).with("d", "tax", "60").run().moves().stream()
                .filter(Move::inScore).map(Move::id).sorted().toList());
        assertTotal("11.5", EvaluationWhatIf.of(evaluation).with("d", "tax", "60").run().after(), "a");
    }

    @Test
    void f5_lastYearsFiguresOfAUnitAreThoseOfAllItsMembers() {
        EvaluationRule rule = rule("""
                id: t
                year: 2022
                columns: {tax: {unit: 万元}, parcel: {kind: text}}
                merge: {by: parcel}
                indicators: {growth: {formula: 'growth(tax, prior("tax"))'}}
                groups: [{id: all, rank-on: growth}]
                """);
        assertTotal("0.5", LandAssessor.of(rule).prior(roll(rule, "a tax=10 parcel=p", "b tax=30 parcel=p"))
                .evaluate(roll(rule, "a tax=20 parcel=p", "b tax=40 parcel=p")), "a");
    }

    @Test
    void f5_aBaselineOfLastYearIsFormedOfMergedUnitsToo() {
        EvaluationRule rule = rule("""
                id: t
                year: 2022
                columns: {tax: {unit: 万元}, parcel: {kind: text}}
                merge: {by: parcel}
                indicators: {tax_paid: {formula: tax, unit: 万元}}
                groups:
                  - id: all
                    weights-total: 10
                    items: {tax_paid: {weight: 10, score: ratio, base: {kind: max, population: graded, year: prior}}}
                """);
        assertTotal("15", LandAssessor.of(rule).prior(roll(rule, "a tax=10 parcel=p", "b tax=30 parcel=p"))
                .evaluate(roll(rule, "a tax=20 parcel=p", "b tax=40 parcel=p")), "a");
    }

    // F6 ------------------------------------------------------------------------------------------------------------

    /** Paid 520 + export credits 90 + input credits on fixed assets 40 − arrears of other years 50: 600 over 30 mu. */
    @Test
    void f6_evaluationTaxIsWorkedOutFromItsComponents() {
        EvaluationRule rule = ranking("""
                paid: {unit: 万元}
                export_credit: {unit: 万元, if-empty: 0}
                asset_credit: {unit: 万元, if-empty: 0}
                arrears: {unit: 万元, if-empty: 0}
                non_tax: {unit: 万元, if-empty: 0}
                land: {unit: 亩}
                """, "derived: {tax: {formula: paid - non_tax + export_credit + asset_credit - arrears, unit: 万元}}\n",
                "tax / land", "万元/亩");
        assertTotal("20", evaluate(rule, "甲 paid=525 non_tax=5 export_credit=90 asset_credit=40 arrears=50 land=30"), "甲");
    }

    /** 400 t of coal at 0.7143 and 2,000,000 kWh at 0.00031 tce: 905.72 tce; by calorific value 0.0001229: 531.52. */
    @ParameterizedTest
    @CsvSource({"0.00031, 905.72", "0.0001229, 531.52"})
    void f6_theEnergyBasisIsPartOfTheRule(String perKwh, String tce) {
        EvaluationRule rule = rule("""
                id: t
                year: 2022
                parameters:
                  coal_factor: {unit: 吨标煤/吨, value: 0.7143 吨标煤/吨}
                  power_factor: {unit: 吨标煤/kWh}
                columns: {coal: {unit: 吨}, kwh: {unit: kWh}}
                derived: {energy: {formula: coal * coal_factor + kwh * power_factor, unit: 吨标煤}}
                indicators: {energy_used: {formula: energy, unit: 吨标煤}}
                groups: [{id: all, rank-on: energy_used}]
                """).with("power_factor", perKwh + " 吨标煤/kWh");
        assertTotal(tce, evaluate(rule, "甲 coal=400 kwh=2000000"), "甲");
    }

    /** Xiuzhou: permit = base + bonus + leased; who discharges more is counted at that. */
    @ParameterizedTest
    @CsvSource({"3, 60", "10, 60", "12, 50"})
    void f6_emissionIsThePermitOrTheActualIfThatIsMore(String actual, String perTonne) {
        EvaluationRule rule = ranking("""
                tax: {unit: 万元}
                actual: {unit: 吨}
                permit_base: {unit: 吨}
                permit_bonus: {unit: 吨}
                permit_leased: {unit: 吨}
                """, "derived: {discharge: {formula: 'max(actual, permit_base + permit_bonus + permit_leased)', unit: 吨}}\n",
                "tax / discharge", "万元/吨");
        assertTotal(perTonne, evaluate(rule, "甲 tax=600 actual=" + actual
                + " permit_base=6 permit_bonus=1.5 permit_leased=2.5"), "甲");
    }

    // F7 ------------------------------------------------------------------------------------------------------------

    private static EvaluationRule missing(String policies) {
        return rule("""
                id: t
                year: 2022
                columns: {tax: {unit: 万元, negative: true}, land: {unit: 亩}, energy: {unit: 吨标煤}}
                indicators:
                  per_mu: {formula: tax / land, unit: 万元/亩}
                  per_tce: {formula: tax / energy, unit: 万元/吨标煤}
                groups:
                  - id: all
                    weights-total: 100
                    items:
                      per_mu: {weight: 60, score: ratio, base: 10 万元/亩, cap: 1.5 * w}
                """, "      per_tce: {weight: 40, score: ratio, base: 1 万元/吨标煤, round: 2 half-up" + policies + "}\n", RANKING);
    }

    /** b has no energy figure, c reports zero energy. */
    private static final String[] GAPS = {"a tax=100 land=10 energy=100", "b tax=50 land=10", "c tax=100 land=10 energy=0",
        "d tax=200 land=20 energy=300"};

    @Test
    void f7_withoutAPolicyThereIsNoTotalAndTheReasonSaysWhichInput() {
        Evaluation evaluation = evaluate(missing(""), GAPS);
        assertEquals("100 - - 86.67", totals(evaluation, "a", "b", "c", "d"));
        assertEquals(Standing.UNDECIDED, evaluation.get("b").standing());
        assertEquals("there is no total: 'per_tce: energy' is missing, and the rule does not say what then",
                evaluation.get("b").reason());
        assertEquals("there is no total: 'per_tce: energy' is zero, and the rule does not say what then",
                evaluation.get("c").reason());
        assertEquals("1 - - 2", places(evaluation, "a", "b", "c", "d"));
        assertEquals(2, evaluation.problems().size());
    }

    @Test
    void f7_missingGivesZeroWhereTheRuleSaysSoAndZeroStaysApart() {
        Evaluation evaluation = evaluate(missing(", missing: zero, zero-divisor: -3"), GAPS);
        assertEquals("100 30 57 86.67", totals(evaluation, "a", "b", "c", "d"));
        assertEquals(List.of(Mark.MISSING), line(evaluation, "b", "per_tce").marks());
        assertEquals(List.of(Mark.ZERO_DIVISOR), line(evaluation, "c", "per_tce").marks());
    }

    @Test
    void f7_aFixedPenaltyIsTakenAsItStands() {
        Evaluation evaluation = evaluate(missing(", missing: -3, zero-divisor: -0.5 * w"), GAPS);
        assertEquals("100 27 40 86.67", totals(evaluation, "a", "b", "c", "d"));
        assertEquals("-3", score(evaluation, "b", "per_tce").toString());
    }

    /** Those who have a score have 40 and 26.67, whose mean 33.335 is rounded like the item: 33.34. */
    @Test
    void f7_theMeanScoreIsOfThoseInTheGroupWhoHaveOne() {
        Evaluation evaluation = evaluate(missing(", missing: mean-score, zero-divisor: refuse"), GAPS);
        assertEquals("100 63.34 - 86.67", totals(evaluation, "a", "b", "c", "d"));
        assertEquals(2, evaluation.explain("b").baselines().stream().filter(it -> it.id().equals("mean_per_tce"))
                .findFirst().orElseThrow().count());
    }

    @Test
    void f7_theMeanScoreIsOfTheOwnGroupAlone() {
        EvaluationRule rule = rule("""
                id: t
                year: 2022
                columns: {v: {}, big: {kind: flag}}
                indicators: {i: {formula: v}}
                groups:
                  - id: big
                    when: big
                    weights-total: 10
                    items: {i: {weight: 10, score: ratio, base: 1, missing: mean-score}}
                  - id: small
                    weights-total: 10
                    items: {i: {weight: 10, score: ratio, base: 1, missing: mean-score}}
                """);
        assertEquals("2 4 3 100 100", totals(evaluate(rule, "a v=0.2 big=是", "b v=0.4 big=是", "c big=是", "d v=10 big=否",
                "e big=否"), "a", "b", "c", "d", "e"));
    }

    @Test
    void f7_whereNobodyHasAScoreThereIsNoMeanEither() {
        assertEquals("-", totals(evaluate(missing(", missing: mean-score"), "b tax=50 land=10"), "b"));
    }

    /** b: 30 of 60 becomes 50 of 100. */
    @Test
    void f7_anItemLeftOutRaisesTheOthersInProportion() {
        Evaluation evaluation = evaluate(missing(", missing: reweight, zero-divisor: reweight"), GAPS);
        assertEquals("100 50 100 86.67", totals(evaluation, "a", "b", "c", "d"));
        assertEquals(List.of(Mark.MISSING, Mark.LEFT_OUT), line(evaluation, "b", "per_tce").marks());
        assertEquals(Rational.parse("50"), evaluation.explain("b").replay().orElseThrow());
    }

    @Test
    void f7_whereEverythingIsLeftOutThereIsNothingToScore() {
        EvaluationRule rule = rule("""
                id: t
                year: 2022
                columns: {v: {}}
                indicators: {i: {formula: v}}
                groups: [{id: g, weights-total: 10, items: {i: {weight: 10, score: ratio, base: 1, missing: reweight}}}]
                """);
        assertEquals(Standing.UNDECIDED, evaluate(rule, "a v=").get("a").standing());
    }

    @Test
    void f7_missingIsNotZeroInAMeanOrASum() {
        EvaluationRule rule = rule("""
                id: t
                year: 2022
                columns: {tax: {unit: 万元}, land: {unit: 亩}}
                indicators: {per_mu: {formula: tax / land, unit: 万元/亩}}
                baselines:
                  mean: {of: per_mu, kind: mean, population: evaluated}
                  sums: {of: per_mu, kind: ratio-of-sums, population: evaluated}
                  least: {of: per_mu, kind: min, population: evaluated}
                groups: [{id: g, weights-total: 10, items: {per_mu: {weight: 10, score: ratio, base: mean, missing: zero}}}]
                """);
        Evaluation evaluation = evaluate(rule, "a tax=10 land=1", "b tax=20 land=4", "c tax=1000", "d land=1000");
        assertEquals("7.5", evaluation.baselines().find("mean").orElseThrow().low().toString());
        assertEquals("6", evaluation.baselines().find("sums").orElseThrow().low().toString());
        assertEquals("5", evaluation.baselines().find("least").orElseThrow().low().toString());
    }

    @Test
    void f7_aColumnTheRollDoesNotHaveIsReportedOnceAndMissingForAll() {
        EvaluationRule rule = missing("");
        var without = io.mubiao.land.Roll.of(rule, 1, row -> "a", java.util.Map.of(), java.util.Map.of());
        assertEquals(List.of("NO_COLUMN", "NO_COLUMN", "NO_COLUMN", "UNDECIDED"),
                LandAssessor.of(rule).evaluate(without).problems().stream().map(it -> it.code()).toList());
    }

    // F8 ------------------------------------------------------------------------------------------------------------

    /** 20,000 m² are exactly 30 mu; 6,000,000 yuan are 600 万元. */
    @Test
    void f8_squareMetresAndYuanBecomeMuAndTenThousands() {
        EvaluationRule rule = ranking("tax: {unit: 元}\narea: {unit: 平方米}", "", "tax / area", "万元/亩");
        assertTotal("20", evaluate(rule, "甲 tax=6000000 area=20000"), "甲");
        EvaluationRule hectares = ranking("tax: {unit: 亿元}\narea: {unit: 公顷}", "", "tax / area", "万元/亩");
        assertTotal("20", evaluate(hectares, "甲 tax=0.06 area=2"), "甲");
    }

    @Test
    void f8_powerInTenThousandsOfKilowattHoursGivesYuanPerKilowattHour() {
        EvaluationRule rule = ranking("tax: {unit: 万元}\npower: {unit: 万kWh}", "", "tax / power", "元/kWh");
        assertTotal("1.6", evaluate(rule, "甲 tax=24 power=15"), "甲");
    }

    /** Huangyan holds R&D as a fraction, baseline 0.0302; others show 2.5 % against 3.02 %. */
    @ParameterizedTest
    @CsvSource({"'', 0.0302", "'', 3.02 %", "'%', 0.0302", "'%', 3.02 %"})
    void f8_percentAndFractionGiveTheSameScore(String unit, String base) {
        EvaluationRule rule = rule("""
                id: t
                year: 2022
                columns: {rd: {unit: 万元}, revenue: {unit: 万元}}
                """, "indicators: {rd_share: {formula: rd / revenue, unit: '" + unit + "'}}\n", """
                groups:
                  - id: g
                    weights-total: 10
                """, "    items: {rd_share: {weight: 10, score: ratio, base: " + base + ", round: 6 half-up}}\n");
        assertTotal("8.278146", evaluate(rule, "甲 rd=300 revenue=12000"), "甲");
    }

    @Test
    void f8_sumsOfDifferentUnitsAreConvertedExactly() {
        EvaluationRule rule = ranking("own: {unit: 亩}\nleased: {unit: 平方米}\ntax: {unit: 万元}",
                "derived: {land: {formula: own + leased, unit: 亩}}\n", "tax / land", "万元/亩");
        assertTotal("20", evaluate(rule, "甲 own=29 leased=0 tax=580"), "甲");
        assertEquals("20", Try.total(evaluate(rule, "甲 own=27 leased=2000 tax=600"), "甲").toString());
        assertEquals("20.006666", Try.total(evaluate(rule, "甲 own=28.99 leased=666.67 tax=600"), "甲")
                .round(Rounding.halfUp(6)).toPlainString());
    }
}
