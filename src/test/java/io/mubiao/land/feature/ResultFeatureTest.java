package io.mubiao.land.feature;

import static io.mubiao.land.feature.Try.CLASSES;
import static io.mubiao.land.feature.Try.RANKING;
import static io.mubiao.land.feature.Try.SCORE;
import static io.mubiao.land.feature.Try.assertTotal;
import static io.mubiao.land.feature.Try.classes;
import static io.mubiao.land.feature.Try.evaluate;
import static io.mubiao.land.feature.Try.falling;
import static io.mubiao.land.feature.Try.line;
import static io.mubiao.land.feature.Try.places;
import static io.mubiao.land.feature.Try.roll;
import static io.mubiao.land.feature.Try.rule;
import static io.mubiao.land.feature.Try.scored;
import static io.mubiao.land.feature.Try.totals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.Aggregates;
import io.mubiao.land.assess.Charge;
import io.mubiao.land.assess.ClassHistory;
import io.mubiao.land.assess.Consequences;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.Explanation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.land.assess.Standing;
import io.mubiao.land.question.EvaluationDiff;
import io.mubiao.land.question.EvaluationImpact;
import io.mubiao.land.question.EvaluationWhatIf;
import io.mubiao.land.question.Move;
import io.mubiao.land.question.RankShift;
import io.mubiao.testing.Refusal;
import io.mubiao.trace.Trace;
import io.mubiao.value.Rational;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** F21 to F26: what classes cost, sums over many, explanations, what-if, other years' rules, trials. */
class ResultFeatureTest {
    // F21 -----------------------------------------------------------------------------------------------------------

    private static EvaluationRule policy(String consequences) {
        return rule("""
                id: t
                year: 2022
                columns:
                  kwh: {unit: kWh}
                  power: {unit: 万kWh}
                  water: {unit: 吨}
                  tax_due: {unit: 万元}
                  other: {unit: 元/kWh, if-empty: 0}
                  concerned: {kind: flag, if-empty: 是}
                  last_paid: {unit: 元}
                consequences:
                """, consequences.indent(2));
    }

    private static String amount(String consequence, String className, int years, String values) {
        List<Charge> charges = Consequences.of(policy(consequence)).charges(className, years, Try.values(values));
        return charges.isEmpty() ? "-" : charges.get(0).amount().map(Object::toString).orElse(charges.get(0).reason());
    }

    /** Shandong: 0.05 in the first year, 0.10 after two, 0.15 from the third on; beside another price the larger. */
    @ParameterizedTest
    @CsvSource({"D, 1, 0, 50000 元", "D, 2, 0, 100000 元", "D, 3, 0, 150000 元", "D, 7, 0, 150000 元", "D, 1, 0.1, 100000 元",
        "D, 3, 0.1, 150000 元", "C, 1, 0, -", "A, 1, 0.1, -"})
    void f21_ratesFollowClassAndYearsAndMeetOtherRatesByTheLarger(String name, int years, String other, String expected) {
        assertEquals(expected, amount("- {id: power, kind: surcharge, base: kwh, rate-unit: 元/kWh, rates: {D: [0.05 元/kWh, "
                + "0.10 元/kWh, 0.15 元/kWh]}, stacking: {max-with: other}}", name, years, "kwh=1000000 other=" + other));
    }

    @ParameterizedTest
    @CsvSource({"0, 50000 元", "0.1, 150000 元"})
    void f21_ratesCanBeAddedAsWell(String other, String expected) {
        assertEquals(expected, amount("- {id: power, kind: surcharge, base: kwh, rate-unit: 元/kWh, rates: {D: 0.05 元/kWh}, "
                + "stacking: {sum-with: other}}", "D", 1, "kwh=1000000 other=" + other));
    }

    /** Nanjing: C- pays half of D's surcharge, year by year. */
    @ParameterizedTest
    @CsvSource({"D, 1, 3000 元", "C-, 1, 1500 元", "D, 3, 4000 元", "C-, 3, 2000 元"})
    void f21_aClassPaysAFractionOfAnothers(String name, int years, String expected) {
        assertEquals(expected, amount("- {id: power, kind: surcharge, base: kwh, rate-unit: 元/kWh, rates: {D: [0.3 元/kWh, "
                + "0.3 元/kWh, 0.4 元/kWh]}, fractions: {C-: {share: 50 %, of: D}}}", name, years, "kwh=10000"));
    }

