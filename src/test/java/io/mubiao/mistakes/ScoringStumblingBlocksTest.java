package io.mubiao.mistakes;

import static io.mubiao.testing.Ask.bound;
import static io.mubiao.testing.Ask.day;
import static io.mubiao.testing.Ask.level;
import static io.mubiao.testing.Ask.q;
import static io.mubiao.testing.Ask.register;
import static io.mubiao.testing.Ask.target;
import static io.mubiao.testing.Ask.total;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.assess.Assessments;
import io.mubiao.assess.Assessor;
import io.mubiao.assess.Verdict;
import io.mubiao.io.Format;
import io.mubiao.io.rule.ScorecardFile;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.scorecard.NoPoints;
import io.mubiao.scorecard.Scorecard;
import io.mubiao.scorecard.Scorer;
import io.mubiao.scoring.Claim;
import io.mubiao.target.Baseline;
import io.mubiao.target.Bindingness;
import io.mubiao.target.ChangeForm;
import io.mubiao.target.Goal;
import io.mubiao.target.Measure;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.time.Span;
import io.mubiao.trace.Trace;
import io.mubiao.value.Rational;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What users of such software stumble over where targets become points, lights and scorecards. */
class ScoringStumblingBlocksTest {
    private static Target named(String id, Goal goal) {
        return Target.of(id, "", goal, Span.year(2024));
    }

    /** working_time #13: 63 % of at least 60 % was shown red because last month was 65 %. */
    @Test
    void metIsNotRedBecauseLastMonthWasBetter() {
        Register register = register(target(Goal.amount(Measure.level(), bound(">= 60 %"))).build());
        ObservationLog log = ObservationLog.of(level("05-31", "65 %"), level("06-30", "63 %"));
        Assessments may = Assessor.assess(register, log, day("05-31"));
        Assessments june = Assessor.assess(register, log, day("06-30"));
        Scorecard card = Scorer.of(ScorecardFile.parse(Scoring.PLAIN, Format.YAML, "card"), register).score(june, List.of(may));
        assertEquals(Optional.of("绿"), card.get("T").light());
        assertEquals("10", Scoring.points(card));
    }

    /** steedos okr #18: one objective with a target that falls and one that rises. */
    @Test
    void directionsMayBeMixedInOneNode() {
        Goal down = Goal.reduction(Measure.level(), ChangeForm.RELATIVE, Baseline.of(q("200 个"), LocalDate.of(2023, 12, 31)),
                bound(">= 100 %"));
        Register register = register(named("A", down), named("B", Goal.total(q("10 个"))));
        Scorecard card = Scoring.score(Scoring.PLAIN, register, "12-31", Observation.level("A", day("12-31"), q("50 个")),
                Observation.total("B", day("12-31"), q("5 个")));
        assertEquals("12.5", Scoring.points(card.root()));
    }

    /** hezo PR 563: what was green in June is not green for ever. */
    @Test
    void pointsAndLightsFollowALevelThatSlipsBack() {
        Register register = register(target(Goal.amount(Measure.level(), bound(">= 90 %"))).build());
        Observation[] both = {level("06-30", "96 %"), level("07-31", "45 %")};
        assertEquals(Optional.of("绿"), Scoring.score(Scoring.PLAIN, register, "06-30", both).get("T").light());
        Scorecard july = Scoring.score(Scoring.PLAIN, register, "07-31", both);
        assertEquals(Optional.of("红"), july.get("T").light());
        assertEquals("5", Scoring.points(july));
    }

    /** operately 2218, larksuite 574: below nothing and above everything stays visible beside the points. */
    @Test
    void negativeAndExcessivePointsStayBesideTheHeldOnes() {
        Goal down = Goal.reduction(Measure.level(), ChangeForm.RELATIVE, Baseline.of(q("200 个"), LocalDate.of(2023, 12, 31)),
                bound(">= 50 %"));
        Register register = register(target(down).build());
        Scorecard worse = Scoring.score(Scoring.PLAIN, register, "06-30", level("06-30", "250 个"));
        assertEquals("0", Scoring.points(worse));
        assertEquals(Optional.of(Rational.of(-5)), worse.get("T").score().raw());
        Scorecard better = Scoring.score(Scoring.PLAIN, register, "06-30", level("06-30", "50 个"));
        assertEquals("10", Scoring.points(better));
        assertEquals(Optional.of(Rational.of(15)), better.get("T").score().raw());
    }

