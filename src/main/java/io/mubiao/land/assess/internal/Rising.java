package io.mubiao.land.assess.internal;

import io.mubiao.formula.Value;
import io.mubiao.land.BaselineRule;
import io.mubiao.value.Enclosure;
import io.mubiao.value.ExactSum;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;

/** Numbers in order, the smallest first. */
public interface Rising {
    /** How many there are. */
    long size();

    /** The one that has so many before it. */
    Enclosure get(long index);

    /** The sum of those from one to before another. */
    Enclosure sum(long from, long end);

    /** Those of a list. */
    static Rising of(List<Enclosure> rising) {
        return new ByPlace(rising.size(), rising::get);
    }

    record ByPlace(long size, IntFunction<Enclosure> inOrder) implements Rising {
        @Override
        public Enclosure get(long index) {
            return inOrder.apply((int) index);
        }

        @Override
        public Enclosure sum(long from, long end) {
            ExactSum sum = new ExactSum();
            for (int i = (int) from; i < end; i++) {
                sum.add(inOrder.apply(i));
            }
            return sum.total();
        }
    }

    /** Before how many of so many numbers, the smallest first, a percentile lies, and how much further on: 2.25 for a quarter beyond the third. */
    static Rational place(BaselineRule.Percentile percentile, long n) {
        Rational share = percentile.share();
        Rational place = switch (percentile.method()) {
            case NEAREST_RANK -> Rational.of(share.times(n).round(new Rounding(0, RoundingMode.CEILING)).intValueExact()).max(Rational.ONE);
            case LINEAR_INCLUSIVE -> Rational.ONE.plus(share.times(n - 1));
            default -> share.times(n + 1).max(Rational.ONE).min(Rational.of(n));
        };
        return place.minus(Rational.ONE);
    }

    static Value percentile(BaselineRule.Percentile percentile, Rising sorted) {
        Rational place = place(percentile, sorted.size());
        int below = place.round(new Rounding(0, RoundingMode.FLOOR)).intValueExact();
        Rational rest = place.minus(Rational.of(below));
        Enclosure low = sorted.get(below);
        return Value.of(rest.signum() == 0 ? low : low.plus(sorted.get(below + 1L).minus(low).times(Enclosure.of(rest))));
    }

    /** The first and one beyond the last of so many, the smallest first, that form a mean. */
    static long[] range(BaselineRule.Among among, boolean higherIsBetter, long n) {
        int[] range = among.range(Math.toIntExact(n));
        return higherIsBetter ? new long[] {n - range[1], n - range[0]} : new long[] {range[0], range[1]};
    }

    static Value mean(BaselineRule.Among among, boolean higherIsBetter, Rising sorted) {
        long[] range = range(among, higherIsBetter, sorted.size());
        return range[0] >= range[1] ? Value.nobody("")
                : Value.of(sorted.sum(range[0], range[1]).dividedBy(Enclosure.of(Rational.of(range[1] - range[0]))));
    }

    /** By value; equal ones that are made differently in an order that is always the same. */
    static int order(Enclosure a, Enclosure b) {
        int order = a.order(b).orElseThrow();
        return order != 0 ? order : Comparator.comparing(Enclosure::low).thenComparing(Enclosure::high).compare(a, b);
    }
}
