package io.mubiao.value;

import static java.util.Objects.requireNonNull;

import io.mubiao.text.internal.Characters;
import io.mubiao.text.internal.NumberText;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An exact amount in a unit (数量): {@code 1.5 万亩}, {@code 62 个}, {@code 7.5 %}. Immutable.
 *
 * <p>The unit stays as written; conversion, comparison and sums across units are exact. Equality means the same
 * number in the same unit ({@code 2.0 亩} equals {@code 2.00 亩}); use {@link #compareAmount} across units
 * ({@code 1 万亩} against {@code 10000 亩}). {@link #toString} is read back by {@link #parse}.
 *
 * <pre>{@code
 * Quantity land = Quantity.parse("1.5 万亩", Units.builtIn());
 * System.out.println(land.in(Units.builtIn().get("公顷"))); // prints 1000 公顷
 * System.out.println(land.plus(Quantity.parse("300 亩", Units.builtIn()))); // prints 1.53 万亩
 * System.out.println(Quantity.parse("33 亩", Units.builtIn()).ratioTo(land)); // prints 0.0022
 * }</pre>
 */
public final class Quantity {
    private static final int MAX_LENGTH = 200;
    private static final Unit PERCENT = Units.builtIn().get("%");

    private final Rational amount;
    private final Unit unit;
    private final @Nullable BigDecimal written;

    private Quantity(Rational amount, Unit unit, @Nullable BigDecimal written) {
        this.amount = requireNonNull(amount, "amount");
        this.unit = requireNonNull(unit, "unit");
        this.written = written;
    }

    private Quantity(Rational amount, Unit unit) {
        this(amount, unit, null);
    }

    /** An exact amount in a unit. */
    public static Quantity of(Rational amount, Unit unit) {
        return new Quantity(amount, unit);
    }

    /** A decimal amount in a unit; the decimal is kept as written. */
    public static Quantity of(BigDecimal amount, Unit unit) {
        return new Quantity(Rational.of(amount), unit, amount);
    }

    /** A whole amount in a unit. */
    public static Quantity of(long amount, Unit unit) {
        return new Quantity(Rational.of(amount), unit);
    }

    /**
     * Reads a number followed by a unit: {@code 62个}, {@code 1.5 万亩}, {@code -3 %}, {@code 220/3 公顷}, {@code 1,234 元},
     * {@code 100（万元）}. Full-width characters and blanks of any kind are read as plain ones.
     *
     * @throws IllegalArgumentException if the text is not such a pair, can be read in two ways ({@code 1,2 元}), or the unit
     *     is unknown
     */
    public static Quantity parse(String text, Units units) {
        requireNonNull(units, "units");
        NumberText read;
        try {
            read = NumberText.of(text.length() <= MAX_LENGTH ? text : "");
        } catch (IllegalArgumentException e) {
            throw notAQuantity(text, "; " + e.getMessage(), e);
        }
        if (read.unit().isEmpty()) {
            throw notAQuantity(text, "", null);
        }
        Unit unit = units.get(read.unit());
        return read.number().indexOf('/') < 0
                ? of(new BigDecimal(read.number()), unit)
                : of(Rational.parse(read.number()), unit);
    }

    /**
     * As {@link #parse}, and a number with nothing behind it is one without unit: {@code 97.5}.
     *
     * @throws IllegalArgumentException as {@link #parse}
     */
    public static Quantity parseTyped(String text, Units units) {
        try {
            NumberText read = NumberText.of(text.length() <= MAX_LENGTH ? text : "");
            if (read.unit().isEmpty()) {
                return read.number().indexOf('/') < 0 ? of(new BigDecimal(read.number()), Unit.NONE)
                        : of(Rational.parse(read.number()), Unit.NONE);
            }
        } catch (IllegalArgumentException e) {
            return parse(text, units);
        }
        return parse(text, units);
    }

    private static IllegalArgumentException notAQuantity(String text, String why, @Nullable Exception cause) {
        return new IllegalArgumentException("not a quantity: '" + Characters.shown(abbreviate(text.strip()))
                + "'; expected a plain number and a unit, such as '62 个' or '1.5 万亩'"
                + (text.length() <= MAX_LENGTH ? why : ""), cause);
    }

    private static String abbreviate(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    /** The exact number, in {@link #unit}. */
    public Rational amount() {
        return amount;
    }

    /** The decimal as written or, for a computed amount, as it is exactly; empty for, say, 220/3. */
    public Optional<BigDecimal> decimal() {
        return written == null ? amount.asDecimal() : Optional.of(written);
    }

    /** The unit as written. */
    public Unit unit() {
        return unit;
    }

    /**
     * The same amount in another unit, exactly: 1100 亩 is 220/3 公顷.
     *
     * @throws UnitMismatchException if the units do not convert; names both
     */
    public Quantity in(Unit other) {
        if (unit.equals(other)) {
            return this;
        }
        if (!unit.isCompatibleWith(other)) {
            throw doNotConvert("convert " + this + " to " + other, other);
        }
        return new Quantity(amount.times(unit.factor()).dividedBy(other.factor()), other);
    }

    /**
     * The sum, in this quantity's unit.
     *
     * @throws UnitMismatchException if the units do not convert; names both
     */
    public Quantity plus(Quantity other) {
        return new Quantity(amount.plus(amountHere(other, "add %s to %s", other, this)), unit);
    }

    /**
     * The difference, in this quantity's unit.
     *
     * @throws UnitMismatchException if the units do not convert; names both
     */
    public Quantity minus(Quantity other) {
        return new Quantity(amount.minus(amountHere(other, "subtract %s from %s", other, this)), unit);
    }

    /** The product with a plain number, in this quantity's unit. */
    public Quantity times(Rational factor) {
        return new Quantity(amount.times(factor), unit);
    }

    /**
     * How many times {@code other} goes into this: a plain number, exact.
     *
     * @throws UnitMismatchException if the units do not convert; names both
     * @throws ArithmeticException if {@code other} is zero
     */
    public Rational ratioTo(Quantity other) {
        return amount.dividedBy(amountHere(other, "divide %s by %s", this, other));
    }

    /**
     * This per that: a share in % where the units convert, else in the quotient of the units (万元/亩).
     *
     * @throws ArithmeticException if {@code other} is zero
     */
    public Quantity per(Quantity other) {
        return unit.isCompatibleWith(other.unit)
                ? Quantity.share(ratioTo(other))
                : new Quantity(amount.dividedBy(other.amount), Unit.quotient(unit + "/" + other.unit, unit, other.unit));
    }

    /** A plain share in %: 1/2 is 50 %. */
    public static Quantity share(Rational share) {
        return new Quantity(share.times(Rational.HUNDRED), PERCENT);
    }

    /**
     * Compares the amounts across units, exactly: negative, zero or positive.
     *
     * @throws UnitMismatchException if the units do not convert; names both
     */
    public int compareAmount(Quantity other) {
        return amount.compareTo(amountHere(other, "compare %s with %s", this, other));
    }

    /**
     * The plain number that a share stands for: 50 % is 1/2.
     *
     * @throws UnitMismatchException if the unit is not a share
     */
    public Rational asShare() {
        if (!unit.isShare()) {
            throw new UnitMismatchException(this + " is not a share; expected a unit such as %, got '" + unit + "'",
                    unit.symbol(), "%");
        }
        return amount.times(unit.factor());
    }

    /** The amount as a decimal, in this unit, under a declared rounding. */
    public BigDecimal round(Rounding rounding) {
        return amount.round(rounding);
    }

    /** The other's amount in this unit. */
    private Rational amountHere(Quantity other, String attempt, Quantity first, Quantity second) {
        if (unit.equals(other.unit)) {
            return other.amount;
        }
        if (!unit.isCompatibleWith(other.unit)) {
            throw doNotConvert(String.format(Locale.ROOT, attempt, first, second), other.unit);
        }
        return other.amount.times(other.unit.factor()).dividedBy(unit.factor());
    }

    private UnitMismatchException doNotConvert(String attempt, Unit other) {
        return new UnitMismatchException("cannot " + attempt + ": unit '" + unit + "' and unit '" + other
                + "' do not convert into each other", unit.symbol(), other.symbol());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Quantity that && amount.equals(that.amount) && unit.equals(that.unit);
    }

    @Override
    public int hashCode() {
        return 31 * amount.hashCode() + unit.hashCode();
    }

    /** The number (as written, else as a decimal where it is one, else as a fraction), a space and the unit, if it has one. */
    @Override
    public String toString() {
        String number = written == null ? amount.toString() : written.toPlainString();
        return unit.symbol().isEmpty() ? number : number + " " + unit;
    }
}