    /** Zhejiang: relief from land-use tax A 100 %, B 80 %, to the end of 2021. */
    @ParameterizedTest
    @CsvSource({"A, 2021-12-31, 12 万元", "B, 2021-12-31, 9.6 万元", "C, 2021-12-31, -",
        "A, 2022-01-01, 'it holds in 2019-01-01/2021-12-31, not on 2022-01-01'"})
    void f21_aPolicyHoldsWhileItIsValid(String name, String day, String expected) {
        EvaluationRule rule = policy("- {id: relief, kind: relief, base: tax_due, rate-unit: '%', rates: {A: 100 %, B: 80 %}, "
                + "valid: 2019-01-01/2021-12-31, unit: 万元}");
        List<Charge> charges = Consequences.of(rule, LocalDate.parse(day)).charges(name, 1, Map.of("tax_due", "12"));
        assertEquals(expected, charges.isEmpty() ? "-"
                : charges.get(0).amount().map(Object::toString).orElse(charges.get(0).reason()));
    }

    /** 5 t at 2 元/t; 3 万kWh at 0.1 元/kWh; a rebate of 60 % of what was paid. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"base: water, rate-unit: 元/吨, rates: {D: 2 元/吨}|water=5|10 元",
        "base: power, rate-unit: 元/kWh, rates: {D: 0.1 元/kWh}|power=3|3000 元",
        "base: power, rate-unit: 元/kWh, rates: {D: 0.1 元/kWh}, unit: 万元|power=3|0.3 万元",
        "base: last_paid, rate-unit: '%', rates: {D: 60 %}|last_paid=5000|3000 元",
        "base: tax_due, rate-unit: '%', rates: {D: 60 %}|tax_due=5|30000 元",
        "base: kwh, rate-unit: 元/kWh, rates: {D: 0.1 元/kWh}|water=1|'kwh' is missing",
        "base: kwh, rate-unit: 元/kWh, rates: {D: 0.1 元/kWh}, when: concerned|kwh=1 concerned=否|-"})
    void f21_theBaseIsWaterPowerTaxOrMoneyInItsOwnUnit(String consequence, String values, String expected) {
        assertEquals(expected, amount("- {id: c, kind: rebate, " + consequence + "}", "D", 1, values));
    }

    @Test
    void f21_whatDoesNotGiveMoneyIsRefused() {
        Refusal.naming(io.mubiao.problem.InvalidDefinitionException.class, () -> policy(
                "- {id: c, kind: surcharge, base: water, rate-unit: 元/kWh, rates: {D: 0.1 元/kWh}}"), "吨", "元/kWh");
    }

    private static final String POWER = """
            consequences:
              - {id: power, kind: surcharge, base: kwh, rate-unit: 元/kWh, rates: {D: [0.05 元/kWh, 0.10 元/kWh, 0.15 元/kWh]}}
            """;

    @Test
    void f21_theYearsInARowComeFromTheHistoryAndThisYear() {
        EvaluationRule rule = scored("kwh: {unit: kWh}", "classes: {order: [A, D], by: score, at-least: {A: 1}}\n", POWER);
        Roll roll = roll(rule, "a s=0 kwh=1000000", "b s=0 kwh=1000000", "c s=0 kwh=1000000", "d s=1 kwh=1000000");
        Evaluation evaluation = LandAssessor.of(rule).history(ClassHistory.of(Map.of("a", List.of("D", "D"),
                "b", List.of("D", "A"), "d", List.of("D")))).evaluate(roll);
        assertEquals(List.of("150000 元", "50000 元", "50000 元"), List.of("a", "b", "c").stream()
                .map(id -> evaluation.charges(id).get(0).amount().orElseThrow().toString()).toList());
        assertEquals(3, evaluation.charges("a").get(0).years());
        assertTrue(evaluation.charges("d").isEmpty());
        assertEquals(evaluation.charges("a"), evaluation.explain("a").charges());
    }

    /** Xiuzhou: measures only after D in two consecutive years; Cixi: money back once the class is better. */
    @Test
    void f21_theFirstYearCanBeFreeAndARebateFollowsImprovement() {
        EvaluationRule rule = scored("kwh: {unit: kWh}\npaid: {unit: 元}", "classes: {order: [A, D], by: score, at-least: {A: 1}}\n", """
                consequences:
                  - {id: power, kind: surcharge, base: kwh, rate-unit: 元/kWh, rates: {D: [0 元/kWh, 0.1 元/kWh]}}
                  - {id: back, kind: rebate, when: prior_class == "D", base: paid, rate-unit: '%', rates: {A: 50 %}}
                """);
        Evaluation evaluation = LandAssessor.of(rule).history(ClassHistory.of(Map.of("b", List.of("D"), "c", List.of("D"),
                "d", List.of("A")))).evaluate(roll(rule, "a s=0 kwh=1000", "b s=0 kwh=1000", "c s=1 kwh=1000 paid=80",
                "d s=1 kwh=1000 paid=80"));
        assertEquals("0 元", evaluation.charges("a").get(0).amount().orElseThrow().toString());
        assertEquals("100 元", evaluation.charges("b").get(0).amount().orElseThrow().toString());
        assertEquals("40 元", evaluation.charges("c").get(0).amount().orElseThrow().toString());
        assertTrue(evaluation.charges("d").isEmpty());
    }

