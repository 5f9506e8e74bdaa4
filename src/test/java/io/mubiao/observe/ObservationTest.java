package io.mubiao.observe;

import static io.mubiao.observe.Facts.at;
import static io.mubiao.testing.TestUnits.q;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.mubiao.testing.Refusal;
import io.mubiao.time.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObservationTest {
    private static final LocalDate DAY = LocalDate.of(2024, 3, 31);

    private static List<Observation> oneOfEachKind() {
        return List.of(Observation.increment("s", Span.year(2024), q("1 个")),
                Observation.total("s", DAY, q("1 个")),
                Observation.level("s", DAY, q("1 %")), Observation.event("s", DAY),
                Observation.complete("s", Span.year(2024)), Observation.stage("s", DAY, "built"),
                Observation.member("s", DAY, "m", MemberStanding.SATISFIED), Observation.tally("s", DAY, 1, 2),
                Observation.judgement("s", DAY, "组长", "优", ""),
                Observation.retraction("s", "x", at("2024-04-01T00:00:00Z")));
    }

    @Test
    void everyKindOfObservationIsTried() {
        assertEquals(Observation.class.getPermittedSubclasses().length, oneOfEachKind().size());
    }

    @Test
    void theEntryIsChangedOnePartAtATime() {
        for (Observation one : oneOfEachKind()) {
            Entry entry = one.id("i").source("so").recordedAt(at("2024-05-01T00:00:00Z")).recognised()
                    .supersedes("y").entry();
            assertEquals(new Entry("i", "s", "so", at("2024-05-01T00:00:00Z"), Basis.RECOGNISED, Optional.of("y")), entry);
            assertEquals(one.getClass(), one.id("i").getClass());
            assertEquals(one, one.id("i").id(""));
            assertNotEquals(one, one.id("i"));
        }
    }

    @Test
    void untilToldOtherwiseItIsReportedOnItsLastDayByNobodyNamed() {
        Entry entry = Observation.complete("s", Span.parse("2024-01-01/2024-03-31")).entry();
        assertEquals(new Entry("", "s", "", at("2024-03-31T00:00:00Z"), Basis.REPORTED, Optional.empty(), true), entry);
        assertEquals(Optional.empty(), entry.supersedes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1699-12-31T23:59:59Z", "2250-01-01T00:00:01Z"})
    void recordedAtIsWithinReason(String instant) {
        Refusal.naming(() -> Observation.event("s", DAY).recordedAt(at(instant)), "recordedAt", instant);
    }

    @Test
    void aStreamIsNamed() {
        Refusal.naming(() -> Observation.event(" ", DAY), "stream");
    }

    @Test
    void countsOfCoverageFitTogether() {
        assertEquals(75, Observation.tally("s", DAY, 75, 100).numerator());
        assertThrows(IllegalArgumentException.class, () -> Observation.tally("s", DAY, 3, 2));
        assertThrows(IllegalArgumentException.class, () -> Observation.tally("s", DAY, -1, 2));
        assertThrows(IllegalArgumentException.class, () -> Observation.tally("s", DAY, 1, 2, 5, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> Observation.tally("s", DAY, 0, 0, 5, 3, 3));
        assertThrows(IllegalArgumentException.class, () -> Observation.tally("s", DAY, 4, 0, 6, 1, 2));
    }

    @Test
    void exclusionsBeyondTheDenominatorAreRefusedHoweverLarge() {
        assertThrows(IllegalArgumentException.class,
                () -> Observation.tally("s", DAY, 0, 0, 5, Long.MAX_VALUE, Long.MAX_VALUE));
    }

    @Test
    void aRetractionNamesWhatItRetracts() {
        Entry nothing = new Entry("", "s", "", at("2024-04-01T00:00:00Z"), Basis.REPORTED, Optional.empty(), true);
        assertThrows(IllegalArgumentException.class, () -> new Observation.Retraction(nothing));
    }
}
