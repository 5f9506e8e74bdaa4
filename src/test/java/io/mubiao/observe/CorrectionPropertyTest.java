package io.mubiao.observe;

import static io.mubiao.observe.Facts.ZONE;
import static io.mubiao.observe.Facts.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.testing.TestUnits;
import io.mubiao.time.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What counts at a moment is what the words say: known, not replaced, not retracted by what itself still holds. */
class CorrectionPropertyTest {
    private static final Instant START = at("2024-01-01T00:00:00Z");

    @Property
    void whatCountsAtAMomentIsWhatIsLeftOfWhatWasKnown(@ForAll Random random) {
        List<Observation> all = random(random);
        ObservationLog grown = ObservationLog.empty();
        for (Observation one : all) {
            counting(grown, START.plusSeconds(random.nextInt(20)));
            grown.add(one);
        }
        List<Observation> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        ObservationLog whole = ObservationLog.of(shuffled);
        for (int second = 0; second < 20; second++) {
            Instant moment = START.plusSeconds(second);
            Set<String> expected = all.stream().filter(it -> counts(it, all, moment))
                    .filter(it -> !(it instanceof Observation.Retraction)).map(it -> it.entry().id())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(expected, counting(grown, moment));
            assertEquals(expected, counting(whole, moment));
            assertEquals(expected, counting(grown.copy(), moment));
        }
    }

    private static List<Observation> random(Random random) {
        List<Observation> all = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(12); i++) {
            Instant recorded = START.plusSeconds(i + random.nextInt(2));
            Observation earlier = i == 0 || random.nextInt(4) == 0 ? null : all.get(random.nextInt(i));
            Observation one = random.nextBoolean()
                    ? Observation.increment("s", Span.parse("2024-01-01"), TestUnits.q(i + " 个"))
                    : Observation.level("s", LocalDate.of(2024, 1, 1), TestUnits.q(i + " %"));
            if (earlier != null && earlier.entry().recordedAt().isAfter(recorded)) {
                recorded = earlier.entry().recordedAt();
            }
            one = earlier == null ? one : random.nextBoolean() ? one.supersedes(earlier.entry().id())
                    : Observation.retraction("s", earlier.entry().id(), recorded);
            all.add(one.id("o" + i).recordedAt(recorded));
        }
        return all;
    }

    private static boolean counts(Observation one, List<Observation> all, Instant moment) {
        return !one.entry().recordedAt().isAfter(moment)
                && later(one, all, moment).noneMatch(it -> !isWithdrawn(it, all, moment));
    }

    private static boolean isWithdrawn(Observation one, List<Observation> all, Instant moment) {
        return later(one, all, moment).anyMatch(it -> it instanceof Observation.Retraction && counts(it, all, moment));
    }

    private static java.util.stream.Stream<Observation> later(Observation one, List<Observation> all, Instant moment) {
        return all.stream().filter(it -> it.entry().supersedes().filter(one.entry().id()::equals).isPresent()
                && !it.entry().recordedAt().isAfter(moment));
    }

    private static Set<String> counting(ObservationLog log, Instant moment) {
        LogView view = log.knownAt(moment, ZONE);
        Set<String> ids = view.all("s", Observation.Level.class).stream().map(it -> it.entry().id())
                .collect(Collectors.toCollection(TreeSet::new));
        view.increments("s", Basis.REPORTED, Span.year(2024)).update().snapshot().ids().forEach(ids::add);
        assertEquals(!view.all("s", Observation.Level.class).isEmpty(), view.has("s", Observation.Level.class));
        return ids;
    }
}
