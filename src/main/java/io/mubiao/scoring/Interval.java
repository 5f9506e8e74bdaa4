package io.mubiao.scoring;

import io.mubiao.formula.Formula;
import io.mubiao.text.TypedText;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of numbers whose ends say whether they belong to it (区间): {@code [80, 90)}, {@code (10, 30]},
 * {@code >= 90}, {@code < 60}, {@code = 5}. Immutable. An end that is left out does not exist.
 *
 * @param low the lower end; null for none
 * @param lowIncluded whether the lower end belongs to it
 * @param high the upper end; null for none
 * @param highIncluded whether the upper end belongs to it
 */
public record Interval(@Nullable Rational low, boolean lowIncluded, @Nullable Rational high, boolean highIncluded) {
    /** All numbers. */
    public static final Interval ALL = new Interval(null, false, null, false);

    private static final String EVERYTHING = "all numbers";
    private static final String NUMBER = "(-?[0-9]+(?:\\.[0-9]+)?(?: ?%)?)";
    private static final Pattern PAIR = Pattern.compile("([\\[(]) *" + NUMBER + " *, *" + NUMBER + " *([])])");
    private static final Pattern HALF = Pattern.compile("(>=|>|<=|<|=) *" + NUMBER);

    public Interval {
        if (low != null && high != null) {
            int order = low.compareTo(high);
            if (order > 0 || (order == 0 && !(lowIncluded && highIncluded))) {
                throw new IllegalArgumentException("no number lies in " + text(low, lowIncluded, high, highIncluded));
            }
        }
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
            return new Interval(number(pair.group(2)), pair.group(1).equals("["), number(pair.group(3)),
                    pair.group(4).equals("]"));
        }
        Matcher half = HALF.matcher(plain.replace("≥", ">=").replace("≤", "<="));
        if (!half.matches()) {
            throw new IllegalArgumentException("not an interval: '" + text
                    + "'; expected such as [80, 90), (10, 30], >= 90, < 60, = 5");
        }
        Rational end = number(half.group(2));
        return switch (half.group(1)) {
            case ">=" -> new Interval(end, true, null, false);
            case ">" -> new Interval(end, false, null, false);
            case "<=" -> new Interval(null, false, end, true);
            case "<" -> new Interval(null, false, end, false);
            default -> new Interval(end, true, end, true);
        };
    }

    private static Rational number(String text) {
        return text.endsWith("%")
                ? Rational.parseTyped(text.substring(0, text.length() - 1).strip()).dividedBy(Rational.HUNDRED)
                : Rational.parseTyped(text);
    }

    /** Whether a number lies in it. */
    public boolean contains(Rational value) {
        int fromLow = low == null ? 1 : value.compareTo(low);
        int toHigh = high == null ? 1 : high.compareTo(value);
        return (fromLow > 0 || (fromLow == 0 && lowIncluded)) && (toHigh > 0 || (toHigh == 0 && highIncluded));
    }

    /** What lies in both, if anything does. */
    public Optional<Interval> intersection(Interval other) {
        Rational lower = low;
        boolean lowerIn = lowIncluded;
        if (other.low != null && (lower == null || other.low.compareTo(lower) > 0
                || (other.low.equals(lower) && !other.lowIncluded))) {
            lower = other.low;
            lowerIn = other.lowIncluded;
        }
        Rational upper = high;
        boolean upperIn = highIncluded;
        if (other.high != null && (upper == null || other.high.compareTo(upper) < 0
                || (other.high.equals(upper) && !other.highIncluded))) {
            upper = other.high;
            upperIn = other.highIncluded;
        }
        if (lower != null && upper != null) {
            int order = lower.compareTo(upper);
            if (order > 0 || (order == 0 && !(lowerIn && upperIn))) {
                return Optional.empty();
            }
        }
        return Optional.of(new Interval(lower, lowerIn, upper, upperIn));
    }

    /** What its numbers can become under a rounding, end to end. */
    Interval rounded(Rounding rounding) {
        Rational half = Rational.of(java.math.BigDecimal.ONE.movePointLeft(rounding.digits())).dividedBy(Rational.of(2));
        Rational least = low == null || lowIncluded ? low : inside(low, half, high);
        Rational most = high == null || highIncluded ? high : inside(high, half.negate(), low);
        return new Interval(least == null ? null : Rational.of(least.round(rounding)), least != null,
                most == null ? null : Rational.of(most.round(rounding)), most != null);
    }

    /** A number of it so near to an open end that every nearer one rounds alike; none rounds otherwise within half a unit. */
    private static Rational inside(Rational end, Rational half, @Nullable Rational other) {
        Rational units = end.dividedBy(half);
        Rational next = Rational.of(units.round(new Rounding(0, RoundingMode.FLOOR))).plus(Rational.ONE).times(half);
        Rational step = next.minus(end);
        if (other != null && other.minus(end).dividedBy(step).compareTo(Rational.ONE) < 0) {
            return end.plus(other).dividedBy(Rational.of(2));
        }
        return end.plus(next).dividedBy(Rational.of(2));
    }

    /** Whether it ends no later than the other begins. */
    boolean isBelow(Interval other) {
        return high != null && other.low != null && high.compareTo(other.low) <= 0;
    }

    /** The test whether a value lies in it, as a formula. */
    Formula test(Formula value) {
        List<Formula> ends = new ArrayList<>();
        if (low != null) {
            ends.add(Formula.call(lowIncluded ? ">=" : ">", value, Formula.of(low)));
        }
        if (high != null) {
            ends.add(Formula.call(highIncluded ? "<=" : "<", value, Formula.of(high)));
        }
        return ends.isEmpty() ? Formula.call("==", value, value)
                : ends.size() == 1 ? ends.get(0) : Formula.call("and", ends.get(0), ends.get(1));
    }

    /** Whether it holds a number with so many digits after the point; every unbounded interval does. */
    boolean holdsRounded(int digits) {
        if (low == null || high == null) {
            return true;
        }
        Rational least = Rational.of(low.round(new Rounding(digits, RoundingMode.CEILING)));
        if (least.equals(low) && !lowIncluded) {
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
        return text(low, lowIncluded, high, highIncluded);
    }
}