    @Test
    void f21_consequencesFollowTheFinalClassAndTheDayAsked() {
        EvaluationRule rule = scored("kwh: {unit: kWh}\nlisted: {kind: flag, if-empty: 否}", RANKING, CLASSES, """
                overrides: [{id: listed, when: listed, set: A}]
                refill: false
                consequences:
                  - {id: power, kind: surcharge, base: kwh, rate-unit: 元/kWh, rates: {C: 0.1 元/kWh}, valid: 2022-01-01/2022-12-31}
                """);
        String[] rows = falling(10);
        rows[8] += " kwh=100";
        rows[9] += " kwh=100 listed=是";
        Evaluation evaluation = evaluate(rule, rows);
        assertEquals("10 元", evaluation.charges("9").get(0).amount().orElseThrow().toString());
        assertTrue(evaluation.charges("10").isEmpty());
        assertTrue(LandAssessor.of(rule).withDay(LocalDate.of(2023, 1, 1)).evaluate(roll(rule, rows)).charges("9").get(0).amount()
                .isEmpty());
    }

    // F22 -----------------------------------------------------------------------------------------------------------

    private static final String TOWNS = """
            id: t
            year: 2022
            columns: {tax: {unit: 万元}, land: {unit: 亩}, town: {kind: text}, industry: {kind: text}, kind: {kind: text, if-empty: 评}}
            labels: {branch: {choices: [{label: 纺织, when: 'industry in ("17".."18")'}, {label: 其他}]}}
            scope:
              exclude:
                - {id: t, when: kind == "T", effect: ungraded, label: T}
                - {id: o, when: kind == "out", effect: out}
            indicators:
              per_mu: {formula: tax / land, unit: 万元/亩}
              tax_paid: {formula: tax, unit: 万元}
            groups: [{id: all, rank-on: per_mu}]
            """;
    private static final String[] FIRMS = {"a tax=10 land=1 town=x industry=1711", "b tax=20 land=9 town=x industry=33",
        "c tax=30 land=10 town=y industry=18", "d tax=40 land=10 town=y industry=33 kind=T",
        "e tax=900 land=1 town=y industry=33 kind=out", "f tax=7 town=x industry=33"};

    private static String perMu(Aggregates aggregates, String... texts) {
        return String.valueOf(aggregates.get(texts).indicators().get("per_mu"));
    }

    @Test
    void f22_aRegionIsSumOverSumAndNotTheMeanOfRatios() {
        Aggregates towns = Aggregates.of(evaluate(rule(TOWNS, RANKING, CLASSES), FIRMS), "town");
        assertEquals("3 万元/亩", perMu(towns, "x"));
        assertEquals("3.5 万元/亩", perMu(towns, "y"));
        assertEquals(List.of(List.of("x"), List.of("y")), towns.stream().map(Aggregates.Row::by).toList());
        assertEquals("10/3", Aggregates.of(evaluate(rule(TOWNS, RANKING), FIRMS)).get().indicators().get("per_mu")
                .amount().toString());
    }

