package io.mubiao.method;

import static java.util.Objects.requireNonNull;

import io.mubiao.formula.Formula;
import io.mubiao.formula.Symbol;
import io.mubiao.trace.Term;
import io.mubiao.trace.Trace;
import io.mubiao.value.Enclosure;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import io.mubiao.value.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a method gives: a number with how it came about, or the reason there is none. Immutable; never zero, one or not-a-number in place of
 * an answer.
 */
public final class Figure {
    private final String name;
    private final @Nullable Quantity value;
    private final @Nullable Enclosure enclosure;
    private final @Nullable NoAnswer reason;
    private final String detail;
    private final List<Trace> trace;

    private Figure(String name, @Nullable Quantity value, @Nullable Enclosure enclosure, @Nullable NoAnswer reason,
            String detail, List<Trace> trace) {
        this.name = name;
        this.value = value;
        this.enclosure = enclosure;
        this.reason = reason;
        this.detail = detail;
        this.trace = List.copyOf(trace);
    }

    /** A number handed in. */
    static Figure given(String name, String title, Quantity value) {
        Trace leaf = new Trace.Leaf(name, title, Symbol.Kind.NUMBER, value.unit(), Optional.of(value), "",
                Trace.Origin.ARGUMENT);
        return new Figure(name, value, Enclosure.of(value.amount()), null, "", List.of(leaf));
    }

    static Figure given(String name, String title, Rational value) {
        return given(name, title, Quantity.of(value, Unit.NONE));
    }

    static Figure worked(String name, Quantity value, Enclosure enclosure, Trace worked) {
        return new Figure(name, value, enclosure, null, "", List.of(worked));
    }

    /** No number; what was known stands before the reason. */
    static Figure none(String name, NoAnswer reason, String detail, List<Trace> known) {
        Trace why = new Trace.Fact(Term.REASON, detail.isEmpty() ? reason.name() : reason + ": " + detail);
        return new Figure(name, null, null, reason, detail, FigureWorkings.joined(known, List.of(why)));
    }

    static Figure none(String name, NoAnswer reason, String detail) {
        return none(name, reason, detail, List.of());
    }

    /** A number of the caller's own, such as an indicator scored elsewhere. */
    public static Figure of(String name, Rational value) {
        return given(requireNonNull(name, "name"), name, value);
    }

    /** The missing figure of a caller, such as an indicator that was not collected. */
    public static Figure missing(String name) {
        return none(requireNonNull(name, "name"), NoAnswer.INPUT_MISSING, name);
    }

    /** The same under another name. */
    Figure named(String other) {
        return value == null ? new Figure(other, null, null, reason, detail, trace)
                : new FigureWorkings().with(this).work(other, name, Formula.name(name), value.unit());
    }

    /** Its name in formulas. */
    public String name() {
        return name;
    }

    /** Whether there is a number. */
    public boolean isPresent() {
        return value != null;
    }

    /** The number; of a root the nearest with 40 digits after the point. */
    public Optional<Quantity> value() {
        return Optional.ofNullable(value);
    }

    /**
     * The number without its unit, as {@link #value()}.
     *
     * @throws IllegalStateException if there is none; names the reason
     */
    public Rational amount() {
        if (value == null) {
            throw new IllegalStateException("there is no " + name + ": " + reason + " " + detail);
        }
        return value.amount();
    }

    /** Both ends between which the number lies, in the unit of {@link #value()}; the same end twice if it is exact. */
    public Optional<Enclosure> enclosure() {
        return Optional.ofNullable(enclosure);
    }

    /**
     * The number as a decimal.
     *
     * @throws IllegalStateException if there is none; names the reason
     */
    public BigDecimal round(Rounding rounding) {
        return amount().round(rounding);
    }

    /** Why there is no number. */
    public Optional<NoAnswer> reason() {
        return Optional.ofNullable(reason);
    }

    /** What the reason is about: names, numbers; may be empty. */
    public String detail() {
        return detail;
    }

    /** How it came about: the formula and everything it used, or what was known and the reason. */
    public List<Trace> trace() {
        return trace;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Figure that && name.equals(that.name) && trace.equals(that.trace)
                && Objects.equals(enclosure, that.enclosure);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, value, reason);
    }

    /** {@code spi = 1.1}, or {@code spi: ZERO_DENOMINATOR}. A fraction or root is shown with six digits after a ≈. */
    @Override
    public String toString() {
        if (value == null) {
            return name + ": " + reason + (detail.isEmpty() ? "" : " (" + detail + ")");
        }
        Optional<BigDecimal> decimal = value.decimal().filter(exact -> exact.scale() <= 6 && exactly());
        String unit = value.unit().symbol().isEmpty() ? "" : " " + value.unit();
        return name + decimal.map(exact -> " = " + exact.toPlainString())
                .orElseGet(() -> " ≈ " + value.round(Rounding.halfUp(6)).toPlainString()) + unit;
    }

    private boolean exactly() {
        return requireNonNull(enclosure).isExact();
    }
}
