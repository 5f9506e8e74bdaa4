package io.mubiao.land;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableMap;
import io.mubiao.formula.Symbol;
import io.mubiao.land.internal.CellValue;
import io.mubiao.land.internal.EnterpriseId;
import io.mubiao.land.internal.GivenClass;
import io.mubiao.land.internal.ReadRoll;
import io.mubiao.lookup.Lookup;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.NoSuchIdException;
import io.mubiao.text.internal.CellWords;
import io.mubiao.text.internal.Characters;
import io.mubiao.value.Rational;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The enterprises of one year with their figures, by column (企业名册), found by id and walked in the order they were given. Immutable.
 * The order of the rows means nothing: ids decide what is whose, and every answer is the same for any order.
 *
 * <p>Numbers are in the units that the rule declares for its columns; days are days since 1970-01-01, yes and no are 1
 * and 0. Where something follows from a class and the rule has none of its own, the classes stand in the column {@code class}
 * (等级). Whichever way a roll is made, its ids are there once and its values are such as the columns allow.
 *
 * <pre>{@code
 * Roll roll = Roll.builder(Seeds.rule("huaian-2024-by-county"))
 *         .add("9132-1", "甲公司", Map.of("land", "39.5", "tax", "1,620.5", "county", "甲县"))
 *         .add("9132-2", "乙公司", Map.of("land", 12, "tax", new BigDecimal("88.2"), "county", "甲县")).build();
 * System.out.println(roll.get("9132-1").number("tax").orElseThrow()); // prints 1620.5
 * }</pre>
 */
public final class Roll implements Lookup<Roll.Row> {
    private final int size;
    private final IntFunction<String> ids;
    private final IntFunction<@Nullable String> names;
    private final ImmutableMap<String, NumberColumn> numbers;
    private final ImmutableMap<String, TextColumn> texts;
    private final ImmutableMap<String, Column> columns;
    private final ToIntFunction<String> finder;

    static {
        ReadRoll.by((rule, ids, names, numbers, texts) -> of(rule, ids, names, numbers, texts, true));
    }

    private Roll(int size, IntFunction<String> ids, IntFunction<@Nullable String> names, Map<String, NumberColumn> numbers,
            Map<String, TextColumn> texts, Map<String, Column> columns) {
        this(size, ids, names, finder(size, ids), numbers, texts, columns);
    }

    private Roll(int size, IntFunction<String> ids, IntFunction<@Nullable String> names, ToIntFunction<String> finder,
            Map<String, NumberColumn> numbers, Map<String, TextColumn> texts, Map<String, Column> columns) {
        this.size = size;
        this.ids = ids;
        this.names = names;
        this.finder = finder;
        this.numbers = ImmutableMap.copyOf(numbers);
        this.texts = ImmutableMap.copyOf(texts);
        this.columns = ImmutableMap.copyOf(columns);
    }

    /** Collects enterprises one by one, with the columns of a rule. */
    public static Builder builder(EvaluationRule rule) {
        return new Builder(rule);
    }

    /**
     * A roll of whole columns, all of the given size. A column of the rule that is left out holds for everybody what the rule
     * declares for empty cells, and is missing if it declares nothing.
     *
     * @param ids the id of a row, written as it is kept: without blanks around it and marks of a spreadsheet, half-width, a
     *     credit code in capitals
     * @throws InvalidDefinitionException if an id is there twice (also as e1 beside E1), empty, written otherwise, or that of a
     *     sheet's totals or notes; if the rule has no such column, a column has another size or kind, or a value does not fit;
     *     names every column, enterprise and value
     */
    public static Roll of(EvaluationRule rule, int size, IntFunction<String> ids, Map<String, NumberColumn> numbers,
            Map<String, TextColumn> texts) {
        Map<String, Column> definitions = definitions(rule);
        Roll roll = new Roll(size, requireNonNull(ids, "ids"), row -> null, Filled.numbers(definitions, size, numbers),
                Filled.texts(definitions, size, texts), definitions);
        new RollCheck().ids(size, ids, row -> null).columns(roll, numbers, texts).refuse();
        return roll;
    }

    /**
     * The same with ids and names in columns, for rolls of millions.
     *
     * @param names of whom it has none goes by his id
     * @throws InvalidDefinitionException as {@link #of(EvaluationRule, int, IntFunction, Map, Map)}
     */
    public static Roll of(EvaluationRule rule, NameColumn ids, NameColumn names, Map<String, NumberColumn> numbers,
            Map<String, TextColumn> texts) {
        return of(rule, ids, names, numbers, texts, false);
    }

