package io.mubiao.land.assess;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.land.EvaluationRule;
import io.mubiao.value.Rational;
import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A compound rate is a root, which is no fraction: its rounding is held against powers of fractions, never against a root. */
class CompoundRateExactTest {
    private static final EvaluationRule RULE = Made.rule("""
            id: rate
            year: 2022
            columns: {now: {decimals: 3, negative: true}, before: {decimals: 3}}
            indicators: {rate: {formula: 'cagr(now, before, 3)'}}
            groups: [{id: all, weights-total: 50, items: {rate: {weight: 50, score: {formula: 'w * x'}}}}]
            total: {round: 2 half-up}
            """, Made.RANKING, Made.CLASSES);

    /** Ordinary ones, and cubes of 1 + q where 50 × q lies half way between hundredths, and one unit beside. */
    private static List<String> rows() {
        SplittableRandom random = new SplittableRandom(7);
        return Stream.iterate(0, i -> i + 1).limit(600).map(i -> {
            if (i % 2 == 0) {
                return random.nextInt(0, 5_000_000) + " " + random.nextInt(1, 2_000_000);
            }
            long root = 10_000 + (2L * random.nextInt(-4000, 4000) + 1);
            long cube = root * root * root;
            return (cube + random.nextInt(-1, 2)) + " " + 1_000_000_000_000L;
        }).toList();
    }

    @Test
    void theRoundedRateIsProvedByPowers() {
        List<String> rows = rows();
        String[] texts = new String[rows.size()];
        for (int i = 0; i < texts.length; i++) {
            String[] parts = rows.get(i).split(" ", -1);
            texts[i] = i + " now=" + thousandths(parts[0]) + " before=" + thousandths(parts[1]);
        }
        Evaluation evaluation = Made.evaluate(RULE, texts);
        for (int i = 0; i < texts.length; i++) {
            String[] parts = rows.get(i).split(" ", -1);
            assertRounded(Fraction.of(thousandths(parts[0])).over(Fraction.of(thousandths(parts[1]))),
                    evaluation.get(Integer.toString(i)).total().orElseThrow(), texts[i]);
        }
    }

    private static BigDecimal thousandths(String whole) {
        return new BigDecimal(whole).movePointLeft(3);
    }

    private static void assertRounded(Fraction ratio, Rational total, String row) {
        Fraction half = Fraction.of("0.005");
        Fraction rounded = Fraction.of(total.asDecimal().orElseThrow());
        boolean falls = ratio.compareTo(Fraction.of(1)) < 0;
        int nearer = cubed(falls ? rounded.plus(half) : rounded.minus(half)).compareTo(ratio);
        int farther = cubed(falls ? rounded.minus(half) : rounded.plus(half)).compareTo(ratio);
        assertTrue(falls ? nearer >= 0 : nearer <= 0, row + " is too far from 0: " + total);
        assertTrue(falls ? farther < 0 : farther > 0, row + " is too near to 0: " + total);
    }

    /** The ratio whose compound rate gives so many points. */
    private static Fraction cubed(Fraction points) {
        return points.over(Fraction.of(50)).plus(Fraction.of(1)).power(3);
    }
}
