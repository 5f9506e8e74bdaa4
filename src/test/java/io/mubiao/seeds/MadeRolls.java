package io.mubiao.seeds;

import io.mubiao.land.Column;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.ClassHistory;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.rule.Parameter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Enterprises made up for any rule: gaps, zeros, negatives, ties, flags and texts of every kind, the same ones each time. */
final class MadeRolls {
    private static final List<String> YEARS = List.of("2009-05-01", "2015-11-30", "2021-07-01", "2022-12-01", "2023-06-01");

    private MadeRolls() {}

    /** The shipped rules evaluated, open parameters filled with a number. */
    static Evaluation evaluation(String id, int size) {
        EvaluationRule rule = filled(Rules.read(id));
        Map<String, List<String>> classes = new LinkedHashMap<>();
        rule.classes().ifPresent(it -> {
            String last = it.classes().get(it.classes().size() - 1);
            classes.put("E2", List.of(last, last));
            classes.put("E3", List.of(it.classes().get(0)));
        });
        LandAssessor assessor = LandAssessor.of(rule).prior(roll(rule, size, 7)).history(ClassHistory.of(classes));
        return assessor.evaluate(roll(rule, size, 3));
    }

    static EvaluationRule filled(EvaluationRule rule) {
        EvaluationRule known = rule;
        for (Parameter it : rule.parameters()) {
            if (it.value().isEmpty()) {
                known = known.with(it.id(), ((it.id().startsWith("weight_") ? "5 " : "20 ") + it.unit().symbol()).strip());
            }
        }
        return known;
    }

    static Roll roll(EvaluationRule rule, int size, long seed) {
        Random random = new Random(seed);
        Roll.Builder roll = Roll.builder(rule);
        for (int i = 1; i <= size; i++) {
            Map<String, String> row = new LinkedHashMap<>();
            for (Column column : rule.columns()) {
                String text = value(column, random);
                if (!text.isEmpty()) {
                    row.put(column.id(), text);
                }
            }
            roll.add("E" + i, "第" + i + "厂", row);
        }
        return roll.build();
    }

    private static String value(Column column, Random random) {
        int dice = random.nextInt(12);
        if (dice == 0) {
            return "";
        }
        return switch (column.kind()) {
            case FLAG -> dice < 3 ? "是" : "否";
            case DAY -> YEARS.get(random.nextInt(YEARS.size()));
            case TEXT -> texts(column).get(random.nextInt(texts(column).size()));
            case NUMBER -> number(column, dice == 1, random);
        };
    }

    private static List<String> texts(Column column) {
        return column.values().isEmpty() ? List.of("甲区", "乙区", "06", "91330400000000000X") : new ArrayList<>(column.values());
    }

    private static String number(Column column, boolean zero, Random random) {
        BigDecimal value = zero ? BigDecimal.ZERO : BigDecimal.valueOf(1 + random.nextInt(9) * (random.nextBoolean() ? 10L : 370L), Math.min(1, column.decimals()));
        BigDecimal signed = column.least().isEmpty() && random.nextInt(6) == 0 ? value.negate() : value;
        return column.least().filter(least -> signed.compareTo(least) < 0).or(() -> column.most().filter(most -> signed.compareTo(most) > 0))
                .orElse(signed).toPlainString();
    }
}
