package io.mubiao.assess;

import static io.mubiao.testing.Ask.assess;
import static io.mubiao.testing.Ask.bound;
import static io.mubiao.testing.Ask.day;
import static io.mubiao.testing.Ask.event;
import static io.mubiao.testing.Ask.q;
import static io.mubiao.testing.Ask.register;
import static io.mubiao.testing.Ask.target;
import static io.mubiao.testing.Ask.total;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.observe.ObservationLog;
import io.mubiao.target.Goal;
import io.mubiao.target.Measure;
import io.mubiao.target.Target;
import io.mubiao.target.Version;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The version in force on the as-of date counts; assessing against any other works. */
class VersionTest {
    private static final Target ADJUSTED = target(Goal.total(q("62 个"))).versions(List.of(
            new Version(day("07-01"), "区政府", "中期调整", Goal.total(q("50 个"))),
            new Version(day("10-01"), "区政府", "再调", Goal.amount(Measure.count(), bound("40 个"))))).build();

    private static Assessment at(AsOf question) {
        return assess(ADJUSTED, question, total("06-30", "55 个"));
    }

    @Test
    void theVersionInForceOnTheDayCountsFromItsFirstDay() {
        Assessment before = at(AsOf.of(day("06-30")));
        assertEquals(0, before.version());
        assertEquals(Verdict.NOT_MET, before.verdict());
        Assessment after = at(AsOf.of(day("07-01")));
        assertEquals(1, after.version());
        assertEquals(Verdict.MET, after.verdict());
        assertEquals(Optional.of(q("50 个")), after.required());
        assertEquals(2, at(AsOf.of(day("2025-10-01"))).version());
    }

    @Test
    void eitherVersionMayBeAskedForOnAnyDay() {
        assertEquals(Verdict.NOT_MET, at(AsOf.of(day("07-01")).originalGoals()).verdict());
        assertEquals(Verdict.MET, at(AsOf.of(day("06-30")).version(1)).verdict());
        assertEquals(2, at(AsOf.of(day("06-30")).version(9)).version());
    }

    @Test
    void aKeptAssessorFollowsTheStreamOfTheVersionAsked() {
        Assessor kept = Assessor.of(register(ADJUSTED), ObservationLog.empty(), AsOf.of(day("10-01")));
        assertEquals(1, kept.add(event("05-01")).assessments().size());
        assertEquals(Optional.of(q("1 个")), kept.get("T").actual());
    }
}
