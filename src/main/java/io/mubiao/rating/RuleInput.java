package io.mubiao.rating;

import static java.util.Objects.requireNonNull;

import io.mubiao.formula.Symbol;
import io.mubiao.value.Unit;
import java.util.Optional;

/**
 * A named input of a scoring rule (计分参数). Immutable. It is read from the assessment of a target, or given by the office.
 *
 * @param id its name in formulas
 * @param title its name for people
 * @param reading what is read of a target; empty if it is given
 * @param kind number, flag or text
 * @param unit the unit its numbers are taken in; empty for a plain number in the unit of the target's requirement
 * @param higherIsBetter which end of the peers is the first place
 */
public record RuleInput(String id, String title, Optional<Reading> reading, Symbol.Kind kind, Optional<Unit> unit,
        boolean higherIsBetter) {
    public RuleInput {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        requireNonNull(reading, "reading");
        requireNonNull(kind, "kind");
        requireNonNull(unit, "unit");
        if (reading.isPresent() && reading.get().kind() != kind) {
            throw new IllegalArgumentException("input '" + id + "' is a " + kind + ", but " + reading.get().word()
                    + " is a " + reading.get().kind());
        }
    }

    /** What is read of a target, in its own unit. */
    public static RuleInput of(String id, Reading reading) {
        return new RuleInput(id, id, Optional.of(reading), reading.kind(), Optional.empty(), true);
    }

    /** A number in a unit that the office gives. */
    public static RuleInput given(String id, Unit unit) {
        return new RuleInput(id, id, Optional.empty(), Symbol.Kind.NUMBER, Optional.of(unit), true);
    }

    /** The unit of its numbers in formulas. */
    public Unit formulaUnit() {
        return unit.orElse(Unit.NONE);
    }
}
