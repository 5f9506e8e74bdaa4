package io.mubiao.land.assess;

import io.mubiao.value.Rational;
import org.jspecify.annotations.Nullable;

/** A fixed number for each group of texts, zero where the exact evaluator must look. Not thread-safe until its table is made. */
final class GroupNumbers {
    private static final double LARGEST = 0x1p300;

    final RankCodes groups;
    private final Rational[] numbers;
    private double @Nullable [] table;

    GroupNumbers(RankCodes groups, Rational[] numbers) {
        this.groups = groups;
        this.numbers = numbers.clone();
    }

    GroupNumbers times(Rational factor) {
        Rational[] products = new Rational[numbers.length];
        for (int i = 0; i < products.length; i++) {
            products[i] = numbers[i].times(factor);
        }
        return new GroupNumbers(groups, products);
    }

    GroupNumbers inverse() {
        Rational[] inverse = new Rational[numbers.length];
        for (int i = 0; i < inverse.length; i++) {
            inverse[i] = numbers[i].signum() == 0 ? Rational.ZERO : Rational.ONE.dividedBy(numbers[i]);
        }
        return new GroupNumbers(groups, inverse);
    }

    boolean isPositive() {
        for (Rational number : numbers) {
            if (number.signum() < 0) {
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
                double number = numbers[i].signum() == 0 ? 0 : Vec.nearest(numbers[i]);
                boolean fits = Math.abs(number) < LARGEST && Math.abs(number) > 1 / LARGEST;
                known[i + 1] = fits ? number : Double.NaN;
            }
            table = known;
        }
        return known;
    }
}
