package io.mubiao.rule;

import static java.util.Objects.requireNonNull;

import io.mubiao.text.internal.TypedText;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.util.Optional;

/**
 * A number that the document leaves to somebody or that is lost in the source (参数). Immutable.
 *
 * @param id its name in formulas
 * @param title what it is
 * @param unit its unit
 * @param value the number, if it is given; a rule with open parameters is refused by the evaluation
 * @param least the least allowed
 * @param most the most allowed
 * @param cite where it stands or why it is open
 */
public record Parameter(String id, String title, Unit unit, Optional<Quantity> value, Optional<Quantity> least,
        Optional<Quantity> most, Cite cite) {
    public Parameter {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        requireNonNull(unit, "unit");
        requireNonNull(least, "least");
        requireNonNull(most, "most");
        requireNonNull(cite, "cite");
        value.ifPresent(number -> check(id, number, unit, least, most));
    }

    private static void check(String id, Quantity number, Unit unit, Optional<Quantity> least, Optional<Quantity> most) {
        number.unit().in(unit);
        if (least.isPresent() && number.compareAmount(least.get()) < 0) {
            throw new IllegalArgumentException("parameter '" + id + "' must be at least " + least.get() + ", got " + number);
        }
        if (most.isPresent() && number.compareAmount(most.get()) > 0) {
            throw new IllegalArgumentException("parameter '" + id + "' must be at most " + most.get() + ", got " + number);
        }
    }

    /**
     * This parameter with its number.
     *
     * @throws IllegalArgumentException if the unit does not fit or the number is out of bounds
     */
    public Parameter with(Quantity number) {
        return new Parameter(id, title, unit, Optional.of(number), least, most, cite);
    }

    /** The same under another id. */
    public Parameter id(String other) {
        return new Parameter(other, title, unit, value, least, most, cite);
    }

    /** A number of this parameter as it is written: with its unit; of a parameter without one, plain. */
    Quantity read(String text, Units units) {
        return unit.symbol().isEmpty() && TypedText.of(text).text().matches("[-+]?[0-9.,]+(/[0-9]+)?")
                ? Quantity.of(Rational.parseTyped(text), unit)
                : Quantity.parse(text, units);
    }
}
