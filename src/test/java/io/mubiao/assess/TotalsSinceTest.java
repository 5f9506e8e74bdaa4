package io.mubiao.assess;

import static io.mubiao.testing.Ask.assess;
import static io.mubiao.testing.Ask.day;
import static io.mubiao.testing.Ask.q;
import static io.mubiao.testing.Ask.total;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.target.Goal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A running total counts from the first day of the period, or it is no total of the period: later or earlier is another sum. */
class TotalsSinceTest {
    private static final Goal GOAL = Goal.total(q("100 个"));

    @Test
    void oneThatSaysTheFirstDayIsOneThatSaysNothing() {
        Assessment plain = assess(GOAL, "06-30", total("06-30", "60 个"));
        Assessment said = assess(GOAL, "06-30", total("06-30", "60 个").since(day("01-01")));
        assertEquals(Optional.of(q("60 个")), said.actual());
        assertEquals(plain.verdict(), said.verdict());
        assertEquals(plain.pace(), said.pace());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-12-31", "01-02", "02-01", "06-30"})
    void anotherFirstDayIsRefusedWhereThereIsNoOtherFigure(String since) {
        Assessment assessment = assess(GOAL, "06-30", total("06-30", "60 个").since(day(since)));
        assertEquals(Verdict.INSUFFICIENT_DATA, assessment.verdict());
        assertEquals(Optional.of(Reason.WRONG_KIND), assessment.reason());
        assertTrue(assessment.detail().contains("2024-01-01"), assessment::detail);
        assertEquals(Optional.empty(), assessment.actual());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-12-31", "01-02", "02-01"})
    void anotherFirstDayIsLeftOutBesideAFigureOfThePeriodAndTold(String since) {
        Assessment assessment = assess(GOAL, "06-30", total("05-31", "50 个"), total("06-30", "60 个").since(day(since)));
        assertEquals(Optional.of(q("50 个")), assessment.actual());
        assertEquals(List.of(Note.Kind.OTHER_BEGINNING), assessment.notes().stream().map(Note::kind).toList());
    }
}
