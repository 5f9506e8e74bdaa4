package io.mubiao.assess;

import static io.mubiao.testing.Ask.assess;
import static io.mubiao.testing.Ask.attainment;
import static io.mubiao.testing.Ask.bound;
import static io.mubiao.testing.Ask.day;
import static io.mubiao.testing.Ask.facts;
import static io.mubiao.testing.Ask.q;
import static io.mubiao.testing.Ask.target;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.observe.MemberStanding;
import io.mubiao.observe.Observation;
import io.mubiao.target.Goal;
import io.mubiao.target.PaceCurve;
import io.mubiao.target.Population;
import io.mubiao.trace.Term;
import io.mubiao.value.Rational;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Members satisfying ÷ population. */
class CoverageTest {
    private static final Population TOWNS = Population.of("甲", "乙", "丙", "丁");

    private static Goal of(Population population, String require) {
        return Goal.coverage(population, bound(require));
    }

    private static Observation member(String on, String member, MemberStanding... standing) {
        return Observation.member("T", day(on), member, standing);
    }

    @Test
    void shareOfMembersSatisfied() {
        Assessment assessment = assess(of(TOWNS, ">= 75 %"), "06-30", member("02-01", "甲", MemberStanding.SATISFIED),
                member("02-01", "乙", MemberStanding.SATISFIED), member("02-01", "丙", MemberStanding.SATISFIED),
                member("02-01", "丁"));
        assertEquals(Optional.of(q("75 %")), assessment.actual());
        assertEquals(Verdict.MET, assessment.verdict());
    }

    /** ClimberKPI #19: the user wants A/B, the tool shows A/B − 1. */
    @Test
    void coverageIsAPerBAndGrowthIsAPerBLessOne() {
        assertEquals(Optional.of(q("80 %")), assess(of(Population.growing(), ">= 100 %"), "06-30",
                Observation.tally("T", day("06-30"), 80, 100)).actual());
        Goal growth = Goal.growth(io.mubiao.target.Measure.level(), io.mubiao.target.ChangeForm.RELATIVE,
                io.mubiao.target.Baseline.of(q("100 个"), day("2023-12-31")), bound(">= 100 %"));
        assertEquals(Optional.of(q("-20 %")),
                assess(growth, "06-30", io.mubiao.testing.Ask.level("06-30", "80 个")).actual());
    }

    @Test
    void anExclusionLeavesTheDenominatorAndAnExceptionOnlyIfNotInTheNumerator() {
        Observation satisfied = member("02-01", "甲", MemberStanding.SATISFIED);
        Observation not = member("02-01", "乙");
        assertEquals(Optional.of(q("50 %")), assess(of(Population.growing(), ">= 90 %"), "06-30", satisfied, not,
                member("02-01", "丙", MemberStanding.EXCLUDED)).actual());
        assertEquals(Optional.of(q("50 %")), assess(of(Population.growing(), ">= 90 %"), "06-30", satisfied, not,
                member("02-01", "丙", MemberStanding.EXCLUDED, MemberStanding.SATISFIED)).actual());
        assertEquals(Optional.of(q("50 %")), assess(of(Population.growing(), ">= 90 %"), "06-30", satisfied, not,
                member("02-01", "丙", MemberStanding.EXCEPTED)).actual());
        Assessment both = assess(of(Population.growing(), ">= 60 %"), "06-30", satisfied, not,
                member("02-01", "丙", MemberStanding.EXCEPTED, MemberStanding.SATISFIED));
        assertEquals(Verdict.MET, both.verdict());
        assertEquals(Rational.of(2, 3), both.actual().orElseThrow().asShare());
    }

    @Test
    void whoIsTakenOutOfTheNumeratorStaysInTheDenominator() {
        assertEquals(Optional.of(q("50 %")), assess(of(Population.growing(), ">= 90 %"), "06-30",
                member("02-01", "甲", MemberStanding.SATISFIED),
                member("02-01", "乙", MemberStanding.SATISFIED, MemberStanding.NUMERATOR_EXCLUDED)).actual());
    }

    @Test
    void anEmptyDenominatorGivesNoScoreNeitherZeroNorOne() {
        for (Observation all : List.of(member("02-01", "甲", MemberStanding.EXCLUDED),
                member("02-01", "甲", MemberStanding.EXCEPTED), Observation.tally("T", day("02-01"), 0, 0))) {
            Assessment assessment = assess(of(Population.growing(), ">= 90 %"), "06-30", all);
            assertEquals(Verdict.NOT_APPLICABLE, assessment.verdict());
            assertEquals(Optional.of(Reason.ZERO_DENOMINATOR), assessment.reason());
            assertTrue(assessment.actual().isEmpty());
            assertEquals("- / -", attainment(assessment));
        }
    }

