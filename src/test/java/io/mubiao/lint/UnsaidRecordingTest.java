package io.mubiao.lint;

import static io.mubiao.testing.TestUnits.q;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.register.RegisterFile;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.Problem;
import io.mubiao.target.Register;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A figure that nobody says the time of is known on its own day in a log; what it loses to is told. */
class UnsaidRecordingTest {
    private static final Instant OCTOBER = Instant.parse("2024-10-08T01:00:00Z");
    private static final Register REGISTER = RegisterFile.parse("""
            register: small
            zone: Asia/Shanghai
            period: 2024-01-01/2024-12-31
            units: [个]
            targets: [{id: P1, goal: {kind: amount, of: total, require: ">= 62 个"}}]
            """, Format.YAML, "register.yaml");

    private static List<Problem> lint(Observation... further) {
        ObservationLog log = ObservationLog.of(total("47 个").recordedAt(OCTOBER));
        List.of(further).forEach(log::add);
        return ObservationLint.check(REGISTER, log);
    }

    private static Observation total(String figure) {
        return Observation.total("P1", LocalDate.of(2024, 9, 30), q(figure));
    }

    @Test
    void whatItLosesToIsTold() {
        List<Problem> problems = lint(total("50 个"));
        assertEquals(List.of("TWICE_A_DAY"), problems.stream().map(Problem::code).toList(), problems::toString);
        assertTrue(problems.get(0).message().startsWith("50 个 of 2024-09-30 does not say when it became known, so it is taken as known that day, and "
                + "47 个, recorded at 2024-10-08T01:00:00Z, counts; say when it was recorded"), problems::toString);
    }

    @Test
    void whatCountsOrSaysTheSameIsNotTold() {
        assertEquals(List.of(), lint(total("50 个").recordedAt(OCTOBER.plusSeconds(1))));
        assertEquals(List.of(), lint(total("47 个")));
    }
}
