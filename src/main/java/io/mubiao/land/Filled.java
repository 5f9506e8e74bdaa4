package io.mubiao.land;

import io.mubiao.formula.Symbol;
import io.mubiao.land.internal.CellValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Columns that a roll is given, and beside them those left out for which the rule declares what an empty cell holds. */
final class Filled {
    private Filled() {}

    static Map<String, NumberColumn> numbers(Map<String, Column> definitions, int size, Map<String, NumberColumn> given) {
        Map<String, NumberColumn> all = new LinkedHashMap<>(given);
        definitions.values().stream().filter(it -> it.kind() != Symbol.Kind.TEXT && !it.otherwise().isEmpty() && !given.containsKey(it.id()))
                .forEach(it -> all.put(it.id(), constant((BigDecimal) CellValue.read(it, it.otherwise()), size)));
        return all;
    }

    private static NumberColumn constant(BigDecimal number, int size) {
        NumberColumn one = NumberColumn.of(List.of(number));
        if (!one.isNarrow()) {
            return NumberColumn.of(Collections.nCopies(size, number));
        }
        int[] all = new int[size];
        Arrays.fill(all, one.narrow().get(0));
        return new NumberColumn(one.decimals(), all, size, one.least(), one.most(), false);
    }

    static Map<String, TextColumn> texts(Map<String, Column> definitions, int size, Map<String, TextColumn> given) {
        Map<String, TextColumn> all = new LinkedHashMap<>(given);
        definitions.values().stream().filter(it -> it.kind() == Symbol.Kind.TEXT && !it.otherwise().isEmpty() && !given.containsKey(it.id()))
                .forEach(it -> all.put(it.id(), TextColumn.of(List.of((String) CellValue.read(it, it.otherwise())), new int[size])));
        return all;
    }
}
