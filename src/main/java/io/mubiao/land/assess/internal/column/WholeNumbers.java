package io.mubiao.land.assess.internal.column;

import io.mubiao.value.Rational;
import java.math.RoundingMode;

/** Rounding of rows to whole numbers; NaN where their error leaves it open, and the exact evaluator does it. */
final class WholeNumbers {
    private WholeNumbers() {}

    /** Rows with factor 1, rounded; the whole numbers have a factor of their own. */
    static Vec of(Vec of, RoundingMode mode, Rational factor) {
        double most = Math.ceil(of.magnitude()) + 1;
        return new Vec(factor, of.low >= 0 ? 0 : -most, most, 0, most < Vec.EXACT ? 0 : Double.NaN, true) {
            private final double relError = rel(of);

            @Override
            void rows(Block block, double[] into) {
                of.rows(block, into);
                if (isHalf(mode)) {
                    for (int i = 0; i < block.rows; i++) {
                        into[i] = half(into[i], relError, of.abs);
                    }
                } else {
                    for (int i = 0; i < block.rows; i++) {
                        into[i] = directed(into[i], relError, of.abs, mode);
                    }
                }
            }
        };
    }

    private static double rel(Vec of) {
        return of.rel + 2 * Vec.U;
    }

    static boolean isHalf(RoundingMode mode) {
        return switch (mode) {
            case HALF_UP, HALF_DOWN, HALF_EVEN -> true;
            default -> false;
        };
    }

    /** Half away from zero, NaN where the error leaves it open; away from ties all half roundings are alike. */
    static double half(double value, double rel, double abs) {
        double y = Math.abs(value) + 0.5;
        double down = Math.floor(y);
        double rest = y - down;
        double error = (Math.abs(value) * rel + abs + y * Vec.U) * 2;
        return rest > error && rest < 1 - error ? Math.copySign(down, value) + 0.0 : Double.NaN;
    }

    /** Down or up, NaN next to a whole number. */
    private static double directed(double value, double rel, double abs, RoundingMode mode) {
        double down = Math.floor(value);
        double rest = value - down;
        double error = (Math.abs(value) * rel + abs) * 2;
        if (!(rest > error && rest < 1 - error)) {
            return Double.NaN;
        }
        boolean up = mode == RoundingMode.CEILING || mode == (value < 0 ? RoundingMode.DOWN : RoundingMode.UP);
        return (up ? down + 1 : down) + 0.0;
    }

    /** Whole numbers over a divisor, rounded in any way: exact. */
    static Vec of(Vec numbers, long divisor, RoundingMode mode, Rational factor) {
        double most = Math.ceil(numbers.magnitude() / divisor) + 1;
        return new Vec(factor, numbers.low >= 0 ? 0 : -most, most, 0, 0, true) {
            @Override
            void rows(Block block, double[] into) {
                numbers.rows(block, into);
                for (int i = 0; i < block.rows; i++) {
                    into[i] = !Double.isNaN(into[i]) ? (double) divided((long) into[i], divisor, mode) : Double.NaN;
                }
            }
        };
    }

    private static long divided(long number, long divisor, RoundingMode mode) {
        return com.google.common.math.LongMath.divide(number, divisor, mode);
    }
}