    private static Roll of(EvaluationRule rule, NameColumn ids, NameColumn names, Map<String, NumberColumn> numbers,
            Map<String, TextColumn> texts, boolean isRead) {
        Map<String, Column> definitions = definitions(rule);
        Roll roll = new Roll(ids.size(), row -> Objects.requireNonNullElse(ids.text(row), ""), names::text, ids::indexOf,
                Filled.numbers(definitions, ids.size(), numbers), Filled.texts(definitions, ids.size(), texts), definitions);
        RollCheck check = new RollCheck();
        boolean isOfSize = check.isOfSize("name", names.size(), ids.size());
        if (isRead ? !ids.areIds() : !ids.arePlain() || (isOfSize && names.mayHaveTotals())) {
            check.ids(roll.size, roll.ids, isOfSize ? roll.names : row -> null);
        }
        check.columns(roll, numbers, texts).refuse();
        return roll;
    }

    private static Map<String, Column> definitions(EvaluationRule rule) {
        Map<String, Column> columns = new LinkedHashMap<>();
        GivenClass.columns(rule).forEach(column -> columns.put(column.id(), column));
        return columns;
    }

    private static ToIntFunction<String> finder(int size, IntFunction<String> ids) {
        Supplier<Map<String, Integer>> rows = Suppliers.memoize(() -> {
            Map<String, Integer> index = new HashMap<>();
            for (int row = 0; row < size; row++) {
                index.put(ids.apply(row), row);
            }
            return index;
        });
        return id -> rows.get().getOrDefault(id, -1);
    }

    /**
     * Checks that this roll can be evaluated under a rule, which need not be the one it was made for.
     *
     * @throws InvalidDefinitionException if columns are of another kind or unit there, or values do not fit; names them all
     */
    public void checkFits(EvaluationRule rule) {
        RollCheck check = new RollCheck();
        for (Column there : rule.columns()) {
            Column here = columns.get(there.id());
            if (here != null && !RollCheck.isAlike(here, there) && check.isSameKind(here, there)) {
                number(there.id()).ifPresent(column -> check.values(this, there, column));
                text(there.id()).ifPresent(column -> check.values(this, there, column));
            }
        }
        check.refuse();
    }

    /**
     * This roll with other numbers in some rows of a column.
     *
     * @throws IllegalArgumentException if there is no such number column
     * @throws IndexOutOfBoundsException if there is no such row
     * @throws InvalidDefinitionException if numbers do not fit; names them all
     */
    public Roll with(String column, Map<Integer, @Nullable BigDecimal> changes) {
        NumberColumn known = numbers.get(column);
        checkArgument(known != null, "the roll has no number column '%s'", column);
        Map<String, NumberColumn> all = new LinkedHashMap<>(numbers);
        NumberColumn changed = known.with(changes);
        new RollCheck().values(this, definition(column), changed).refuse();
        all.put(column, changed);
        return new Roll(size, ids, names, finder, all, texts, columns);
    }

    /**
     * This roll with other texts in some rows of a column.
     *
     * @throws IllegalArgumentException if there is no such text column
     * @throws IndexOutOfBoundsException if there is no such row
     * @throws InvalidDefinitionException if texts do not fit; names them all
     */
    public Roll withTexts(String column, Map<Integer, @Nullable String> changes) {
        TextColumn known = texts.get(column);
        checkArgument(known != null, "the roll has no text column '%s'", column);
        changes.keySet().forEach(row -> RollCheck.row(row, size));
        List<@Nullable String> values = new ArrayList<>(size);
        for (int row = 0; row < size; row++) {
            values.add(changes.containsKey(row) ? changes.get(row) : known.text(row));
        }
        Map<String, TextColumn> all = new LinkedHashMap<>(texts);
        TextColumn changed = TextColumn.of(values);
        new RollCheck().values(this, definition(column), changed).refuse();
        all.put(column, changed);
        return new Roll(size, ids, names, finder, numbers, all, columns);
    }

    private Column definition(String column) {
        return requireNonNull(columns.get(column), column);
    }

