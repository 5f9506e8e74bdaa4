package io.mubiao.assess;

import static io.mubiao.testing.Ask.assess;
import static io.mubiao.testing.Ask.bound;
import static io.mubiao.testing.Ask.event;
import static io.mubiao.testing.Ask.q;
import static io.mubiao.testing.Ask.total;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.target.Bound;
import io.mubiao.target.ChangeDirection;
import io.mubiao.target.ChangeForm;
import io.mubiao.target.Comparison;
import io.mubiao.target.Goal;
import io.mubiao.target.Items;
import io.mubiao.target.Measure;
import io.mubiao.target.SampleReading;
import io.mubiao.target.Scale;
import io.mubiao.target.Stated;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A target with a hole keeps its kind and is unmeasurable, naming the hole; never 0. */
class HoleTest {
    static List<Goal> goals() {
        Scale grades = new Scale("accident", List.of("一般", "重大"));
        return List.of(
                Goal.amount(Measure.total(), Bound.open(Comparison.AT_MOST, "严控")),
                Goal.amount(Measure.count(), Bound.open(Comparison.BARE, "一批")),
                new Goal.Milestone(Scale.STAGES, Stated.open("推进")),
                new Goal.StageCount(Scale.STAGES, Stated.of("built"), Items.open(), Bound.open(Comparison.BARE, "一批")),
                new Goal.Quota(1, Stated.open("常态化"), Optional.empty(), List.of()),
                new Goal.Coverage(Stated.open("各单位"), bound(">= 100 %")),
                new Goal.Change(Measure.level(), ChangeDirection.REDUCTION, ChangeForm.RELATIVE, Stated.open("上年"),
                        bound("> 0 %")),
                new Goal.RedLine(Optional.of(grades), Optional.of(Stated.open("规模性"))),
                new Goal.Maintain(bound(">= 1 个"), SampleReading.share(Bound.open(Comparison.AT_LEAST, "稳定")), Optional.empty(),
                        Optional.empty()),
                Goal.judgedOnly("深化"));
    }

    @ParameterizedTest
    @MethodSource("goals")
    void aHoleIsUnmeasurableWithAndWithoutDataBeforeAndAfterTheDeadline(Goal goal) {
        for (String asOf : List.of("2023-06-30", "06-30", "2025-06-30")) {
            for (Assessment assessment : List.of(assess(goal, asOf), assess(goal, asOf, event("05-01")))) {
                assertEquals(Verdict.UNMEASURABLE, assessment.verdict());
                assertEquals(Status.UNMEASURABLE, assessment.status());
                assertEquals(Pace.NOT_JUDGED, assessment.pace());
                assertEquals(Optional.of(Reason.HOLE), assessment.reason());
                assertEquals(goal.holes(), assessment.holes());
                assertFalse(assessment.holes().isEmpty());
                assertTrue(assessment.detail().contains(goal.holes().get(0).part()), assessment.detail());
                assertTrue(assessment.attainment().isEmpty() && assessment.cappedAttainment().isEmpty());
                assertFalse(assessment.settled());
            }
        }
    }

    /** G18: a maximum whose ceiling is missing still shows what was spent. */
    @Test
    void whatWasSpentIsShownBesideTheMissingCeiling() {
        Assessment assessment = assess(Goal.amount(Measure.total(), Bound.open(Comparison.AT_MOST, "严控")), "06-30",
                total("06-30", "5 亿元"));
        assertEquals(Optional.of(q("5 亿元")), assessment.actual());
        assertTrue(assessment.required().isEmpty());
    }
}
