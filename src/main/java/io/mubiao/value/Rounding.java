package io.mubiao.value;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * A declared rounding (取舍规则): digits after the decimal point and the rule for the rest. Immutable.
 *
 * @param digits digits after the decimal point, from -100 to 10000; negative rounds to tens, hundreds …
 * @param mode the rule; {@code 2.5} to 0 digits is 3 under HALF_UP, 2 under HALF_EVEN and HALF_DOWN
 */
public record Rounding(int digits, RoundingMode mode) {
    private static final java.util.regex.Pattern FORM =
            java.util.regex.Pattern.compile("(-?[0-9]{1,3}) (half-up|half-down|half-even|up|down|floor|ceiling)");

    public Rounding {
        requireNonNull(mode, "mode");
        if (digits < -100 || digits > 10_000) {
            throw new IllegalArgumentException("digits must be between -100 and 10000, got " + digits);
        }
    }

    /** 四舍五入: half up, away from zero, to the given digits. */
    public static Rounding halfUp(int digits) {
        return new Rounding(digits, RoundingMode.HALF_UP);
    }

    /**
     * Reads the digits and the word for the rule: {@code 2 half-up}, {@code 0 floor}.
     *
     * @throws IllegalArgumentException if the text is not such a pair
     */
    public static Rounding parse(String text) {
        java.util.regex.Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a rounding: '" + text + "'; expected digits and one of half-up, "
                    + "half-down, half-even, up, down, floor, ceiling, such as '2 half-up'");
        }
        return new Rounding(Integer.parseInt(matcher.group(1)),
                RoundingMode.valueOf(matcher.group(2).toUpperCase(java.util.Locale.ROOT).replace('-', '_')));
    }

    /** What {@link #parse} reads: {@code 2 half-up}. */
    public String text() {
        return digits + " " + mode.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** The rounded decimal, with exactly {@link #digits} digits after the point. */
    public BigDecimal apply(BigDecimal value) {
        return value.setScale(digits, mode);
    }

    BigDecimal divide(BigInteger numerator, BigInteger denominator) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), digits, mode);
    }

    @Override
    public String toString() {
        return mode + "(" + digits + ")";
    }
}
