package io.mubiao.method;

import io.mubiao.assess.Assessment;
import io.mubiao.target.Direction;
import io.mubiao.value.Quantity;

/**
 * UN ESCAP current status index: how far a value has come from its base to its target, 10 for all the way.
 *
 * <p>Formula: ±10 · (now − base) ÷ |target − base|, minus where less is better; for parity 10 − 10 · |target − now| ÷
 * |target − base|, from either side. Worked: 100 → 130 of 150 is 6; less is better, 200 → 50 of 0 is 7.5; parity 1.2 →
 * 1.1 of 1 is 5, and so is 0.8 → 0.9.
 *
 * <p>Edge cases: going the wrong way is negative; past the target is more than 10 (neither is clipped); base equal to
 * target is {@link NoAnswer#START_IS_TARGET}.
 *
 * <p>Source: the formula as used by UNICEF MENARO; method page data.unescap.org/resource-guides/progress-assessment-methodology.
 */
public final class CurrentStatus {
    private CurrentStatus() {}

    /** The index; two-sided uses the parity form. */
    public static Figure of(Quantity base, Quantity now, Quantity target, Direction direction) {
        return of(base, Figure.given("now", "present value", now), Figure.given("target", "target", target), direction);
    }

    /** The index of an assessed target, from a base. */
    public static Figure of(Assessment assessment, Quantity base) {
        return of(base, Assessed.now(assessment), Assessed.target(assessment), assessment.goal().preferred());
    }

    private static Figure of(Quantity base, Figure now, Figure target, Direction direction) {
        FigureWorkings work = new FigureWorkings().with("base", "base", base).with(now).with(target);
        if (target.isPresent() && target.value().orElseThrow().compareAmount(base) == 0) {
            return Figure.none("current_status", NoAnswer.START_IS_TARGET, base.toString());
        }
        return work.work("current_status", "current status", switch (direction) {
            case HIGHER_IS_BETTER -> "10 * (now - base) / abs(target - base)";
            case LOWER_IS_BETTER -> "-10 * (now - base) / abs(target - base)";
            case TWO_SIDED -> "10 - 10 * abs(target - now) / abs(target - base)";
        });
    }
}
