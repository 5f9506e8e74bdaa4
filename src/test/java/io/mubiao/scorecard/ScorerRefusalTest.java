package io.mubiao.scorecard;

import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.scoring.ItemRule;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.shape.Bands;
import io.mubiao.shape.Grades;
import io.mubiao.target.Goal;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.testing.Ask;
import io.mubiao.testing.Refusal;
import io.mubiao.time.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What does not fit together is refused with its name, never scored. */
class ScorerRefusalTest {
    private static final Register TWO = Ask.register(Target.of("A", "", Goal.total(Ask.q("10 个")), Span.year(2024)),
            Target.of("B", "", Goal.total(Ask.q("3 所")), Span.year(2024)));

    private static void refused(ScorecardRule.Builder rule, String... words) {
        Refusal.naming(InvalidDefinitionException.class, () -> Scorer.of(rule.build(), TWO), words);
    }

    private static ScorecardRule.Builder rule() {
        return ScorecardRule.builder("c").scoreAll(Cards.shipped("c01-proportional"))
                .views(List.of(View.by("chapter", NodeRule.PLAIN, NodeRule.PLAIN)));
    }

    private static ItemRule item(String id, String target, String rule) {
        return new ItemRule(id, "", rule, Optional.empty(), target, Map.of(), Map.of(), "");
    }

    @Test
    void anItemNamedLikeATargetThatIsAssignedIsRefused() {
        refused(rule().items(List.of(item("B", "A", "c01-proportional"))), "two items", "'B'");
    }

    @Test
    void anItemInTwoNodesOfOneTreeIsRefusedSinceItWouldCountTwice() {
        refused(rule().views(List.of(GivenCard.tree(NodeRule.PLAIN, GivenCard.branch("x", NodeRule.PLAIN, List.of("A")),
                GivenCard.branch("y", NodeRule.PLAIN, List.of("A", "B"))))), "'A'", "x", "y");
    }

    @Test
    void unknownRulesTargetsInputsAndItemsAreNamed() {
        refused(rule().items(List.of(item("i", "A", "nowhere"))), "'nowhere'");
        refused(rule().items(List.of(item("i", "Z", "c01-proportional"))), "'Z'");
        refused(rule().items(List.of(new ItemRule("i", "", "c01-proportional", Optional.empty(), "A", Map.of(),
                Map.of("talks", "2"), ""))), "'talks'");
        refused(rule().views(List.of(GivenCard.tree(NodeRule.PLAIN, GivenCard.branch("x", NodeRule.PLAIN, List.of("Z"))))),
                "'Z'");
        refused(rule().views(List.of(View.by("region", NodeRule.PLAIN, NodeRule.PLAIN))), "'region'");
        refused(rule().views(List.of()), "view");
    }

    @Test
    void twoViewsOrNodesOfOneNameAreRefused() {
        View view = View.by("chapter", NodeRule.PLAIN, NodeRule.PLAIN);
        refused(rule().views(List.of(view, view)), "two views");
        refused(rule().views(List.of(GivenCard.tree(NodeRule.PLAIN, GivenCard.branch("x", NodeRule.PLAIN, List.of("A")),
                GivenCard.branch("x", NodeRule.PLAIN, List.of("B"))))), "two nodes", "x");
    }

    /** More points must never mean a worse grade. */
    @Test
    void gradesThatFallWhilePointsRiseAreRefused() {
        Grades upsideDown = new Grades(List.of("优", "差"), Bands.of(GivenCard.band("优", "< 60"), GivenCard.band("差", ">= 60")));
        refused(rule().grades(upsideDown), "grades", "优", "差");
        Grades split = new Grades(List.of("优", "良"), Bands.of(GivenCard.band("优", "< 60"), GivenCard.band("良", "[60, 80)"),
                GivenCard.band("优", ">= 80")));
        refused(rule().grades(split), "grades", "优", "良");
    }

    /** 10 个 and 3 所 are no peers, and 1 亿元 is not less than 5000 万元. */
    @Test
    void peersInDifferentUnitsNeedADeclaredUnit() {
        ScoringRule rank = Cards.rule("""
                id: rank
                points: 10
                ties: best-place
                parts: {p: {of: 'place("actual")', score: {rank-points: {step: 5 %}}}}
                """);
        List<ItemRule> items = List.of(new ItemRule("a", "", "rank", Optional.empty(), "A", Map.of(), Map.of(), "all"),
                new ItemRule("b", "", "rank", Optional.empty(), "B", Map.of(), Map.of(), "all"));
        refused(ScorecardRule.builder("c").rules(Map.of("rank", rank)).items(items)
                .views(List.of(View.by("chapter", NodeRule.PLAIN, NodeRule.PLAIN))), "'all'", "actual", "unit");
    }

    @Test
    void peersScoredByDifferentRulesAreRefused() {
        ScoringRule one = Cards.rule("{id: one, points: 10, parts: {p: {of: attainment, score: {formula: w * x}}}}");
        ScoringRule two = Cards.rule("{id: two, points: 10, parts: {p: {of: attainment, score: {formula: w * x}}}}");
        List<ItemRule> items = List.of(new ItemRule("a", "", "one", Optional.empty(), "A", Map.of(), Map.of(), "all"),
                new ItemRule("b", "", "two", Optional.empty(), "B", Map.of(), Map.of(), "all"));
        refused(ScorecardRule.builder("c").rules(Map.of("one", one, "two", two)).items(items)
                .views(List.of(View.by("chapter", NodeRule.PLAIN, NodeRule.PLAIN))), "'all'", "one", "two");
    }

    @Test
    void anOpenParameterIsNamed() {
        ScoringRule open = Cards.rule("""
                id: open
                points: 10
                parameters: {most: {title: 封顶倍数}}
                parts: {p: {of: attainment, score: {formula: w * x}, cap: most}}
                """);
        refused(ScorecardRule.builder("c").scoreAll(open).views(List.of(View.by("chapter", NodeRule.PLAIN, NodeRule.PLAIN))),
                "most", "封顶倍数");
    }
}
