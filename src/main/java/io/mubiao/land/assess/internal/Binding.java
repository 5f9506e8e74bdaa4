package io.mubiao.land.assess.internal;

import com.google.common.base.Suppliers;
import io.mubiao.formula.Symbol;
import io.mubiao.formula.Value;
import io.mubiao.land.Column;
import io.mubiao.land.NumberColumn;
import io.mubiao.land.Roll;
import io.mubiao.land.TextColumn;
import io.mubiao.land.assess.ClassHistory;
import io.mubiao.land.internal.CellValue;
import io.mubiao.land.internal.CompiledRule.Role;
import io.mubiao.land.internal.CompiledRule.Slot;
import io.mubiao.land.internal.CompiledRule;
import io.mubiao.land.internal.GivenClass;
import io.mubiao.value.Rational;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A rule's slots tied to the columns of a roll, last year's roll, and the history. Immutable. */
public final class Binding {
    public final CompiledRule rule;
    public final Roll roll;
    public final ClassHistory history;
    /** The year whose figures these are. */
    public final int year;
    /** The classes that came with the roll; null where the rule has its own, or needs none. */
    public final @Nullable TextColumn given;
    private final @Nullable NumberColumn[] numbers;
    private final @Nullable TextColumn[] texts;
    /** Earlier years by how many years ago they were. */
    private final Map<Integer, Earlier> earlier = new HashMap<>();

    /** The roll of an earlier year and the row that each enterprise had there. */
    private record Earlier(Roll roll, Supplier<int[]> rows) {}

    public Binding(CompiledRule rule, Roll roll, @Nullable Roll prior, ClassHistory history, int year) {
        this(rule, roll, prior, Map.of(), history, year);
    }

    /** @param before the rolls of years before last year, by how many years ago they were */
    public Binding(CompiledRule rule, Roll roll, @Nullable Roll prior, Map<Integer, Roll> before, ClassHistory history, int year) {
        this.rule = rule;
        this.roll = roll;
        before.forEach((yearsAgo, it) -> earlier.put(yearsAgo, new Earlier(it, Suppliers.memoize(() -> join(it)))));
        if (prior != null) {
            earlier.put(1, new Earlier(prior, Suppliers.memoize(() -> join(prior))));
        }
        this.history = history;
        this.year = Math.max(1, year);
        given = GivenClass.column(rule.rule()).flatMap(it -> roll.text(it.id())).map(it -> meant(it, GivenClass.known(rule.rule()))).orElse(null);
        List<Slot> slots = rule.slots();
        numbers = new NumberColumn[slots.size()];
        texts = new TextColumn[slots.size()];
        for (Slot slot : slots) {
            if (slot.role() == Role.COLUMN) {
                String name = slot.symbol().name();
                numbers[slot.symbol().slot()] = roll.number(name).orElse(null);
                texts[slot.symbol().slot()] = roll.text(name).map(it -> filled(it, column(slot).otherwise())).orElse(null);
            }
        }
    }

    private static TextColumn meant(TextColumn column, Set<String> known) {
        List<@Nullable String> texts = new ArrayList<>(column.size());
        for (int row = 0; row < column.size(); row++) {
            String text = column.text(row);
            texts.add(text == null ? null : GivenClass.meant(known, text));
        }
        return TextColumn.of(texts);
    }

    /** Whether anybody said of which year the figures are. */
    public boolean isDated() {
        return year > 1;
    }

    /** The row that each enterprise had in an earlier year; -1 for none. Rolls in one order, but for some, need no table of ids. */
    private int[] join(Roll before) {
        int[] joined = new int[roll.size()];
        Map<String, Integer> rows = new HashMap<>();
        int next = 0;
        for (int row = 0; row < joined.length; row++) {
            String id = roll.id(row);
            if (rows.isEmpty() && next < before.size() && before.id(next).equals(id)) {
                joined[row] = next++;
                continue;
            }
            for (int at = rows.isEmpty() ? 0 : before.size(); at < before.size(); at++) {
                rows.put(before.id(at), at);
            }
            joined[row] = rows.getOrDefault(id, -1);
        }
        return joined;
    }

    private static int priorRow(@Nullable Earlier before, int row) {
        return before == null ? -1 : before.rows().get()[row];
    }

    private @Nullable Earlier before(Slot slot) {
        return earlier.get(slot.of());
    }

    /** A text column with what the rule declares to hold where a cell is empty. */
    private static TextColumn filled(TextColumn column, String otherwise) {
        if (otherwise.isEmpty()) {
            return column;
        }
        List<@Nullable String> texts = new ArrayList<>(column.size());
        boolean gaps = false;
        for (int row = 0; row < column.size(); row++) {
            String text = column.text(row);
            gaps |= text == null;
            texts.add(text == null ? otherwise : text);
        }
        return gaps ? TextColumn.of(texts) : column;
    }

    /** How many years ago the figures are of that the rule uses and nobody gave; 0 for none. */
    public int lacksPrior() {
        if (!earlier.containsKey(1) && rule.rule().baselines().stream().anyMatch(io.mubiao.land.BaselineRule::priorYear)) {
            return 1;
        }
        return rule.slots().stream().filter(slot -> slot.role() == Role.PRIOR_COLUMN && !earlier.containsKey(slot.of()))
                .mapToInt(Slot::of).min().orElse(0);
    }

