package io.mubiao.land.assess.internal;

import static java.util.Objects.requireNonNull;

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
import io.mubiao.value.Rational;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A rule's slots tied to the columns of a roll, last year's roll, and the history. Immutable. */
public final class Binding {
    public final CompiledRule rule;
    public final Roll roll;
    public final ClassHistory history;
    /** The year whose figures these are. */
    public final int year;
    private final @Nullable NumberColumn[] numbers;
    private final @Nullable TextColumn[] texts;
    private final @Nullable Roll prior;
    private final Supplier<int[]> priorRows = Suppliers.memoize(this::join);

    public Binding(CompiledRule rule, Roll roll, @Nullable Roll prior, ClassHistory history, int year) {
        this.rule = rule;
        this.roll = roll;
        this.prior = prior;
        this.history = history;
        this.year = Math.max(1, year);
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

    /** The row that each enterprise had last year; -1 for none. Rolls in one order, but for some, need no table of ids. */
    private int[] join() {
        Roll before = requireNonNull(prior, "prior");
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

    private int priorRow(int row) {
        return prior == null ? -1 : priorRows.get()[row];
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

    /** Whether the rule uses last year's roll, which is not there. */
    public boolean lacksPrior() {
        return prior == null && (rule.slots().stream().anyMatch(slot -> slot.role() == Role.PRIOR_COLUMN)
                || rule.rule().baselines().stream().anyMatch(io.mubiao.land.BaselineRule::priorYear));
    }

    /** The columns of the rule that the roll does not have and that nothing is declared for. */
    public List<Column> missingColumns() {
        return rule.slots().stream()
                .filter(slot -> slot.role() == Role.COLUMN && column(slot).otherwise().isEmpty()
                        && numbers[slot.symbol().slot()] == null && texts[slot.symbol().slot()] == null)
                .map(this::column).toList();
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

    /** The number the same enterprise had last year. */
    Value priorNumber(Slot slot, int row) {
        int at = priorRow(row);
        NumberColumn column = prior == null ? null : prior.number(slot.text()).orElse(null);
        Rational value = at < 0 || column == null ? null : column.value(at);
        return value == null ? Value.missing(slot.symbol().name()) : Value.of(value);
    }

    /** The text the same enterprise had last year. */
    @Nullable String priorText(Slot slot, int row) {
        int at = priorRow(row);
        TextColumn column = prior == null ? null : prior.text(slot.text()).orElse(null);
        return at < 0 || column == null ? null : column.text(at);
    }

    /** Last year's numbers in the order of this year's rows; null where there is no such column. */
    public @Nullable NumberColumn priorNumbers(Slot slot) {
        NumberColumn column = prior == null ? null : prior.number(slot.text()).orElse(null);
        if (column == null) {
            return null;
        }
        long[] before = new long[column.size()];
        column.read(0, before.length, before);
        long[] numbers = new long[roll.size()];
        for (int row = 0; row < numbers.length; row++) {
            int at = priorRow(row);
            numbers[row] = at < 0 ? NumberColumn.MISSING : before[at];
        }
        return NumberColumn.of(column.decimals(), numbers);
    }

    /** Last year's texts in the order of this year's rows. */
    public Optional<TextColumn> priorTexts(Slot slot) {
        return Optional.ofNullable(prior).flatMap(it -> it.text(slot.text())).map(column -> {
            int[] codes = new int[roll.size()];
            for (int row = 0; row < codes.length; row++) {
                codes[row] = priorRow(row) < 0 ? -1 : column.code(priorRow(row));
            }
            return TextColumn.of(column.texts(), codes);
        });
    }

    /** The classes that enterprises had last year. */
    public TextColumn priorClasses() {
        List<@Nullable String> classes = new ArrayList<>(roll.size());
        for (int row = 0; row < roll.size(); row++) {
            classes.add(history.last(roll.id(row)).orElse(null));
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
