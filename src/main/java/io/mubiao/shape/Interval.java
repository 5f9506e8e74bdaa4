package io.mubiao.shape;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.text.internal.TypedText;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of numbers whose ends say whether they belong to it (区间): {@code [80, 90)}, {@code (10, 30]},
 * {@code >= 90}, {@code < 60}, {@code = 5}. Immutable. An end that is left out does not exist.
 *
 * @param low the lower end; empty for none
 * @param lowIncluded whether the lower end belongs to it
 * @param high the upper end; empty for none
 * @param highIncluded whether the upper end belongs to it
 */
public record Interval(Optional<Rational> low, boolean lowIncluded, Optional<Rational> high, boolean highIncluded) {
    /** All numbers. */
    public static final Interval ALL = of(null, false, null, false);

    /** By the lower end; those without one first. */
    public static final Comparator<Interval> BY_LOW = Comparator.comparing(interval -> interval.low.orElse(null),
            Comparator.nullsFirst(Comparator.naturalOrder()));

    private static final String EVERYTHING = "all numbers";
    private static final String NUMBER = "(-?[0-9]+(?:\\.[0-9]+|/[0-9]+)?(?: ?%)?)";
    private static final Pattern PAIR = Pattern.compile("([\\[(]) *" + NUMBER + " *, *" + NUMBER + " *([])])");
    private static final Pattern HALF = Pattern.compile("(>=|>|<=|<|=) *" + NUMBER);

    public Interval {
        if (isEmpty(low.orElse(null), lowIncluded, high.orElse(null), highIncluded)) {
            throw new IllegalArgumentException("no number lies in "
                    + text(low.orElse(null), lowIncluded, high.orElse(null), highIncluded));
        }
    }

    static Interval of(@Nullable Rational low, boolean lowIncluded, @Nullable Rational high, boolean highIncluded) {
        return new Interval(Optional.ofNullable(low), lowIncluded, Optional.ofNullable(high), highIncluded);
    }

    private static boolean isEmpty(@Nullable Rational low, boolean lowIn, @Nullable Rational high, boolean highIn) {
        int order = low == null || high == null ? -1 : low.compareTo(high);
        return order > 0 || (order == 0 && !(lowIn && highIn));
    }

    /**
     * Reads what {@link #toString} writes; numbers may carry %.
     *
     * @throws IllegalArgumentException if it cannot be read or holds no number
     */
    public static Interval parse(String text) {
        String plain = TypedText.of(text).text();
        if (plain.equals(EVERYTHING)) {
            return ALL;
        }
        Matcher pair = PAIR.matcher(plain);
        if (pair.matches()) {
            return of(number(pair.group(2)), pair.group(1).equals("["), number(pair.group(3)),
                    pair.group(4).equals("]"));
        }
        Matcher half = HALF.matcher(plain.replace("≥", ">=").replace("≤", "<="));
        if (!half.matches()) {
            throw new IllegalArgumentException("not an interval: '" + text
                    + "'; expected such as [80, 90), (10, 30], >= 90, < 60, = 5");
        }
        Rational end = number(half.group(2));
        return switch (half.group(1)) {
            case ">=" -> of(end, true, null, false);
            case ">" -> of(end, false, null, false);
            case "<=" -> of(null, false, end, true);
            case "<" -> of(null, false, end, false);
            default -> of(end, true, end, true);
        };
    }

    private static Rational number(String text) {
        return text.endsWith("%")
                ? Rational.parseTyped(text.substring(0, text.length() - 1).strip()).dividedBy(Rational.HUNDRED)
                : Rational.parseTyped(text);
    }

    /** Whether a number lies in it. */
    public boolean contains(Rational value) {
        int fromLow = low.isPresent() ? value.compareTo(low.get()) : 1;
        int toHigh = high.isPresent() ? high.get().compareTo(value) : 1;
        return (fromLow > 0 || (fromLow == 0 && lowIncluded)) && (toHigh > 0 || (toHigh == 0 && highIncluded));
    }

