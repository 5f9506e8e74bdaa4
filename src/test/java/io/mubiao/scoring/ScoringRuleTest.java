package io.mubiao.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.Mubiao;
import io.mubiao.formula.Formula;
import io.mubiao.io.Format;
import io.mubiao.io.rule.ScoringRuleFile;
import io.mubiao.rule.Cite;
import io.mubiao.rule.Derived;
import io.mubiao.scorecard.Cards;
import io.mubiao.shape.Shape;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rule of steps, a capped bonus and a veto. */
class ScoringRuleTest {
    private final ScoringRule rule = Cards.shipped("c03-energy-saving");

    @ParameterizedTest(name = "{0} done gets {1} points")
    @CsvSource({"100 %,40", "90 %,36", "85 %,32", "50 %,20", "49 %,0", "125 %,46", "160 %,49"})
    void pointsByStepsAndBonus(String done, String points) {
        assertEquals(Optional.of(Cards.number(points)), rule.score("done", done).points());
    }

    @Test
    void theRawValueStaysBesideTheCappedOne() {
        Score score = rule.score("done", "160 %");
        assertEquals(Optional.of(Cards.number("58")), score.raw());
        assertEquals(Map.of("base", Cards.number("40"), "extra", Cards.number("9")), score.parts());
    }

    @Test
    void belowTheTargetTheGradeIsSetAndThePointsStay() {
        assertEquals(List.of("not-completed"), rule.score("done", "99.9 %").vetoes().stream().map(Claim::id).toList());
        assertTrue(rule.score("done", "100 %").vetoes().isEmpty());
    }

    @Test
    void missingIsNeverZero() {
        Score score = rule.score();
        assertEquals(Optional.empty(), score.points());
        assertEquals("MISSING(done)", score.absence());
        assertEquals(1, score.undecided().size());
    }

    @Test
    void earlierPeriodsAreGivenToo() {
        ScoringRule memory = ScoringRuleFile.parse("""
                id: memory
                points: 10
                parts: {p: {score: {formula: 'w - in_a_row("behind") * 2 + prior("attainment")'}}}
                """, Format.YAML, "memory");
        Given now = Given.of("behind", "yes", "attainment", "90 %").withPrior("attainment", "100 %");
        assertEquals(Optional.empty(), memory.score(now).points());
        assertEquals(Optional.of(Cards.number("5")), memory.score(now.withInARow("behind", 3)).points());
    }

    @Test
    void theTraceReplays() {
        Score score = rule.score("done", "137.5 %");
        assertEquals(score.points().orElseThrow(), score.trace().orElseThrow().replay().amount());
    }

    /** A step that gives no number is told as such, never as zero, though the rule knows what to do without it. */
    @Test
    void aStepWithoutANumberHasNoneInTheTrace() {
        ScoringRule lenient = ScoringRule.builder("r", Rational.of(10))
                .inputs(List.of(RuleInput.given("a", Unit.NONE), RuleInput.given("b", Unit.NONE)))
                .derived(List.of(new Derived("quotient", "quotient", Formula.parse("a / b"), Unit.NONE, Cite.NONE)))
                .parts(List.of(Part.of("p", new Shape.Custom(Formula.parse("orelse(quotient, 7)")), "a"))).build();
        for (Score score : List.of(lenient.score("a", "3"), lenient.score("a", "3", "b", "2"))) {
            Trace.Worked trace = score.trace().orElseThrow();
            assertEquals(score.points().orElseThrow(), trace.replay().amount());
            Trace.Worked part = (Trace.Worked) trace.operands().get(0);
            Trace.Worked quotient = (Trace.Worked) part.operands().get(0);
            boolean known = score.inputs().stream().allMatch(input -> input.number().isPresent());
            assertEquals(known ? Optional.of(Rational.of(3, 2)) : Optional.empty(), quotient.number().map(Quantity::amount));
            if (!known) {
                assertEquals(Rational.of(7), score.points().orElseThrow());
                assertThrows(IllegalStateException.class, quotient::value);
                assertThrows(IllegalStateException.class, quotient::replay);
                String text = Mubiao.explain(score, Locale.ENGLISH);
                assertTrue(text.contains("quotient = 3 ÷ missing = no number"), text);
            }
        }
    }
}