    /** sloth #231: one that nobody can tell spreads over the whole report as NaN. Here it is named. */
    @Test
    void oneMissingFigureDoesNotSpread() {
        Register register = register(named("A", Goal.total(q("10 个"))), named("B", Goal.total(q("10 个"))));
        Observation a = Observation.total("A", day("12-31"), q("8 个"));
        Scorecard skipping = Scoring.score(Scoring.PLAIN, register, "12-31", a);
        assertEquals("8", Scoring.points(skipping.root()));
        assertEquals(Rational.of(1, 2), skipping.root().completeness());
        assertEquals(Optional.empty(), skipping.get("B").points());
        Scorecard strict = Scoring.score(Scoring.PLAIN.replace("missing: skip", "missing: refuse"), register, "12-31", a);
        assertEquals(Optional.of(NoPoints.LACKING), strict.nodes("all").get("amount").reason());
        assertEquals("B", strict.nodes("all").get("amount").detail());
    }

    /** kibana #154587: weighted average or worst case; OpenSLO #41: a rollup of targets is not one target of two indicators. */
    @Test
    void aCompositeSaysHowItIsComposed() {
        String card = """
                id: composites
                rules: {done: {points: 10, parts: {p: {of: attainment, score: {formula: w * x}, cap: w}}}}
                assign: [{rule: done}]
                views:
                  mean: {tree: [{id: n, items: [A, B], out-of: 100}]}
                  worst: {tree: [{id: n, items: [A, B], rollup: worst-of}]}
                  all: {tree: [{id: n, items: [A, B], rollup: all-or-nothing, out-of: 100}]}
                """;
        Register register = register(named("A", Goal.total(q("10 个"))), named("B", Goal.total(q("10 个"))));
        Scorecard score = Scoring.score(card, register, "12-31", Observation.total("A", day("12-31"), q("10 个")),
                Observation.total("B", day("12-31"), q("6 个")));
        assertEquals("80", Scoring.points(score.nodes("mean").get("n")));
        assertEquals("60", Scoring.points(score.nodes("worst").get("n")));
        assertEquals("0", Scoring.points(score.nodes("all").get("n")));
        Goal one = Goal.amount(Measure.ratio(Measure.total("A"), Measure.total("B")), bound(">= 100 %"));
        assertEquals("10", Scoring.points(Scoring.score(Scoring.PLAIN, register(target(one).build()), "12-31",
                Observation.total("A", day("12-31"), q("10 个")), Observation.total("B", day("12-31"), q("6 个")))));
    }

    /** kademi-dev #505: part of the way has a level of its own. */
    @Test
    void partialProgressCanHaveLevels() {
        String card = Scoring.PLAIN.replace("score: {formula: w * x}, cap: w, floor: 0",
                "score: {steps: {of: value, below: 0, at: {50 %: 4, 80 %: 7, 100 %: 10}}}");
        Register register = register(target(Goal.total(q("10 个"))).build());
        assertEquals("0", Scoring.points(Scoring.score(card, register, "12-31", total("12-31", "4.9 个"))));
        assertEquals("4", Scoring.points(Scoring.score(card, register, "12-31", total("12-31", "5 个"))));
        assertEquals("7", Scoring.points(Scoring.score(card, register, "12-31", total("12-31", "9.9 个"))));
    }

    /** Huanggang 2020 scored 98 % of a 98 % target as 19.6 of 20: the raw rate instead of the attainment. */
    @Test
    void theAttainmentIsScoredAndNotTheRawRate() {
        Register register = register(target(Goal.amount(Measure.level(), bound(">= 98 %"))).build());
        assertEquals("20", Scoring.points(Scoring.score(Scoring.PLAIN.replace("points: 10", "points: 20"), register, "12-31",
                level("12-31", "98 %"))));
    }

