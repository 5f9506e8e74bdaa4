package io.mubiao.formula;

import static java.util.Objects.requireNonNull;

import io.mubiao.value.Enclosure;
import io.mubiao.value.Rational;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a formula gives: a number, or the reason why there is none. Immutable. A missing input is never zero: it makes
 * everything computed from it missing until the rule says otherwise.
 */
public final class Value {
    /** Why there is no number. */
    public enum Absence {
        /** An input is not there (缺失). */
        MISSING,
        /** A divisor is zero: no land, a baseline of zero, maximum and minimum alike. */
        ZERO_DIVISOR,
        /** The document gives no number here: a declared hole (文件未规定). */
        UNDEFINED,
        /** A baseline that no enterprise forms, or too few for it (无企业形成). */
        NOBODY,
        /** Anything is possible: the inputs are only known to lie in a range. */
        OPEN
    }

    /** No number is known, and any may hold. */
    public static final Value OPEN = new Value(null, Absence.OPEN, "");

    private final @Nullable Enclosure number;
    private final @Nullable Absence absence;
    private final String about;

    private Value(@Nullable Enclosure number, @Nullable Absence absence, String about) {
        this.number = number;
        this.absence = absence;
        this.about = about;
    }

    /** A number. */
    public static Value of(Rational number) {
        return new Value(Enclosure.of(number), null, "");
    }

    /** A number of which an enclosure is known. */
    public static Value of(Enclosure number) {
        return new Value(requireNonNull(number, "number"), null, "");
    }

    /** No number, because the input of this name is not there. */
    public static Value missing(String name) {
        return new Value(null, Absence.MISSING, name);
    }

    /** No number, because this divisor is zero. */
    public static Value zeroDivisor(String divisor) {
        return new Value(null, Absence.ZERO_DIVISOR, divisor);
    }

    /** No number, because the baseline of this name has nobody to form it. */
    public static Value nobody(String baseline) {
        return new Value(null, Absence.NOBODY, baseline);
    }

    /** No number, because the document gives none here; says why. */
    public static Value undefined(String why) {
        return new Value(null, Absence.UNDEFINED, why);
    }

    /** Anything at all, because the inputs are only known to lie in a range. */
    public static Value open() {
        return OPEN;
    }

    /** The same lack of a number, told of a part that needs it. */
    public Value about(String part) {
        return new Value(number, absence, part + ": " + about);
    }

    /** Why there is no number; empty if there is one. */
    public Optional<Absence> absence() {
        return Optional.ofNullable(absence);
    }

    /** Whether there is a number. */
    public boolean isNumber() {
        return number != null;
    }

    /** Whether there is no number for this reason. */
    public boolean is(Absence reason) {
        return absence == reason;
    }

    /** Whether it is not there: an input that is missing, a baseline that nobody forms. */
    public boolean isMissing() {
        return absence == Absence.MISSING || absence == Absence.NOBODY;
    }

    /**
     * The number.
     *
     * @throws IllegalStateException if there is none
     */
    public Enclosure number() {
        if (number == null) {
            throw new IllegalStateException("there is no number: " + this);
        }
        return number;
    }

    /** The name of the input that is missing, of the divisor that is zero or of the baseline, or what is undefined; empty for a number. */
    public String about() {
        return about;
    }

    /** The smallest value that holds both. */
    public Value merge(Value other) {
        if (number != null && other.number != null) {
            return of(number.hull(other.number));
        }
        return absence == other.absence ? this : OPEN;
    }

    @Override
    public String toString() {
        return number != null ? number.toString() : absence + (about.isEmpty() ? "" : "(" + about + ")");
    }
}