    @Test
    void unreportedMembersDecideNothingUnlessTheyCannotChangeTheAnswer() {
        Observation one = member("02-01", "甲", MemberStanding.SATISFIED);
        Assessment unknown = assess(of(TOWNS, ">= 50 %"), "06-30", one);
        assertEquals(Verdict.INSUFFICIENT_DATA, unknown.verdict());
        assertEquals(Optional.of(Reason.UNREPORTED), unknown.reason());
        assertEquals(List.of("乙", "丙", "丁"), facts(unknown, Term.MISSING));
        assertEquals("- / -", attainment(unknown));
        assertEquals(Verdict.MET, assess(of(TOWNS, ">= 25 %"), "06-30", one).verdict());
        assertEquals(Verdict.NOT_MET, assess(of(TOWNS, ">= 100 %"), "06-30", member("02-01", "甲")).verdict());
        assertEquals(Verdict.NOT_MET, assess(of(TOWNS, "<= 20 %"), "06-30", one).verdict());
    }

    @Test
    void aFrozenPopulationDoesNotGrowAndAGrowingOneDoes() {
        Observation[] reports = {member("02-01", "甲", MemberStanding.SATISFIED), member("03-01", "乙"),
            member("04-01", "丙", MemberStanding.SATISFIED), member("05-01", "乙", MemberStanding.SATISFIED)};
        assertEquals(Optional.of(q("100 %")), assess(of(Population.frozen(day("03-01")), ">= 90 %"), "06-30", reports)
                .actual());
        assertEquals(2, assess(of(Population.frozen(day("03-01")), ">= 90 %"), "04-30", reports).actual()
                .orElseThrow().asShare().denominator().intValueExact());
        assertEquals(Rational.of(2, 3),
                assess(of(Population.growing(), ">= 90 %"), "04-30", reports).actual().orElseThrow().asShare());
    }

    @Test
    void aFrozenMemberExcludedLaterLeavesTheDenominator() {
        assertEquals(Optional.of(q("100 %")), assess(of(Population.frozen(day("01-31")), ">= 90 %"), "06-30",
                member("01-31", "甲", MemberStanding.SATISFIED), member("01-31", "乙"),
                member("03-01", "乙", MemberStanding.EXCLUDED)).actual());
    }

    @Test
    void theLatestReportOfAMemberCountsSoCoverageMaySlipBack() {
        Goal goal = of(Population.of("甲"), ">= 100 %");
        Observation yes = member("02-01", "甲", MemberStanding.SATISFIED);
        Observation no = member("05-01", "甲");
        assertEquals(Verdict.MET, assess(goal, "04-30", no, yes).verdict());
        assertEquals(Verdict.NOT_MET, assess(goal, "05-01", no, yes).verdict());
    }

    @Test
    void membersThatAreNotListedAreNotCountedButNoted() {
        Assessment assessment = assess(of(Population.of("甲"), ">= 100 %"), "06-30", member("02-01", "甲"),
                member("02-01", "戊", MemberStanding.SATISFIED));
        assertEquals(Optional.of(q("0 %")), assessment.actual());
        assertEquals(Note.Kind.UNLISTED, assessment.notes().get(0).kind());
    }

    @Test
    void talliesAndMemberReportsAreNotMixed() {
        assertEquals(Optional.of(Reason.MIXED_KINDS), assess(of(Population.growing(), ">= 90 %"), "06-30",
                member("02-01", "甲"), Observation.tally("T", day("02-01"), 1, 2)).reason());
    }

    @Test
    void anEmptyLogSaysNothing() {
        assertEquals(Verdict.INSUFFICIENT_DATA, assess(of(TOWNS, ">= 0 %"), "06-30").verdict());
    }

    @Test
    void theBoundHoldsExactly() {
        Goal third = of(Population.growing(), "> 33.3333 %");
        assertEquals(Verdict.MET, assess(third, "06-30", Observation.tally("T", day("06-30"), 1, 3)).verdict());
        Goal half = of(Population.growing(), "> 50 %");
        assertEquals(Verdict.NOT_MET, assess(half, "06-30", Observation.tally("T", day("06-30"), 1, 2)).verdict());
    }

    /** business-ai-agent #85; a level of last year is not the level of this one, so neither is a tally. */
    @Test
    void aTallyOfLastYearDoesNotLeakIn() {
        Assessment assessment = assess(of(Population.growing(), ">= 90 %"), "01-15",
                Observation.tally("T", day("2023-12-31"), 100, 100));
        assertEquals(Verdict.INSUFFICIENT_DATA, assessment.verdict(), assessment::toString);
    }

    /** Under a ceiling, less used than owed is ahead in every kind of goal. */
    @Test
    void pointsAheadOfACeilingAreOwedLessUsed() {
        Assessment assessment = assess(target(of(Population.growing(), "<= 10 %")).pace(PaceCurve.months()).build(),
                "06-30", Observation.tally("T", day("06-30"), 2, 100));
        assertEquals(Pace.ON_PACE, assessment.pace());
        assertEquals(Optional.of(Rational.of(30)), assessment.pointsAhead());
    }
}
