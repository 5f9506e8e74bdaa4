package io.mubiao.value;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.math.LongMath;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The sum of many numbers in the making (累加), also of very many fractions and of roots: exact, the same for any order and
 * any parts, and never with a denominator longer than what is asked of it needs. Not thread-safe.
 */
public final class ExactSum {
    private final Map<BigInteger, BigInteger> fractions = new HashMap<>();
    private final LongFractions longs = new LongFractions();
    private final Map<Real, Long> others = new HashMap<>();

    /** The sum of no numbers. */
    public ExactSum() {}

    ExactSum(Map<BigInteger, BigInteger> fractions, Map<Real, Long> others) {
        this.fractions.putAll(fractions);
        this.others.putAll(others);
    }

    Map<BigInteger, BigInteger> fractions() {
        return fractions;
    }

    Map<Real, Long> others() {
        return others;
    }

    /**
     * One more number.
     *
     * @throws IllegalArgumentException if it is a range and no number
     */
    public void add(Enclosure number) {
        checkArgument(!number.isRange(), "a range is no number: %s", number);
        Real real = number.real();
        if (real == null) {
            add(number.low());
        } else {
            others.merge(real, 1L, Long::sum);
        }
    }

    /** One more fraction. */
    public void add(Rational number) {
        if (!number.isLong() || !longs.add(number.above(), number.below())) {
            fractions.merge(number.denominator(), number.numerator(), BigInteger::add);
        }
    }

    /**
     * One more fraction, given by whole numbers that need not be in lowest terms.
     *
     * @param denominator above 0
     */
    public void add(long numerator, long denominator) {
        long divisor = LongMath.gcd(Math.abs(numerator), denominator);
        if (!longs.add(numerator / divisor, denominator / divisor)) {
            fractions.merge(BigInteger.valueOf(denominator / divisor), BigInteger.valueOf(numerator / divisor), BigInteger::add);
        }
    }

    /** All numbers of another sum. */
    public void add(ExactSum other) {
        other.gather();
        other.fractions.forEach((denominator, numerator) -> fractions.merge(denominator, numerator, BigInteger::add));
        other.others.forEach((real, count) -> others.merge(real, count, Long::sum));
    }

    void gather() {
        longs.moveTo(fractions);
    }

    /** The sum so far. */
    public Enclosure total() {
        gather();
        Fractions sum = new Fractions(fractions);
        if (others.isEmpty() && sum.isShort()) {
            return Enclosure.of(sum.exact());
        }
        Optional<Rational> shortOne = others.isEmpty() ? sum.ifShort(sum.range(Real.FIRST_BITS)) : Optional.empty();
        return shortOne.map(Enclosure::of).orElseGet(() -> whole(sum));
    }

    private Enclosure whole(Fractions sum) {
        if (fractions.values().stream().allMatch(it -> it.signum() == 0) && others.size() == 1) {
            Map.Entry<Real, Long> only = others.entrySet().iterator().next();
            return Enclosure.of(only.getKey()).times(Enclosure.of(Rational.of(only.getValue())));
        }
        return Enclosure.of(new Real.Total(sum, others));
    }

    @Override
    public String toString() {
        return total().toString();
    }
}
