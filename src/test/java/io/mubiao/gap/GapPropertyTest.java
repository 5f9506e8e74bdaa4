package io.mubiao.gap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.assess.AsOf;
import io.mubiao.assess.Assessor;
import io.mubiao.assess.Status;
import io.mubiao.assess.internal.Facts;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.testing.Mixed;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever was observed: what a gap says suffices, and one step less does not. */
class GapPropertyTest {
    private static final List<LocalDate> DAYS = List.of(LocalDate.of(2024, 2, 10), LocalDate.of(2024, 6, 30),
            LocalDate.of(2024, 11, 15), LocalDate.of(2024, 12, 31), LocalDate.of(2025, 2, 1), LocalDate.of(2023, 12, 15));

    private static boolean holds(String target, ObservationLog log, LocalDate day, List<Observation> further) {
        ObservationLog then = log.copy();
        further.forEach(then::add);
        Status status = Assessor.assess(Mixed.REGISTER, then, AsOf.of(day), target).status();
        return status == Status.MET || status == Status.ON_PACE;
    }

    @Property(tries = 10)
    void theGapSufficesAndOneStepLessDoesNot(@ForAll long seed, @ForAll @IntRange(min = 0, max = 50) int count,
            @ForAll @IntRange(min = 0, max = 5) int day) {
        ObservationLog log = ObservationLog.of(Mixed.observations(seed, count));
        long before = log.size();
        LocalDate asOf = DAYS.get(day);
        Gaps gaps = Gaps.of(Mixed.REGISTER, log, AsOf.of(asOf));
        ObservationLog facts = Facts.until(log, AsOf.of(asOf), Mixed.REGISTER.zone());
        for (Gap gap : gaps) {
            assertEquals(gap.reached(), holds(gap.id(), log, asOf, List.of()), gap::toString);
            Stream.concat(gap.least().stream().map(need -> new Gap.ByDay(asOf, java.util.Optional.of(need))),
                    gap.later().stream()).filter(later -> later.need().isPresent()).forEach(later -> {
                        Need need = later.need().orElseThrow();
                        ObservationLog then = later.day().isAfter(asOf) ? facts : log;
                        assertTrue(holds(gap.id(), then, later.day(), need.observations()), () -> gap + " " + later);
                        for (List<Observation> less : oneLess(need)) {
                            assertFalse(holds(gap.id(), then, later.day(), less), () -> gap + " " + later + " less " + less);
                        }
                    });
        }
        assertEquals(before, log.size());
    }

    /** The same need with one step less, as far as a step can be told from outside. */
    private static List<List<Observation>> oneLess(Need need) {
        List<List<Observation>> all = new ArrayList<>();
        switch (need.kind()) {
            case AMOUNT, STAGE, ITEMS, EVIDENCE, CELLS -> {
                for (Observation each : need.observations()) {
                    List<Observation> rest = new ArrayList<>(need.observations());
                    rest.remove(each);
                    boolean alone = each instanceof Observation.Total || each instanceof Observation.Level
                            || each instanceof Observation.Increment;
                    if (alone) {
                        all.add(List.of(nearer(each, need)));
                    } else if (!(each instanceof Observation.Complete)) {
                        all.add(rest);
                    }
                }
            }
            default -> { }
        }
        return all;
    }

    private static Observation nearer(Observation observation, Need need) {
        Quantity step = need.step().orElseThrow().times(Rational.of(need.change().orElseThrow().amount().signum()));
        if (observation instanceof Observation.Total total) {
            return new Observation.Total(total.entry(), total.on(), total.amount().minus(step), total.since(), Optional.empty());
        } else if (observation instanceof Observation.Level level) {
            return new Observation.Level(level.entry(), level.on(), level.value().minus(step), level.member());
        }
        Observation.Increment increment = (Observation.Increment) observation;
        return new Observation.Increment(increment.entry(), increment.span(), increment.amount().minus(step));
    }
}