    /** The columns of the rule that the roll does not have and that nothing is declared for. */
    public List<Column> missingColumns() {
        Stream<Column> own = rule.slots().stream()
                .filter(slot -> slot.role() == Role.COLUMN && column(slot).otherwise().isEmpty()
                        && numbers[slot.symbol().slot()] == null && texts[slot.symbol().slot()] == null)
                .map(this::column);
        return Stream.concat(own, GivenClass.column(rule.rule()).filter(it -> given == null).stream()).toList();
    }

    private Column column(Slot slot) {
        return rule.rule().columns().get(slot.index());
    }

    public @Nullable NumberColumn numbers(int slot) {
        return numbers[slot];
    }

    public @Nullable TextColumn texts(int slot) {
        return texts[slot];
    }

    /** The number in a column of this year. */
    Value number(Slot slot, int row) {
        NumberColumn column = numbers[slot.symbol().slot()];
        Rational value = column == null ? null : column.value(row);
        if (value != null) {
            return Value.of(value);
        }
        String otherwise = column(slot).otherwise();
        return otherwise.isEmpty()
                ? Value.missing(slot.symbol().name())
                : Value.of(Rational.of((BigDecimal) CellValue.read(column(slot), otherwise)));
    }

    /** The text in a column of this year. */
    @Nullable String text(Slot slot, int row) {
        TextColumn column = texts[slot.symbol().slot()];
        String text = column == null ? null : column.text(row);
        return text != null || column(slot).otherwise().isEmpty() ? text : column(slot).otherwise();
    }

    /** Whether an empty cell, or one without a class last year, has what the rule says. */
    boolean isByRule(Slot slot, int row) {
        if (slot.role() == Role.PRIOR_CLASS) {
            return !rule.rule().noPriorClass().isEmpty() && history.last(roll.id(row)).isEmpty();
        }
        if (slot.role() != Role.COLUMN || column(slot).otherwise().isEmpty()) {
            return false;
        }
        String name = slot.symbol().name();
        return roll.number(name).filter(column -> column.value(row) != null).isEmpty()
                && roll.text(name).filter(column -> column.text(row) != null).isEmpty();
    }

    /** Whether last year's roll is given. */
    boolean hasYearBefore() {
        return earlier.containsKey(1);
    }

    /** The number the same enterprise had in an earlier year. */
    Value priorNumber(Slot slot, int row) {
        Earlier before = before(slot);
        int at = priorRow(before, row);
        NumberColumn column = before == null ? null : before.roll().number(slot.text()).orElse(null);
        Rational value = at < 0 || column == null ? null : column.value(at);
        return value == null ? Value.missing(slot.symbol().name()) : Value.of(value);
    }

    /** The text the same enterprise had in an earlier year. */
    @Nullable String priorText(Slot slot, int row) {
        Earlier before = before(slot);
        int at = priorRow(before, row);
        TextColumn column = before == null ? null : before.roll().text(slot.text()).orElse(null);
        return at < 0 || column == null ? null : column.text(at);
    }

    /** The numbers of an earlier year in the order of this year's rows; null where there is no such column. */
    public @Nullable NumberColumn priorNumbers(Slot slot) {
        Earlier earlierYear = before(slot);
        NumberColumn column = earlierYear == null ? null : earlierYear.roll().number(slot.text()).orElse(null);
        if (column == null) {
            return null;
        }
        long[] before = new long[column.size()];
        column.read(0, before.length, before);
        long[] numbers = new long[roll.size()];
        for (int row = 0; row < numbers.length; row++) {
            int at = priorRow(earlierYear, row);
            numbers[row] = at < 0 ? NumberColumn.MISSING : before[at];
        }
        return NumberColumn.of(column.decimals(), numbers);
    }

    /** The texts of an earlier year in the order of this year's rows. */
    public Optional<TextColumn> priorTexts(Slot slot) {
        Earlier before = before(slot);
        return Optional.ofNullable(before).flatMap(it -> it.roll().text(slot.text())).map(column -> {
            int[] codes = new int[roll.size()];
            for (int row = 0; row < codes.length; row++) {
                int at = priorRow(before, row);
                codes[row] = at < 0 ? -1 : column.code(at);
            }
            return TextColumn.of(column.texts(), codes);
        });
    }

    /** Last year's class; of those who had none what the rule says. */
    @Nullable String priorClass(int row) {
        String none = rule.rule().noPriorClass();
        return history.last(roll.id(row)).orElse(none.isEmpty() ? null : none);
    }

    /** The classes that enterprises had last year. */
    public TextColumn priorClasses() {
        List<@Nullable String> classes = new ArrayList<>(roll.size());
        for (int row = 0; row < roll.size(); row++) {
            classes.add(priorClass(row));
        }
        return TextColumn.of(classes);
    }

    /** How many years in a row, up to last year, enterprises had the class that a slot asks for. */
    public NumberColumn consecutive(Slot slot) {
        long[] years = new long[roll.size()];
        for (int row = 0; row < years.length; row++) {
            years[row] = history.consecutive(roll.id(row), slot.text());
        }
        return NumberColumn.of(0, years);
    }

    /** Whether a slot holds texts of a column. */
    public static boolean isText(Slot slot) {
        return slot.symbol().kind() == Symbol.Kind.TEXT;
    }
}
