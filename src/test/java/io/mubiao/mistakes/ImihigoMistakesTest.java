package io.mubiao.mistakes;

import static io.mubiao.testing.Ask.bound;
import static io.mubiao.testing.Ask.day;
import static io.mubiao.testing.Ask.increment;
import static io.mubiao.testing.Ask.level;
import static io.mubiao.testing.Ask.q;
import static io.mubiao.testing.Ask.register;
import static io.mubiao.testing.Ask.target;
import static io.mubiao.testing.Ask.total;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.assess.Assessment;
import io.mubiao.assess.Reason;
import io.mubiao.assess.Verdict;
import io.mubiao.observe.Observation;
import io.mubiao.scorecard.Scorecard;
import io.mubiao.target.Excuse;
import io.mubiao.target.Goal;
import io.mubiao.target.Measure;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.testing.Ask;
import io.mubiao.time.Cadence;
import io.mubiao.time.Span;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What district contracts elsewhere got wrong, one test each. */
class ImihigoMistakesTest {
    private static Register one(Goal goal) {
        return register(target(goal).build());
    }

    /** Their decreasing indicators take the highest month of the quarter, so recovery never shows. */
    @Test
    void aDecreasingIndicatorThatRecoversShowsIt() {
        Register register = one(Goal.amount(Measure.level(), bound("<= 40 个")));
        Observation january = level("01-31", "80 个");
        Observation february = level("02-29", "50 个");
        Observation march = level("03-31", "38 个");
        Scorecard before = Scoring.score(Scoring.PLAIN, register, "03-30", january, february, march);
        Scorecard after = Scoring.score(Scoring.PLAIN, register, "03-31", january, february, march);
        assertEquals("8", Scoring.points(before));
        assertEquals(Optional.of("红"), before.get("T").light());
        assertEquals("10", Scoring.points(after));
        assertEquals(Optional.of("绿"), after.get("T").light());
    }

    /** Their whole quarter is 0 where one month does not apply. */
    @Test
    void aMonthThatDoesNotApplyDoesNotZeroTheQuarter() {
        Target quarter = Target.of("T", "", Goal.quota(1, Cadence.monthly()).excuses(Excuse.slot("2024-02", "春节停工")),
                Span.parse("2024-01-01/2024-03-31"));
        Scorecard card = Scoring.score(Scoring.PLAIN, register(quarter), "2024-03-31", Ask.event("01-10"), Ask.event("03-10"),
                Ask.completeThrough("03-31"));
        assertEquals(Verdict.MET, card.get("T").assessment().orElseThrow().verdict());
        assertEquals("10", Scoring.points(card));
    }

    /** The same above single targets: the month that does not apply leaves the quarter's full points. */
    @Test
    void aTargetThatDoesNotApplyIsLeftOutOfItsNode() {
        Goal rate = Goal.amount(Measure.ratio(Measure.total("n"), Measure.total("d")), bound(">= 90 %"));
        Register register = register(Target.of("A", "", Goal.total(q("10 个")), Span.year(2024)),
                Target.of("B", "", rate, Span.year(2024)));
        Scorecard card = Scoring.score(Scoring.PLAIN, register, "12-31", Observation.total("A", day("12-31"), q("9 个")),
                Observation.total("n", day("12-31"), q("0 个")), Observation.total("d", day("12-31"), q("0 个")));
        assertEquals(Verdict.NOT_APPLICABLE, card.get("B").assessment().orElseThrow().verdict());
        assertEquals("9", Scoring.points(card.root()));
        assertEquals("10", card.root().full().toString());
    }

    /** They score target 0, actual 0 as 0. */
    @Test
    void nothingWantedAndNothingDoneIsDone() {
        for (String require : new String[] {"<= 0 个", "0 个", "= 0 个"}) {
            Register register = one(Goal.amount(Measure.total(), bound(require)));
            assertEquals("10", Scoring.points(Scoring.score(Scoring.PLAIN, register, "2025-01-01", total("12-31", "0 个"))));
        }
    }

    /** They average a running percentage in the quarter and sum it for the year. */
    @Test
    void runningPercentagesAreNeitherAveragedNorSummed() {
        Register register = one(Goal.amount(Measure.level(), bound(">= 96 %")));
        Observation[] quarters = {level("03-31", "40 %"), level("06-30", "60 %"), level("09-30", "80 %"), level("12-31", "96 %")};
        Scorecard card = Scoring.score(Scoring.PLAIN, register, "12-31", quarters);
        assertEquals(Optional.of(q("96 %")), card.get("T").assessment().orElseThrow().actual());
        assertEquals("10", Scoring.points(card));
        assertEquals(Optional.of(q("80 %")), Ask.assess(Goal.amount(Measure.level(), bound(">= 96 %")), "11-30", quarters).actual());
        Assessment added = Ask.assess(Goal.amount(Measure.total(), bound(">= 96 %")), "12-31", quarters);
        assertEquals(Optional.of(Reason.WRONG_KIND), added.reason());
    }

