package io.mubiao.observe;

import static io.mubiao.observe.Facts.ZONE;
import static io.mubiao.observe.Facts.at;
import static io.mubiao.observe.Facts.increment;
import static io.mubiao.observe.Facts.level;
import static io.mubiao.observe.Facts.levels;
import static io.mubiao.observe.Facts.scan;
import static io.mubiao.observe.Facts.sum;
import static io.mubiao.testing.TestUnits.q;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.mubiao.problem.AlreadyThereException;
import io.mubiao.problem.NoSuchIdException;
import io.mubiao.testing.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorrectionTest {
    private static final Observation FIRST = level("2024-01-31", "90 %").id("a").recordedAt(at("2024-02-05T00:00:00Z"));
    private static final Observation BETTER =
            level("2024-01-31", "95 %").id("b").supersedes("a").recordedAt(at("2024-03-05T00:00:00Z"));

    @Test
    void aCorrectionReplacesFromItsOwnRecordedAtOn() {
        ObservationLog log = ObservationLog.of(FIRST, BETTER);
        assertEquals(List.of("90 %"), levels(log.knownAt(at("2024-03-04T23:59:59.999999999Z"), ZONE)));
        assertEquals(List.of("95 %"), levels(log.knownAt(at("2024-03-05T00:00:00Z"), ZONE)));
        assertEquals(List.of("95 %"), levels(log.view(ZONE)));
        assertEquals(List.of(), levels(log.knownBy(LocalDate.of(2024, 2, 4), ZONE)));
        assertEquals(2, log.stream().count());
    }

    @Test
    void theSameHoldsForIncrements() {
        ObservationLog log = ObservationLog.of(
                increment("2024-01-01", "5 个").id("a").recordedAt(at("2024-02-05T00:00:00Z")),
                increment("2024-01-01", "7 个").id("b").supersedes("a").recordedAt(at("2024-03-05T00:00:00Z")));
        assertEquals("5 个", sum(scan(log.knownAt(at("2024-03-04T23:59:59.999999999Z"), ZONE))));
        assertEquals("7 个", sum(scan(log.knownAt(at("2024-03-05T00:00:00Z"), ZONE))));
    }

    @Test
    void aRetractionTakesAwayAndPutsNothingInPlace() {
        ObservationLog log = ObservationLog.of(FIRST, increment("2024-01-01", "5 个").id("i"),
                Observation.retraction("s", "a", at("2024-03-01T00:00:00Z")),
                Observation.retraction("s", "i", at("2024-04-01T00:00:00Z")));
        assertEquals(List.of(), levels(log.view(ZONE)));
        assertEquals("5 个", sum(scan(log.knownAt(at("2024-03-31T00:00:00Z"), ZONE))));
        assertEquals("nothing", sum(scan(log)));
    }

    @Test
    void retractingACorrectionRestoresWhatItReplacedFromThenOn() {
        ObservationLog log = ObservationLog.of(FIRST, BETTER,
                Observation.retraction("s", "b", at("2024-04-01T00:00:00Z")));
        assertEquals(List.of("95 %"), levels(log.knownAt(at("2024-03-31T23:59:59Z"), ZONE)));
        assertEquals(List.of("90 %"), levels(log.view(ZONE)));
    }

    @Test
    void aCorrectionOfACorrectionReplacesBothAndItsRetractionRestoresTheFirst() {
        Observation best = level("2024-01-31", "97 %").id("c").supersedes("b").recordedAt(at("2024-04-01T00:00:00Z"));
        ObservationLog log = ObservationLog.of(FIRST, BETTER, best);
        assertEquals(List.of("97 %"), levels(log.view(ZONE)));
        log.add(Observation.retraction("s", "c", at("2024-05-01T00:00:00Z")));
        assertEquals(List.of("95 %"), levels(log.view(ZONE)));
        log.add(Observation.retraction("s", "b", at("2024-06-01T00:00:00Z")));
        assertEquals(List.of("90 %"), levels(log.view(ZONE)));
    }

    @Test
    void aRetractionThatIsRetractedNeverWas() {
        ObservationLog log = ObservationLog.of(FIRST, Observation.retraction("s", "a", at("2024-03-01T00:00:00Z")).id("r"));
        log.add(Observation.retraction("s", "r", at("2024-04-01T00:00:00Z")));
        assertEquals(List.of("90 %"), levels(log.view(ZONE)));
        assertEquals(List.of(), levels(log.knownBy(LocalDate.of(2024, 3, 31), ZONE)));
    }

    @Test
    void batchesAreTakenWholeOrNotAtAllInWhateverOrder() {
        ObservationLog log = ObservationLog.of(FIRST);
        log.addAll(List.of(Observation.retraction("s", "b", at("2024-04-01T00:00:00Z")), BETTER));
        assertEquals(List.of("90 %"), levels(log.view(ZONE)));
        assertThrows(NoSuchIdException.class, () -> log.addAll(List.of(level("2024-02-29", "1 %"), BETTER.id("d").supersedes("x"))));
        assertThrows(AlreadyThereException.class, () -> log.addAll(List.of(level("2024-02-29", "1 %"), BETTER)));
        assertEquals(3, log.size());
    }

    @Test
    void longChainsAreTaken() {
        List<Observation> chain = new ArrayList<>();
        for (int i = 0; i < 18_000; i++) {
            Observation link = i % 3 == 1 ? increment("2024-01-01", i + " 个") : level("2024-01-31", i + " %");
            chain.add(i == 0 ? link.id("0") : link.id("" + i).supersedes("" + (i - 1)));
        }
        Collections.reverse(chain);
        ObservationLog log = ObservationLog.of(chain.stream().map(it -> it.recordedAt(at("2024-03-01T00:00:00Z"))).toList());
        assertEquals(List.of("17999 %"), levels(log.view(ZONE)));
        assertEquals("nothing", sum(scan(log)));
    }

    @Test
    void theEarliestOfTwoCorrectionsCounts() {
        ObservationLog log = ObservationLog.of(FIRST,
                level("2024-01-31", "97 %").supersedes("a").recordedAt(at("2024-04-05T00:00:00Z")), BETTER);
        assertEquals(List.of("95 %"), levels(log.knownAt(at("2024-03-06T00:00:00Z"), ZONE)));
    }

    @Test
    void numberedIdsCanBeSuperseded() {
        ObservationLog log = ObservationLog.of(level("2024-01-31", "90 %"), increment("2024-01-01", "5 个"),
                increment("2024-01-02", "6 个").source("b"));
        log.add(level("2024-01-31", "95 %").supersedes("s#1"));
        log.add(increment("2024-01-02", "7 个").supersedes("s#3"));
        assertEquals(List.of("95 %"), levels(log.view(ZONE)));
        assertEquals("12 个", sum(scan(log)));
    }

    @Test
    void anObservationOfAnotherKindMaySupersede() {
        ObservationLog log = ObservationLog.of(increment("2024-01-01", "5 个").id("a"),
                Observation.total("s", LocalDate.of(2024, 1, 1), q("7 个"))
                        .supersedes("a"));
        assertEquals("nothing", sum(scan(log)));
        assertEquals(1, log.view(ZONE).all("s", Observation.Total.class).size());
    }

    @Test
    void whatIsNotInTheLogCannotBeSuperseded() {
        for (String id : List.of("x", "s#0", "s#2", "s#01", "s#+1", "s#", "s#x", "t#1", "")) {
            ObservationLog log = ObservationLog.of(increment("2024-01-01", "5 个"));
            Refusal.naming(() -> log.add(level("2024-01-31", "1 %").supersedes(id)), "'" + id + "'", "'s'");
        }
    }

    @Test
    void whatHasAnIdOfItsOwnHasNoNumber() {
        ObservationLog log = ObservationLog.of(increment("2024-01-01", "5 个").id("a"), FIRST.id("b"));
        assertThrows(IllegalArgumentException.class, () -> log.add(BETTER.supersedes("s#1")));
        assertThrows(IllegalArgumentException.class, () -> log.add(BETTER.supersedes("s#2")));
    }

    @Test
    void anotherStreamCannotSupersedeAndIsNamed() {
        ObservationLog log = ObservationLog.of(FIRST);
        Refusal.naming(() -> log.add(Observation.event("t", LocalDate.of(2024, 3, 1)).supersedes("a")),
                "'a'", "'t'", "'s'");
    }

    @Test
    void aCorrectionIsNotRecordedBeforeWhatItCorrects() {
        Observation early = BETTER.recordedAt(at("2024-02-04T23:59:59Z"));
        Refusal.naming(() -> ObservationLog.of(FIRST).add(early), "2024-02-05T00:00:00Z", "2024-02-04T23:59:59Z");
        assertThrows(IllegalArgumentException.class, () -> ObservationLog.of(FIRST, early));
        assertEquals(List.of("95 %"), levels(ObservationLog.of(FIRST,
                BETTER.recordedAt(at("2024-02-05T00:00:00Z"))).view(ZONE)));
    }

    @Test
    void nothingSupersedesItself() {
        Observation itself = level("2024-01-31", "90 %").id("a").supersedes("a");
        assertThrows(IllegalArgumentException.class, () -> ObservationLog.empty().add(itself));
        assertThrows(IllegalArgumentException.class, () -> ObservationLog.of(itself));
    }

    @Test
    void twoObservationsDoNotSupersedeEachOther() {
        assertThrows(IllegalArgumentException.class, () -> ObservationLog.of(
                level("2024-01-31", "90 %").id("a").supersedes("b"),
                level("2024-01-31", "95 %").id("b").supersedes("a")));
    }

    @Test
    void theOrderInWhichALogIsGivenDoesNotMatter() {
        ObservationLog log = ObservationLog.of(BETTER, FIRST);
        assertEquals(List.of("95 %"), levels(log.view(ZONE)));
        assertEquals(List.of("90 %"), levels(log.knownBy(LocalDate.of(2024, 3, 1), ZONE)));
    }
}
