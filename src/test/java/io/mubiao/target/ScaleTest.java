package io.mubiao.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.testing.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleTest {
    private static final Scale GRADES = new Scale("accident", List.of("一般", "较大", "重大", "特别重大"));

    @Test
    void aStepReachesItselfAndWhatIsBelow() {
        assertTrue(GRADES.reaches("较大", "较大"));
        assertTrue(GRADES.reaches("特别重大", "一般"));
        assertFalse(GRADES.reaches("一般", "较大"));
    }

    @Test
    void theStagesRunFromPlannedToInUse() {
        assertEquals(List.of("planned", "applied", "approved", "started", "built", "in use"), Scale.STAGES.steps());
        assertTrue(Scale.STAGES.reaches("in use", "built"));
        assertFalse(Scale.STAGES.reaches("applied", "approved"));
    }

    @Test
    void anUnknownStepIsRefusedByNameWithTheStepsThereAre() {
        assertFalse(GRADES.has("轻微"));
        Refusal.naming(() -> GRADES.reaches("轻微", "一般"), "'轻微'", "accident", "特别重大");
        Refusal.naming(() -> GRADES.reaches("一般", "轻微"), "'轻微'");
    }

    @Test
    void aScaleHasAtLeastOneStepAndNoneTwice() {
        Refusal.naming(() -> new Scale("none", List.of()), "none");
        Refusal.naming(() -> new Scale("twice", List.of("a", "b", "a")), "twice");
    }

    @Test
    void laterChangesOfTheListDoNotReachTheScale() {
        List<String> steps = new ArrayList<>(List.of("a", "b"));
        Scale scale = new Scale("copied", steps);
        steps.add("c");
        assertFalse(scale.has("c"));
    }
}
