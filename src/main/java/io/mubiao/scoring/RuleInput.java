package io.mubiao.scoring;

import static java.util.Objects.requireNonNull;

import io.mubiao.formula.Formula;
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
 * @param over what it is made of, where it is read of a set of targets; empty where it is of one
 */
public record RuleInput(String id, String title, Optional<Reading> reading, Symbol.Kind kind, Optional<Unit> unit,
        boolean higherIsBetter, Optional<OverSet> over) {
    public RuleInput {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        requireNonNull(reading, "reading");
        requireNonNull(kind, "kind");
        requireNonNull(unit, "unit");
        requireNonNull(over, "over");
        if (over.isEmpty()) {
            unit = reading.isEmpty() ? unit.or(() -> Optional.of(Unit.NONE)) : unit.filter(it -> !it.equals(Unit.NONE));
        }
        if (over.isPresent() && (over.get().fold().counts() == reading.isPresent() || kind != Symbol.Kind.NUMBER)) {
            throw new IllegalArgumentException("input '" + id + "' of a set of targets is a number: a count or share by a test, or a reading");
        }
        boolean own = over.isPresent() && reading.filter(Reading::hasUnit).isPresent();
        if (own && unit.filter(it -> !it.equals(Unit.NONE)).isEmpty()) {
            throw new IllegalArgumentException("input '" + id + "' takes amounts of several targets together and needs 'unit'");
        }
        if (reading.isPresent() && reading.get().kind() != kind) {
            throw new IllegalArgumentException("input '" + id + "' is a " + kind + ", but " + reading.get().word()
                    + " is a " + reading.get().kind());
        }
    }

    /** An input of one target, or given. */
    public RuleInput(String id, String title, Optional<Reading> reading, Symbol.Kind kind, Optional<Unit> unit, boolean higherIsBetter) {
        this(id, title, reading, kind, unit, higherIsBetter, Optional.empty());
    }

    /** How many, or what share, of a set of targets pass a test: {@code met}, {@code attainment >= 90 %}. */
    public static RuleInput counted(String id, OverSet.Fold fold, String test, OverSet.Lacking lacking) {
        return new RuleInput(id, id, Optional.empty(), Symbol.Kind.NUMBER, Optional.of(Unit.NONE), true,
                Optional.of(new OverSet(fold, Optional.of(Formula.parse(test)), lacking)));
    }

    /** The sum, mean, lowest or highest of a reading of a set of targets, in a unit. */
    public static RuleInput folded(String id, OverSet.Fold fold, Reading reading, Unit unit, OverSet.Lacking lacking) {
        return new RuleInput(id, id, Optional.of(reading), reading.kind(), Optional.of(unit), true,
                Optional.of(new OverSet(fold, Optional.empty(), lacking)));
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
