package io.mubiao.land.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.io.Format;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.question.Counterfactual;
import io.mubiao.land.question.EvaluationWhatIf;
import io.mubiao.land.question.Margin;
import io.mubiao.value.Rational;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Numbers and decisions that the blocks of the fast path have no room for count all the same. */
class WideNumbersTest {
    private static EvaluationRule rule(String numerator, String base, String round) {
        return RuleFile.parse("""
                id: t
                year: 2022
                columns: {tax: {decimals: 2}, land: {decimals: 2}}
                derived: {counted: {formula: '%s'}}
                indicators: {per_mu: {formula: counted / land}}
                groups: [{id: all, weights-total: 1, items: {per_mu: {weight: 1, score: ratio, base: %s}}}]
                total: {round: %s half-up}
                ranking: {by: [], on: rounded, ties: best-place, small-groups: none}
                classes: {order: [A, B], by: rank, cuts: {A: 50 %%, B: 100 %%}, quota-base: ranked, quota-rounding: cumulative half-up}
                """.formatted(numerator, base, round), Format.YAML, "test");
    }

    private static Roll roll(EvaluationRule rule, String... taxes) {
        Roll.Builder roll = Roll.builder(rule);
        for (int i = 0; i < taxes.length; i++) {
            roll.add(Integer.toString(i), taxes[i].isEmpty() ? Map.of("land", "1") : Map.of("tax", taxes[i], "land", "1"));
        }
        return roll.build();
    }

    private static final String SUMS = "{kind: ratio-of-sums, population: evaluated}";

    private static Rational base(Evaluation evaluation) {
        return evaluation.baselines().find("per_mu_base").orElseThrow().low();
    }

    @Test
    void aNumberTooWideForALongIsPartOfTheSums() {
        EvaluationRule rule = rule("tax", SUMS, "2");
        Evaluation evaluation = LandAssessor.of(rule).evaluate(roll(rule, "100000000000000000000", "2", ""));
        assertEquals(Rational.parse("50000000000000000001"), base(evaluation));
    }

    /** 2.5 lies on a tie, which a block does not round. */
    @Test
    void aRoundedNumeratorOnATieIsPartOfTheSums() {
        EvaluationRule rule = rule("round(tax, 0)", SUMS, "2");
        assertEquals(Rational.of(5), base(LandAssessor.of(rule).evaluate(roll(rule, "2.5", "7.4", ""))));
    }

    @Test
    void totalsTooLargeForALongAreRoundedRankedAndClassed() {
        EvaluationRule rule = rule("tax", "1", "2");
        Evaluation evaluation = LandAssessor.of(rule).evaluate(roll(rule, "100000000000000000000.125", "2", "3"));
        assertEquals("A1 B3 A2", places(evaluation));
        assertEquals(Rational.parse("100000000000000000000.13"), evaluation.get("0").total().orElseThrow());
        assertEquals(evaluation.get("0").total(), evaluation.explain("0").replay());
        assertEquals(Rational.parse("100000000000000000000.13"),
                LandAssessor.of(rule).exactOnly().evaluate(evaluation.roll()).get("0").total().orElseThrow());
    }

    @Test
    void aChangeToATotalTooLargeForALongIsAnswered() {
        EvaluationRule rule = rule("tax", "1", "6");
        Evaluation evaluation = LandAssessor.of(rule).evaluate(roll(rule, "1", "2", "3"));
        assertEquals("B3 A2 A1", places(evaluation));
        assertEquals("A1 B3 A2", places(EvaluationWhatIf.of(evaluation).with("0", "tax", "100000000000000000000").run().after()));
        assertEquals(Rational.parse("2"), Counterfactual.of(evaluation, "0", "tax", "A").needed().orElseThrow().amount());
    }

    /** The search looks at the whole domain at once, where totals are larger than anybody can have. */
    @Test
    void aSearchOverADomainOfHugeTotalsEnds() {
        EvaluationRule rule = rule("tax", "0.00000001", "6");
        Evaluation evaluation = LandAssessor.of(rule).evaluate(roll(rule, "1", "2", "3"));
        assertEquals(Rational.parse("2"), Counterfactual.of(evaluation, "0", "tax", "A").needed().orElseThrow().amount());
        assertEquals(Rational.parse("2"), java.util.Objects.requireNonNull(
                Margin.of(evaluation, "0").orElseThrow().indicators().get("per_mu")).amount());
    }

    private static String places(Evaluation evaluation) {
        StringBuilder text = new StringBuilder();
        evaluation.forEach(it -> text.append(text.isEmpty() ? "" : " ")
                .append(it.finalClass().orElse("-")).append(it.place().orElse(0)));
        return text.toString();
    }
}
