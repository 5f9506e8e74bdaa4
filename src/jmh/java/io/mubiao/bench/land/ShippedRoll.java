package io.mubiao.bench.land;

import io.mubiao.formula.Symbol;
import io.mubiao.land.Column;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.NumberColumn;
import io.mubiao.land.Roll;
import io.mubiao.land.TextColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Made-up figures for every column of any rule of this repository. Some cells are empty: half of those for which the rule
 * says what then holds, three of a hundred emissions, two of a thousand other figures; of the headline's rule none.
 */
final class ShippedRoll {
    private final EvaluationRule rule;
    private final Cohort cohort;
    private final SplittableRandom random;

    private ShippedRoll(EvaluationRule rule, Cohort cohort, long seed) {
        this.rule = rule;
        this.cohort = cohort;
        this.random = new SplittableRandom(seed);
    }

    /** So many enterprises; the same for the same seed. */
    static Roll of(EvaluationRule rule, int rows, long seed) {
        return new ShippedRoll(rule, Cohort.of(rows, seed), seed).roll();
    }

    private Roll roll() {
        Map<String, NumberColumn> numbers = new LinkedHashMap<>();
        Map<String, TextColumn> texts = new LinkedHashMap<>();
        for (Column column : rule.columns()) {
            if (column.kind() == Symbol.Kind.TEXT) {
                texts.put(column.id(), texts(column));
            } else {
                numbers.put(column.id(), numbers(column));
            }
        }
        return Roll.of(rule, cohort.rows(), row -> "E" + row, numbers, texts);
    }

    private NumberColumn numbers(Column column) {
        long[] values = new long[cohort.rows()];
        int oneIn = rule.id().equals("benchmark") ? 0 : !column.otherwise().isEmpty() ? 2 : column.id().equals("emission") ? 33
                : column.id().equals("land") || column.id().equals("用地") || column.kind() != Symbol.Kind.NUMBER ? 0 : 500;
        for (int row = 0; row < values.length; row++) {
            values[row] = oneIn > 0 && random.nextInt(oneIn) == 0 ? NumberColumn.MISSING : number(column, row);
        }
        return NumberColumn.of(column.kind() == Symbol.Kind.NUMBER ? decimals(column) : 0, values);
    }

    private static int decimals(Column column) {
        return switch (column.id()) {
            case "emission", "discharge", "cod", "污染物", "化学需氧量", "二氧化硫" -> 3;
            case "score" -> 4;
            case "employees", "water", "electricity", "small_tenants", "职工" -> 0;
            case "bonus_points", "deduction_points" -> 1;
            default -> 2;
        };
    }

    private long number(Column column, int row) {
        return switch (column.kind()) {
            case FLAG -> random.nextInt(column.id().equals("regulated") ? 2 : 20) == 0 ? 1 : 0;
            case DAY -> 7_000 + random.nextInt(13_000);
            default -> within(column, column.least().isPresent() ? Math.abs(amount(column.id(), row)) : amount(column.id(), row));
        };
    }

    /** What is beyond the most that a column takes begins again at its least. */
    private static long within(Column column, long amount) {
        long most = column.most().map(it -> it.movePointRight(decimals(column)).longValue()).orElse(Long.MAX_VALUE);
        long least = column.least().map(it -> it.movePointRight(decimals(column)).longValue()).orElse(0L);
        return amount <= most ? Math.max(amount, column.least().isPresent() ? least : amount) : least + amount % (most - least + 1);
    }

    private long amount(String id, int row) {
        return switch (id) {
            case "land", "用地" -> cohort.land()[row];
            case "tax", "实缴税收", "税收", "年纳税额" -> cohort.tax()[row];
            case "value_added", "增加值" -> cohort.valueAdded()[row];
            case "rd", "upgrade", "研发经费" -> cohort.rd()[row];
            case "energy", "water", "electricity", "综合能耗" -> cohort.energy()[row];
            case "emission", "discharge", "cod", "污染物", "化学需氧量", "二氧化硫" -> cohort.emission()[row];
            case "employees", "职工" -> cohort.employees()[row];
            case "工资增幅" -> random.nextInt(3_000) - 500;
            case "score" -> random.nextInt(1_200_000);
            case "small_tenants" -> random.nextInt(4);
            case "bonus_points", "deduction_points" -> random.nextInt(50);
            case "workshop" -> random.nextInt(1_000_000);
            case "rebate" -> cohort.tax()[row] / 10 > 0 ? random.nextLong(cohort.tax()[row] / 10) : 0;
            default -> cohort.revenue()[row];
        };
    }

    private TextColumn texts(Column column) {
        int rows = cohort.rows();
        if (column.id().equals("lot")) {
            int[] codes = IntStream.range(0, rows).map(row -> random.nextInt(10) > 0 ? -1 : random.nextInt(1 + rows / 20)).toArray();
            return TextColumn.of(IntStream.rangeClosed(0, rows / 20).mapToObj(i -> "L" + i).toList(), codes);
        }
        List<String> names = new ArrayList<>(column.values());
        for (int i = 0; column.values().isEmpty() && i < Cohort.INDUSTRIES; i++) {
            names.add("I" + i);
        }
        return TextColumn.of(names, IntStream.of(cohort.industry()).map(code -> code % names.size()).toArray());
    }
}
