package io.mubiao.land.assess;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Makes up enterprises that lie where arithmetic goes wrong: totals exactly half way between two roundings and one unit
 * beside, scores exactly at their cap, at zero and below, equal totals by other ways, single missing inputs and divisors of
 * zero, next to ordinary ones. Where a baseline is formed, one more enterprise an industry brings it exactly to a short number.
 */
final class BoundaryRolls {
    /** How large the numbers are. */
    enum Size {
        /** As in life: every sum fits, so baselines are summed in blocks. */
        ORDINARY,
        /** Whole numbers near 2^50: one unit changes a ratio by less than a double can tell. */
        FINE,
        /** From a millionth to a thousand million, side by side. */
        UNEVEN,
        /** As ordinary, but a few numbers do not even fit into a long. */
        HUGE
    }

    private final PlainRule rule;
    private final Size size;
    private final SplittableRandom random;
    private final PlainRoll roll;
    private final int ratioDigits;

    private BoundaryRolls(PlainRule rule, Size size, long seed) {
        this.rule = rule;
        this.size = size;
        this.random = new SplittableRandom(seed);
        this.roll = new PlainRoll(rule.items().size());
        this.ratioDigits = Math.max(4, rule.digits() + 2);
    }

    static PlainRoll of(PlainRule rule, Size size, int enterprises, long seed) {
        BoundaryRolls made = new BoundaryRolls(rule, size, seed);
        int industries = 1 + made.random.nextInt(40);
        for (int i = 0; i < enterprises; i++) {
            // The first industries are the largest, the last have a few enterprises.
            int industry = Math.min(made.random.nextInt(industries), made.random.nextInt(industries));
            made.roll.add(industry, made.row());
        }
        if (made.random.nextInt(4) > 0) {
            made.balance(industries);
        }
        return made.roll;
    }

