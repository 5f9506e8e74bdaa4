package io.mubiao.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The one printed word: the first in the documented order that either axis says. */
class StatusTest {
    @ParameterizedTest
    @CsvSource({"MET, ON_PACE, MET", "MET, NOT_JUDGED, MET", "MET, NOT_DUE, MET", "MET, BEHIND, BEHIND",
        "NOT_MET, ON_PACE, ON_PACE", "NOT_MET, BEHIND, BEHIND", "NOT_MET, NOT_DUE, NOT_DUE",
        "NOT_MET, NOT_JUDGED, NOT_MET"})
    void thePaceSpeaksWhereTheVerdictIsOpen(Verdict verdict, Pace pace, Status status) {
        assertEquals(status, Status.of(verdict, pace));
    }

    @ParameterizedTest
    @CsvSource({"UNMEASURABLE", "NOT_APPLICABLE", "INSUFFICIENT_DATA", "STALE", "BREACHED", "MISSED"})
    void theseVerdictsWinOverAnyPace(Verdict verdict) {
        for (Pace pace : Pace.values()) {
            assertEquals(Status.valueOf(verdict.name()), Status.of(verdict, pace));
        }
    }
}
