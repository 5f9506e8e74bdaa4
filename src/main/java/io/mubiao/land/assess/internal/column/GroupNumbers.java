package io.mubiao.land.assess.internal.column;

import io.mubiao.land.assess.internal.RankCodes;
import io.mubiao.value.Rational;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A fixed number for each group of texts, or its inverse, times a factor. Not
 * thread-safe until its table is made.
 */
final class GroupNumbers {
    private static final double LARGEST = 0x1p300;

    final RankCodes groups;
    /** Whether every number is a fraction, and none only nearly known. */
    final boolean isExact;
    /** The share that numbers which are only nearly known can be off by, beside that of a double. */
    final double rel;
    private final @Nullable Rational[] numbers;
    private final boolean inverted;
    /** Whether anything was ever divided by the numbers: then zero is none. */
    private final boolean divides;
    private final Rational factor;
    private double @Nullable [] table;

    /** @param numbers null where the exact evaluator must look */
    GroupNumbers(RankCodes groups, @Nullable Rational[] numbers, boolean isExact, double rel) {
        this(groups, numbers.clone(), isExact, rel, false, false, Rational.ONE);
    }

    private GroupNumbers(RankCodes groups, @Nullable Rational[] numbers, boolean isExact, double rel, boolean inverted, boolean divides,
            Rational factor) {
        this.divides = divides;
        this.rel = rel;
        this.groups = groups;
        this.isExact = isExact;
        this.numbers = numbers;
        this.inverted = inverted;
        this.factor = factor;
    }

    GroupNumbers times(Rational more) {
        return new GroupNumbers(groups, numbers, isExact, rel, inverted, divides, factor.times(more));
    }

    GroupNumbers inverse() {
        return new GroupNumbers(groups, numbers, isExact, rel * (1 + 0x1p-20), !inverted, true, Rational.ONE.dividedBy(factor));
    }

    /** The number of a group; null where the exact evaluator must look. */
    @Nullable Rational number(int code) {
        Rational number = numbers[code];
        return number == null || (inverted && number.signum() == 0) ? null
                : factor.times(inverted ? Rational.ONE.dividedBy(number) : number);
    }

    boolean isPositive() {
        for (Rational number : numbers) {
            if (number != null && number.signum() * factor.signum() < 0) {
                return false;
            }
        }
        return true;
    }

    double magnitude() {
        double most = 0;
        for (double number : table()) {
            most = Double.isNaN(number) ? most : Math.max(most, Math.abs(number));
        }
        return most * Vec.ROOM;
    }

    /** The double nearest to each number by group code + 1; NaN where the exact evaluator must look. Not to be written to. */
    double[] table() {
        double[] known = table;
        if (known == null) {
            known = new double[numbers.length + 1];
            known[0] = Double.NaN;
            for (int i = 0; i < numbers.length; i++) {
                Rational exact = numbers[i];
                double number = exact == null || exact.signum() == 0 ? 0 : nearest(exact);
                boolean isZero = exact != null && exact.signum() == 0 && isExact && !divides;
                boolean fits = Math.abs(number) < LARGEST && Math.abs(number) > 1 / LARGEST;
                known[i + 1] = isZero || fits ? number : Double.NaN;
            }
            table = known;
        }
        return known;
    }

    private double nearest(Rational number) {
        BigInteger over = inverted ? number.denominator() : number.numerator();
        BigInteger under = inverted ? number.numerator() : number.denominator();
        return Vec.nearest(over.multiply(factor.numerator()), under.multiply(factor.denominator()));
    }
}