    private @Nullable BigDecimal[] row() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> atTie();
            case 3, 4 -> oneUnitBeside(atTie());
            case 5 -> atLimits();
            case 6 -> again();
            case 7 -> oneUnitBeside(atLimits());
            case 8 -> random.nextInt(4) == 0 ? withGap(ordinary()) : ordinary();
            default -> ordinary();
        };
    }

    private BigDecimal ratio(int most) {
        return BigDecimal.valueOf(random.nextInt(most * 10_000), 4);
    }

    /** Ratios whose total lies half way between two numbers of the total's digits. */
    private @Nullable BigDecimal[] atTie() {
        int items = rule.items().size();
        BigDecimal[] ratios = new BigDecimal[items];
        BigDecimal rest = BigDecimal.ZERO;
        for (int k = 0; k < items; k++) {
            ratios[k] = ratio(random.nextInt(8) == 0 ? 2 : 1);
            rest = k == items - 1 ? rest : rest.add(ratios[k].multiply(weight(k)).min(most(k)));
        }
        BigDecimal half = BigDecimal.valueOf(5, rule.digits() + 1);
        BigDecimal total = rest.add(ratios[items - 1].multiply(weight(items - 1)))
                .setScale(rule.digits(), RoundingMode.DOWN).add(half);
        ratios[items - 1] = total.subtract(rest).divide(weight(items - 1), 12, RoundingMode.HALF_UP).stripTrailingZeros();
        return row(ratios);
    }

    private BigDecimal weight(int k) {
        return BigDecimal.valueOf(rule.items().get(k).weight());
    }

    private BigDecimal most(int k) {
        return rule.items().get(k).capped() ? weight(k).multiply(new BigDecimal("1.5")) : new BigDecimal("1e9");
    }

    /** Every ratio at its cap, at zero, below it, or at its baseline. */
    private @Nullable BigDecimal[] atLimits() {
        BigDecimal[] ratios = new BigDecimal[rule.items().size()];
        for (int k = 0; k < ratios.length; k++) {
            ratios[k] = switch (random.nextInt(5)) {
                case 0, 1 -> new BigDecimal("1.5");
                case 2 -> BigDecimal.ZERO;
                case 3 -> ratio(1).negate();
                default -> BigDecimal.ONE;
            };
        }
        return row(ratios);
    }

    private @Nullable BigDecimal[] row(BigDecimal[] ratios) {
        @Nullable BigDecimal[] row = new BigDecimal[2 * ratios.length];
        for (int k = 0; k < ratios.length; k++) {
            BigDecimal divisor = divisor();
            row[2 * k] = ratios[k].multiply(rule.items().get(k).base()).multiply(divisor);
            row[2 * k + 1] = divisor;
        }
        return row;
    }

    private BigDecimal divisor() {
        return switch (size) {
            case ORDINARY, HUGE -> BigDecimal.valueOf(1L + random.nextInt(64));
            case FINE -> BigDecimal.valueOf(random.nextLong(1L << 29, 1L << 31));
            case UNEVEN -> BigDecimal.valueOf(1L + random.nextInt(9), random.nextInt(-7, 5));
        };
    }

    private @Nullable BigDecimal[] ordinary() {
        @Nullable BigDecimal[] row = new BigDecimal[2 * rule.items().size()];
        for (int k = 0; k < rule.items().size(); k++) {
            BigDecimal divisor = divisor();
            BigDecimal about = rule.items().get(k).base().multiply(divisor).multiply(ratio(2));
            row[2 * k] = about.add(BigDecimal.valueOf(random.nextInt(-1000, 1000), ratioDigits)).setScale(ratioDigits, RoundingMode.DOWN);
            row[2 * k + 1] = divisor;
        }
        if (size == Size.HUGE && random.nextInt(50) == 0) {
            int k = random.nextInt(rule.items().size());
            row[2 * k] = new BigDecimal("123456789012345678901.25").multiply(ratio(1));
            row[2 * k + 1] = random.nextBoolean() ? new BigDecimal("98765432109876543210") : BigDecimal.ONE;
        }
        return row;
    }

    private @Nullable BigDecimal[] oneUnitBeside(@Nullable BigDecimal[] row) {
        int at = random.nextInt(row.length);
        BigDecimal value = row[at];
        if (value != null) {
            int scale = at % 2 == 1 ? 2 : ratioDigits + (size == Size.FINE ? 2 : 3);
            BigDecimal unit = BigDecimal.valueOf(random.nextBoolean() ? 1 : -1, scale);
            row[at] = at % 2 == 1 ? value.add(unit).max(unit.abs()) : value.add(unit);
        }
        return row;
    }

    /** The figures of an earlier enterprise; sometimes all of an item doubled, which changes no ratio. */
    private @Nullable BigDecimal[] again() {
        if (roll.size() == 0) {
            return ordinary();
        }
        @Nullable BigDecimal[] row = roll.rows.get(random.nextInt(roll.size())).clone();
        int k = random.nextInt(rule.items().size());
        BigDecimal n = row[2 * k];
        BigDecimal d = row[2 * k + 1];
        if (n != null && d != null && random.nextBoolean()) {
            row[2 * k] = n.add(n);
            row[2 * k + 1] = d.add(d);
        }
        return row;
    }

    private @Nullable BigDecimal[] withGap(@Nullable BigDecimal[] row) {
        int at = random.nextInt(row.length);
        row[at] = at % 2 == 1 && random.nextBoolean() ? BigDecimal.ZERO : null;
        return row;
    }

    /** One enterprise more an industry, so that what is summed up there gives the item's base, or rounds to it. */
    private void balance(int industries) {
        BigDecimal[][] sums = new BigDecimal[industries][2 * rule.items().size()];
        for (BigDecimal[] sum : sums) {
            java.util.Arrays.fill(sum, BigDecimal.ZERO);
        }
        for (int row = 0; row < roll.size(); row++) {
            for (int k = 0; k < rule.items().size(); k++) {
                BigDecimal n = roll.numerator(row, k);
                BigDecimal d = roll.divisor(row, k);
                if (n != null && d != null) {
                    BigDecimal[] sum = sums[roll.industries.get(row)];
                    sum[2 * k] = sum[2 * k].add(n);
                    sum[2 * k + 1] = sum[2 * k + 1].add(d);
                }
            }
        }
        for (int industry = 0; industry < industries; industry++) {
            @Nullable BigDecimal[] row = new BigDecimal[2 * rule.items().size()];
            for (int k = 0; k < rule.items().size(); k++) {
                PlainRule.Item item = rule.items().get(k);
                BigDecimal divisor = sums[industry][2 * k + 1].add(BigDecimal.TEN);
                BigDecimal near = item.baseDigits() < 0 ? item.base() : item.base().add(new BigDecimal("0.0004"));
                row[2 * k] = near.multiply(sums[industry][2 * k + 1].add(divisor)).subtract(sums[industry][2 * k]);
                row[2 * k + 1] = divisor;
            }
            roll.add(industry, row);
        }
    }
}