    /** What lies in both, if anything does. */
    public Optional<Interval> intersection(Interval other) {
        boolean otherLow = isInner(low, lowIncluded, other.low, other.lowIncluded, 1);
        boolean otherHigh = isInner(high, highIncluded, other.high, other.highIncluded, -1);
        Rational lower = (otherLow ? other.low : low).orElse(null);
        Rational upper = (otherHigh ? other.high : high).orElse(null);
        boolean lowerIn = otherLow ? other.lowIncluded : lowIncluded;
        boolean upperIn = otherHigh ? other.highIncluded : highIncluded;
        return isEmpty(lower, lowerIn, upper, upperIn) ? Optional.empty() : Optional.of(of(lower, lowerIn, upper, upperIn));
    }

    /** Whether the other end leaves out more. */
    private static boolean isInner(Optional<Rational> end, boolean in, Optional<Rational> other, boolean otherIn, int sign) {
        int order = other.isEmpty() ? -1 : end.map(it -> sign * other.get().compareTo(it)).orElse(1);
        return order > 0 || (order == 0 && in && !otherIn);
    }

    /** What its numbers can become under a rounding, end to end. */
    Interval rounded(Rounding rounding) {
        Rational half = Rational.of(java.math.BigDecimal.ONE.movePointLeft(rounding.digits())).dividedBy(Rational.of(2));
        Optional<Rational> least = low.map(end -> lowIncluded ? end : inside(end, half, high))
                .map(end -> Rational.of(end.round(rounding)));
        Optional<Rational> most = high.map(end -> highIncluded ? end : inside(end, half.negate(), low))
                .map(end -> Rational.of(end.round(rounding)));
        return new Interval(least, least.isPresent(), most, most.isPresent());
    }

    /** A number of it so near to an open end that every nearer one rounds alike; none rounds otherwise within half a unit. */
    private static Rational inside(Rational end, Rational half, Optional<Rational> other) {
        Rational units = end.dividedBy(half);
        Rational next = Rational.of(units.round(new Rounding(0, RoundingMode.FLOOR))).plus(Rational.ONE).times(half);
        Rational step = next.minus(end);
        if (other.isPresent() && other.get().minus(end).dividedBy(step).compareTo(Rational.ONE) < 0) {
            return end.plus(other.get()).dividedBy(Rational.of(2));
        }
        return end.plus(next).dividedBy(Rational.of(2));
    }

    /** Whether it ends no later than the other begins. */
    boolean isBelow(Interval other) {
        return high.isPresent() && other.low.isPresent() && high.get().compareTo(other.low.get()) <= 0;
    }

    /**
     * The test whether a value lies in it, as a formula.
     *
     * @param unit the symbol of the unit of the ends; empty for plain numbers
     */
    public Formula test(Formula value, String unit) {
        List<Formula> ends = new ArrayList<>();
        low.ifPresent(end -> ends.add(Formula.call(lowIncluded ? ">=" : ">", value, Formula.of(new Expr.Literal(end, unit)))));
        high.ifPresent(end -> ends.add(Formula.call(highIncluded ? "<=" : "<", value, Formula.of(new Expr.Literal(end, unit)))));
        return ends.isEmpty() ? Formula.call("==", value, value)
                : ends.size() == 1 ? ends.get(0) : Formula.call("and", ends.get(0), ends.get(1));
    }

    /** Whether it holds a number with so many digits after the point; every unbounded interval does. */
    boolean holdsRounded(int digits) {
        if (low.isEmpty() || high.isEmpty()) {
            return true;
        }
        Rational least = Rational.of(low.get().round(new Rounding(digits, RoundingMode.CEILING)));
        if (least.equals(low.get()) && !lowIncluded) {
            least = least.plus(Rational.of(java.math.BigDecimal.ONE.movePointLeft(digits)));
        }
        return contains(least);
    }

    private static String text(@Nullable Rational low, boolean lowIn, @Nullable Rational high, boolean highIn) {
        if (low == null && high == null) {
            return EVERYTHING;
        }
        if (low == null) {
            return (highIn ? "<= " : "< ") + high;
        }
        if (high == null) {
            return (lowIn ? ">= " : "> ") + low;
        }
        return low.equals(high) ? "= " + low : (lowIn ? "[" : "(") + low + ", " + high + (highIn ? "]" : ")");
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return text(low.orElse(null), lowIncluded, high.orElse(null), highIncluded);
    }
}
