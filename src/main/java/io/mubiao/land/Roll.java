package io.mubiao.land;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import io.mubiao.formula.Symbol;
import io.mubiao.outcome.AlreadyThereException;
import io.mubiao.outcome.NoSuchIdException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The enterprises of one year with their figures, by column (企业名册). Immutable. The order of the rows means nothing: ids
 * decide what is whose, and every answer is the same for any order.
 *
 * <p>Numbers are in the units that the rule declares for its columns; days are days since 1970-01-01, yes and no are 1
 * and 0.
 */
public final class Roll {
    private final int size;
    private final IntFunction<String> ids;
    private final TextColumn names;
    private final ImmutableMap<String, NumberColumn> numbers;
    private final ImmutableMap<String, TextColumn> texts;

    private Roll(int size, IntFunction<String> ids, TextColumn names, Map<String, NumberColumn> numbers,
            Map<String, TextColumn> texts) {
        this.size = size;
        this.ids = ids;
        this.names = names;
        this.numbers = ImmutableMap.copyOf(numbers);
        this.texts = ImmutableMap.copyOf(texts);
    }

    /** Collects enterprises one by one, with the columns of a rule. */
    public static Builder builder(EvaluationRule rule) {
        return new Builder(rule);
    }

    /**
     * A roll of whole columns, all of the given size.
     *
     * @param ids the id of a row; must differ between rows
     */
    public static Roll of(int size, IntFunction<String> ids, Map<String, NumberColumn> numbers,
            Map<String, TextColumn> texts) {
        numbers.forEach((name, column) -> checkArgument(column.size() == size,
                "column '%s' has %s rows, expected %s", name, column.size(), size));
        texts.forEach((name, column) -> checkArgument(column.size() == size,
                "column '%s' has %s rows, expected %s", name, column.size(), size));
        TextColumn none = TextColumn.of(List.of(), filled(size));
        return new Roll(size, requireNonNull(ids, "ids"), none, numbers, texts);
    }

    private static int[] filled(int size) {
        int[] codes = new int[size];
        java.util.Arrays.fill(codes, -1);
        return codes;
    }

    /** This roll with a name for every row. */
    public Roll named(IntFunction<String> nameOf) {
        List<@Nullable String> all = new ArrayList<>(size);
        for (int row = 0; row < size; row++) {
            all.add(nameOf.apply(row));
        }
        return new Roll(size, ids, TextColumn.of(all), numbers, texts);
    }

    /** This roll with other numbers in some rows of a column. */
    public Roll with(String column, Map<Integer, @Nullable BigDecimal> changes) {
        NumberColumn known = numbers.get(column);
        checkArgument(known != null, "the roll has no number column '%s'", column);
        Map<String, NumberColumn> all = new LinkedHashMap<>(numbers);
        all.put(column, known.with(changes));
        return new Roll(size, ids, names, all, texts);
    }

    /** This roll with other texts in some rows of a column. */
    public Roll withTexts(String column, Map<Integer, @Nullable String> changes) {
        TextColumn known = texts.get(column);
        checkArgument(known != null, "the roll has no text column '%s'", column);
        List<@Nullable String> values = new ArrayList<>(size);
        for (int row = 0; row < size; row++) {
            values.add(changes.containsKey(row) ? changes.get(row) : known.text(row));
        }
        Map<String, TextColumn> all = new LinkedHashMap<>(texts);
        all.put(column, TextColumn.of(values));
        return new Roll(size, ids, names, numbers, all);
    }

    /** How many enterprises. */
    public int size() {
        return size;
    }

    /** The id of a row, such as the unified social credit code (统一社会信用代码). */
    public String id(int row) {
        return ids.apply(row);
    }

    /** The name in a row; its id if there is none. */
    public String name(int row) {
        String name = names.text(row);
        return name == null ? id(row) : name;
    }

    /**
     * The row of an id.
     *
     * @throws NoSuchIdException if there is none
     */
    public int row(String id) {
        for (int row = 0; row < size; row++) {
            if (ids.apply(row).equals(id)) {
                return row;
            }
        }
        throw new NoSuchIdException("no enterprise '" + id + "' among " + size);
    }

    /** The numbers, days or flags of a column, if there is such a column. */
    public Optional<NumberColumn> number(String column) {
        return Optional.ofNullable(numbers.get(column));
    }

    /** The texts of a column, if there is such a column. */
    public Optional<TextColumn> text(String column) {
        return Optional.ofNullable(texts.get(column));
    }

    /** The names of the columns. */
    public List<String> columns() {
        List<String> all = new ArrayList<>(numbers.keySet());
        all.addAll(texts.keySet());
        return all;
    }

