package io.mubiao.render;

import io.mubiao.value.Display;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;

/**
 * How numbers are printed: short decimals as they are, anything longer to two decimals and three digits that count, half up,
 * but never as 0, as 100 % or as what is required unless it is that, nor two that differ alike beside each other.
 */
final class Numbers {
    private static final int AS_IT_IS = 4;
    private static final int IN_FULL = 18;
    private static final int TWO = 2;
    private static final int DIGITS = 3;
    private static final int LONGEST = 30;

    private Numbers() {}

    static String of(Rational value) {
        return of(value, AS_IT_IS, TWO, Rational.ZERO);
    }

    static String of(Quantity quantity) {
        return beside(quantity, List.of());
    }

    /** A quantity beside the numbers that it is held against. */
    static String beside(Quantity quantity, List<Quantity> limits) {
        return shown(quantity, limits).toPlainString() + " " + quantity.unit();
    }

    /** The number of {@link #beside}. */
    static BigDecimal shown(Quantity quantity, List<Quantity> limits) {
        Rational value = quantity.amount();
        return shown(value, AS_IT_IS, Math.max(TWO, telling(value)), marks(quantity, limits));
    }

    /** A quantity as it was filed, beside the numbers that it is held against. */
    static String filed(Quantity quantity, List<Quantity> limits) {
        return filed(quantity, limits, TWO).toPlainString() + " " + quantity.unit();
    }

    /** A filed number: in full where it has an end, else to the nearest, with so many decimals that this is on its own side of every limit. */
    static BigDecimal filed(Quantity quantity, List<Quantity> limits, int least) {
        Rational value = quantity.amount();
        return value.asDecimal().filter(exact -> exact.scale() <= IN_FULL)
                .orElseGet(() -> nearest(value, Math.max(least, telling(value)), marks(quantity, limits)));
    }

    /** A quantity to so many decimals, on its own side of every limit. */
    static BigDecimal rounded(Quantity quantity, int decimals, List<Quantity> limits) {
        return Display.rounded(quantity.amount(), Math.max(0, decimals), marks(quantity, limits));
    }

    private static BigDecimal nearest(Rational value, int least, Rational... marks) {
        for (int decimals = least; decimals < LONGEST; decimals++) {
            BigDecimal shown = value.round(Rounding.halfUp(decimals));
            if (Display.rounded(value, decimals, marks).compareTo(shown) == 0) {
                return shown;
            }
        }
        return Display.rounded(value, Math.max(least, LONGEST), marks);
    }

    private static Rational[] marks(Quantity quantity, List<Quantity> limits) {
        Stream<Rational> marks = limits.stream().filter(limit -> limit.unit().isCompatibleWith(quantity.unit()))
                .map(limit -> limit.in(quantity.unit()).amount());
        Stream<Rational> whole = quantity.unit().isShare()
                ? Stream.of(Quantity.share(Rational.ONE).in(quantity.unit()).amount()) : Stream.empty();
        return Stream.of(Stream.of(Rational.ZERO), marks, whole).flatMap(it -> it).toArray(Rational[]::new);
    }

    /** Two quantities side by side: where they differ, they are printed with so many decimals that it is seen. */
    static List<String> apart(Quantity one, Quantity other) {
        boolean same = !one.unit().isCompatibleWith(other.unit()) || one.in(other.unit()).amount().equals(other.amount());
        for (int decimals = TWO; !same && one.unit().equals(other.unit()) && decimals < LONGEST; decimals++) {
            String first = of(one.amount(), AS_IT_IS, decimals, Rational.ZERO);
            String second = of(other.amount(), AS_IT_IS, decimals, Rational.ZERO);
            if (new BigDecimal(first).compareTo(new BigDecimal(second)) != 0) {
                return List.of(first + " " + one.unit(), second + " " + other.unit());
            }
        }
        return List.of(of(one), of(other));
    }

    /** What would suffice: rounded up, or where less is wanted down, so that what is shown suffices too. */
    static String enough(Rational value, boolean isLess) {
        return value.asDecimal().filter(exact -> exact.scale() <= IN_FULL)
                .orElseGet(() -> value.round(new Rounding(Math.max(TWO, telling(value)), isLess ? RoundingMode.FLOOR : RoundingMode.CEILING)))
                .toPlainString();
    }

    /** Points with two decimals, beside the full ones. */
    static String points(Rational points, Rational full) {
        return shown(points, TWO, TWO, Rational.ZERO, full).toPlainString();
    }

    /** To four decimals. */
    static String four(Rational value) {
        return of(value, AS_IT_IS, AS_IT_IS, Rational.ZERO);
    }

    /** Points to four decimals, beside the full ones. */
    static String four(Rational points, Rational full) {
        return of(points, AS_IT_IS, AS_IT_IS, Rational.ZERO, full);
    }

    /** A share in percent, to two decimals. */
    static String percent(Rational share) {
        return Display.percent(share, TWO).toPlainString() + "%";
    }

    private static String of(Rational value, int asItIs, int decimals, Rational... marks) {
        return shown(value, asItIs, Math.max(decimals, telling(value)), marks).toPlainString();
    }

    private static BigDecimal shown(Rational value, int asItIs, int decimals, Rational... marks) {
        return value.asDecimal().filter(exact -> exact.scale() <= asItIs).orElseGet(() -> Display.rounded(value, decimals, marks));
    }

    /** The decimals from which on a number below 1 has three digits that count. */
    private static int telling(Rational value) {
        Rational size = value.abs();
        if (size.signum() == 0 || size.compareTo(Rational.ONE) >= 0) {
            return 0;
        }
        int decimals = DIGITS;
        while (decimals < LONGEST && size.compareTo(Rational.ofScaled(1, decimals + 1 - DIGITS)) < 0) {
            decimals++;
        }
        return decimals;
    }
}