    /** Their composite averages its children whatever their size. */
    @Test
    void aCompositeWeighsItsPartsBySize() {
        String card = """
                id: sizes
                rules: {done: {points: 1, parts: {p: {of: attainment, score: {formula: w * x}}}}}
                items: {big: {rule: done, points: 90, target: A}, small: {rule: done, points: 10, target: B}}
                views:
                  points: {tree: [{id: both, items: [big, small], out-of: 100}]}
                  weights: {tree: [{id: both, items: [big, small], weights: {big: 90 %, small: 10 %}, weights-total: 100 %}]}
                """;
        Register register = register(Target.of("A", "", Goal.total(q("1000 个")), Span.year(2024)),
                Target.of("B", "", Goal.total(q("10 个")), Span.year(2024)));
        Scorecard score = Scoring.score(card, register, "12-31", Observation.total("A", day("12-31"), q("500 个")),
                Observation.total("B", day("12-31"), q("10 个")));
        assertEquals("55", Scoring.points(score.nodes("points").get("both")));
        assertEquals("55", Scoring.points(score.nodes("weights").get("both")));
    }

    /** The same inside one target: a rate pools first and divides then, 91 of 100 and not the mean of 10 % and 100 %. */
    @Test
    void aRatePoolsItsPartsBeforeItDivides() {
        Goal rate = Goal.amount(Measure.ratio(Measure.total("n"), Measure.total("d")), bound(">= 100 %"));
        Scorecard card = Scoring.score(Scoring.PLAIN, one(rate), "12-31",
                Observation.increment("n", Span.parse("2024-01-01/2024-06-30"), q("1 个")),
                Observation.increment("n", Span.parse("2024-07-01/2024-12-31"), q("90 个")),
                Observation.increment("d", Span.parse("2024-01-01/2024-06-30"), q("10 个")),
                Observation.increment("d", Span.parse("2024-07-01/2024-12-31"), q("90 个")));
        assertEquals("9.1", Scoring.points(card));
    }

    /** Everything of theirs is capped at 100, so overshoot vanishes. */
    @Test
    void overshootStaysBesideTheCap() {
        Scorecard card = Scoring.score(Scoring.PLAIN, one(Goal.total(q("1400 套"))), "12-31", total("12-31", "1758 套"));
        Assessment assessment = card.get("T").assessment().orElseThrow();
        assertEquals("125.57 / 100.00", Ask.attainment(assessment));
        assertEquals("10", Scoring.points(card));
        assertEquals(Optional.of(assessment.attainment().orElseThrow().times(io.mubiao.value.Rational.of(10))),
                card.get("T").score().raw());
    }

    /** Their guide sums sub-values in its text and takes the latest in its example: here the kind of report says which. */
    @Test
    void subValuesAreSummedOrTheLatestCountsAsDeclared() {
        Goal goal = Goal.total(q("100 个"));
        Assessment summed = Ask.assess(goal, "06-30", increment("2024-01-01/2024-03-31", "20 个"),
                increment("2024-04-01/2024-06-30", "30 个"));
        Assessment latest = Ask.assess(goal, "06-30", total("03-31", "20 个"), total("06-30", "30 个"));
        Assessment mixed = Ask.assess(goal, "06-30", total("03-31", "20 个"), increment("2024-04-01/2024-06-30", "30 个"));
        assertEquals(Optional.of(q("50 个")), summed.actual());
        assertEquals(Optional.of(q("30 个")), latest.actual());
        assertEquals(Optional.of(Reason.MIXED_KINDS), mixed.reason());
    }

    /** And above single targets the roll-up of the node says which. */
    @Test
    void quartersAreSummedOrTheLatestCountsAsTheNodeSays() {
        String card = """
                id: quarters
                rules: {done: {points: 100, parts: {p: {of: attainment, score: {formula: w * x}}}}}
                assign: [{rule: done}]
                views:
                  sum: {tree: [{id: year, items: [Q1, Q2], out-of: 100}]}
                  latest: {tree: [{id: year, items: [Q1, Q2], rollup: latest}]}
                """;
        Register register = register(Target.of("Q1", "", Goal.total(q("10 个")), Span.parse("2024-01-01/2024-03-31")),
                Target.of("Q2", "", Goal.total(q("10 个")), Span.parse("2024-04-01/2024-06-30")));
        Scorecard score = Scoring.score(card, register, "06-30", Observation.total("Q1", day("03-31"), q("4 个")),
                Observation.total("Q2", day("06-30"), q("10 个")));
        assertEquals("70", Scoring.points(score.nodes("sum").get("year")));
        assertEquals("100", Scoring.points(score.nodes("latest").get("year")));
        assertTrue(score.nodes("latest").get("year").trace().isPresent());
    }
}
