package io.mubiao.method;

import io.mubiao.value.Rational;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * How much more recent points of a series weigh. The sources at hand say that recent data weigh more, not by how much:
 * which one ESCAP uses is unverified, so the choice is the caller's.
 */
public enum TimeWeights {
    /** Every point alike: four yearly points weigh 1, 1, 1, 1. */
    EQUAL,
    /** Rising evenly with time from 1 at the first point to n at the last of n: four yearly points weigh 1, 2, 3, 4. */
    RISING;

    /** The weights of days in order. */
    List<Rational> of(List<LocalDate> days) {
        List<Rational> weights = new ArrayList<>();
        LocalDate first = days.get(0);
        long whole = ChronoUnit.DAYS.between(first, days.get(days.size() - 1));
        for (LocalDate day : days) {
            Rational share = this == EQUAL ? Rational.ZERO : Rational.of(ChronoUnit.DAYS.between(first, day), whole);
            weights.add(Rational.ONE.plus(share.times(days.size() - 1L)));
        }
        return weights;
    }
}
