package io.mubiao.scorecard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.rule.ScorecardFile;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.render.ScoreExplainer;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Bands from 90 on are of 100 points: 20 of 20 points are not 差 because they are 20, nor are 120 of 600 优. */
class GradeScaleTest {
    private static final String BANDS = "bands: {优: '>= 90', 良: '[80, 90)', 中: '[60, 80)', 差: < 60}";

    /** Two nodes of 20 and 80 full points below the root, with 20 and 72.5 points. */
    private static Scorecard card(String root, String first, String grades) {
        return Scorer.of(ScorecardFile.parse("""
                id: c
                rules: {r: {points: 20, inputs: {x: {}, fault: {}}, parts: {a: {of: x, score: {formula: x}}}, vetoes: {v: {title: 事故, when: fault > 0, grade: 差}}}}
                assign: [{rule: none}]
                items: {a: {rule: r, given: {x: 20, fault: 0}}, b: {rule: r, points: 80, given: {x: 72.5, fault: 0}}}
                views: {v: {root: {%s}, tree: [{id: A, items: [a]%s}, {id: B, items: [b]}]}}
                grades: {order: [优, 良, 中, 差], %s}
                """.formatted(root, first, grades), Format.YAML, "t"), GivenCard.REGISTER).score(GivenCard.nothing());
    }

    private static String grades(Scorecard card) {
        return card.nodes("v").stream().map(node -> node.id() + node.grade().orElse("-")).collect(Collectors.joining(" "));
    }

    @Test
    void onlyNodesOfTheSameFullPointsAreGraded() {
        Scorecard card = card("out-of: 100", "", BANDS);
        assertEquals("优 A- B-", grades(card));
        String told = ScoreExplainer.explain(card.nodes("v").get("A"), Locale.CHINESE);
        assertTrue(told.contains("不评等次：等次的分数线按满分 100 分定，此处满分 20 分"), told);
        assertEquals("优 A- B-", grades(card("", "", BANDS.replace("'>= 90'", "'[90, 100]'").replace("< 60", "'[0, 60)'") + ", domain: '[0, 100]'")));
    }

    @Test
    void aNodeThatIsScaledOrSaysSoIsGraded() {
        assertEquals("优 A优 B-", grades(card("out-of: 100", ", out-of: 100", BANDS)));
        assertEquals("优 A差 B-", grades(card("out-of: 100", ", graded: yes", BANDS)));
        assertEquals("- A- B-", grades(card("out-of: 100, graded: no", "", BANDS)));
    }

    /** Nobody says of what the bands are: those of 90 befit 100 points, neither 20 nor 600. */
    @Test
    void withoutAScaleTheBestGradeBefitsTheFullPoints() {
        Scorecard card = card("", "", BANDS);
        assertEquals("优 A- B-", grades(card));
        assertTrue(ScoreExplainer.explain(card.nodes("v").get("A"), Locale.CHINESE).contains("此处满分 20 分，与最高等次的分数线 90 不相称"));
        assertEquals("- A优 B-", grades(card("", "", "bands: {优: '>= 20', 良: '[15, 20)', 中: '[10, 15)', 差: < 10}")));
    }

    @Test
    void twoScalesThatBothFitAreRefused() {
        InvalidDefinitionException refused = Assertions.assertThrows(InvalidDefinitionException.class, () -> card("out-of: 100", ", out-of: 120", BANDS));
        assertTrue(refused.toString().contains("nodes out of 100, 120 points would be graded by the same bands"), refused.toString());
        assertEquals("优 A优 B-", grades(card("out-of: 100", ", out-of: 120, graded: yes", BANDS)));
    }
}
