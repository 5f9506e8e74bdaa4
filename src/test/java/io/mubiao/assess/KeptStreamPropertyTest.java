package io.mubiao.assess;

import static io.mubiao.testing.Ask.bound;
import static io.mubiao.testing.Ask.day;
import static io.mubiao.testing.Ask.q;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.target.Goal;
import io.mubiao.target.Measure;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.testing.Ask;
import io.mubiao.time.Cadence;
import io.mubiao.time.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A stream in which much is corrected and retracted: each observation more leaves what a fresh assessment finds. */
class KeptStreamPropertyTest {
    private static final Instant NEW_YEAR = Instant.parse("2024-01-01T00:00:00Z");
    private static final Register REGISTER = Register.builder("kept", Ask.ZONE).targets(List.of(
            target("sum", Goal.total(q("90 亩"))), target("total", Goal.total(q("50 个"))),
            target("level", Goal.amount(Measure.level(), bound(">= 50 %"))),
            target("events", Goal.amount(Measure.count(), bound(">= 6 件"))),
            target("added", Goal.amount(Measure.sum("events", "size"), bound(">= 20 亩"))),
            target("rate", Goal.amount(Measure.ratio(Measure.sum("events", "size"), Measure.total("sum")), bound(">= 10 %"))),
            target("line", Goal.redLine()), target("quota", Goal.quota(2, Cadence.monthly())))).build();

    private final List<String> ids = new ArrayList<>();

    private static Target target(String id, Goal goal) {
        return Target.builder(id, goal, Span.year(2024)).build();
    }

    @Property(tries = 40)
    void eachObservationMoreLeavesWhatAFreshAssessmentFinds(@ForAll long seed, @ForAll @IntRange(max = 30) int before) {
        Random random = new Random(seed);
        ids.clear();
        AsOf question = AsOf.of(day("09-30"));
        AsOf asked = random.nextBoolean() ? question : question.knownBy(day("07-31"));
        ObservationLog log = ObservationLog.empty();
        for (int i = 0; i < before; i++) {
            add(random, log);
        }
        Assessor kept = Assessor.of(REGISTER, log, asked);
        List<Assessments> then = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Observation next = next(random, log);
            ids.add(kept.addDespiteProblems(next).observation().entry().id());
            Assessments fresh = Assessor.assess(REGISTER, log, asked);
            assertEquals(fresh.stream().toList(), kept.assessments().stream().toList(), () -> "after " + next);
            then.add(kept.assessments());
            told.add(told(fresh));
        }
        assertEquals(told, then.stream().map(KeptStreamPropertyTest::told).toList(), "what was answered stays as it was");
    }

    private static String told(Assessments assessments) {
        return assessments.stream().map(it -> it + " " + it.trace()).collect(Collectors.joining("\n"));
    }

    private void add(Random random, ObservationLog log) {
        ids.add(log.add(next(random, log)));
    }

    private Observation next(Random random, ObservationLog log) {
        Instant recorded = NEW_YEAR.plus(random.nextInt(400), ChronoUnit.DAYS);
        if (!ids.isEmpty() && random.nextInt(3) > 0) {
            Observation earlier = log.get(ids.get(random.nextInt(ids.size())));
            String stream = earlier.entry().stream();
            Instant later = earlier.entry().recordedAt().isAfter(recorded) ? earlier.entry().recordedAt() : recorded;
            return random.nextInt(3) > 0 ? Observation.retraction(stream, earlier.entry().id(), later)
                    : observation(random, stream).recordedAt(later).supersedes(earlier.entry().id());
        }
        return observation(random, List.of("sum", "total", "level", "events", "line", "quota").get(random.nextInt(6)))
                .recordedAt(recorded);
    }

    private static Observation observation(Random random, String stream) {
        LocalDate day = LocalDate.of(2023, 12, 20).plusDays(random.nextInt(340));
        Observation made = switch (stream) {
            case "sum" -> Observation.increment(stream, new Span(day, day.plusDays(random.nextInt(4))), q(amount(random)));
            case "total" -> random.nextInt(9) == 0 ? Observation.total(stream, day, q("7 个")).since(day("2023-12-01"))
                    : Observation.total(stream, day, q(random.nextInt(99) + " 个"));
            case "level" -> Observation.level(stream, day, q(random.nextInt(99) + " %"));
            default -> random.nextInt(5) == 0 ? Observation.complete(stream, new Span(LocalDate.of(2024, 1, 1), day.plusDays(60)))
                    : random.nextInt(9) == 0 ? Observation.event(stream, day)
                    : Observation.event(stream, day).withMeasure("size", q(random.nextInt(30) == 0 ? "3 个" : amount(random)));
        };
        Observation sourced = made.source("s" + random.nextInt(4));
        return random.nextInt(6) == 0 ? sourced.recognised() : sourced;
    }

    private static String amount(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> random.nextInt(50) + "/7 亩";
            case 1 -> random.nextInt(50) + "." + random.nextInt(1000) + " 公顷";
            case 2 -> "9223372036854775806 亩";
            default -> random.nextInt(50) - 5 + " 亩";
        };
    }
}
