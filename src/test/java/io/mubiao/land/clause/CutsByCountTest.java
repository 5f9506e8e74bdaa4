package io.mubiao.land.clause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.land.question.Counterfactual;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** 综合得分前30名为A类; 户数与比例两者取小; 前两名直接定A类. */
class CutsByCountTest {
    private static final String SCORE = """
            columns: {s: {title: 得分}, kind: {title: 类别, kind: text, values: [甲, 乙], if-empty: 甲}}
            indicators: {score: {title: 综合得分, formula: s}}
            groups: [{id: all, title: 全部, rank-on: score}]
            ranking: {on: unrounded, ties: best-place, small-groups: none}
            """;

    private static String classes(String cuts) {
        return """
                classes: {order: [A, B, C, D], by: rank, quota-base: ranked, quota-rounding: cumulative half-up, cuts: %s}
                """.formatted(cuts);
    }

    private static String counts(String cuts, int size) {
        String[] rows = IntStream.range(0, size).mapToObj(i -> "E" + i + " s=" + (1000 - i)).toArray(String[]::new);
        return Law.of(SCORE, classes(cuts)).on(rows).classCounts().toString();
    }

    @Test
    void aCountBesideShares() {
        assertEquals("{A=3, B=9, C=7, D=1}", counts("{A: 3 户, B: 60 %, C: 95 %, D: 100 %}", 20));
        assertEquals("{A=3, B=117, C=70, D=10}", counts("{A: 3名, B: 60 %, C: 95 %, D: 100 %}", 200));
    }

    /** Of four 60 % are 2.4, fewer than the three of class A: B has no place, C reaches to 95 %. */
    @Test
    void aCountAboveTheNextShareLeavesTheNextClassEmpty() {
        assertEquals("{A=3, B=0, C=1, D=0}", counts("{A: 3 户, B: 60 %, C: 95 %, D: 100 %}", 4));
    }

    /** 前30名且不超过20%: of 200 it is 30, of 100 it is 20. */
    @Test
    void theSmallerOfACountAndAShare() {
        assertEquals("{A=30, B=90, C=70, D=10}", counts("{A: \"min(30 户, 20 %)\", B: 60 %, C: 95 %, D: 100 %}", 200));
        assertEquals("{A=20, B=40, C=35, D=5}", counts("{A: \"min(20 %, 30 户)\", B: 60 %, C: 95 %, D: 100 %}", 100));
    }

    @Test
    void aCountThatIsAParameter() {
        Law law = Law.of("parameters: {most: {title: A类户数, unit: 户, value: 2 户}}\n", SCORE, classes("{A: most, B: 60 %, C: 95 %, D: 100 %}"));
        assertEquals("1A 2A 3B 4C 5C", Law.classes(law.on("1 s=5", "2 s=4", "3 s=3", "4 s=2", "5 s=1")));
    }

    @Test
    void aPlainNumberIsNoShare() {
        assertTrue(Law.refused(SCORE, classes("{A: 3, B: 60 %, C: 95 %, D: 100 %}")).startsWith("found 3, which is no share: write 3 户"));
        assertTrue(Law.refused(SCORE, classes("{A: 3.5 户, B: 60 %, C: 95 %, D: 100 %}")).startsWith("found 3.5 户, expected a whole number"));
        assertTrue(Law.refused(SCORE, classes("{A: 30 户, B: 20 户, C: 95 %, D: 100 %}")).contains("must not fall, got 20 户 for class 'B' after 30 户"));
        assertTrue(Law.refused(SCORE, classes("{A: 30 户, B: 60 %, C: 95 %, D: 100 户}")).contains("must end with 100 %, got 100 户"));
        assertTrue(Law.refused(SCORE, classes("{A: 3 亩, B: 60 %, C: 95 %, D: 100 %}")).startsWith("found 3 亩, expected a share"));
    }

    private static final String FIRST_TWO = """
            overrides:
              - {id: first, title: 得分前两名直接定A, when: place <= 2, set: A}
              - {id: last, title: 后20%不得高于C, when: place > 0.8 * ranked, not-above: C}
            refill: R
            """;

    /** 5 firms: 20 % are one place; the second is lifted by its place, the last is held. */
    @Test
    void theFirstTwoAreDirectlyA() {
        Law law = Law.of(SCORE, classes("{A: 20 %, B: 100 %, C: 100 %, D: 100 %}"), FIRST_TWO.replace("R", "false"));
        Evaluation found = law.on("1 s=5", "2 s=4", "3 s=3", "4 s=2", "5 s=1");
        assertEquals("1A 2A 3B 4B 5C", Law.classes(found));
        assertTrue(Law.zh(found, "2").contains("得分前两名直接定A，B → A（名次 ≤ 2：2 ≤ 2）"), Law.zh(found, "2"));
        assertTrue(Law.en(found, "5").contains("B → C"), Law.en(found, "5"));
    }

    @Test
    void equalsShareTheirPlace() {
        Law law = Law.of(SCORE, classes("{A: 20 %, B: 60 %, C: 95 %, D: 100 %}"), FIRST_TWO.replace("R", "counted")).inOnePlace();
        assertEquals("1A 2A 3A 4B 5C", Law.classes(law.on("1 s=5", "2 s=4", "3 s=4", "4 s=2", "5 s=1")));
    }

    /** What would have to change is answered for rules that use places too. */
    @Test
    void aCounterfactualKnowsThePlace() {
        Law law = Law.of(SCORE, classes("{A: 20 %, B: 100 %, C: 100 %, D: 100 %}"), FIRST_TWO.replace("R", "false"));
        Evaluation found = law.on("1 s=5", "2 s=4", "3 s=3", "4 s=2", "5 s=1");
        assertEquals("4", Counterfactual.of(found, "3", "s", "A").needed().orElseThrow().amount().toString());
    }

    @Test
    void aPlaceNeedsARankingAndComesAfterIt() {
        assertTrue(Law.refused("columns: {s: {}}\nindicators: {score: {formula: s}}\ngroups: [{id: all, rank-on: score}]\n",
                "classes: {order: [A, B], by: tests, tests: {A: place <= 2}}\n").contains("'place' needs a ranking"));
        assertTrue(Law.refused(SCORE.replace("formula: s}", "formula: s + place}")).contains("'place' is not known yet"));
        Law own = Law.of(SCORE.replace("s: {title", "place: {}, s: {title").replace("formula: s}", "formula: place}"));
        assertEquals("1 7", Law.totals(own.by(LandAssessor.of(own.rule)).on("1 place=7 s=1")));
    }
}
