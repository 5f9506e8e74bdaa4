package io.mubiao.io.roll;

import io.mubiao.formula.Symbol;
import io.mubiao.land.Column;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.NameColumn;
import io.mubiao.land.NumberColumn;
import io.mubiao.land.Roll;
import io.mubiao.land.TextColumn;
import io.mubiao.land.internal.CellValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of a roll as they fill, row by row. Not thread-safe. */
final class RollColumns {
    private final EvaluationRule rule;
    private final List<ColumnCells> found;
    private final KnownIds ids;
    private final NameColumn.Builder names = NameColumn.builder();
    private final NumberColumn.Builder[] numbers;
    private final TextCodes[] texts;
    private int[] entries = new int[16];
    private int size;

    RollColumns(EvaluationRule rule, List<ColumnCells> found, KnownIds ids) {
        this.rule = rule;
        this.found = found;
        this.ids = ids;
        numbers = new NumberColumn.Builder[found.size()];
        texts = new TextCodes[found.size()];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = NumberColumn.builder();
            texts[k] = new TextCodes();
        }
    }

    /** How many rows. */
    int size() {
        return size;
    }

    /** A row by the number of its id. */
    void add(int entry, @Nullable Object[] values) {
        entry(entry);
        for (int k = 0; k < found.size(); k++) {
            Column column = found.get(k).column();
            Object value = values[k] == null ? otherwise(column) : values[k];
            if (column.kind() == Symbol.Kind.TEXT) {
                texts[k].add(texts[k].code((String) value));
            } else {
                add(numbers[k], number(value));
            }
        }
    }

    void name(String name) {
        names.add(name);
    }

    /** What the rule declares to hold where a cell is empty; null if nothing. */
    static @Nullable Object otherwise(Column column) {
        return column.otherwise().isEmpty() ? null : CellValue.read(column, column.otherwise());
    }

    /** A number, day or flag as columns have it. */
    static @Nullable BigDecimal number(@Nullable Object value) {
        if (value instanceof LocalDate day) {
            return BigDecimal.valueOf(day.toEpochDay());
        }
        return value instanceof Boolean flag ? flag ? BigDecimal.ONE : BigDecimal.ZERO : (BigDecimal) value;
    }

    /** Rows of a block, whose ids have numbers from {@code entry} on. */
    void add(RollBlock block, int from, int to, int entry) {
        for (int row = from; row < to; row++) {
            entry(entry + row - from);
            names.add(block.bytes, block.nameFrom[row], block.nameTo[row]);
        }
        for (int k = 0; k < found.size(); k++) {
            if (found.get(k).column().kind() == Symbol.Kind.TEXT) {
                for (int row = from; row < to; row++) {
                    texts[k].add(block.code(k, row, texts[k]));
                }
            } else {
                numbers(numbers[k], block.values[k], block.places[k], from, to);
            }
        }
    }

    private static void add(NumberColumn.Builder column, @Nullable BigDecimal number) {
        if (number == null) {
            column.addMissing();
        } else {
            column.add(number);
        }
    }

    private static void numbers(NumberColumn.Builder column, long[] values, byte[] places, int from, int to) {
        for (int row = from; row < to; row++) {
            column.add(values[row], places[row]);
        }
    }

    private void entry(int entry) {
        if (size == entries.length) {
            entries = Arrays.copyOf(entries, size + (size >> 1));
        }
        entries[size++] = entry;
    }

    /** The roll; a column that was not found holds what the rule declares for empty cells. */
    Roll roll() {
        Map<String, NumberColumn> byNumber = new LinkedHashMap<>();
        Map<String, TextColumn> byText = new LinkedHashMap<>();
        for (Column column : rule.columns()) {
            int k = place(column);
            if (column.kind() == Symbol.Kind.TEXT) {
                byText.put(column.id(), k < 0 ? filled((String) otherwise(column)) : texts[k].column());
            } else {
                byNumber.put(column.id(), k < 0 ? filled(number(otherwise(column))) : numbers[k].take());
            }
        }
        return Roll.of(rule, ids.column(Arrays.copyOf(entries, size)), names.build(), byNumber, byText);
    }

    private int place(Column column) {
        int k = found.size() - 1;
        while (k >= 0 && !found.get(k).column().id().equals(column.id())) {
            k--;
        }
        return k;
    }

    private TextColumn filled(@Nullable String text) {
        TextCodes codes = new TextCodes();
        for (int row = 0; row < size; row++) {
            codes.add(codes.code(text));
        }
        return codes.column();
    }

    private NumberColumn filled(@Nullable BigDecimal number) {
        NumberColumn.Builder column = NumberColumn.builder();
        for (int row = 0; row < size; row++) {
            add(column, number);
        }
        return column.take();
    }
}
