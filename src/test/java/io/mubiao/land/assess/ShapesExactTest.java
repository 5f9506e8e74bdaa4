package io.mubiao.land.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.land.EvaluationRule;
import io.mubiao.land.NumberColumn;
import io.mubiao.land.Roll;
import io.mubiao.value.Rational;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Shapes that are no plain ratios, means of thousands of ratios, and every policy for what is missing: totals are those of
 * fractions worked out by hand.
 */
class ShapesExactTest {
    private static final EvaluationRule RULE = Made.rule("""
            id: shapes
            year: 2022
            columns: {a: {decimals: 2, negative: true}, b: {decimals: 1}, c: {decimals: 2}, d: {decimals: 1}}
            indicators: {up: {formula: a / b}, down: {formula: c / d, better: lower}, plain: {formula: a}, cost: {formula: c}}
            groups:
              - id: all
                weights-total: 100
                items:
                  e: {of: up, weight: 30, score: {efficacy: 20 %}, low: {kind: min, population: graded}, high: {kind: max, population: graded}, missing: zero, zero-divisor: zero}
                  v: {of: down, weight: 25.01, score: inverse-mean, base: {kind: mean, population: evaluated}, missing: mean-score, zero-divisor: mean-score}
                  s: {of: up, weight: 20, score: {steps: {of: ratio, below: 0, at: {0.5: 2, 1: 4.005, 1.5: 7}}}, base: {kind: mean, population: evaluated}, missing: -3, zero-divisor: -3}
                  p: {of: cost, weight: 24.99, score: progress, base: 1, target: 4, missing: reweight}
            total: {round: 2 half-up}
            """, Made.RANKING, Made.CLASSES);

    private final List<@Nullable BigDecimal[]> rows = new ArrayList<>();

    private void fill(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < size; i++) {
            @Nullable BigDecimal[] row = {BigDecimal.valueOf(random.nextInt(-200, 900), 2), BigDecimal.valueOf(random.nextInt(1, 40), 1),
                BigDecimal.valueOf(random.nextInt(0, 120) * 5L, 2), BigDecimal.valueOf(random.nextInt(1, 13))};
            int gap = random.nextInt(60);
            if (gap < 4) {
                row[gap] = gap % 2 == 1 && random.nextBoolean() ? BigDecimal.ZERO : null;
            }
            rows.add(row);
        }
    }

    private Roll roll() {
        java.util.Map<String, NumberColumn> columns = new java.util.HashMap<>();
        for (int k = 0; k < 4; k++) {
            int at = k;
            List<@Nullable BigDecimal> column = new ArrayList<>();
            rows.forEach(row -> column.add(row[at]));
            columns.put("abcd".substring(k, k + 1), NumberColumn.of(column));
        }
        return Roll.of(RULE, rows.size(), Integer::toString, columns, Map.of());
    }

    private static @Nullable Fraction ratio(@Nullable BigDecimal n, @Nullable BigDecimal d) {
        return n == null || d == null || d.signum() == 0 ? null : Fraction.of(n).over(Fraction.of(d)).lowest();
    }

    private static @Nullable Fraction up(@Nullable BigDecimal[] row) {
        return ratio(row[0], row[1]);
    }

    private static @Nullable Fraction down(@Nullable BigDecimal[] row) {
        return ratio(row[2], row[3]);
    }

    private List<Fraction> all(Function<@Nullable BigDecimal[], @Nullable Fraction> indicator) {
        List<Fraction> values = new ArrayList<>();
        for (@Nullable BigDecimal[] row : rows) {
            Fraction value = indicator.apply(row);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private static Fraction mean(List<Fraction> values) {
        Fraction sum = Fraction.ZERO;
        for (Fraction value : values) {
            sum = sum.plus(value).lowest();
        }
        return sum.over(Fraction.of(values.size())).lowest();
    }

    private static final Fraction ONE = Fraction.of(1);
    private static final Fraction TWO = Fraction.of(2);

    private static Fraction inverse(Fraction x, Fraction mean) {
        Fraction ratio = x.over(mean);
        return ratio.compareTo(TWO) >= 0 ? Fraction.ZERO : TWO.minus(ratio).times(Fraction.of("25.01")).over(TWO);
    }

    private static Fraction step(Fraction ratio) {
        return ratio.compareTo(Fraction.of("1.5")) >= 0 ? Fraction.of(7) : ratio.compareTo(ONE) >= 0 ? Fraction.of("4.005")
                : ratio.compareTo(Fraction.of("0.5")) >= 0 ? TWO : Fraction.ZERO;
    }

    private List<BigDecimal> totals() {
        List<Fraction> ups = all(ShapesExactTest::up);
        Fraction low = ups.stream().min(Fraction::compareTo).orElseThrow();
        Fraction high = ups.stream().max(Fraction::compareTo).orElseThrow();
        Fraction meanUp = mean(ups);
        Fraction meanDown = mean(all(ShapesExactTest::down));
        Fraction meanScore = mean(all(ShapesExactTest::down).stream().map(x -> inverse(x, meanDown)).toList());
        List<BigDecimal> totals = new ArrayList<>();
        for (@Nullable BigDecimal[] row : rows) {
            Fraction up = up(row);
            Fraction down = down(row);
            BigDecimal cost = row[2];
            Fraction e = up == null ? Fraction.ZERO : Fraction.of(30).times(Fraction.of("0.2").plus(Fraction.of("0.8")
                    .times(up.minus(low)).over(high.minus(low))));
            Fraction v = down == null ? meanScore : inverse(down, meanDown);
            Fraction s = up == null ? Fraction.of(-3) : step(up.over(meanUp));
            Fraction sum = e.plus(v).plus(s);
            if (cost == null) {
                sum = sum.times(Fraction.of(100)).over(Fraction.of("75.01"));
            } else {
                sum = sum.plus(Fraction.of("24.99").times(Fraction.of(cost).minus(ONE).over(Fraction.of(3))
                        .atLeast(Fraction.ZERO).atMost(ONE)));
            }
            totals.add(sum.rounded(2, RoundingMode.HALF_UP));
        }
        return totals;
    }

    private void assertSame(Evaluation evaluation) {
        List<BigDecimal> expected = totals();
        for (int row = 0; row < expected.size(); row++) {
            assertEquals(Rational.of(expected.get(row)), evaluation.resultOf(row).total().orElseThrow(), "enterprise " + row);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 999, 1001, 4200})
    void totalsOfAllShapesAndPolicies(int size) {
        fill(size, size);
        assertSame(LandAssessor.of(RULE).evaluate(roll()));
        assertSame(LandAssessor.of(RULE).threads(2).evaluate(roll()));
    }

    /** The mean is exactly 1/3: every other one lies at it, where the step begins and the inverse mean gives 12.505. */
    @ParameterizedTest
    @ValueSource(ints = {20, 520})
    void aTieOnAMeanThatIsNoDecimal(int pairs) {
        for (int i = 0; i < pairs; i++) {
            BigDecimal off = BigDecimal.valueOf(i % 7 * 10L, 2);
            rows.add(new BigDecimal[] {BigDecimal.ONE.subtract(off), new BigDecimal("3"), BigDecimal.ONE.subtract(off), new BigDecimal("3")});
            rows.add(new BigDecimal[] {BigDecimal.ONE.add(off), new BigDecimal("3"), BigDecimal.ONE.add(off), new BigDecimal("3")});
        }
        assertSame(LandAssessor.of(RULE).evaluate(roll()));
    }
}