    /**
     * One row for several: that of the first of each unit, with the numbers of some columns added up. A sum is missing
     * where one of its numbers is; sums are not held to the limits of the column.
     *
     * @param rows the rows of all units, one unit after the other; a row is in one unit at most
     * @param ends where each unit ends among them
     * @param sums the columns added up, with what they declare to hold where a cell is empty
     * @throws IllegalArgumentException if a unit has no row, or a row belongs to none
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public Roll merge(int[] rows, int[] ends, List<Column> sums) {
        for (int row : rows) {
            RollCheck.row(row, size);
        }
        for (int unit = 0; unit <= ends.length; unit++) {
            int from = unit == 0 ? 0 : ends[unit - 1];
            checkArgument(unit == ends.length ? from == rows.length : from < ends[unit], "every unit must have rows and every row a unit");
        }
        int[] firsts = new int[ends.length];
        for (int unit = 0; unit < ends.length; unit++) {
            firsts[unit] = rows[unit == 0 ? 0 : ends[unit - 1]];
        }
        Map<String, Column> summed = new LinkedHashMap<>();
        sums.forEach(column -> summed.put(column.id(), column));
        Roll first = withRows(firsts, summed.keySet());
        Map<String, NumberColumn> all = new LinkedHashMap<>();
        numbers.forEach((id, column) -> {
            Column definition = summed.get(id);
            all.put(id, definition == null ? requireNonNull(first.numbers.get(id), id) : RowUnits.sums(definition, column, rows, ends));
        });
        return new Roll(first.size, first.ids, first.names, first.finder, all, first.texts, columns);
    }

    /**
     * This roll with other ids.
     *
     * @throws InvalidDefinitionException if ids are such as {@link #of(EvaluationRule, int, IntFunction, Map, Map)} refuses;
     *     names them all
     */
    public Roll withIds(IntFunction<String> others) {
        new RollCheck().ids(size, others, row -> null).refuse();
        return new Roll(size, others, names, numbers, texts, columns);
    }

    /** How many enterprises. */
    @Override
    public int size() {
        return size;
    }

    /** The id of a row, such as the unified social credit code (统一社会信用代码). */
    public String id(int row) {
        return ids.apply(row);
    }

    /** The name in a row; its id if there is none. */
    public String name(int row) {
        String name = names.apply(row);
        return name == null ? id(row) : name;
    }

    /**
     * One enterprise.
     *
     * @param roll its roll
     * @param index its row in the columns, from 0
     */
    public record Row(Roll roll, int index) {
        public Row {
            RollCheck.row(index, roll.size);
        }

        /** Its id. */
        public String id() {
            return roll.id(index);
        }

        /** Its name; its id if there is none. */
        public String name() {
            return roll.name(index);
        }

        /**
         * Its number, day or flag in a column; empty if it is missing.
         *
         * @throws NoSuchIdException if the rule of the roll has no such column
         */
        public Optional<Rational> number(String column) {
            roll.require(column);
            return roll.number(column).flatMap(all -> Optional.ofNullable(all.value(index)));
        }

        /**
         * Its text in a column; empty if it is missing.
         *
         * @throws NoSuchIdException if the rule of the roll has no such column
         */
        public Optional<String> text(String column) {
            roll.require(column);
            return roll.text(column).flatMap(all -> Optional.ofNullable(all.text(index)));
        }

        @Override
        public String toString() {
            return Characters.shown(id());
        }
    }

    ImmutableMap<String, Column> definitions() {
        return columns;
    }

    private void require(String column) {
        if (!columns.containsKey(column)) {
            throw NoSuchIdException.of("the rule of this roll", "column", column, columns.keySet());
        }
    }

    @Override
    public Row get(String id) {
        return find(id).orElseThrow(() ->
                NoSuchIdException.of("this roll", "enterprise", id,
                IntStream.rangeClosed(0, Math.min(size - 1, NoSuchIdException.MOST_COMPARED)).mapToObj(ids).toList()));
    }

    @Override
    public Optional<Row> find(String id) {
        int row = finder.applyAsInt(requireNonNull(id, "id"));
        return row < 0 ? Optional.empty() : Optional.of(new Row(this, row));
    }

    @Override
    public Stream<Row> stream() {
        return IntStream.range(0, size).mapToObj(row -> new Row(this, row));
    }

    /** The numbers, days or flags of a column, if there is such a column. */
    public Optional<NumberColumn> number(String column) {
        return Optional.ofNullable(numbers.get(column));
    }

    /** The texts of a column, if there is such a column. */
    public Optional<TextColumn> text(String column) {
        return Optional.ofNullable(texts.get(column));
    }

    /**
     * What a column is.
     *
     * @throws NoSuchIdException if the rule of the roll has no such column
     */
    public Column column(String id) {
        require(id);
        return requireNonNull(columns.get(id));
    }

    /** The names of the columns. */
    public List<String> columns() {
        List<String> all = new ArrayList<>(numbers.keySet());
        all.addAll(texts.keySet());
        return all;
    }

