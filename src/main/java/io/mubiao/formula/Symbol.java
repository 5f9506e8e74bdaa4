package io.mubiao.formula;

import static java.util.Objects.requireNonNull;

import io.mubiao.formula.internal.Frame;
import io.mubiao.value.Unit;

/**
 * What a name in a formula stands for.
 *
 * @param slot where a {@link Frame} holds it
 * @param name the name
 * @param kind what it holds
 * @param unit the unit of its numbers; {@link Unit#NONE} where it holds no number with a unit
 */
public record Symbol(int slot, String name, Kind kind, Unit unit) {
    /** What a slot holds. */
    public enum Kind {
        /** A number in a unit. */
        NUMBER,
        /** A text, such as a code or a label. */
        TEXT,
        /** A day. */
        DAY,
        /** Yes or no. */
        FLAG
    }

    public Symbol {
        requireNonNull(name, "name");
        requireNonNull(kind, "kind");
        requireNonNull(unit, "unit");
    }
}
