package io.mubiao.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.scorecard.Cards;
import java.util.List;
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
    void theTraceReplays() {
        Score score = rule.score("done", "137.5 %");
        assertEquals(score.points().orElseThrow(), score.trace().orElseThrow().replay().amount());
    }
}
