package io.mubiao.target;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.time.Cadence;
import io.mubiao.value.Units;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is asked of goals of every kind. */
class GoalTest {
    private static final Scale WORKS = new Scale("works", List.of("启动", "完工"));
    private static final Bound SHARE = Bound.parse(">= 90 %", Units.builtIn());

    @Test
    void whatIsOwedBySlotsHasACadence() {
        Goal.Maintain held = Goal.maintain(SHARE, SampleReading.every());
        assertEquals(Optional.of(Stated.of(Cadence.monthly())), Goal.quota(1, Cadence.monthly()).slots());
        assertEquals(Optional.of(Stated.of(Cadence.monthly())), held.cadence(Cadence.monthly()).slots());
        assertEquals(Optional.empty(), held.slots());
        assertEquals(Optional.empty(), Goal.redLine().slots());
    }

    @Test
    void whatIsAskedOfEachHasMembers() {
        Optional<Stated<Population>> both = Optional.of(Stated.of(Population.of("甲", "乙")));
        assertEquals(both, Goal.coverage(Population.of("甲", "乙"), SHARE).members());
        assertEquals(both, Goal.quota(1, Cadence.monthly()).population("甲", "乙").members());
        assertEquals(both, Goal.maintain(SHARE, SampleReading.every()).population("甲", "乙").members());
        assertEquals(Optional.empty(), Goal.milestone(WORKS, "完工").members());
    }

    @Test
    void stagesAreThoseOfOneItemOrOfMany() {
        assertEquals(Optional.of(WORKS), Goal.milestone(WORKS, "完工").scale());
        assertEquals(Optional.of(WORKS), Goal.stageCount(WORKS, "完工", Items.open(), SHARE).scale());
        assertEquals(Optional.empty(), Goal.redLine(WORKS, "完工").scale());
        assertEquals(Optional.empty(), Goal.judged("报告").scale());
    }

    @Test
    void aRedLineIsBetterTheLessThereIsAndWordsSayNothing() {
        assertEquals(Direction.LOWER_IS_BETTER, Goal.redLine().preferred());
        assertEquals(Direction.HIGHER_IS_BETTER, Goal.judgedOnly("显著提升").preferred());
        assertEquals(SHARE.direction(), Goal.maintain(SHARE, SampleReading.every()).preferred());
    }
}
