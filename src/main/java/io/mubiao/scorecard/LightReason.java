package io.mubiao.scorecard;

import static java.util.Objects.requireNonNull;

import io.mubiao.formula.Formula;
import io.mubiao.shape.Banding;
import io.mubiao.trace.Trace;
import java.util.Optional;

/**
 * Why an item shows its light (亮灯依据). Immutable.
 *
 * @param light the light of this period alone
 * @param test the test that decided; empty where the band of a number did
 * @param trace the number, or the test as 1, with the readings it uses; replays
 * @param banding the number in the bands of the rule; empty where a test decided
 * @param memory what made another light of it; empty where nothing did
 */
public record LightReason(String light, Optional<Formula> test, Trace.Worked trace, Optional<Banding> banding,
        Optional<LightRule.Memory> memory) {
    public LightReason {
        requireNonNull(light, "light");
        requireNonNull(test, "test");
        requireNonNull(trace, "trace");
        requireNonNull(banding, "banding");
        requireNonNull(memory, "memory");
    }
}
