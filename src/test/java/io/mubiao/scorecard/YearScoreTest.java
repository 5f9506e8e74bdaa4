package io.mubiao.scorecard;

import static io.mubiao.testing.Ask.day;
import static io.mubiao.testing.Ask.q;
import static io.mubiao.testing.Ask.register;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.mubiao.assess.Assessor;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.scoring.Part;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.shape.Shape;
import io.mubiao.target.Goal;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.time.Span;
import io.mubiao.value.Rational;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** C15: the first quarter, the half-year, three quarters and the year weigh 15, 25, 25 and 35 %. */
class YearScoreTest {
    private static final Map<String, Rational> WEIGHTS = weights();
    private static final List<String> ENDS = List.of("03-31", "06-30", "09-30", "12-31");
    private static final ScorecardRule RULE = ScorecardRule.builder("card")
            .scoreAll(ScoringRule.of("share", 100, Part.of("done", new Shape.Ratio(), "attainment").with("base", "1")))
            .views(List.of(View.by("chapter", NodeRule.PLAIN, NodeRule.PLAIN))).periods(WEIGHTS).build();
    private static final Register REGISTER =
            register(Target.builder("T", Goal.total(q("100 个")), Span.year(2024)).build());

    private static Map<String, Rational> weights() {
        Map<String, Rational> weights = new LinkedHashMap<>();
        weights.put("Q1", Rational.parse("15/100"));
        weights.put("H1", Rational.parse("25/100"));
        weights.put("Q1-3", Rational.parse("25/100"));
        weights.put("year", Rational.parse("35/100"));
        return weights;
    }

    private static Map<String, Scorecard> cards(int... done) {
        ObservationLog log = ObservationLog.empty();
        Map<String, Scorecard> cards = new LinkedHashMap<>();
        List<String> names = List.copyOf(WEIGHTS.keySet());
        for (int i = 0; i < done.length; i++) {
            log.add(Observation.total("T", day(ENDS.get(i)), q(done[i] + " 个")));
        }
        for (int i = 0; i < done.length; i++) {
            cards.put(names.get(i), Scorer.of(RULE, REGISTER).score(Assessor.assess(REGISTER, log, day(ENDS.get(i)))));
        }
        return cards;
    }

    @Test
    void fourPeriodsMakeAYear() {
        YearScore.Node root = YearScore.of(RULE, cards(20, 50, 80, 100)).root("chapter");
        assertEquals(Optional.of(Cards.number("70.5")), root.points());
        assertEquals(Cards.number("100"), root.full());
        assertEquals(List.of(), root.lacking());
    }

    @Test
    void aPeriodThatIsLackingLeavesTheYearOpenNeverZero() {
        YearScore year = YearScore.of(RULE, cards(20, 50));
        YearScore.Node root = year.root("chapter");
        assertEquals(Optional.empty(), root.points());
        assertEquals(Cards.number("15.5"), root.soFar());
        assertEquals(Cards.number("40"), root.full());
        assertEquals(Cards.number("0.4"), root.weight());
        assertEquals(List.of("Q1-3", "year"), root.lacking());
        assertEquals(2, year.nodes("chapter").size());
        assertEquals(List.of("Q1", "H1", "Q1-3", "year"), YearScore.of(RULE, Map.of()).root("chapter").lacking());
    }

    @Property(tries = 30)
    void theYearIsTheWeightedSumAndItsTraceReplays(@ForAll @IntRange(max = 200) int a, @ForAll @IntRange(max = 200) int b,
            @ForAll @IntRange(max = 200) int c, @ForAll @IntRange(max = 200) int d) {
        YearScore.Node root = YearScore.of(RULE, cards(a, b, c, d)).root("chapter");
        Rational expected = Rational.of(15L * a + 25L * b + 25L * c + 35L * d, 100);
        assertEquals(Optional.of(expected), root.points());
        assertEquals(expected, root.trace().orElseThrow().replay().amount());
    }

    @Test
    void whatDoesNotFitIsRefused() {
        Map<String, Scorecard> cards = cards(20, 50);
        assertThrows(IllegalArgumentException.class, () -> YearScore.of(RULE, Map.of("Q5", cards.get("Q1"))));
        assertThrows(IllegalArgumentException.class, () -> YearScore.of(RULE, Map.of("Q1", cards.get("H1"), "H1", cards.get("Q1"))));
        assertThrows(IllegalArgumentException.class, () -> YearScore.of(RULE.toBuilder().periods(Map.of()).build(), cards));
        assertThrows(IllegalArgumentException.class, () -> YearScore.of(RULE, cards).nodes("chapter").get("nobody"));
    }
}