    @Test
    void f22_anIndicatorThatIsNoRatioIsTheMean() {
        Aggregates towns = Aggregates.of(evaluate(rule(TOWNS, RANKING), FIRMS), "town");
        assertEquals("15 万元", towns.get("x").indicators().get("tax_paid").toString());
    }

    @Test
    void f22_industriesAndClassesAreGroupsToo() {
        Evaluation evaluation = evaluate(rule(TOWNS, RANKING, CLASSES.replace("half-up", "ceiling")), FIRMS);
        assertEquals("40/11", Aggregates.of(evaluation, "branch").get("纺织").indicators().get("per_mu").amount()
                .toString());
        Aggregates classes = Aggregates.of(evaluation, "class");
        assertEquals("10 万元/亩", perMu(classes, "A"));
        assertEquals("4 万元/亩", perMu(classes, "T"));
        Aggregates both = Aggregates.of(evaluation, "town", "class");
        assertEquals(Map.of("A", 1L), both.get("x", "A").classes());
        assertEquals(1, both.get("y", "B").enterprises());
        Refusal.naming(() -> Aggregates.of(evaluation, "tax"), "'tax' holds no texts");
    }

    @Test
    void f22_growthComparesTheSumsOfTwoYears() {
        Aggregates now = Aggregates.of(evaluate(rule(TOWNS, RANKING), FIRMS), "town");
        Aggregates before = Aggregates.of(evaluate(rule(TOWNS, RANKING), "a tax=10 land=1 town=x", "b tax=15 land=9 town=x",
                "z tax=0 land=9 town=y"), "town");
        assertEquals("0.2", now.growth(before, "per_mu", "x").orElseThrow().toString());
        assertTrue(now.growth(before, "per_mu", "y").isEmpty());
        assertTrue(now.growth(before, "per_mu", "z").isEmpty());
    }

    @Test
    void f22_migrationCountsWhoWentFromWhichClassToWhich() {
        EvaluationRule rule = scored("", RANKING, CLASSES);
        Evaluation before = evaluate(rule, falling(10));
        String[] rows = falling(10);
        rows[0] = "1 s=0.5";
        rows[9] = "11 s=1";
        EvaluationDiff diff = EvaluationDiff.of(before, evaluate(rule, rows));
        assertEquals(Map.of("A", Map.of("A", 1L, "C", 1L), "B", Map.of("B", 4L, "A", 1L), "C", Map.of("B", 1L, "C", 1L)),
                diff.migration());
        assertEquals(List.of("11"), diff.added());
        assertEquals(List.of("10"), diff.removed());
        assertFalse(diff.isEmpty());
        assertTrue(EvaluationDiff.of(before, before).isEmpty());
    }

    // F23 -----------------------------------------------------------------------------------------------------------

    private static final String FULL = """
            id: t
            title: 全
            year: 2022
            sources: [{id: doc, title: 办法}]
            columns:
              own: {title: 自有, unit: 亩}
              rented: {title: 租入, unit: 亩, if-empty: 0}
              tax: {unit: 万元, negative: true}
              energy: {unit: 吨标煤}
              industry: {kind: text}
              accident: {kind: flag, if-empty: 否}
              kwh: {unit: kWh, if-empty: 100}
            derived: {land: {title: 用地, formula: own + rented, unit: 亩}}
            indicators:
              per_mu: {title: 亩均税收, formula: tax / land, unit: 万元/亩}
              per_tce: {title: 能耗税收, formula: tax / energy, unit: 万元/吨标煤}
              tax_growth: {title: 增幅, formula: 'growth(tax, prior("tax"))', unit: '%'}
            groups:
              - id: all
                weights-total: 110
                items:
                  per_mu: {weight: 60, score: ratio, cap: 1.5 * w, base: {title: 县均, kind: ratio-of-sums, population: graded, times: 2}, source: doc, clause: 一}
                  per_tce: {weight: 40, score: ratio, base: {kind: mean, population: graded, by: [industry]}, missing: mean-score, round: 2 half-up}
                  tax_growth: {weight: 10, score: {formula: 'w * clamp(x, 0, 1)'}, missing: zero}
            bonuses:
              clean: {when: not accident, points: 2, limit: 5, category: k}
              late: {when: accident, share-of-subtotal: -10 %}
            category-limits: {k: 1}
            total: {cap: 150, floor: 0, round: 2 half-up}
            ranking: {by: [industry], on: rounded, ties: best-place, small-groups: none}
            """;
    private static final String AFTER = """
            overrides:
              - {id: veto, title: 一票否决, when: accident, not-above: C, source: doc, clause: 二}
            refill: false
            consequences:
              - {id: power, kind: surcharge, base: kwh, rate-unit: 元/kWh, rates: {C: 0.1 元/kWh}}
            """;

