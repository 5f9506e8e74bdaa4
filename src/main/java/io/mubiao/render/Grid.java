package io.mubiao.render;

import static com.google.common.base.Preconditions.checkElementIndex;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.mubiao.formula.Symbol;
import io.mubiao.text.internal.Characters;
import io.mubiao.work.internal.Checkpoint;
import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/**
 * A table for people whose numbers are numbers (表格), such as a sheet of a workbook. Immutable.
 *
 * @param name of the table
 * @param above lines above the headers, the first of which is the title
 * @param headers with the unit of a column behind its name
 * @param fixed how many columns stay when others are scrolled
 * @param rows as many cells each as there are headers
 */
public record Grid(String name, List<String> above, List<String> headers, int fixed, List<List<Cell>> rows) {
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,15}(\\.[0-9]{1,15})?");

    /** How a number is written. */
    public enum Form {
        /** As it is, with separators between thousands. */
        PLAIN,
        /** With two decimals. */
        POINTS,
        /** A share of 1 in percent with two decimals. */
        PERCENT,
        /** Not a number but a day, whose text is such as 2018-12-15. */
        DAY
    }

    /** What a colour says that the word in the cell says too. */
    public enum Tone {
        /** Nothing. */
        NONE,
        /** It is well. */
        GOOD,
        /** Somebody should look. */
        DOUBTFUL,
        /** It is not well. */
        BAD
    }

    /**
     * A cell.
     *
     * @param text what it says; of a number as it is printed elsewhere
     * @param number if it is one
     */
    public record Cell(String text, Optional<BigDecimal> number, Form form, Tone tone) {
        public Cell {
            requireNonNull(text, "text");
            requireNonNull(form, "form");
            requireNonNull(tone, "tone");
        }

        /** A text. */
        public static Cell of(String text) {
            return new Cell(text, Optional.empty(), Form.PLAIN, Tone.NONE);
        }

        /** A text with a colour. */
        public static Cell of(String text, Tone tone) {
            return new Cell(text, Optional.empty(), Form.PLAIN, tone);
        }

        /** A number or day as it is printed, or a text that is none. */
        public static Cell of(String printed, Form form) {
            String digits = printed.endsWith("%") ? printed.substring(0, printed.length() - 1).strip() : printed;
            boolean number = form != Form.DAY && NUMBER.matcher(digits).matches();
            return new Cell(printed, number ? Optional.of(form == Form.PERCENT ? new BigDecimal(digits).movePointLeft(2)
                    : new BigDecimal(digits)) : Optional.empty(), form, Tone.NONE);
        }

        /** What a column of such a kind holds. */
        static Cell of(Symbol.Kind kind, String text) {
            return switch (kind) {
                case NUMBER -> of(text, Form.PLAIN);
                case DAY -> of(text, Form.DAY);
                case FLAG, TEXT -> of(text);
            };
        }

        @Override
        public String toString() {
            return Characters.shown(this);
        }
    }

    /** Rows each of which is made when it is asked for, always the same. */
    private static final class Made extends AbstractList<List<Cell>> implements RandomAccess {
        private final int size;
        private final IntFunction<List<Cell>> row;

        private Made(int size, IntFunction<List<Cell>> row) {
            this.size = size;
            this.row = row;
        }

        @Override
        public List<Cell> get(int index) {
            Checkpoint.pass();
            return row.apply(checkElementIndex(index, size));
        }

        @Override
        public int size() {
            return size;
        }
    }

    public Grid {
        requireNonNull(name, "name");
        above = ImmutableList.copyOf(above);
        headers = ImmutableList.copyOf(headers);
        rows = rows instanceof Made ? rows : Checkpoint.each(rows.stream()).<List<Cell>>map(ImmutableList::copyOf).collect(ImmutableList.toImmutableList());
    }

    /**
     * A table none of whose rows are kept: each is made whenever it is asked for.
     *
     * @param row the cells of a row from 0, always the same
     */
    static Grid made(String name, List<String> above, List<String> headers, int fixed, int size, IntFunction<List<Cell>> row) {
        return new Grid(name, above, headers, fixed, new Made(size, row));
    }

    /** How wide each column is if nothing is cut, in characters, of which those of Chinese count two. */
    public List<Integer> widths() {
        List<Integer> widths = new ArrayList<>(headers.stream().map(TextTable::width).toList());
        for (List<Cell> row : rows) {
            Checkpoint.pass();
            for (int i = 0; i < row.size(); i++) {
                int width = row.get(i).text().lines().mapToInt(TextTable::width).max().orElse(0);
                widths.set(i, Math.max(widths.get(i), width));
            }
        }
        return widths;
    }

    @Override
    public String toString() {
        return Characters.shown(this);
    }
}
