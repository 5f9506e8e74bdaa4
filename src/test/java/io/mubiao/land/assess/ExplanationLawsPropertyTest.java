package io.mubiao.land.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.land.EvaluationRule;
import io.mubiao.trace.Trace;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** An explanation says what the fast path found: the same total, place and class, and every step of it can be worked out again. */
class ExplanationLawsPropertyTest {
    private static final String SHAPES = """
            groups:
              - id: small
                when: land < 3 亩
                weights-total: 50
                items:
                  tax_per_mu: {weight: 30, score: {efficacy: 20 %}, low: {kind: min, population: graded}, high: {kind: max, population: graded}, degenerate: zero, round: 4 half-up}
                  added_per_tce: {weight: 20, score: {steps: {of: value, below: -1, at: {1 万元/吨标煤: 5, 4 万元/吨标煤: 12.5}}}, missing: mean-score, zero-divisor: reweight}
              - id: large
                weights-total: 70
                items:
                  tax_per_mu: {weight: 40, score: ratio, base: {kind: mean, population: evaluated, by: [town]}, cap: 1.5 * w, degenerate: -2}
                  added_per_tce: {weight: 30, score: progress, base: 1 万元/吨标煤, target: 6 万元/吨标煤, missing: mean-score, zero-divisor: reweight}
            bonuses:
              grace: {when: grace, points: 3.25, limit: 3}
              veto: {when: veto, share-of-subtotal: -10 %}
            total: {cap: 80, floor: 0, round: 2 half-even}
            """;
    private static final List<EvaluationRule> RULES = List.of(
            Firms.rule(Firms.TOWNS, Made.CLASSES),
            Firms.rule(Firms.TOWNS.replace("on: rounded", "on: unrounded"), Made.CLASSES),
            Firms.rule(Made.RANKING.replace("best-place", "dense"), Made.CLASSES,
                    "overrides: [{id: veto, when: veto, not-above: B}, {id: up, when: grace, shift: +1}]\nrefill: counted\n"),
            Made.rule(Firms.SCORES, SHAPES, Made.RANKING.replace("[]", "[group]"), Made.CLASSES),
            Made.rule(Firms.SCORES, "groups: [{id: all, rank-on: tax_per_mu}]\n", Made.RANKING, Made.CLASSES));

    @Provide
    Arbitrary<List<Firms.Firm>> firms() {
        return Firms.lists(1, 25);
    }

    @Provide
    Arbitrary<EvaluationRule> rules() {
        return Arbitraries.of(RULES);
    }

    @Property(tries = 80)
    void everyNumberIsThatOfTheResultAndComesOutAgain(@ForAll("rules") EvaluationRule rule, @ForAll("firms") List<Firms.Firm> firms) {
        Evaluation evaluation = LandAssessor.of(rule).evaluate(Firms.roll(rule, firms));
        Evaluation exact = LandAssessor.of(rule).exactOnly().evaluate(evaluation.roll());
        for (EnterpriseResult result : evaluation) {
            assertEquals(result, exact.get(result.id()));
            Explanation explanation = evaluation.explain(result.id());
            assertEquals(result, explanation.result());
            assertEquals(result.total(), explanation.replay(), result.id());
            explanation.total().ifPresent(ExplanationLawsPropertyTest::assertReplays);
            explanation.items().forEach(line -> line.score().ifPresent(ExplanationLawsPropertyTest::assertReplays));
            explanation.bonuses().forEach(line -> assertReplays(line.points()));
            explanation.ranking().ifPresent(placing -> assertPlacing(evaluation, result, placing));
            assertClass(result, explanation);
        }
    }

    /** The step and every step below it. */
    private static void assertReplays(Trace trace) {
        if (trace instanceof Trace.Worked worked) {
            assertEquals(worked.value(), worked.replay(), worked.toString());
            worked.operands().forEach(ExplanationLawsPropertyTest::assertReplays);
        }
    }

    private static void assertPlacing(Evaluation evaluation, EnterpriseResult result, Explanation.Placing placing) {
        assertEquals(result.place().orElseThrow(), placing.place());
        assertEquals(result.places().orElseThrow(), placing.ranked());
        assertEquals(evaluation.ranking(result.id()), placing.group());
        assertEquals(placing.equal(), evaluation.stream().filter(it -> it.place().equals(result.place())
                && evaluation.ranking(it.id()).equals(placing.group())).count());
    }

    /** The way leads to the initial class, or to one that a filled or taken place gave; the overrides go on from there. */
    private static void assertClass(EnterpriseResult result, Explanation explanation) {
        List<Explanation.ClassStep> way = explanation.way();
        assertEquals(result.initialClass().isPresent(), !way.isEmpty(), result.toString());
        if (way.isEmpty()) {
            return;
        }
        List<Explanation.ClassStep> own = way.stream().filter(it -> it.ground() != Explanation.Ground.REFILL
                && it.ground() != Explanation.Ground.DISPLACED).toList();
        assertEquals(result.initialClass().orElseThrow(), leads(own));
        List<Explanation.OverrideLine> overrides = explanation.overrides();
        if (!overrides.isEmpty()) {
            assertEquals(leads(way), overrides.get(0).before());
            assertEquals(result.finalClass().orElseThrow(), overrides.get(overrides.size() - 1).after());
        } else {
            assertEquals(leads(way), result.finalClass().orElseThrow());
        }
    }

    private static String leads(List<Explanation.ClassStep> way) {
        Explanation.ClassStep last = way.get(way.size() - 1);
        return last.next().isEmpty() ? last.className() : last.next();
    }
}
