package io.mubiao.render;

import io.mubiao.value.Display;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import io.mubiao.work.internal.Checkpoint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Numbers as people read them: decimals in full, others half up to four decimals and four digits that count, and to more
 * where they would look like a round number that they are not or like another one beside them.
 */
final class PlainNumber {
    private static final int IN_FULL = 18;
    private static final int DECIMALS = 4;
    private static final int DIGITS = 4;
    private static final int LONGEST = 30;
    /** No figures that are filed give a decimal so long. */
    private static final int CUT_OFF = 36;
    /** Nobody reads a column with more decimals. */
    private static final int WIDEST = 10;
    private static final int EACH_ITS_OWN = -1;

    /** What one in the last of so many digits after the point is worth. */
    private static final List<Rational> LAST_DIGIT = IntStream.range(0, LONGEST).mapToObj(it -> Rational.ofScaled(1, it)).toList();
    private static final Rational NEAR = Rational.ofScaled(1, DECIMALS);

    /** Beside nothing else. */
    static final PlainNumber ALONE = new PlainNumber(List.of(), EACH_ITS_OWN);

    private final List<Rational> others;
    private final int places;

    /**
     * @param others in their order; empty where four decimals tell all apart
     * @param places how many decimals all have
     */
    private PlainNumber(List<Rational> others, int places) {
        this.others = others;
        this.places = places;
    }

    static String of(Rational value) {
        return of(value, DECIMALS);
    }

    private static String of(Rational value, int least) {
        return value.asDecimal().filter(exact -> exact.scale() <= IN_FULL).orElseGet(() -> rounded(value, least)).toPlainString();
    }

    private static BigDecimal rounded(Rational value, int least) {
        int decimals = decimals(value);
        BigDecimal shown = Display.rounded(value, Math.max(least, decimals), Rational.ZERO);
        boolean isRound = decimals == LONGEST && isCutOff(value) && shown.signum() != 0;
        return isRound ? shown.stripTrailingZeros() : shown;
    }

    /** Numbers that stand beside each other: any two that differ are printed with so many digits that they differ. */
    static PlainNumber beside(Stream<Rational> numbers) {
        List<Rational> all = numbers.toList();
        if (Checkpoint.each(all.stream()).allMatch(PlainNumber::isExact)) {
            return ALONE;
        }
        List<Rational> sorted = all.stream().sorted(Checkpoint.every(Comparator.<Rational>naturalOrder())).distinct().toList();
        boolean near = false;
        for (int i = 1; i < sorted.size() && !near; i++) {
            Checkpoint.pass();
            near = apart(sorted.get(i).minus(sorted.get(i - 1))) != DECIMALS;
        }
        return near ? new PlainNumber(sorted, EACH_ITS_OWN) : ALONE;
    }

    /** Numbers of a column: all with as many decimals as the one that needs most, unless those are too many. */
    PlainNumber column(Stream<Rational> numbers) {
        int most = Checkpoint.each(numbers).mapToInt(this::places).max().orElse(0);
        return most > WIDEST ? this : new PlainNumber(others, most);
    }

    private int places(Rational value) {
        return Math.max(0, new BigDecimal(text(value)).scale());
    }

    /** One of the numbers, or another beside them. */
    String text(Rational value) {
        if (places >= 0) {
            return value.asDecimal().filter(exact -> exact.scale() <= places).map(exact -> exact.setScale(places))
                    .orElseGet(() -> Display.rounded(value, places, Rational.ZERO)).toPlainString();
        }
        if (others.isEmpty()) {
            return of(value);
        }
        int at = Collections.binarySearch(others, value);
        return of(value, digits(others, value, at < 0 ? -1 - at : at));
    }

    /**
     * One of the numbers, or another beside them, such that what is printed rounds to the same at so many decimals, however that is
     * done; as always where only the end of a root that was cut off tells it from a round number.
     */
    String beforeRounding(Quantity quantity, int decimals) {
        Rational value = quantity.amount();
        String shown = text(value);
        for (int more = DECIMALS + 1; more < LONGEST && !roundsAlike(Rational.of(new BigDecimal(shown)), value, decimals); more++) {
            shown = Display.rounded(value, more, Rational.ZERO).toPlainString();
        }
        shown = roundsAlike(Rational.of(new BigDecimal(shown)), value, decimals) ? shown : text(value);
        return quantity.unit().symbol().isEmpty() ? shown : shown + " " + quantity.unit().symbol();
    }

    /** Whether it is a number without end that is no fraction, such as a root, of which so many digits are kept. */
    static boolean isCutOff(Rational number) {
        return number.asDecimal().filter(it -> it.scale() > CUT_OFF).isPresent();
    }

    private static boolean roundsAlike(Rational shown, Rational value, int decimals) {
        return Stream.of(RoundingMode.HALF_UP, RoundingMode.FLOOR, RoundingMode.CEILING).map(mode -> new Rounding(decimals, mode))
                .allMatch(rounding -> shown.round(rounding).compareTo(value.round(rounding)) == 0);
    }

    /** What tells a number from its neighbours on both sides. */
    private static int digits(List<Rational> sorted, Rational value, int from) {
        int digits = DECIMALS;
        for (int i = from; i < sorted.size(); i++) {
            int needed = apart(sorted.get(i).minus(value));
            digits = Math.max(digits, needed);
            if (needed > 0) {
                break;
            }
        }
        for (int i = from - 1; i >= 0; i--) {
            int needed = apart(value.minus(sorted.get(i)));
            digits = Math.max(digits, needed);
            if (needed > 0) {
                break;
            }
        }
        return digits;
    }

    /** The decimals from which on numbers so far apart differ however they are rounded; 0 for numbers that are the same. */
    private static int apart(Rational gap) {
        if (gap.compareTo(NEAR) > 0) {
            return DECIMALS;
        }
        int digits = DECIMALS;
        while (digits < LONGEST && gap.compareTo(LAST_DIGIT.get(digits)) <= 0) {
            digits++;
        }
        return digits < LONGEST ? digits : 0;
    }

    /** A number that suffices also as it is printed: upwards where it has no end. */
    static String atLeast(Rational value) {
        return isExact(value) ? of(value) : value.round(new Rounding(decimals(value), RoundingMode.CEILING)).toPlainString();
    }

    /** Whether a number is shown in full. */
    static boolean isExact(Rational value) {
        return value.asDecimal().filter(exact -> exact.scale() <= IN_FULL).isPresent();
    }

    static String of(Quantity quantity) {
        return withUnit(quantity.amount(), quantity.unit().symbol());
    }

    /** One of the numbers in its unit, or another beside them. */
    String text(Quantity quantity) {
        return quantity.unit().symbol().isEmpty() ? text(quantity.amount()) : text(quantity.amount()) + " " + quantity.unit().symbol();
    }

    static String withUnit(Rational value, String unit) {
        return unit.isEmpty() ? of(value) : of(value) + " " + unit;
    }

    private static int decimals(Rational value) {
        int decimals = DECIMALS;
        while (decimals < LONGEST && saysTooLittle(value.round(Rounding.halfUp(decimals)))) {
            decimals++;
        }
        return decimals;
    }

    private static boolean saysTooLittle(BigDecimal shown) {
        boolean few = shown.precision() < DIGITS && shown.abs().compareTo(BigDecimal.ONE) < 0;
        return few || shown.stripTrailingZeros().scale() <= 1;
    }
}
