package io.mubiao.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.observe.ObservationLog;
import io.mubiao.target.Bound;
import io.mubiao.target.Direction;
import io.mubiao.testing.Mixed;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Points ahead are the share of the whole that is done less the share that is owed, and the other way round of a maximum. */
class PointsAheadPropertyTest {
    @Property
    void pointsAheadAreDoneLessOwed(@ForAll long seed) {
        Random random = new Random(seed);
        AsOf question = AsOf.of(LocalDate.of(2024, 1, 2).plusDays(random.nextInt(400)));
        for (Assessment it : Assessor.assess(Mixed.REGISTER, ObservationLog.of(Mixed.observations(seed, 60)), question)) {
            Optional<Quantity> actual = it.actual();
            Optional<Rational> owed = it.expectedShare();
            if (actual.isEmpty() || owed.isEmpty()) {
                assertTrue(it.pointsAhead().isEmpty(), it::toString);
            } else if (owed.get().signum() != 0 && it.expected().orElseThrow().amount().signum() != 0) {
                Rational done = actual.get().ratioTo(it.expected().get()).times(owed.get());
                boolean most = it.goal().bound().map(Bound::direction).filter(way -> way == Direction.LOWER_IS_BETTER).isPresent();
                Rational ahead = most ? owed.get().minus(done) : done.minus(owed.get());
                assertEquals(Optional.of(ahead.times(Rational.HUNDRED)), it.pointsAhead(), it::toString);
            }
        }
    }
}
