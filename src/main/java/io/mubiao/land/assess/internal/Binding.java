package io.mubiao.land.assess.internal;

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
import org.jspecify.annotations.Nullable;

/** A rule's slots tied to the columns of a roll, last year's roll, and the history. Immutable. */
public final class Binding {
    public final CompiledRule rule;
    public final Roll roll;
    public final ClassHistory history;
    /** The year whose figures these are. */
    final int year;
    private final @Nullable NumberColumn[] numbers;
    private final @Nullable TextColumn[] texts;
    private final @Nullable Roll prior;
    private final Map<String, Integer> priorRows;

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
        boolean needsPrior = slots.stream().anyMatch(slot -> slot.role() == Role.PRIOR_COLUMN);
        priorRows = new HashMap<>();
        if (needsPrior && prior != null) {
            for (int row = 0; row < prior.size(); row++) {
                priorRows.put(prior.id(row), row);
            }
        }
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
        Integer at = priorRows.get(roll.id(row));
        NumberColumn column = prior == null ? null : prior.number(slot.text()).orElse(null);
        Rational value = at == null || column == null ? null : column.value(at);
        return value == null ? Value.missing(slot.symbol().name()) : Value.of(value);
    }

    /** The text the same enterprise had last year. */
    @Nullable String priorText(Slot slot, int row) {
        Integer at = priorRows.get(roll.id(row));
        TextColumn column = prior == null ? null : prior.text(slot.text()).orElse(null);
        return at == null || column == null ? null : column.text(at);
    }

    /** Whether a slot holds texts of a column. */
    public static boolean isText(Slot slot) {
        return slot.symbol().kind() == Symbol.Kind.TEXT;
    }
}
