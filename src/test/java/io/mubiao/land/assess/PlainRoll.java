package io.mubiao.land.assess;

import io.mubiao.land.EvaluationRule;
import io.mubiao.land.NumberColumn;
import io.mubiao.land.Roll;
import io.mubiao.land.TextColumn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Enterprises as rows: a numerator and a divisor for every item, in the order n0 d0 n1 d1 …, null where one is missing. */
final class PlainRoll {
    final int items;
    final List<Integer> industries = new ArrayList<>();
    final List<@Nullable BigDecimal[]> rows = new ArrayList<>();

    PlainRoll(int items) {
        this.items = items;
    }

    void add(int industry, @Nullable BigDecimal[] row) {
        industries.add(industry);
        rows.add(row);
    }

    int size() {
        return rows.size();
    }

    @Nullable BigDecimal numerator(int row, int item) {
        return rows.get(row)[2 * item];
    }

    @Nullable BigDecimal divisor(int row, int item) {
        return rows.get(row)[2 * item + 1];
    }

    Roll engineRoll(EvaluationRule rule) {
        return engineRoll(rule, 0, size());
    }

    /** The rows from one to before another, each called by its number among all. */
    Roll engineRoll(EvaluationRule rule, int from, int end) {
        Map<String, NumberColumn> numbers = new LinkedHashMap<>();
        for (int k = 0; k < 2 * items; k++) {
            List<@Nullable BigDecimal> column = new ArrayList<>(end - from);
            for (int row = from; row < end; row++) {
                column.add(rows.get(row)[k]);
            }
            numbers.put((k % 2 == 0 ? "n" : "d") + k / 2, NumberColumn.of(column));
        }
        List<@Nullable String> texts = new ArrayList<>(end - from);
        industries.subList(from, end).forEach(industry -> texts.add("C" + industry));
        return Roll.of(rule, end - from, row -> Integer.toString(from + row), numbers, Map.of("industry", TextColumn.of(texts)));
    }
}
