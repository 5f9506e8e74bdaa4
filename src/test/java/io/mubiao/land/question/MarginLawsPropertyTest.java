package io.mubiao.land.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.land.EvaluationRule;
import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.Explanation;
import io.mubiao.land.assess.Made;
import io.mubiao.value.Rational;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The margin to the next class is that of the cut-offs: so many points reach it, one hundredth less does not. */
class MarginLawsPropertyTest {
    private static final Rational STEP = Rational.parse("0.01");

    @Provide
    Arbitrary<List<Integer>> totals() {
        return Arbitraries.integers().between(0, 30).list().ofMinSize(2).ofMaxSize(25).withoutEdgeCases();
    }

    private static EvaluationRule rule(io.mubiao.shape.Ties ties, String overrides) {
        return rule(ties, "on", overrides);
    }

    private static EvaluationRule rule(io.mubiao.shape.Ties ties, String on, String overrides) {
        return Made.rule("""
                id: t
                year: 2022
                columns: {v: {decimals: 2}, y: {}, veto: {kind: flag, if-empty: 否}}
                indicators: {i: {formula: v}, j: {formula: y, better: lower}}
                groups: [{id: all, rank-on: i}]
                total: {round: 2 half-up}
                """, Made.RANKING.replace("on:", on + ":").replace("best-place", ties.name().toLowerCase(Locale.ROOT).replace('_', '-')), Made.CLASSES, overrides);
    }

    private static Evaluation evaluate(EvaluationRule rule, List<Integer> totals) {
        String[] rows = new String[totals.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i + " v=" + totals.get(i) + " y=" + i % 3 + (i % 5 == 4 ? " veto=是" : "");
        }
        return Made.evaluate(rule, rows);
    }

    /** The total is the input itself here, so that the points can be given. */
    @Property(tries = 40)
    void soManyPointsReachTheClassAndFewerDoNot(@ForAll("totals") List<Integer> totals, @ForAll io.mubiao.shape.Ties ties) {
        assertPoints(evaluate(rule(ties, ""), totals));
        assertPoints(evaluate(rule(ties, "overrides: [{id: veto, when: veto, not-above: B}]\nrefill: false\n"), totals));
    }

    @Property(tries = 20)
    void soDoTheyWhereVacatedPlacesAreFilledAgain(@ForAll("totals") List<Integer> totals, @ForAll io.mubiao.shape.Ties ties) {
        assertPoints(evaluate(rule(ties, "overrides: [{id: veto, when: veto, set: C}]\nrefill: uncounted\n"), totals));
        assertPoints(evaluate(rule(ties, "overrides: [{id: veto, when: veto, set: B}]\nrefill: counted\n"), totals));
    }

    @Property(tries = 20)
    void soDoTheyWhereAnIndicatorBreaksTies(@ForAll("totals") List<Integer> totals, @ForAll io.mubiao.shape.Ties ties,
            @ForAll @From("refills") String refill) {
        assertPoints(evaluate(rule(ties, "break-by: [j], on", "overrides: [{id: veto, when: veto, not-above: B}]\nrefill: " + refill + "\n"), totals));
    }

    @Provide
    Arbitrary<String> refills() {
        return net.jqwik.api.Arbitraries.of("false", "counted", "uncounted");
    }

    private static void assertPoints(Evaluation evaluation) {
        for (EnterpriseResult result : evaluation) {
            Margin.of(evaluation, result.id()).ifPresent(margin -> {
                if (margin.points().isPresent()) {
                    Rational needed = result.total().orElseThrow().plus(margin.points().get());
                    assertTrue(isReached(evaluation, result.id(), needed, margin.target()), margin.toString());
                    assertFalse(isReached(evaluation, result.id(), needed.minus(STEP), margin.target()), margin.toString());
                } else {
                    assertFalse(isReached(evaluation, result.id(), Rational.of(1000), margin.target()), margin.toString());
                }
            });
        }
    }

    private static boolean isReached(Evaluation evaluation, String id, Rational total, String target) {
        return EvaluationWhatIf.of(evaluation).with(id, "v", total.asDecimal().orElseThrow().toPlainString()).run().after().get(id)
                .finalClass().orElseThrow().compareTo(target) <= 0;
    }

    @Property(tries = 40)
    void placesAndPointsAgreeWithTheCutOffs(@ForAll("totals") List<Integer> totals) {
        Evaluation evaluation = evaluate(rule(io.mubiao.shape.Ties.BEST_PLACE, ""), totals);
        for (EnterpriseResult result : evaluation) {
            Margin.of(evaluation, result.id()).ifPresent(margin -> {
                Explanation.CutOff cut = evaluation.explain(result.id()).ranking().orElseThrow().cutOffs().stream()
                        .filter(it -> it.className().equals(margin.target())).findFirst().orElseThrow();
                long gain = result.place().orElseThrow() - cut.lastPlace();
                assertEquals(gain > 0 && cut.lastPlace() > 0 ? OptionalLong.of(gain) : OptionalLong.empty(), margin.places());
                cut.lowest().ifPresent(lowest -> assertTrue(margin.points().orElseThrow()
                        .compareTo(lowest.minus(result.total().orElseThrow())) <= 0, margin + " " + cut));
            });
        }
    }
}
