package io.mubiao.oracle;

import static io.mubiao.testing.Ask.assess;
import static io.mubiao.testing.Ask.at;
import static io.mubiao.testing.Ask.bound;
import static io.mubiao.testing.Ask.day;
import static io.mubiao.testing.Ask.level;
import static io.mubiao.testing.Ask.percent;
import static io.mubiao.testing.Ask.q;
import static io.mubiao.testing.Ask.target;
import static io.mubiao.testing.Ask.total;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.assess.Assessment;
import io.mubiao.assess.Assessments;
import io.mubiao.assess.Assessor;
import io.mubiao.assess.Pace;
import io.mubiao.assess.Reason;
import io.mubiao.assess.Verdict;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.target.Goal;
import io.mubiao.target.Measure;
import io.mubiao.target.PaceCurve;
import io.mubiao.target.Population;
import io.mubiao.target.Register;
import io.mubiao.target.SampleReading;
import io.mubiao.target.Scale;
import io.mubiao.target.Target;
import io.mubiao.target.Tiers;
import io.mubiao.testing.Ask;
import io.mubiao.time.Span;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked cases of the domain reference that concern model, pace and assessment, through the public entry. */
class WorkedCasesTest {
    private static final Goal COVERAGE = Goal.coverage(Population.growing(), bound(">= 100 %"));

    @Test
    void o1ProportionWithExclusionsAndExceptions() {
        Assessment assessment = assess(COVERAGE, "12-31", Observation.tally("T", day("12-31"), 3, 1, 6, 1, 1));
        assertEquals(Optional.of(q("50 %")), assessment.actual());
    }

    @Test
    void o4ProportionAndEmptyDenominator() {
        assertEquals(Optional.of(q("75 %")),
                assess(COVERAGE, "12-31", Observation.tally("T", day("12-31"), 4, 1, 6, 1, 1)).actual());
        Assessment empty = assess(COVERAGE, "12-31", Observation.tally("T", day("12-31"), 0, 0, 5, 3, 2));
        assertTrue(empty.actual().isEmpty() && empty.attainment().isEmpty() && empty.cappedAttainment().isEmpty());
        assertEquals(Verdict.NOT_APPLICABLE, empty.verdict());
        assertEquals(Optional.of(Reason.ZERO_DENOMINATOR), empty.reason());
    }

    @ParameterizedTest
    @CsvSource({"03-31, 220, 250, 88.00", "06-30, 480, 500, 96.00", "09-30, 710, 750, 94.67", "12-31, 968, 1000, 96.80"})
    void o13CumulativeQuartersAgainstThePlan(String asOf, String actual, String expected, String percent) {
        PaceCurve plan = PaceCurve.plan(new PaceCurve.Point(day("03-31"), Rational.of(1, 4)),
                new PaceCurve.Point(day("06-30"), Rational.of(1, 2)),
                new PaceCurve.Point(day("09-30"), Rational.of(3, 4)),
                new PaceCurve.Point(day("12-31"), Rational.ONE));
        Assessment assessment = assess(target(Goal.total(q("1000 个"))).pace(plan).build(), asOf,
                total("03-31", "220 个"), total("06-30", "480 个"), total("09-30", "710 个"), total("12-31", "968 个"));
        assertEquals(Optional.of(q(actual + " 个")), assessment.actual());
        assertEquals(Optional.of(q(expected + " 个")), assessment.expected());
        assertEquals(percent, percent(assessment.ofExpected().orElseThrow()));
        assertEquals(Pace.BEHIND, assessment.pace());
    }

    @ParameterizedTest
    @CsvSource({"03-31, 100.00", "06-30, 50.00", "09-30, 66.67", "12-31, 75.00"})
    void o15MaintainedShareOfPeriods(String asOf, String percent) {
        Goal goal = Goal.maintain(bound(">= 99.5 %"), SampleReading.share(bound(">= 100 %")));
        Assessment assessment = assess(goal, asOf, level("03-31", "99.6 %"), level("06-30", "99.3 %"),
                level("09-30", "99.7 %"), level("12-31", "99.8 %"));
        assertEquals(percent, percent(assessment.actual().orElseThrow().asShare()));
    }

    @ParameterizedTest
    @CsvSource({"1400, 1758, 125.57", "310, 358, 115.48", "658, 690, 104.86"})
    void o24JinanOvershoot(String required, String actual, String percent) {
        Assessment assessment = assess(Goal.total(q(required + " 套")), "12-31", total("12-31", actual + " 套"));
        assertEquals(percent, percent(assessment.attainment().orElseThrow()));
        assertEquals(Optional.of(Rational.ONE), assessment.cappedAttainment());
        assertEquals(Verdict.MET, assessment.verdict());
    }