    private static Evaluation full() {
        EvaluationRule rule = rule(FULL, CLASSES, AFTER);
        return LandAssessor.of(rule).prior(roll(rule, "a tax=90 industry=p", "b tax=100 industry=p"))
                .evaluate(roll(rule, "a own=8 rented=2 tax=100 energy=50 industry=p accident=是", "b own=10 tax=60 energy=60 industry=p",
                        "c own=30 tax=40 industry=p", "d own=1 tax=400 energy=100 industry=q", "e own=5 tax=-30 energy=10 industry=q"));
    }

    @Test
    void f23_everyTotalIsWorkedOutAgainFromItsExplanationAlone() {
        Evaluation evaluation = full();
        for (String id : evaluation.ids()) {
            assertEquals(Try.total(evaluation, id), evaluation.explain(id).replay().orElseThrow(), id);
        }
    }

    @Test
    void f23_theExplanationGoesFromInputsToMoney() {
        Explanation explanation = full().explain("a");
        Map<String, String> inputs = explanation.inputs().stream().collect(Collectors.toMap(Trace.Leaf::name,
                leaf -> leaf.number().map(Object::toString).orElse(leaf.text())));
        assertEquals("8 亩", inputs.get("own"));
        assertEquals("2 亩", inputs.get("rented"));
        assertEquals("100 万元", inputs.get("tax"));
        assertEquals("90 万元", inputs.get("prior(\"tax\")"));
        // (100 + 60 + 40 + 400 − 30) ÷ (10 + 10 + 30 + 1 + 5) × 2
        Explanation.BaselineUsed county = explanation.baselines().stream().filter(it -> it.title().equals("县均")).findFirst()
                .orElseThrow();
        assertEquals(Rational.parse("1140").dividedBy(Rational.parse("56")), county.value().amount());
        assertEquals(5, county.count());
        Explanation.BaselineUsed industry = explanation.baselines().stream().filter(it -> it.id().equals("per_tce_base"))
                .findFirst().orElseThrow();
        assertEquals(List.of("p"), industry.by());
        assertEquals(2, industry.count());
        Explanation.Line first = explanation.items().get(0);
        assertEquals("亩均税收 60 doc 一", first.title() + " " + first.weight() + " " + first.cite().source() + " "
                + first.cite().clause());
        assertEquals("tax / land", ((Trace.Worked) first.indicator().orElseThrow()).formula().toString());
        assertEquals("10 万元/亩", first.indicator().orElseThrow().replay().toString());
        assertEquals(List.of("late"), explanation.bonuses().stream().filter(Explanation.BonusLine::given).map(Explanation.BonusLine::id).toList());
        assertEquals("p 1 1 3", explanation.ranking().map(it -> it.group().get(0) + " " + it.place() + " " + it.equal() + " "
                + it.ranked()).orElseThrow());
        Explanation.OverrideLine veto = explanation.overrides().get(0);
        assertEquals("一票否决 true 二", veto.title() + " " + veto.fired().orElseThrow() + " " + veto.cite().clause());
        assertEquals("C", explanation.result().finalClass().orElseThrow());
        assertEquals("10 元", explanation.charges().get(0).amount().orElseThrow().toString());
    }