    /** These rows alone, in this order. */
    public Roll rows(int[] rows) {
        Map<String, NumberColumn> someNumbers = new LinkedHashMap<>();
        numbers.forEach((name, column) -> {
            List<@Nullable BigDecimal> values = new ArrayList<>(rows.length);
            for (int row : rows) {
                var value = column.value(row);
                values.add(value == null ? null : value.asDecimal().orElseThrow());
            }
            someNumbers.put(name, NumberColumn.of(values));
        });
        Map<String, TextColumn> someTexts = new LinkedHashMap<>();
        texts.forEach((name, column) -> someTexts.put(name, some(column, rows)));
        int[] kept = rows.clone();
        return new Roll(rows.length, row -> ids.apply(kept[row]), some(names, rows), someNumbers, someTexts);
    }

    private static TextColumn some(TextColumn column, int[] rows) {
        int[] codes = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            codes[i] = column.code(rows[i]);
        }
        return TextColumn.of(column.texts(), codes);
    }

    @Override
    public String toString() {
        return "Roll[" + size + " enterprises, " + columns() + "]";
    }

    /** Collects enterprises; not thread-safe. */
    public static final class Builder {
        private final Map<String, Column> columns = new LinkedHashMap<>();
        private final Map<String, Integer> ids = new LinkedHashMap<>();
        private final List<@Nullable String> names = new ArrayList<>();
        private final Map<String, List<@Nullable BigDecimal>> numbers = new LinkedHashMap<>();
        private final Map<String, List<@Nullable String>> texts = new LinkedHashMap<>();

        private Builder(EvaluationRule rule) {
            for (Column column : rule.columns()) {
                columns.put(column.id(), column);
                if (column.kind() == Symbol.Kind.TEXT) {
                    texts.put(column.id(), new ArrayList<>());
                } else {
                    numbers.put(column.id(), new ArrayList<>());
                }
            }
        }

        /** As {@link #add(String, String, Map)}, without a name. */
        public Builder add(String id, Map<String, String> values) {
            return add(id, "", values);
        }

        /**
         * Adds an enterprise. A value is a plain decimal in the column's unit, a text, a day such as 2022-12-31, or
         * yes/no (是/否); a column left out or empty is missing, or what the rule declares to hold there.
         *
         * @throws IllegalArgumentException if the id is there already or empty, a column is unknown, or a value does not
         *     fit; names the column and the value
         */
        public Builder add(String id, String name, Map<String, String> values) {
            checkArgument(!id.isBlank(), "an enterprise needs an id");
            if (ids.containsKey(id)) {
                throw new AlreadyThereException("enterprise '" + id + "' is there twice");
            }
            Map<String, Object> parsed = new LinkedHashMap<>();
            values.forEach((column, text) -> {
                Column definition = columns.get(column);
                checkArgument(definition != null, "unknown column '%s'; the rule has %s", column, columns.keySet());
                if (!text.isBlank()) {
                    parsed.put(column, CellValue.read(definition, text.strip()));
                }
            });
            return addParsed(id, name, parsed);
        }

        /** Adds an enterprise whose values are BigDecimals (days and flags too) or Strings already. */
        public Builder addParsed(String id, String name, Map<String, Object> values) {
            ids.put(id, ids.size());
            names.add(name.isEmpty() ? null : name);
            columns.forEach((column, definition) -> {
                Object value = values.get(column);
                if (value == null && !definition.otherwise().isEmpty()) {
                    value = CellValue.read(definition, definition.otherwise());
                }
                if (definition.kind() == Symbol.Kind.TEXT) {
                    list(texts, column).add((String) value);
                } else {
                    list(numbers, column).add((BigDecimal) value);
                }
            });
            return this;
        }

        private static <T> List<T> list(Map<String, List<T>> lists, String name) {
            return requireNonNull(lists.get(name), name);
        }

        /** How many enterprises so far. */
        public int size() {
            return ids.size();
        }

        /** Whether an id is there already. */
        public boolean has(String id) {
            return ids.containsKey(id);
        }

        /** The roll. */
        public Roll build() {
            ImmutableMap.Builder<String, NumberColumn> numberColumns = ImmutableMap.builder();
            numbers.forEach((name, values) -> numberColumns.put(name, NumberColumn.of(values)));
            ImmutableMap.Builder<String, TextColumn> textColumns = ImmutableMap.builder();
            texts.forEach((name, values) -> textColumns.put(name, TextColumn.of(values)));
            List<String> order = List.copyOf(ids.keySet());
            return new Roll(order.size(), order::get, TextColumn.of(names), numberColumns.build(),
                    textColumns.build());
        }
    }
}
