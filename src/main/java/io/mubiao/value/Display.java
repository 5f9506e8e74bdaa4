package io.mubiao.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How numbers are shown to people (显示取舍): half up, but always on the same side of a mark, such as what is required, as
 * the exact number. 2.9999 of 3 is 99.99 % and not 100.00 %, 0.001 % is 0.01 % and not 0.00 %.
 *
 * <p>For display alone: nothing is decided on what is shown.
 */
public final class Display {
    private static final List<RoundingMode> MODES =
            List.of(RoundingMode.HALF_UP, RoundingMode.FLOOR, RoundingMode.CEILING);

    private Display() {}

    /**
     * A number with so many decimals, more only where marks lie so close together that no number between them has so few.
     *
     * @param decimals from 0 to 10000
     * @param marks numbers that the shown one equals, exceeds or falls short of exactly as the exact one does; one that equals
     *     the exact one counts only where that has an end, as no other can be shown
     */
    public static BigDecimal rounded(Rational value, int decimals, Rational... marks) {
        boolean ends = value.asDecimal().isPresent();
        for (int digits = decimals;; digits++) {
            for (RoundingMode mode : MODES) {
                BigDecimal shown = value.round(new Rounding(digits, mode));
                if (keepsSides(Rational.of(shown), value, ends, marks)) {
                    return shown;
                }
            }
        }
    }

    private static boolean keepsSides(Rational shown, Rational value, boolean ends, Rational... marks) {
        for (Rational mark : marks) {
            if ((ends || !mark.equals(value)) && Integer.signum(shown.compareTo(mark)) != Integer.signum(value.compareTo(mark))) {
                return false;
            }
        }
        return true;
    }

    /** A share in percent, without the sign: 100 only of a whole, 0 only of nothing. */
    public static BigDecimal percent(Rational share, int decimals) {
        return rounded(share.times(Rational.HUNDRED), decimals, Rational.ZERO, Rational.HUNDRED);
    }

    /**
     * The shares of counts in their sum, in percent and without the sign, that add up to 100: by the largest remainders, of
     * equal ones the earlier; a count above zero shows at least the last digit. More decimals only where there are too few
     * for that.
     *
     * @param counts at least 0, not all of them 0
     */
    public static List<BigDecimal> percents(List<Long> counts, int decimals) {
        Rational sum = counts.stream().map(Rational::of).reduce(Rational.ZERO, Rational::plus);
        if (sum.signum() <= 0 || counts.stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("counts must be >= 0 and not all 0, got " + counts);
        }
        int digits = decimals;
        long units = 100;
        for (int i = 0; i < digits; i++) {
            units *= 10;
        }
        for (long some = counts.stream().filter(count -> count > 0).count(); units < some; digits++) {
            units *= 10;
        }
        List<Rational> exact = new ArrayList<>();
        long[] shown = new long[counts.size()];
        long left = units;
        for (int i = 0; i < shown.length; i++) {
            exact.add(Rational.of(counts.get(i)).times(Rational.of(units)).dividedBy(sum));
            shown[i] = exact.get(i).round(new Rounding(0, RoundingMode.FLOOR)).longValueExact();
            shown[i] = counts.get(i) > 0 ? Math.max(1, shown[i]) : 0;
            left -= shown[i];
        }
        Comparator<Integer> byRest = Comparator.comparing(i -> exact.get(i).minus(Rational.of(shown[i])));
        for (; left > 0; left--) {
            shown[IntStream.range(0, shown.length).boxed().max(byRest.thenComparing(Comparator.reverseOrder())).orElseThrow()]++;
        }
        for (; left < 0; left++) {
            shown[IntStream.range(0, shown.length).boxed().filter(i -> shown[i] > 1).min(byRest).orElseThrow()]--;
        }
        int scale = digits;
        return java.util.Arrays.stream(shown).mapToObj(unit -> BigDecimal.valueOf(unit, scale)).toList();
    }
}
