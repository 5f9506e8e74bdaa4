package io.mubiao.assess;

import static io.mubiao.testing.Ask.bound;
import static io.mubiao.testing.Ask.day;
import static io.mubiao.testing.Ask.q;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.target.Goal;
import io.mubiao.target.Measure;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.target.Tiers;
import io.mubiao.testing.Ask;
import io.mubiao.time.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nested tiers count everything of their size and above, disjoint bands up to the next size. */
class TiersAssessmentTest {
    private static Target counting(String id, String require) {
        return Target.of(id, id, Goal.amount(Measure.count("projects"), bound(require)), Span.year(2024));
    }

    private static Register register(Tiers.Reading reading) {
        return Register.builder("r", Ask.ZONE)
                .targets(List.of(counting("all", "62 个"), counting("ten", "8 个"), counting("thirty", "2 个")))
                .tiers(List.of(new Tiers("size", reading, "investment", List.of(new Tiers.Tier("all", q("1 亿元")),
                        new Tiers.Tier("ten", q("10 亿元")), new Tiers.Tier("thirty", q("30 亿元"))))))
                .build();
    }

    private static ObservationLog log(String... sizes) {
        List<Observation> events = new ArrayList<>();
        for (String size : sizes) {
            events.add(Observation.event("projects", day("05-01")).withMeasure("investment", q(size)));
        }
        events.add(Observation.complete("projects", Span.year(2024)));
        return ObservationLog.of(events);
    }

    private static List<String> counts(Tiers.Reading reading, String... sizes) {
        Assessments assessments = Assessor.assess(register(reading), log(sizes), day("12-31"));
        return Stream.of("all", "ten", "thirty").map(id -> assessments.get(id).actual().orElseThrow().toString())
                .toList();
    }

    @Test
    void theSizeItselfBelongsToItsTier() {
        assertEquals(List.of("3 个", "2 个", "1 个"), counts(Tiers.Reading.NESTED, "30 亿元", "10 亿元", "1 亿元"));
        assertEquals(List.of("1 个", "1 个", "1 个"), counts(Tiers.Reading.DISJOINT, "30 亿元", "10 亿元", "1 亿元"));
    }

    @Test
    void justBelowASizeBelongsToTheTierBelow() {
        assertEquals(List.of("2 个", "1 个", "0 个"),
                counts(Tiers.Reading.NESTED, "299999.99 万元", "99999.99 万元", "9999.99 万元"));
        assertEquals(List.of("1 个", "1 个", "0 个"),
                counts(Tiers.Reading.DISJOINT, "299999.99 万元", "99999.99 万元", "9999.99 万元"));
    }

    @Test
    void anEventWithoutTheAttributeDecidesNothing() {
        ObservationLog log = ObservationLog.of(Observation.event("projects", day("05-01")).id("e"));
        Assessment assessment = Assessor.assess(register(Tiers.Reading.NESTED), log, day("12-31")).get("ten");
        assertEquals(Verdict.INSUFFICIENT_DATA, assessment.verdict());
        assertEquals(Optional.of(Reason.UNKNOWN_ATTRIBUTE), assessment.reason());
        assertTrue(assessment.detail().contains("investment"));
    }

    @Test
    void aSizeThatDoesNotConvertIsRefused() {
        assertEquals(Optional.of(Reason.UNIT_MISMATCH),
                Assessor.assess(register(Tiers.Reading.NESTED), log("12 亩"), day("12-31")).get("ten").reason());
    }

    /** 9, 4, 1 in three tiers: surplus in one tier does not pay for another. */
    @Test
    void surplusOfOneBandDoesNotPayForAnother() {
        Register register = register(Tiers.Reading.DISJOINT);
        Assessments assessments = Assessor.assess(register, log("31 亿元", "31 亿元", "31 亿元"), day("12-31"));
        assertEquals(Verdict.MET, assessments.get("thirty").verdict());
        assertEquals(Verdict.NOT_MET, assessments.get("ten").verdict());
        assertEquals(Optional.of(q("0 个")), assessments.get("ten").actual());
    }
}