    /** keptn #5496: from the total down to the number that was reported, every step is there and replays. */
    @Test
    void theNumbersBehindThePointsAreInTheTrace() {
        Register register = register(named("A", Goal.total(q("10 个"))), named("B", Goal.total(q("10 个"))));
        Scorecard card = Scoring.score(Scoring.PLAIN, register, "12-31", Observation.total("A", day("12-31"), q("8 个")),
                Observation.total("B", day("12-31"), q("5 个")));
        Trace.Worked root = card.root().trace().orElseThrow();
        Trace.Worked item = card.get("A").score().trace().orElseThrow();
        assertEquals(Rational.of(13), root.replay().amount());
        assertEquals(Rational.of(8), item.replay().amount());
        assertTrue(card.get("A").score().inputs().stream().anyMatch(leaf -> leaf.name().equals("attainment")
                && leaf.number().orElseThrow().amount().equals(Rational.of(4, 5))));
        assertEquals(q("8 个"), card.get("A").assessment().orElseThrow().actual().orElseThrow());
    }

    /** §2.2: points behind and per cent below are two rules, and blue is best here and a warning there. */
    @Test
    void pointsBehindAndShareBelowAreTwoRulesAndColoursMeanWhatTheRuleSays() {
        Register register = register(target(Goal.total(q("100 个"))).pace(io.mubiao.target.PaceCurve.months()).build());
        String points = "order: [绿, 黄, 红], of: points_behind, bands: {绿: '<= 0', 黄: '(0, 30]', 红: '> 30'}";
        String share = "order: [绿, 黄, 红], of: behind_share * 100, bands: {绿: '<= 0', 黄: '(0, 50]', 红: '> 50'}";
        String blue = "order: [蓝, 绿, 黄], of: points_behind, bands: {蓝: '< -10', 绿: '[-10, 0]', 黄: '> 0'}";
        assertEquals("黄", light(points, register, "30 个"));
        assertEquals("黄", light(share, register, "30 个"));
        assertEquals("黄", light(points, register, "20 个"));
        assertEquals("红", light(share, register, "20 个"));
        assertEquals("蓝", light(blue, register, "61 个"));
        assertEquals("绿", light(blue, register, "60 个"));
    }

    private static String light(String rule, Register register, String done) {
        String card = Scoring.PLAIN.lines().filter(line -> !line.startsWith("lights")).reduce("", (a, b) -> a + b + "\n")
                + "lights: {" + rule + "}\n";
        return Scoring.score(card, register, "06-30", total("06-30", done)).get("T").light().orElse("");
    }

    /** §2.5: a binding target missed caps the grade, an expected one asks for an explanation; both are counted apart. */
    @Test
    void bindingAndExpectedTargetsAreToldApart() {
        String card = Scoring.PLAIN + """
                grades: {order: [优, 差], bands: {优: ">= 0", 差: "< 0"}}
                vetoes: {bound: {when: binding and missed, grade: 差}}
                duties: {explain: {when: not binding and missed}}
                """;
        Register register = register(
                Target.builder("A", Goal.total(q("10 个")), Span.year(2024)).bindingness(Bindingness.EXPECTED).build(),
                Target.builder("B", Goal.total(q("10 个")), Span.year(2024)).bindingness(Bindingness.BINDING).build());
        Observation a = Observation.total("A", day("12-31"), q("8 个"));
        Scorecard expectedMissed = Scoring.score(card, register, "2025-01-01", a, Observation.total("B", day("12-31"), q("10 个")));
        assertEquals(Optional.of("优"), expectedMissed.root().grade());
        assertEquals(List.of("explain"), expectedMissed.get("A").duties().stream().map(Claim::id).toList());
        Scorecard boundMissed = Scoring.score(card, register, "2025-01-01", a, Observation.total("B", day("12-31"), q("9 个")));
        assertEquals(Optional.of("差"), boundMissed.root().grade());
        assertEquals(Map.of(Bindingness.BINDING, Map.of(Verdict.MISSED, 1L), Bindingness.EXPECTED, Map.of(Verdict.MISSED, 1L)),
                boundMissed.root().byBindingness());
    }
}