    @Test
    void f23_marksAndPoliciesAreSaid() {
        Evaluation evaluation = full();
        assertEquals(List.of(Explanation.Mark.CAPPED), line(evaluation, "d", "per_mu").marks());
        assertEquals(List.of(Explanation.Mark.MISSING), line(evaluation, "c", "per_tce").marks());
        assertEquals(List.of(Explanation.Mark.NEGATIVE), line(evaluation, "e", "per_mu").marks());
        assertEquals("0", line(evaluation, "c", "tax_growth").score().orElseThrow().replay().amount().toString());
        assertTrue(line(evaluation, "c", "per_tce").indicator().isEmpty());
    }

    @Test
    void f23_whoHasNoTotalHasTheReasonInsteadOfOne() {
        Explanation explanation = evaluate(rule(FULL, CLASSES, AFTER), "a own=8 industry=p").explain("a");
        assertTrue(explanation.total().isEmpty());
        assertEquals(Standing.UNDECIDED, explanation.result().standing());
        assertTrue(explanation.result().reason().contains("tax' is missing"), explanation.result().reason());
    }

    @Test
    void f23_equalsAreCountedInTheExplanation() {
        Evaluation evaluation = evaluate(scored("", RANKING, CLASSES), "a s=3", "b s=2", "c s=2", "d s=1");
        assertEquals(2, evaluation.explain("c").ranking().orElseThrow().equal());
    }

    // F24 -----------------------------------------------------------------------------------------------------------

    private static final String MEAN = """
            id: t
            year: 2022
            columns: {tax: {unit: 万元}, land: {unit: 亩}, town: {kind: text, if-empty: x}}
            indicators: {per_mu: {formula: tax / land, unit: 万元/亩}}
            groups:
              - id: all
                weights-total: 100
                items: {per_mu: {weight: 100, score: ratio, base: {kind: mean, population: graded}}}
            total: {round: 2 half-up}
            """;
    private static final String[] TEN = {"a tax=10 land=1", "b tax=9 land=1", "c tax=8 land=1", "d tax=7 land=1",
        "e tax=6 land=1", "f tax=5 land=1", "g tax=4 land=1", "h tax=3 land=1", "i tax=2 land=1", "j tax=1 land=1"};

    private static List<String> moved(EvaluationImpact impact) {
        return impact.moves().stream().map(Move::id).sorted().toList();
    }

    /** Baselines stay at 5.5: e at 9.5 passes b, c and d; c leaves A, nobody else's score or class moves. */
    @Test
    void f24_withFrozenBaselinesOnlyTheChangedScoreMovesAndClassesAtTheCuts() {
        Evaluation evaluation = evaluate(rule(MEAN, RANKING, CLASSES), TEN);
        EvaluationImpact impact = EvaluationWhatIf.of(evaluation).with("e", "tax", "9.5").run();
        assertEquals(List.of("b", "e"), moved(impact));
        Move lifted = impact.moves().stream().filter(it -> it.id().equals("e")).findFirst().orElseThrow();
        assertTrue(lifted.inScore() && lifted.inRank() && lifted.inClass());
        assertEquals("109.09 172.73 5 2 B A", lifted.before().total().orElseThrow() + " " + lifted.after().total().orElseThrow()
                + " " + lifted.before().place().getAsLong() + " " + lifted.after().place().getAsLong() + " "
                + lifted.before().finalClass().orElseThrow() + " " + lifted.after().finalClass().orElseThrow());
        assertEquals(List.of(1L, 2L), impact.rankShifts().stream().flatMap(it -> List.of(it.by(), it.enterprises()).stream())
                .toList());
        assertEquals(List.of("b", "c", "d", "e"), impact.all().stream().map(Move::id).sorted().toList());
        assertEquals(evaluation.baselines(), impact.after().baselines());
    }

    /** The mean rises to 5.85: everybody's score moves. */
    @Test
    void f24_withRecomputedBaselinesEverybodysScoreMoves() {
        Evaluation evaluation = evaluate(rule(MEAN, RANKING, CLASSES), TEN);
        EvaluationImpact impact = EvaluationWhatIf.of(evaluation).with("e", "tax", "9.5").recomputed().run();
        assertEquals(10, impact.moves().size());
        assertTrue(impact.moves().stream().allMatch(Move::inScore));
        assertEquals("5.85", impact.after().baselines().find("per_mu_base").orElseThrow().low().toString());
        assertTotal("170.94", impact.after(), "a");
        assertTrue(EvaluationDiff.of(evaluation, impact.after()).baselinesMoved());
    }

