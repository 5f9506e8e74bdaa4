package io.mubiao.gap;

import static io.mubiao.testing.Ask.bound;
import static io.mubiao.testing.Ask.completeThrough;
import static io.mubiao.testing.Ask.day;
import static io.mubiao.testing.Ask.event;
import static io.mubiao.testing.Ask.increment;
import static io.mubiao.testing.Ask.level;
import static io.mubiao.testing.Ask.register;
import static io.mubiao.testing.Ask.target;
import static io.mubiao.testing.Ask.total;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.assess.AsOf;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.render.GapWords;
import io.mubiao.target.Goal;
import io.mubiao.target.Measure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Nobody is told to bring down a total that only grows. */
class OnlyGrowsTest {
    private static Gap gap(Measure measure, String require, Aim aim, String asOf, Observation... observations) {
        return Gaps.of(register(target(Goal.amount(measure, bound(require))).build()), ObservationLog.of(observations),
                AsOf.of(day(asOf))).get("T", aim);
    }

    private static void exceeded(Gap gap) {
        assertEquals(Optional.of(Obstacle.EXCEEDED), gap.obstacle(), gap::toString);
        assertEquals(List.of(), gap.later());
        assertTrue(GapWords.explain(gap, Locale.CHINESE).endsWith("：已超出上限，累计数不会减少\n"), GapWords.explain(gap, Locale.CHINESE));
    }

    @Test
    void whatIsAboveItsUpperEndStaysThere() {
        for (Aim aim : List.of(Aim.onPace(), Aim.met())) {
            exceeded(gap(Measure.total(), "~ 50 个 ± 2 个", aim, "06-30", total("06-30", "58 个")));
            exceeded(gap(Measure.total(), "[40 个, 60 个]", aim, "06-30", total("06-30", "70 个")));
            exceeded(gap(Measure.total(), "= 50 个", aim, "06-30", total("06-30", "58 个")));
            exceeded(gap(Measure.total(), "<= 50 万元", aim, "06-30", increment("2024-01-01/2024-06-30", "70.5 万元")));
            exceeded(gap(Measure.count(), "<= 3 起", aim, "06-30", event("01-05"), event("02-05"), event("03-05"), event("04-05"),
                    completeThrough("06-30")));
        }
    }

    @Test
    void whatIsAboveWhatIsAllowedByNowWaits() {
        Gap gap = gap(Measure.total(), "<= 100 万元", Aim.onPace(), "06-30", total("06-30", "75 万元"));
        assertEquals(Optional.of(Obstacle.ONLY_GROWS), gap.obstacle());
        String told = GapWords.explain(gap, Locale.CHINESE);
        assertTrue(told.contains("：已多于目前所允许的，累计数不会减少\n") && told.contains("到 2024-09-30：不再增加即可\n")
                && told.contains("到 2024-08-31：无法达到\n"), told);
        assertFalse(told.contains("减少 ") || told.contains("现有成绩已够"), told);
    }

    @Test
    void whatIsBelowAMaximumLastsWithoutAnyMore() {
        String told = GapWords.explain(gap(Measure.total(), "<= 100 万元", Aim.onPace(), "06-30", total("06-30", "40 万元")), Locale.CHINESE);
        assertTrue(told.contains("已达到，如不再增加，可保持到 2024-12-31\n") && told.contains("到 2024-12-31：不再增加即可\n"), told);
    }

    @Test
    void aLevelFalls() {
        Gap gap = gap(Measure.level(), "[40 %, 60 %]", Aim.onPace(), "06-30", level("06-30", "70 %"));
        assertEquals("-10 %", gap.least().orElseThrow().change().orElseThrow().toString());
    }

    @Test
    void moreIsStillWantedBelowARange() {
        Gap gap = gap(Measure.total(), "[40 个, 60 个]", Aim.met(), "06-30", total("06-30", "10 个"));
        assertEquals("30 个", gap.least().orElseThrow().change().orElseThrow().toString());
    }
}
