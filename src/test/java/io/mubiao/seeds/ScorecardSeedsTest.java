package io.mubiao.seeds;

import static io.mubiao.testing.Ask.bound;
import static io.mubiao.testing.Ask.level;
import static io.mubiao.testing.Ask.target;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.assess.Assessments;
import io.mubiao.assess.Assessor;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.rule.Rule;
import io.mubiao.scorecard.NodeScore;
import io.mubiao.scorecard.Scorecard;
import io.mubiao.scorecard.ScorecardRule;
import io.mubiao.scorecard.Scorer;
import io.mubiao.shape.Grades;
import io.mubiao.target.Goal;
import io.mubiao.target.Measure;
import io.mubiao.target.Register;
import io.mubiao.testing.Ask;
import io.mubiao.testing.Refusal;
import io.mubiao.value.Rational;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every shipped scorecard reads and scores a register; grades come out as published. */
class ScorecardSeedsTest {
    private static final Register REGISTER = Ask.register(
            target(Goal.amount(Measure.level(), bound(">= 98 %"))).build());

    static List<String> ids() {
        return Scores.ids(Scores.CARDS);
    }

    private static Assessments satisfied(String value) {
        return Assessor.assess(REGISTER, ObservationLog.of(level("12-31", value)), LocalDate.of(2024, 12, 31));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyFileReadsAndScores(String id) {
        ScorecardRule rule = Scores.card(id);
        assertEquals(id, rule.id());
        assertFalse(rule.title().isBlank() || rule.sources().isEmpty());
        Scorecard card = Scorer.of(rule, REGISTER).score(satisfied("98 %"));
        assertTrue(card.root().points().isPresent(), () -> card.root().detail());
    }

    @ParameterizedTest
    @CsvSource({"100,超额完成", "95,超额完成", "94.5,-", "94,完成", "80,完成", "79.99,基本完成", "60,基本完成", "59.9,未完成"})
    void gradesOfEnergySavingWithTheHoleDeclared(String points, String grade) {
        assertEquals(grade, grades("c05-grades").grade(Rational.parse(points)).orElse("-"));
    }

    @ParameterizedTest
    @CsvSource({"94.5,超额完成", "94.49,完成", "79.5,完成", "79.49,基本完成", "59.49,未完成"})
    void gradesOfEnergySavingRoundedFirst(String points, String grade) {
        String text = Scores.cardText("c05-grades").replace("holes: [\"(94, 95)\"]", "round: 0 half-up");
        assertEquals(Optional.of(grade), Scores.parseCard(text).grades().orElseThrow().grade(Rational.parse(points)));
    }

    @Test
    void gradesOfEnergySavingAsPublishedAreRefused() {
        String text = Scores.cardText("c05-grades").replace("  holes: [\"(94, 95)\"]\n", "").replace("[60, 80)", "[60, 80]");
        Refusal.naming(InvalidDefinitionException.class, () -> Scores.parseCard(text), "no band holds (94, 95)", "= 80 lies in both", "grades.bands");
    }

    @ParameterizedTest
    @CsvSource({"90,优,优", "89.5,优,-", "89,良,良", "60,中,中", "59.9,中,-", "59.4,差,-", "100,优,优", "100.6,-,-"})
    void gradesOfTheMinistryRoundedFirstOrWithTheHolesDeclared(String points, String rounded, String holed) {
        assertEquals(rounded, grades("mof-grades").grade(Rational.parse(points)).orElse("-"));
        String text = Scores.cardText("mof-grades").replace("round: 0 half-up",
                "holes: [\"(89, 90)\", \"(79, 80)\", \"(59, 60)\"]");
        assertEquals(holed, Scores.parseCard(text).grades().orElseThrow().grade(Rational.parse(points)).orElse("-"));
    }

    @Test
    void gradesOfTheMinistryAsPublishedAreRefused() {
        Refusal.naming(InvalidDefinitionException.class, () -> Scores.parseCard(Scores.cardText("mof-grades").replace("  round: 0 half-up\n", "")),
                "(89, 90)", "(79, 80)", "(59, 60)");
    }

    private static Grades grades(String card) {
        return Scores.card(card).grades().orElseThrow();
    }

    @Test
    void theSelfEvaluationAddsUpByLevel() {
        Scorecard card = Scorer.of(Scores.card("mof-self-evaluation"), REGISTER).score(satisfied("98 %"));
        assertEquals(Optional.of(Rational.parse("88.3")), card.root().points());
        assertEquals(Optional.of("良"), card.root().grade());
        assertEquals("7 47.5 24 9.8", String.join(" ", List.of("执行", "产出", "效益", "满意度").stream()
                .map(id -> card.nodes("levels").get(id).points().orElseThrow().toString()).toList()));
        assertEquals(List.of(Rational.of(10), Rational.of(50), Rational.of(30), Rational.of(10)),
                card.root().nodes().stream().map(NodeScore::full).toList());
    }

    /** A published form scores 98 % of a target of 98 % as 19.6 of 20: the raw value in place of the attainment. */
    @Test
    void attainmentIsNotTheRawValue() {
        String right = """
                id: huanggang
                rules: {satisfaction: {points: 20, parts: {item: {of: attainment, score: {formula: w * x}}}}}
                assign: [{rule: satisfaction}]
                views: {all: {levels: [{by: chapter}]}}
                """;
        ScorecardRule rule = Scores.parseCard(right);
        assertEquals(Optional.of(Rational.of(20)), Scorer.of(rule, REGISTER).score(satisfied("98 %")).get("T").points());
        ScorecardRule wrong = Scores.parseCard(right.replace("of: attainment", "of: raw")
                .replace("points: 20,", "points: 20, inputs: {raw: {of: actual, unit: \"%\"}},"));
        assertEquals(Optional.of(Rational.parse("19.6")),
                Scorer.of(wrong, REGISTER).score(satisfied("98 %")).get("T").points());
    }

    @Test
    void theTemplatesSaySo() {
        assertEquals(List.of("c15-year", "county-quota", "mof-self-evaluation"),
                ids().stream().filter(id -> Scores.card(id).status() == Rule.Status.TEMPLATE).toList());
        assertEquals("{一季度=0.15, 上半年=0.25, 前三季度=0.25, 全年=0.35}", Scores.card("c15-year").periods().toString());
    }

    @ParameterizedTest
    @CsvSource({"0.48 0.6 0.5 0.5 0.3 0.4,2.78", "0.45 0.6 0.5 0.5 0.5 0.4,2.95"})
    void sumsAreExact(String points, String sum) {
        StringBuilder text = new StringBuilder("""
                id: investment
                rules: {direct: {points: 0.6, inputs: {awarded: {}}, parts: {item: {of: awarded, score: {formula: x}, cap: w}}}}
                views: {all: {tree: [{id: 招商引资, items: [i0, i1, i2, i3, i4, i5]}]}}
                items:
                """);
        String[] each = points.split(" ", -1);
        for (int i = 0; i < each.length; i++) {
            text.append("  i").append(i).append(": {rule: direct, given: {awarded: ").append(each[i]).append("}}\n");
        }
        Scorecard card = Scorer.of(Scores.parseCard(text.toString()), REGISTER).score(satisfied("98 %"));
        assertEquals(Optional.of(Rational.parse(sum)), card.root().points());
    }
}
