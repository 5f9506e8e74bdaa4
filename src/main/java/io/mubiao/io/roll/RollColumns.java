package io.mubiao.io.roll;

import io.mubiao.formula.Symbol;
import io.mubiao.land.Column;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.NameColumn;
import io.mubiao.land.NumberColumn;
import io.mubiao.land.Roll;
import io.mubiao.land.TextColumn;
import io.mubiao.land.internal.CellValue;
import io.mubiao.land.internal.ReadRoll;
import io.mubiao.work.Threads;
import io.mubiao.work.internal.Crew;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of a roll as they fill, row by row. Not thread-safe but for {@link #fill}. */
final class RollColumns {
    private final EvaluationRule rule;
    private final List<ColumnCells> found;
    private final KnownIds ids;
    private final NameColumn.Builder names = NameColumn.builder();
    private final NumberColumn.Builder[] numbers;
    private final TextCodes[] texts;
    private int[] entries = new int[16];
    private int size;
    private volatile int room;

    /** Some rows of a block, or one row by its values. */
    @SuppressWarnings("ArrayRecordComponent")
    record Piece(@Nullable RollBlock block, int from, int to, @Nullable Object[] values, String name) {
        static Piece alone(@Nullable Object[] values, String name) {
            return new Piece(null, 0, 1, values, name);
        }

        static Piece of(RollBlock block, int from, int to) {
            return new Piece(block, from, to, NONE, "");
        }
    }

    private static final @Nullable Object[] NONE = {};

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
    void add(int entry, @Nullable Object[] values, String name) {
        entries(entry, 1);
        List<Piece> row = List.of(Piece.alone(values, name));
        for (int column = 0; column < columns(); column++) {
            fill(column, row);
        }
    }

    /** Rows whose ids have numbers from {@code entry} on; they are counted, and come into the columns by {@link #fill}. */
    void entries(int entry, int count) {
        for (int i = 0; i < count; i++) {
            if (size == entries.length) {
                entries = Arrays.copyOf(entries, size + (size >> 1));
            }
            entries[size++] = entry + i;
        }
    }

    /** Makes room for so many rows in all; in the columns it is made when they are filled. */
    void reserve(int rows) {
        if (rows > entries.length) {
            entries = Arrays.copyOf(entries, rows);
        }
        room = rows;
    }

    /** In how many columns a row is to be put, that of the names included. */
    int columns() {
        return found.size() + 1;
    }

    /** Puts rows into one of the columns. Different columns may be filled at the same time. */
    void fill(int column, List<Piece> pieces) {
        if (column == found.size()) {
            names.reserve(room);
        } else if (found.get(column).column().kind() == Symbol.Kind.TEXT) {
            texts[column].reserve(room);
        } else {
            numbers[column].reserve(room);
        }
        for (Piece piece : pieces) {
            if (column == found.size()) {
                name(piece);
            } else if (piece.block() != null) {
                add(column, piece.block(), piece.from(), piece.to());
            } else {
                add(column, piece.values()[column]);
            }
        }
    }

    private void name(Piece piece) {
        RollBlock block = piece.block();
        if (block == null) {
            names.add(piece.name());
            return;
        }
        for (int row = piece.from(); row < piece.to(); row++) {
            names.add(block.bytes, block.nameFrom[row], block.nameTo[row]);
        }
    }

    private void add(int k, RollBlock block, int from, int to) {
        if (found.get(k).column().kind() != Symbol.Kind.TEXT) {
            numbers[k].add(block.values[k], block.places[k], from, to);
            return;
        }
        for (int row = from; row < to; row++) {
            texts[k].add(block.code(k, row, texts[k]));
        }
    }

    private void add(int k, @Nullable Object cell) {
        Column column = found.get(k).column();
        Object value = cell == null ? otherwise(column) : cell;
        if (column.kind() == Symbol.Kind.TEXT) {
            texts[k].add(texts[k].code((String) value));
        } else {
            add(numbers[k], number(value));
        }
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

    private static void add(NumberColumn.Builder column, @Nullable BigDecimal number) {
        if (number == null) {
            column.addMissing();
        } else {
            column.add(number);
        }
    }

    /** The roll; a column that was not found holds what the rule declares for empty cells. */
    Roll roll(Threads threads) {
        List<Column> columns = rule.columns();
        Object[] made = new Object[columns.size() + 2];
        Crew.each(threads, made.length, part -> made[part] = part == 0 ? ids.column(entries, size)
                : part == 1 ? names.build() : column(columns.get(part - 2)));
        Map<String, NumberColumn> byNumber = new LinkedHashMap<>();
        Map<String, TextColumn> byText = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            if (made[i + 2] instanceof TextColumn text) {
                byText.put(columns.get(i).id(), text);
            } else {
                byNumber.put(columns.get(i).id(), (NumberColumn) made[i + 2]);
            }
        }
        return ReadRoll.maker().make(rule, (NameColumn) made[0], (NameColumn) made[1], byNumber, byText);
    }

    private Object column(Column column) {
        int k = place(column);
        if (column.kind() == Symbol.Kind.TEXT) {
            return k < 0 ? filled((String) otherwise(column)) : texts[k].column();
        }
        return k < 0 ? filled(number(otherwise(column))) : numbers[k].take();
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
