package io.mubiao.target;

import static io.mubiao.testing.TestUnits.q;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.mubiao.observe.Basis;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.testing.Refusal;
import io.mubiao.time.Span;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TargetVersionTest {
    private static final Span YEAR = Span.year(2024);
    private static final LocalDate JULY = LocalDate.of(2024, 7, 1);
    private static final LocalDate OCTOBER = LocalDate.of(2024, 10, 1);
    private static final Goal FIRST = Goal.total(q("62 个"));
    private static final Goal SECOND = Goal.total(q("55 个"));
    private static final Goal THIRD = Goal.total(q("58 个"));

    private static Version version(LocalDate from, Goal goal) {
        return new Version(from, "区人大常委会", "年中调整", goal);
    }

    private static Target adjusted() {
        return Target.builder("P05", FIRST, YEAR).versions(List.of(version(JULY, SECOND), version(OCTOBER, THIRD)))
                .build();
    }

    @Test
    void aVersionIsInForceFromItsDayOn() {
        Target target = adjusted();
        assertEquals(FIRST, target.goalOn(JULY.minusDays(1)));
        assertEquals(SECOND, target.goalOn(JULY));
        assertEquals(SECOND, target.goalOn(OCTOBER.minusDays(1)));
        assertEquals(THIRD, target.goalOn(OCTOBER));
        assertEquals(FIRST, target.goal());
    }

    @Test
    void versionsAreNumberedFromTheOriginal() {
        assertEquals(0, adjusted().versionOn(LocalDate.of(2024, 1, 1)));
        assertEquals(1, adjusted().versionOn(JULY));
        assertEquals(2, adjusted().versionOn(LocalDate.of(2030, 1, 1)));
        assertEquals(0, Target.of("a", "", FIRST, YEAR).versionOn(OCTOBER));
    }

    @Test
    void versionDatesRise() {
        Target.Builder falling = Target.builder("P05", FIRST, YEAR)
                .versions(List.of(version(OCTOBER, SECOND), version(JULY, THIRD)));
        Refusal.naming(InvalidDefinitionException.class, falling::build, "P05", "2024-10-01", "2024-07-01");
        Target.Builder same = Target.builder("P05", FIRST, YEAR)
                .versions(List.of(version(JULY, SECOND), version(JULY, THIRD)));
        Refusal.naming(InvalidDefinitionException.class, same::build, "P05", "2024-07-01");
    }

    @Test
    void anAdjustmentNeedsAnAuthorityAndAReason() {
        Refusal.naming(() -> new Version(JULY, "", "年中调整", SECOND), "authority", "年中调整");
        Refusal.naming(() -> new Version(JULY, "区人大常委会", " ", SECOND), "reason", "区人大常委会");
    }

    @Test
    void theDefaultsAreThoseOfTheClassDoc() {
        Target target = Target.of("a", "标题", FIRST, YEAR);
        assertEquals(Deadline.on(YEAR.last()), target.deadline());
        assertEquals(Owner.NONE, target.owner());
        assertEquals(Basis.REPORTED, target.basis());
        assertEquals(Optional.empty(), target.reporting());
        assertEquals(Optional.empty(), target.pace());
        assertEquals(List.of(), target.versions());
    }

    @Test
    void anIdIsNeeded() {
        Refusal.naming(InvalidDefinitionException.class, () -> Target.of(" ", "", FIRST, YEAR), "id");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        Target.Builder wrong = Target.builder("", FIRST, YEAR)
                .versions(List.of(version(OCTOBER, SECOND), version(JULY, THIRD), version(JULY, SECOND)));
        InvalidDefinitionException refusal = assertThrows(InvalidDefinitionException.class, wrong::build);
        assertEquals(List.of("id", "versions[1].from", "versions[2].from"),
                refusal.problems().stream().map(problem -> problem.place().path()).toList());
    }

    @Test
    void aCopyHasEverything() {
        Target target = adjusted().toBuilder()
                .title("新引进亿元以上项目62个")
                .deadline(new Deadline(OCTOBER, List.of(Extension.requested(JULY, YEAR.last(), ""))))
                .owner(new Owner("某区长", "投促中心", List.of("经信局")))
                .commitment(new Commitment(Strength.COMMITMENT, "新引进", true))
                .bindingness(Bindingness.EXPECTED)
                .basis(Basis.RECOGNISED)
                .reporting(new Reporting(Period.ofMonths(1), Period.ofDays(10)))
                .pace(PaceCurve.days())
                .continues("2023-P05")
                .note("A2")
                .build();
        assertEquals(target, target.toBuilder().build());
        assertEquals(target.hashCode(), target.toBuilder().build().hashCode());
        assertNotEquals(target, target.toBuilder().note("A3").build());
        assertNotEquals(target, target.toBuilder().pace(PaceCurve.months()).build());
        assertNotEquals(target, adjusted());
    }
}
