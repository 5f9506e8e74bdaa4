package io.mubiao.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import io.mubiao.target.Goal;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.time.Cadence;
import io.mubiao.time.Span;
import io.mubiao.time.WeekNumbering;
import io.mubiao.value.Rational;
import io.mubiao.work.TooCostlyException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days and numbers at the edge of what there is are answered or refused, never a surprise. */
class FarDaysTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static Register register(String period) {
        Goal weekly = Goal.quota(1, Cadence.weekly(WeekNumbering.iso()));
        return Register.builder("r", ZONE).targets(java.util.List.of(
                Target.builder("A", weekly, Span.parse(period)).build())).build();
    }

    @Test
    void aDayOfKnowledgeBeyondTheCalendarIsRefused() {
        AsOf question = AsOf.of(LocalDate.of(2024, 9, 30));
        assertThrows(IllegalArgumentException.class, () -> question.knownBy(LocalDate.MAX));
        assertThrows(IllegalArgumentException.class, () -> question.knownBy(LocalDate.MIN));
        assertThrows(IllegalArgumentException.class, () -> ObservationLog.of(java.util.List.of()).knownBy(LocalDate.MAX, ZONE));
        Assessor.assess(register("2024-01-01/2024-12-31"), ObservationLog.of(java.util.List.of()),
                question.knownBy(LocalDate.of(9999, 12, 31)));
    }

    @Test
    void slotsOfMoreThanAHundredYearsAreRefusedAtDefinition() {
        Problem problem = assertThrows(InvalidDefinitionException.class, () -> register("0001-01-01/9999-12-31"))
                .problems().get(0);
        assertEquals("TOO_LONG", problem.code());
        assertTrue(problem.message().contains("100 years"), problem::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9990-01-01/9999-12-31", "0001-01-01/0010-12-31"})
    void weeksAtTheEdgeOfTheCalendarAreCut(String period) {
        Assessments now = Assessor.assess(register(period), ObservationLog.of(java.util.List.of()),
                AsOf.of(LocalDate.of(2024, 9, 30)));
        assertEquals("A", now.get("A").target().id());
    }

    @Test
    void decimalsAndPowersThatNobodyCanWriteOutAreRefused() {
        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            for (String text : new String[] {"1e100000000", "1e-100000000", "-7e2147483647", "1e-2147483647"}) {
                assertThrows(TooCostlyException.class, () -> Rational.of(new BigDecimal(text)), text);
            }
            assertThrows(TooCostlyException.class, () -> Rational.of(3).power(Integer.MAX_VALUE));
        });
        assertEquals(Rational.of(1_000_000), Rational.of(new BigDecimal("1e6")));
        assertEquals(Rational.ONE, Rational.ONE.power(Integer.MAX_VALUE));
    }
}
