package io.mubiao.assess;

import static io.mubiao.testing.Ask.day;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.testing.Mixed;
import io.mubiao.trace.Term;
import io.mubiao.trace.Trace;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Every computed number of every trace replays to its value, and the trace accounts for what is shown. */
class TraceReplayTest {
    private static Stream<Trace> steps(Trace step) {
        Stream<Trace> inner = step instanceof Trace.Calc calc ? calc.operands().stream()
                : step instanceof Trace.Check check ? Stream.of(check.left()) : Stream.empty();
        return Stream.concat(Stream.of(step), inner.flatMap(TraceReplayTest::steps));
    }

    private static Stream<Assessment> assessments(long seed, int count) {
        ObservationLog log = ObservationLog.of(Mixed.observations(seed, count));
        return Stream.of("01-01", "06-30", "12-31", "2025-03-01")
                .flatMap(asOf -> Assessor.assess(Mixed.REGISTER, log, day(asOf)).stream());
    }

    @Property
    void everyCalculationReplaysToItsValue(@ForAll long seed) {
        assessments(seed, 90).flatMap(assessment -> assessment.trace().stream()).flatMap(TraceReplayTest::steps)
                .filter(step -> step instanceof Trace.Calc || step instanceof Trace.Check)
                .forEach(step -> assertEquals(step.value(), step.replay(), step::toString));
    }

    @Property
    void evidenceNamesAsManyKnownObservationsAsItCounts(@ForAll long seed) {
        Set<String> ids = Mixed.observations(seed, 90).stream().map(Observation::entry).map(entry -> entry.id())
                .collect(Collectors.toSet());
        assessments(seed, 90).flatMap(assessment -> assessment.trace().stream()).flatMap(TraceReplayTest::steps)
                .forEach(step -> {
                    if (step instanceof Trace.Input input) {
                        List<String> named = input.evidence().ids().toList();
                        assertEquals(input.evidence().count(), named.size(), step::toString);
                        assertTrue(ids.containsAll(named), step::toString);
                    }
                });
    }

    @Property
    void whatIsShownStandsInTheTrace(@ForAll long seed) {
        assessments(seed, 90).filter(assessment -> assessment.reason().isEmpty()).forEach(assessment -> {
            List<Trace> steps = assessment.trace().stream().flatMap(TraceReplayTest::steps).toList();
            assessment.expected().ifPresent(expected -> assertEquals(Optional.of(expected), steps.stream()
                    .filter(step -> step.term() == Term.EXPECTED).map(Trace::value).findFirst(), assessment::toString));
            assessment.actual().ifPresent(actual -> assertTrue(steps.stream()
                    .anyMatch(step -> !(step instanceof Trace.Fact) && step.value().equals(actual)), assessment::toString));
            steps.stream().filter(step -> step instanceof Trace.Check).map(step -> (Trace.Check) step)
                    .forEach(check -> assertTrue(!check.holds() || assessment.verdict() != Verdict.MISSED
                            || assessment.target().goal() instanceof io.mubiao.target.Goal.StageCount,
                            assessment::toString));
        });
    }
}
