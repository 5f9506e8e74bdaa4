package io.mubiao.seeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.assess.Assessments;
import io.mubiao.assess.Assessor;
import io.mubiao.assess.Pace;
import io.mubiao.io.register.ObservationFile;
import io.mubiao.io.register.RegisterFile;
import io.mubiao.lint.ObservationLint;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.Problem;
import io.mubiao.target.Register;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published figures of Lu'an (first half of 2024) and Jin'an (2023), recomputed. Cases O24 and O25. */
class PublishedFiguresTest {
    private static final Path FOLDER = Path.of("seeds/luan-jinan-published");
    private static final Register REGISTER = RegisterFile.read(FOLDER.resolve("register.yaml"));
    private static final ObservationLog LOG =
            ObservationFile.read(FOLDER.resolve("observations.yaml"), REGISTER).orThrow();
    private static final Assessments ASSESSMENTS = Assessor.assess(REGISTER, LOG, LocalDate.of(2024, 6, 30));

    @ParameterizedTest
    @CsvSource({"L01, 85.29", "L02, 51.67", "L03, 54.95", "L04, 66.04", "L05, 86.74", "L06, 74.13", "L07, 83.75",
        "J01, 125.57", "J02, 115.48", "J03, 104.86"})
    void attainmentIsAsRecomputed(String id, String percent) {
        assertEquals(percent, ASSESSMENTS.get(id).attainment().orElseThrow().times(Rational.HUNDRED)
                .round(Rounding.halfUp(2)).toPlainString());
    }

    @Test
    void theGrowthRateIsJudgedOnItselfAndNotOnElapsedTime() {
        assertEquals(Pace.BEHIND, ASSESSMENTS.get("L08").pace());
        assertTrue(ASSESSMENTS.get("L08").expectedShare().isEmpty());
    }

    @Test
    void denominatorDriftIsFoundAndTheRightRowsPass() {
        List<Problem> drift = ObservationLint.check(REGISTER, LOG);
        assertEquals(1, drift.size(), drift::toString);
        assertEquals("DENOMINATOR_DRIFT", drift.get(0).code());
        assertTrue(drift.get(0).message().contains("87.9 %") && drift.get(0).message().contains("165"),
                drift.get(0).message());
    }

    @Test
    void aRowWhoseSubjectIsNotRecordedSaysSo() {
        assertTrue(REGISTER.get("J02").title().contains("未载"));
        assertTrue(REGISTER.get("J03").title().contains("未载"));
    }
}
