package io.mubiao.scorecard;

import io.mubiao.value.Rational;
import java.util.ArrayList;
import java.util.List;

/**
 * An exact sum of many fractions. Fractions whose running sum stays small are added as they come; where denominators grow,
 * partial sums are added pairwise, so that few additions are of large numbers.
 */
final class Sum {
    private static final int SMALL_BITS = 62;

    private final List<Rational> partial = new ArrayList<>();
    private Rational running = Rational.ZERO;

    void add(Rational number) {
        Rational next = running.plus(number);
        if (next.denominator().bitLength() > SMALL_BITS) {
            partial.add(running);
            running = number;
        } else {
            running = next;
        }
    }

    Rational total() {
        List<Rational> level = new ArrayList<>(partial);
        level.add(running);
        while (level.size() > 1) {
            List<Rational> next = new ArrayList<>(level.size() / 2 + 1);
            for (int i = 0; i < level.size(); i += 2) {
                next.add(i + 1 < level.size() ? level.get(i).plus(level.get(i + 1)) : level.get(i));
            }
            level = next;
        }
        return level.get(0);
    }
}
