package io.mubiao.observe;

import static io.mubiao.observe.Facts.ZONE;
import static io.mubiao.observe.Facts.at;
import static io.mubiao.observe.Facts.level;
import static io.mubiao.observe.Facts.levels;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.time.Moment;
import io.mubiao.time.Span;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogViewTest {
    private static final LocalDate MARCH = LocalDate.of(2024, 3, 31);

    @Test
    void aDayEndsInTheGivenZone() {
        ObservationLog log = ObservationLog.of(
                level("2024-03-31", "1 %").recordedAt(at("2024-03-31T15:59:59.999999999Z")),
                level("2024-03-31", "2 %").recordedAt(at("2024-03-31T16:00:00Z")));
        assertEquals(List.of("1 %"), levels(log.knownBy(MARCH, ZONE)));
        assertEquals(List.of("1 %", "2 %"), levels(log.knownBy(MARCH.plusDays(1), ZONE)));
        assertEquals(List.of("1 %", "2 %"), levels(log.knownBy(MARCH, ZoneId.of("Europe/Berlin"))));
        assertEquals(List.of(), levels(log.knownBy(MARCH.minusDays(1), ZoneId.of("Pacific/Kiritimati"))));
    }

    @Test
    void aDayWithoutMidnightStillEnds() {
        // clocks in Beirut went from 00:00 to 01:00 on 31 March 2024, so 30 March ended at 22:00 UTC
        ObservationLog log = ObservationLog.of(
                level("2024-03-30", "1 %").recordedAt(at("2024-03-30T21:59:59Z")),
                level("2024-03-31", "2 %").recordedAt(at("2024-03-30T22:00:00Z")));
        assertEquals(List.of("1 %"), levels(log.knownBy(LocalDate.of(2024, 3, 30), ZoneId.of("Asia/Beirut"))));
    }

    @Test
    void anInstantIsKnownAtItself() {
        ObservationLog log = ObservationLog.of(level("2024-03-31", "1 %").recordedAt(at("2024-04-01T00:00:00Z")));
        assertEquals(List.of("1 %"), levels(log.knownAt(at("2024-04-01T00:00:00Z"), ZONE)));
        assertEquals(List.of(), levels(log.knownAt(at("2024-03-31T23:59:59.999999999Z"), ZONE)));
    }

    @Test
    void untilToldOtherwiseItIsKnownOnItsOwnDay() {
        ObservationLog log = ObservationLog.of(level("2024-03-31", "1 %"));
        assertEquals(List.of("1 %"), levels(log.knownBy(MARCH, ZONE)));
        assertEquals(List.of(), levels(log.knownBy(MARCH.minusDays(1), ZONE)));
    }

    @Test
    void aViewSeesWhatIsAppendedLaterAsFarAsItWasKnown() {
        ObservationLog log = ObservationLog.empty();
        LogView view = log.knownBy(MARCH, ZONE);
        log.add(level("2024-03-31", "1 %"));
        log.add(level("2024-04-30", "2 %"));
        assertEquals(List.of("1 %"), levels(view));
    }

    @Test
    void reportedAndRecognisedFiguresAreKeptApart() {
        LogView view = ObservationLog.of(level("2024-03-31", "1 %"), level("2024-03-31", "2 %").recognised())
                .view(ZONE);
        assertEquals(2, view.all("s", Observation.Level.class).size());
        assertEquals(1, view.all("s", Observation.Level.class, Basis.RECOGNISED).size());
        assertEquals("2 %", view.all("s", Observation.Level.class, Basis.RECOGNISED).get(0).value().toString());
    }

    @Test
    void aStreamHoldsTheKindsThatWereKnown() {
        ObservationLog log =
                ObservationLog.of(level("2024-03-31", "1 %"), Facts.increment("2024-01-01", "1 个").source("x"));
        LogView before = log.knownBy(LocalDate.of(2020, 1, 1), ZONE);
        assertFalse(before.has("s", Observation.Level.class));
        assertFalse(before.has("s", Observation.Increment.class));
        LogView view = log.view(ZONE);
        assertTrue(view.has("s", Observation.Level.class));
        assertTrue(view.has("s", Observation.Increment.class));
        assertFalse(view.has("s", Observation.Event.class));
        assertFalse(view.has("t", Observation.Level.class));
    }

    @Test
    void aMomentHasItsDateInTheZoneOfTheView() {
        LogView shanghai = ObservationLog.empty().view(ZONE);
        assertEquals(MARCH, shanghai.date(Moment.at(at("2024-03-31T15:59:00Z"))));
        assertEquals(MARCH.plusDays(1), shanghai.date(Moment.at(at("2024-03-31T16:00:00Z"))));
        assertEquals(MARCH, shanghai.date(Moment.on(MARCH)));
    }

    @Test
    void completeDaysThatAdjoinOrOverlapAreJoined() {
        LogView view = ObservationLog.of(complete("2024-04-01/2024-04-30"), complete("2024-01-01/2024-01-31"),
                complete("2024-01-15/2024-02-10"), complete("2024-02-11/2024-02-29"), complete("2024-02-01"))
                .view(ZONE);
        assertEquals(List.of(Span.parse("2024-01-01/2024-02-29"), Span.parse("2024-04-01/2024-04-30")),
                view.completeSpans("s"));
        assertEquals(Optional.of(LocalDate.of(2024, 2, 29)), view.completeThrough("s", LocalDate.of(2024, 1, 1)));
        assertEquals(Optional.empty(), view.completeThrough("s", LocalDate.of(2024, 3, 1)));
        assertEquals(Optional.of(LocalDate.of(2024, 4, 30)), view.completeThrough("s", LocalDate.of(2024, 4, 30)));
    }

    private static Observation complete(String span) {
        return Observation.complete("s", Span.parse(span));
    }
}