    @Test
    void f24_severalChangesAreAskedTogether() {
        Evaluation evaluation = evaluate(rule(MEAN, RANKING, CLASSES), TEN);
        EvaluationImpact impact = EvaluationWhatIf.of(evaluation).with("a", "tax", "1").with("a", "land", "2").with("j", "tax", "20").run();
        assertEquals("10 1", places(impact.after(), "a", "j"));
        assertEquals(List.of("a", "j"), moved(impact));
    }

    @Test
    void f24_whatBecomesMissingOrMovesTownIsFollowedToo() {
        Evaluation evaluation = evaluate(rule(MEAN, RANKING.replace("[]", "[town]"), CLASSES), TEN);
        EvaluationImpact missing = EvaluationWhatIf.of(evaluation).with("a", "land", "").run();
        assertEquals(Standing.UNDECIDED, missing.after().get("a").standing());
        assertTrue(moved(missing).containsAll(List.of("a", "c")), missing.toString());
        EvaluationImpact moved = EvaluationWhatIf.of(evaluation).with("a", "town", "y").run();
        assertEquals("1 1 2", places(moved.after(), "a", "b", "c"));
        assertEquals(1, moved.after().get("a").places().orElseThrow());
    }

    @Test
    void f24_noChangeMovesNobody() {
        Evaluation evaluation = evaluate(rule(MEAN, RANKING, CLASSES), TEN);
        assertTrue(EvaluationWhatIf.of(evaluation).with("e", "tax", "6.0").run().isEmpty());
        assertTrue(EvaluationWhatIf.of(evaluation).run().isEmpty());
        assertTrue(EvaluationWhatIf.of(evaluation).recomputed().run().isEmpty());
    }

    @Test
    void f24_aChangeThatDoesNotFitIsRefused() {
        Evaluation evaluation = evaluate(rule(MEAN, RANKING, CLASSES), TEN);
        Refusal.naming(() -> EvaluationWhatIf.of(evaluation).with("z", "tax", "1"), "'z'");
        Refusal.naming(() -> EvaluationWhatIf.of(evaluation).with("a", "profit", "1"), "'profit'", "tax");
        Refusal.naming(() -> EvaluationWhatIf.of(evaluation).with("a", "tax", "-1"), "tax", "-1", "at least 0");
        Refusal.naming(() -> EvaluationWhatIf.of(evaluation).with("a", "tax", "1万"), "1万", "万元");
    }

    /** All A candidates fail the further test, so their class stays B; that they lose a place must still be said. */
    @Test
    void f24_whoMovesInRankAloneIsListedAlsoWhereAFurtherTestDecidesTheClass() {
        EvaluationRule rule = scored("ok: {kind: flag, if-empty: 否}", "total: {round: 2 half-up}\n", RANKING,
                CLASSES + "  require: {A: ok}\n");
        EvaluationImpact impact = EvaluationWhatIf.of(evaluate(rule, falling(10))).with("10", "s", "100").run();
        assertEquals(10, impact.all().size());
        assertEquals(10, impact.moves().size() + impact.rankShifts().stream().mapToLong(RankShift::enterprises).sum());
    }

    @Test
    void f24_theReasonOfAnUndecidedClassIsTheSameHoweverItIsAsked() {
        EvaluationRule rule = scored("ok: {kind: flag}", "total: {round: 2 half-up}\n", RANKING, CLASSES, """
                overrides: [{id: veto, when: 's >= 10 and not ok', not-above: C}]
                refill: false
                """);
        EvaluationImpact impact = EvaluationWhatIf.of(evaluate(rule, falling(9))).with("9", "s", "100").run();
        Move asked = impact.moves().stream().filter(it -> it.id().equals("9")).findFirst().orElseThrow();
        assertEquals(impact.after().get("9"), asked.after());
    }

