package io.mubiao.scoring;

import static java.util.Objects.requireNonNull;

import io.mubiao.formula.Formula;
import io.mubiao.value.Rounding;
import java.util.Map;
import java.util.Optional;

/**
 * What holds points in bounds and rounds them (封顶、保底、取舍). Immutable. In this order: cap, floor, rounding.
 *
 * @param cap the most points, a formula; empty for none
 * @param floor the least points, a formula; empty for none
 * @param rounding the declared rounding; empty if points are not rounded
 */
public record Limits(Optional<Formula> cap, Optional<Formula> floor, Optional<Rounding> rounding) {
    /** Nothing held, nothing rounded. */
    public static final Limits NONE = new Limits(Optional.empty(), Optional.empty(), Optional.empty());

    public Limits {
        requireNonNull(cap, "cap");
        requireNonNull(floor, "floor");
        requireNonNull(rounding, "rounding");
    }

    /** Whether points go through unchanged. */
    public boolean isNone() {
        return equals(NONE);
    }

    /** The same rounding without cap and floor. */
    public Limits withoutBounds() {
        return new Limits(Optional.empty(), Optional.empty(), rounding);
    }

    /** Points held and rounded; names in cap and floor get the given meanings. */
    public Formula of(Formula points, Map<String, Formula> meanings) {
        Formula held = points;
        if (cap.isPresent()) {
            held = Formula.call("min", cap.get().with(meanings), held);
        }
        if (floor.isPresent()) {
            held = Formula.call("max", floor.get().with(meanings), held);
        }
        return rounding.isPresent() ? held.rounded(rounding.get()) : held;
    }
}
