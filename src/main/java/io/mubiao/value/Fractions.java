package io.mubiao.value;

import com.google.common.collect.ImmutableMap;
import io.mubiao.work.internal.Checkpoint;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A sum of fractions by their denominators: short to keep, whatever its common denominator would be. Immutable. */
final class Fractions {
    /** Longer ones are kept in parts. */
    private static final int SHORT_BITS = 1024;
    /** A fraction with 15 digits below takes about so many; what lies in a range by chance has twice as many. */
    private static final int MOST_STEPS = 30;

    private final ImmutableMap<BigInteger, BigInteger> numerators;

    /** @param numerators the sum of the numerators over each denominator, above 0; what cancelled out is left out */
    Fractions(Map<BigInteger, BigInteger> numerators) {
        ImmutableMap.Builder<BigInteger, BigInteger> all = ImmutableMap.builder();
        numerators.forEach((denominator, numerator) -> {
            if (numerator.signum() != 0) {
                all.put(denominator, numerator);
            }
        });
        this.numerators = all.buildOrThrow();
    }

    /** Denominators with their numerators, the smallest denominator first. */
    Stream<Map.Entry<BigInteger, BigInteger>> inOrder() {
        return numerators.entrySet().stream().sorted(Checkpoint.every(Map.Entry.comparingByKey()));
    }

    int size() {
        return numerators.size();
    }

    /** Whether the common denominator is short. */
    boolean isShort() {
        BigInteger common = BigInteger.ONE;
        for (BigInteger denominator : numerators.keySet()) {
            Checkpoint.pass();
            common = denominator.divide(common.gcd(denominator)).multiply(common);
            if (common.bitLength() > SHORT_BITS) {
                return false;
            }
        }
        return true;
    }

    /** The sum; pairwise, so that few additions are of large numbers. */
    Rational exact() {
        List<Pair> pairs = new ArrayList<>(numerators.size());
        numerators.forEach((denominator, numerator) -> pairs.add(new Pair(numerator, denominator)));
        return sum(pairs, Pair::plus).map(sum -> Rational.of(sum.above, sum.below)).orElse(Rational.ZERO);
    }

    /** Neighbours added up, then their sums, until one is left; empty for none. */
    static <T> Optional<T> sum(List<T> parts, BinaryOperator<T> plus) {
        List<T> level = parts;
        while (level.size() > 1) {
            List<T> next = new ArrayList<>(level.size() / 2 + 1);
            for (int i = 0; i < level.size(); i += 2) {
                Checkpoint.pass();
                next.add(i + 1 < level.size() ? plus.apply(level.get(i), level.get(i + 1)) : level.get(i));
            }
            level = next;
        }
        return level.stream().findFirst();
    }

    private record Pair(BigInteger above, BigInteger below) {
        Pair plus(Pair other) {
            BigInteger shared = below.gcd(other.below);
            BigInteger own = below.divide(shared);
            BigInteger others = other.below.divide(shared);
            return new Pair(above.multiply(others).add(other.above.multiply(own)), own.multiply(other.below));
        }
    }

    /** Every part cut off and rounded up at the same binary place: the same range for any order of the parts. */
    Enclosure range(int bits) {
        int largest = numerators.entrySet().stream()
                .mapToInt(it -> it.getValue().bitLength() - it.getKey().bitLength()).max().orElse(0);
        int shift = Math.max(0, bits - largest + Integer.SIZE);
        BigInteger low = BigInteger.ZERO;
        long open = 0;
        for (Map.Entry<BigInteger, BigInteger> it : numerators.entrySet()) {
            Checkpoint.pass();
            BigInteger[] parts = it.getValue().shiftLeft(shift).divideAndRemainder(it.getKey());
            low = low.add(parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0]);
            open += parts[1].signum() == 0 ? 0 : 1;
        }
        BigInteger unit = BigInteger.ONE.shiftLeft(shift);
        return Enclosure.of(Rational.of(low, unit), Rational.of(low.add(BigInteger.valueOf(open)), unit));
    }

    /** The sum where it is a short fraction all the same, which one so near to a number of many digits is. */
    Optional<Rational> ifShort(Enclosure range) {
        return simplest(range.low(), range.high(), MOST_STEPS).map(guess -> exact())
                .filter(sum -> sum.denominator().bitLength() <= SHORT_BITS);
    }

    /** The fraction with the least denominator from low to high, by continued fractions; empty where that takes many steps. */
    private static Optional<Rational> simplest(Rational low, Rational high, int steps) {
        Rational whole = Rational.of(low.shifted(0, RoundingMode.FLOOR));
        if (whole.equals(low) || whole.plus(Rational.ONE).compareTo(high) <= 0) {
            return Optional.of(whole);
        }
        return steps == 0 ? Optional.empty()
                : simplest(Rational.ONE.dividedBy(high.minus(whole)), Rational.ONE.dividedBy(low.minus(whole)), steps - 1);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fractions that && numerators.equals(that.numerators);
    }

    @Override
    public int hashCode() {
        return numerators.hashCode();
    }
}
