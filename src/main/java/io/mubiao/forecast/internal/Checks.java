package io.mubiao.forecast.internal;

import io.mubiao.value.Rational;
import java.math.BigDecimal;

/** Checks of arguments, worded alike. */
public final class Checks {
    private Checks() {}

    public static void range(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be from " + least + " to " + most + ", got " + value);
        }
    }

    public static void elapsed(Rational share) {
        if (share.signum() <= 0 || share.compareTo(Rational.ONE) > 0) {
            throw new IllegalArgumentException("the share elapsed must be above 0 and at most 1, got " + share);
        }
    }

    public static void level(BigDecimal level) {
        if (level.signum() <= 0 || level.compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalArgumentException("level must be between 0 and 1, both excluded, got " + level);
        }
    }
}