    @ParameterizedTest
    @CsvSource({"120, 62, 51.67", "91, 78.93, 86.74", "20000, 14826, 74.13", "91, 50, 54.95", "53, 35, 66.04"})
    void o25LuanHalfYear(String required, String actual, String percent) {
        Assessment assessment = assess(Goal.total(q(required + " 个")), "06-30", total("06-30", actual + " 个"));
        assertEquals(percent, percent(assessment.attainment().orElseThrow()));
        assertEquals(Pace.ON_PACE, assessment.pace());
    }

    @ParameterizedTest
    @CsvSource({"03-31, 25.00", "06-30, 50.00", "11-30, 91.67"})
    void o27XuanchengPace(String asOf, String percent) {
        Assessment assessment = assess(Goal.total(q("100 个")), asOf, total("01-31", "1 个"));
        assertEquals(percent, percent(assessment.expectedShare().orElseThrow()));
    }

    @Test
    void o49RateSoFarAgainstRateNeeded() {
        Target target = Target.builder("T", Goal.total(q("3383 个")), Span.parse("2024-04-01/2024-04-30"))
                .pace(PaceCurve.days()).build();
        Assessment assessment = assess(target, "04-11", total("04-11", "1332 个"));
        Rational rate = assessment.ratePerDay().orElseThrow().amount();
        Rational needed = assessment.neededPerDay().orElseThrow().amount();
        assertEquals("121.09", rate.round(Rounding.halfUp(2)).toPlainString());
        assertEquals("107.95", needed.round(Rounding.halfUp(2)).toPlainString());
        assertEquals("1.1218", rate.dividedBy(needed).round(Rounding.halfUp(4)).toPlainString());
        assertEquals("39.37", percent(assessment.attainment().orElseThrow()));
        assertEquals(Pace.ON_PACE, assessment.pace());
    }

    @ParameterizedTest
    @CsvSource({"1100 亩, 73.3333", "1.5 万亩, 1000.0000", "1.3 万亩, 866.6667"})
    void o52MuInHectares(String required, String hectares) {
        assertEquals(hectares, q(required).in(Ask.UNITS.get("公顷")).round(Rounding.halfUp(4)).toPlainString());
        Goal goal = Goal.total(q(required));
        assertEquals(Verdict.NOT_MET, assess(goal, "12-31", total("12-31", "73.3333 公顷")).verdict());
    }

    @Test
    void o52ElevenHundredMuAreExactly220ThirdsOfAHectare() {
        Goal goal = Goal.total(q("1100 亩"));
        assertEquals(Verdict.MET, assess(goal, "12-31", total("12-31", "220/3 公顷")).verdict());
        assertEquals(Verdict.NOT_MET, assess(goal, "12-31", total("12-31", "73.3333 公顷")).verdict());
    }

    @ParameterizedTest
    @CsvSource({"NESTED, 4, 2, 1", "DISJOINT, 2, 1, 1"})
    void o53NestOfProjects(Tiers.Reading reading, long one, long ten, long thirty) {
        List<Target> targets = new ArrayList<>();
        for (String tier : List.of("1 62", "10 8", "30 2")) {
            String[] parts = tier.split(" ", 2);
            targets.add(Target.of(parts[0], "", Goal.amount(Measure.count("p"), bound(parts[1] + " 个")), Span.year(2024)));
        }
        Register register = Register.builder("r", Ask.ZONE).targets(targets)
                .tiers(List.of(new Tiers("size", reading, "size", List.of(new Tiers.Tier("1", q("1 亿元")),
                        new Tiers.Tier("10", q("10 亿元")), new Tiers.Tier("30", q("30 亿元"))))))
                .build();
        List<Observation> projects = new ArrayList<>();
        for (String size : List.of("31 亿元", "12 亿元", "2 亿元", "1 亿元", "0.9 亿元")) {
            projects.add(Observation.event("p", day("05-01")).withMeasure("size", q(size)));
        }
        projects.add(Observation.complete("p", Span.year(2024)));
        Assessments assessments = Assessor.assess(register, ObservationLog.of(projects), day("12-31"));
        assertEquals(List.of(one, ten, thirty), register.targets().stream().map(target -> assessments.get(target.id())
                .actual().orElseThrow().amount().numerator().longValueExact()).toList());
    }

    @Test
    void o54TheDeadlineIsADateInTheZoneOfTheAuthority() {
        Target target = target(Goal.milestone(Scale.STAGES, "built")).due(day("03-31")).build();
        Assessment met = assess(target, "04-30", Observation.stage("T", at("2024-03-31T23:59"), "built"));
        assertEquals(Verdict.MET, met.verdict());
        assertEquals(OptionalLong.of(0), met.daysAhead());
        Assessment late = assess(target, "04-30", Observation.stage("T", at("2024-04-01T00:00"), "built"));
        assertEquals(Verdict.MISSED, late.verdict());
        assertEquals(OptionalLong.of(-1), late.daysAhead());
    }
}