    /**
     * These rows alone, in this order.
     *
     * @throws IllegalArgumentException if a row is there twice
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public Roll withRows(int[] rows) {
        return withRows(rows, Set.of());
    }

    private Roll withRows(int[] rows, Set<String> without) {
        BitSet seen = new BitSet(size);
        for (int row : rows) {
            RollCheck.row(row, size);
            checkArgument(!seen.get(row), "row %s is there twice", row);
            seen.set(row);
        }
        Map<String, NumberColumn> someNumbers = new LinkedHashMap<>();
        numbers.forEach((name, column) -> {
            if (!without.contains(name)) {
                someNumbers.put(name, RowUnits.some(column, rows));
            }
        });
        Map<String, TextColumn> someTexts = new LinkedHashMap<>();
        texts.forEach((name, column) -> someTexts.put(name, some(column, rows)));
        int[] kept = rows.clone();
        return new Roll(rows.length, row -> ids.apply(kept[row]), row -> names.apply(kept[row]), someNumbers, someTexts, columns);
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
        return Characters.shown("Roll[" + size + " enterprises, " + columns() + "]");
    }

    /** Collects enterprises; not thread-safe. */
    public static final class Builder {
        private final Map<String, Column> columns = new LinkedHashMap<>();
        private final Map<String, Integer> ids = new LinkedHashMap<>();
        private final List<@Nullable String> names = new ArrayList<>();
        private final Map<String, NumberColumn.Builder> numbers = new LinkedHashMap<>();
        private final Map<String, List<@Nullable String>> texts = new LinkedHashMap<>();
        private final RollCheck check = new RollCheck();

        private Builder(EvaluationRule rule) {
            columns.putAll(definitions(rule));
            for (Column column : columns.values()) {
                if (column.kind() == Symbol.Kind.TEXT) {
                    texts.put(column.id(), new ArrayList<>());
                } else {
                    numbers.put(column.id(), NumberColumn.builder());
                }
            }
        }

        /** As {@link #add(String, String, Map)}, without a name. */
        public Builder add(String id, Map<String, ? extends @Nullable Object> values) {
            return add(id, "", values);
        }

        /**
         * Adds an enterprise. A value is a text to be read (a decimal in the column's unit, a day such as 2022-12-31, 是 or
         * 否) or is typed already. A column that is left out, null or blank is missing, or what
         * the rule declares to hold there.
         *
         * <p>Ids, names and texts are read as cells of a file are: " E1", 'E1 and Ｅ1 are E1, a credit code in small letters is one
         * in capitals, — is nothing.
         *
         * <p>An id that is there already (also as e1 beside E1) or empty, totals and notes of a sheet, an unknown column, a value
         * that does not fit: {@link #build} tells them all together.
         */
        public Builder add(String typedId, String typedName, Map<String, ? extends @Nullable Object> values) {
            String id = EnterpriseId.kept(typedId);
            String cell = RollCheck.cell(typedName);
            String name = CellWords.isMissing(cell) ? "" : cell;
            check.id(id, name, names.size(), ids.keySet());
            Map<String, Object> parsed = new LinkedHashMap<>();
            values.forEach((column, value) -> check.column(columns, column, id).filter(it -> value != null && !isMissing(it, value))
                    .flatMap(it -> check.value(it, id, requireNonNull(value))).ifPresent(it -> parsed.put(column, it)));
            ids.put(id, ids.size());
            names.add(name.isEmpty() ? null : name);
            columns.forEach((column, definition) -> {
                Object value = parsed.get(column);
                if (value == null && !definition.otherwise().isEmpty()) {
                    value = CellValue.read(definition, definition.otherwise());
                }
                if (definition.kind() == Symbol.Kind.TEXT) {
                    own(texts, column).add((String) value);
                } else {
                    NumberColumn.Builder numbersOf = own(numbers, column);
                    if (value == null) {
                        numbersOf.addMissing();
                    } else {
                        numbersOf.add((BigDecimal) value);
                    }
                }
            });
            return this;
        }

        private static boolean isMissing(Column column, Object value) {
            return value instanceof String text && RollCheck.isMissing(column, text);
        }

        private static <T> T own(Map<String, T> columns, String name) {
            return requireNonNull(columns.get(name), name);
        }

        /** How many enterprises so far. */
        public int size() {
            return ids.size();
        }

        /** Whether an id is there already, however it is written. */
        public boolean has(String id) {
            return ids.containsKey(EnterpriseId.kept(id));
        }

        /**
         * The roll.
         *
         * @throws InvalidDefinitionException listing everything that does not fit
         */
        public Roll build() {
            check.refuse();
            ImmutableMap.Builder<String, NumberColumn> numberColumns = ImmutableMap.builder();
            numbers.forEach((name, values) -> numberColumns.put(name, values.build()));
            ImmutableMap.Builder<String, TextColumn> textColumns = ImmutableMap.builder();
            texts.forEach((name, values) -> textColumns.put(name, TextColumn.of(values)));
            List<String> order = List.copyOf(ids.keySet());
            return new Roll(order.size(), order::get, NameColumn.of(names)::text, numberColumns.build(),
                    textColumns.build(), columns);
        }
    }
}
