package io.mubiao.assess;

import static io.mubiao.testing.Ask.day;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.mubiao.observe.ObservationLog;
import io.mubiao.target.Goal;
import io.mubiao.target.Target;
import io.mubiao.testing.Mixed;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each permitted kind of goal has an evaluator, with and without data, on any day. */
class EvaluatorsCompleteTest {
    @Test
    void theMixedRegisterHasEveryPermittedKind() {
        Set<Class<?>> kinds = Mixed.REGISTER.targets().stream().map(Target::goal).map(Goal::getClass)
                .collect(Collectors.toSet());
        assertEquals(Set.of(Goal.class.getPermittedSubclasses()), kinds);
    }

    /** Facts of a kind belong to goals of that kind; without a hole they are there on any day, with and without data. */
    @Test
    void whatEachIsJudgedOnIsOfItsKind() {
        assertEquals(names(Goal.class), names(GoalFacts.class));
        for (String asOf : new String[] {"2023-12-31", "06-30", "2025-01-01"}) {
            for (ObservationLog log : new ObservationLog[] {ObservationLog.empty(),
                ObservationLog.of(Mixed.observations(7, 400))}) {
                Assessor.assess(Mixed.REGISTER, log, day(asOf)).forEach(assessment -> {
                    boolean none = !assessment.holes().isEmpty() || (assessment.goal() instanceof Goal.Coverage
                            && assessment.reason().filter(Reason.MIXED_KINDS::equals).isPresent());
                    assertEquals(none, assessment.facts().isEmpty(), assessment::toString);
                    assessment.facts().ifPresent(facts -> assertEquals(assessment.goal().getClass().getSimpleName(),
                            facts.getClass().getSimpleName()));
                });
            }
        }
    }

    private static Set<String> names(Class<?> sealed) {
        return Stream.of(sealed.getPermittedSubclasses()).map(Class::getSimpleName).collect(Collectors.toSet());
    }

    @Test
    void eachIsAssessedOnAnyDayWithAndWithoutData() {
        for (String asOf : new String[] {"0001-01-01", "2023-12-31", "01-01", "06-30", "12-31", "2025-01-01",
            "9999-12-31"}) {
            for (ObservationLog log : new ObservationLog[] {ObservationLog.empty(),
                ObservationLog.of(Mixed.observations(7, 400))}) {
                Assessments assessments = Assessor.assess(Mixed.REGISTER, log, day(asOf));
                assertEquals(Mixed.REGISTER.targets().size(), assessments.stream().count());
                assessments.forEach(assessment -> {
                    assertNotNull(assessment.status());
                    assertNotNull(assessment.daysAhead());
                    assertNotNull(assessment.pointsAhead());
                    assertNotNull(assessment.ratePerDay());
                    assertNotNull(assessment.neededPerDay());
                    assertNotNull(assessment.trace());
                });
                assertEquals(Mixed.REGISTER.targets().size(),
                        assessments.counts().values().stream().mapToLong(Long::longValue).sum());
            }
        }
    }

    /** Nothing is met, missed or breached on an empty log: absence is never inferred. */
    @Test
    void anEmptyLogSupportsNoVerdict() {
        for (String asOf : new String[] {"06-30", "2025-06-30"}) {
            Assessor.assess(Mixed.REGISTER, ObservationLog.empty(), day(asOf)).forEach(assessment ->
                    assertEquals(0, Stream.of(Verdict.MET, Verdict.MISSED, Verdict.BREACHED, Verdict.NOT_MET)
                            .filter(assessment.verdict()::equals).count(), assessment::toString));
        }
    }
}