    @Test
    void f24_twoRunsAreComparedByEnterprise() {
        EvaluationRule rule = rule(MEAN, RANKING, CLASSES);
        Evaluation before = evaluate(rule, TEN);
        String[] corrected = TEN.clone();
        corrected[4] = "e tax=9.5 land=1";
        EvaluationDiff diff = EvaluationDiff.of(before,
                LandAssessor.of(rule).frozen(before.baselines()).evaluate(roll(rule, corrected)));
        assertEquals(List.of("b", "c", "d", "e"), diff.moves().stream().map(Move::id).toList());
        assertFalse(diff.baselinesMoved());
        assertEquals(List.of("e"), diff.moves().stream().filter(Move::inScore).map(Move::id).toList());
    }

    // F25 -----------------------------------------------------------------------------------------------------------

    private static EvaluationRule huangyan(int year, String base) {
        return rule("id: huangyan\nyear: " + year + "\n", """
                jurisdiction: 浙江省台州市黄岩区
                columns: {tax: {unit: 万元}, land: {unit: 亩}}
                indicators: {per_mu: {formula: tax / land, unit: 万元/亩}}
                """, "groups: [{id: all, weights-total: 30, items: {per_mu: {weight: 30, score: ratio, base: " + base
                + " 万元/亩, round: 4 half-up}}}]\n", RANKING, CLASSES);
    }

    @Test
    void f25_anotherYearsRuleRunsOnThisYearsRoll() {
        EvaluationRule now = huangyan(2022, "24.097");
        EvaluationRule before = huangyan(2021, "22.5");
        Roll roll = roll(now, "a tax=600 land=30", "b tax=900 land=30");
        Evaluation old = LandAssessor.of(before).evaluate(roll);
        Evaluation current = LandAssessor.of(now).evaluate(roll);
        assertEquals("24.8994 37.349", totals(current, "a", "b"));
        assertEquals("26.6667 40", totals(old, "a", "b"));
        assertEquals(2021, old.rule().year());
        EvaluationDiff diff = EvaluationDiff.of(old, current);
        assertEquals(2, diff.moves().size());
        assertTrue(diff.moves().stream().allMatch(move -> move.inScore() && !move.inRank()));
    }

    @Test
    void f25_aRuleThatReadsMoreThanTheRollHasSaysWhatIsMissing() {
        EvaluationRule narrow = huangyan(2022, "24.097");
        EvaluationRule wide = rule(MEAN.replace("land: {unit: 亩}", "land: {unit: 亩}, energy: {title: 能耗, unit: 吨标煤}"));
        assertEquals(List.of("NO_COLUMN"), LandAssessor.of(wide).evaluate(roll(narrow, "a tax=600 land=30")).problems().stream()
                .map(it -> it.code()).toList());
        assertTrue(LandAssessor.of(wide).evaluate(roll(narrow, "a tax=600 land=30")).problems().get(0).message()
                .contains("能耗(吨标煤)"));
    }

    @Test
    void f25_aRuleCarriesItsYearItsPlaceAndWhenItIsInForce() {
        EvaluationRule rule = rule(SCORE.replace("year: 2022", "year: 2023\nvalid: 2023-01-01/2024-12-31\njurisdiction: 合肥"));
        assertEquals(2023, rule.year());
        assertEquals("合肥", rule.jurisdiction());
        assertTrue(rule.valid().orElseThrow().contains(LocalDate.of(2024, 12, 31)));
        assertFalse(rule.valid().orElseThrow().contains(LocalDate.of(2025, 1, 1)));
    }

    // F26 -----------------------------------------------------------------------------------------------------------

    @Test
    void f26_aTrialIsAFlagOnEveryResultAndChangesNoNumber() {
        EvaluationRule binding = scored("", RANKING, CLASSES);
        EvaluationRule trial = rule(SCORE.replace("year: 2022", "year: 2022\ntrial: true"), RANKING, CLASSES);
        assertTrue(evaluate(trial, falling(10)).isTrial());
        assertTrue(evaluate(trial, falling(10)).explain("1").trial());
        assertFalse(evaluate(binding, falling(10)).isTrial());
        assertFalse(evaluate(binding, falling(10)).explain("1").trial());
        assertEquals(evaluate(binding, falling(10)).stream().toList(), evaluate(trial, falling(10)).stream().toList());
        assertEquals("A A B B B B B C C C", classes(evaluate(trial, falling(10))));
    }
}
