package io.mubiao.render;

import static com.google.common.base.Preconditions.checkArgument;

import io.mubiao.render.Grid.Cell;
import io.mubiao.text.internal.Characters;
import io.mubiao.work.internal.Checkpoint;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tables and sentences for a terminal of so many columns (终端文本), of which characters such as Chinese ones take two: no line is
 * longer. Figures are never cut, but where there is no room for a single column; texts are, and end in … then. Columns in which
 * nothing stands are left out; whatever else is left out is counted or named.
 */
public final class TerminalText {
    /** The narrowest terminal. */
    public static final int NARROWEST = 20;
    private static final int GAP = 2;
    /** A text is not cut below so many columns as long as longer ones can be. */
    private static final int LEGIBLE = 8;
    private static final int LEAST = 4;
    private static final int HANGING = 2;
    private static final Pattern FIGURE = Pattern.compile("[-+]?[0-9][-0-9.,/]*%?( \\S{1,12})?");

    private static final Pattern NUMBER_END = Pattern.compile("[0-9][0-9.,]*$");
    private static final Pattern OF_NUMBER = Pattern.compile("[0-9.,%]");

    private final Grid grid;
    private final int width;
    private final Words words;
    private final List<List<String>> cells;
    private final List<Integer> columns;
    private final List<Integer> filled;
    private final List<Integer> needed;
    private final List<Integer> widths;

    private TerminalText(Grid grid, int rows, int width, Words words) {
        this.grid = grid;
        this.width = width;
        this.words = words;
        cells = Stream.concat(Stream.of(grid.headers()), Checkpoint.each(grid.rows().stream().limit(rows))
                        .map(row -> row.stream().map(Cell::text).toList()))
                .map(row -> row.stream().map(TerminalText::line).toList()).toList();
        columns = new ArrayList<>(IntStream.range(0, grid.headers().size()).filter(column -> column == 0 || hasText(column)).boxed().toList());
        filled = List.copyOf(columns);
        needed = IntStream.range(0, grid.headers().size()).mapToObj(this::figures).toList();
        widths = new ArrayList<>(IntStream.range(0, grid.headers().size()).mapToObj(this::natural).toList());
        fit();
    }

    /**
     * A table below its title lines, with the first so many rows and how many more there are; in Chinese, or for any other
     * locale in English.
     *
     * @throws IllegalArgumentException if there are less than 0 rows, or the terminal is narrower than {@value NARROWEST}
     */
    public static String write(Grid grid, int rows, int width, Locale locale) {
        checkArgument(rows >= 0, "rows must be >= 0, got %s", rows);
        checkWidth(width);
        List<String> lines = new ArrayList<>();
        grid.above().forEach(line -> lines.addAll(wrapped(line(line), width)));
        TerminalText text = new TerminalText(grid, rows, width, new Words(locale));
        text.tell(lines, grid.rows().size() - rows, text::isNumber);
        return Words.lines(lines);
    }

    /**
     * A text whose lines are broken where they are too long; what follows is indented a little further.
     *
     * @throws IllegalArgumentException if the terminal is narrower than {@value NARROWEST}
     */
    public static String write(String text, int width) {
        checkWidth(width);
        return Words.lines(text.lines().flatMap(line -> wrapped(Characters.shown(line), width).stream()).toList());
    }

    /** A table with a heading, and what it leaves out. */
    static List<String> lines(Grid grid, IntPredicate right, int width, Words words) {
        checkWidth(width);
        List<String> lines = new ArrayList<>();
        new TerminalText(grid, grid.rows().size(), width, words).tell(lines, 0, right);
        return lines;
    }

    /** Lines broken where they are too long. */
    static List<String> broken(List<String> lines, int width) {
        return Checkpoint.each(lines.stream()).flatMap(line -> TextTable.width(line) > width ? wrapped(line, width).stream() : Stream.of(line)).toList();
    }

    private static void checkWidth(int width) {
        checkArgument(width >= NARROWEST, "a terminal must have at least %s columns, got %s", NARROWEST, width);
    }

    private static String line(String text) {
        return Characters.shown(text.strip());
    }

    private boolean hasText(int column) {
        return cells.size() == 1 || cells.stream().skip(1).anyMatch(row -> !row.get(column).isBlank());
    }

    private int natural(int column) {
        return cells.stream().mapToInt(row -> TextTable.width(row.get(column))).max().orElse(0);
    }

    private boolean isNumber(int column) {
        return shown(column).allMatch(cell -> cell.number().isPresent() || cell.text().length() <= 1);
    }

    private Stream<Cell> shown(int column) {
        return Checkpoint.each(grid.rows().stream()).limit(cells.size() - 1).map(row -> row.get(column));
    }

    /** Half a figure is another figure: such columns are shown whole or not at all. */
    private boolean hasFigures(int column) {
        return shown(column).allMatch(cell -> cell.number().isPresent() || cell.text().length() <= 1 || FIGURE.matcher(cell.text()).matches());
    }

    /** What a column of figures needs; its header does not count. Of other columns 0. */
    private int figures(int column) {
        return hasFigures(column) && cells.size() > 1
                ? Math.max(1, cells.stream().skip(1).mapToInt(row -> TextTable.width(row.get(column))).max().orElse(0)) : 0;
    }

    private int total() {
        return columns.stream().mapToInt(widths::get).sum() + GAP * Math.max(0, columns.size() - 1);
    }

    private void fit() {
        shrink(LEGIBLE);
        while (total() > width && columns.size() > 1) {
            columns.remove(columns.size() - 1);
            columns.forEach(column -> widths.set(column, natural(column)));
            shrink(columns.size() > Math.max(1, grid.fixed()) ? LEGIBLE : LEAST);
        }
        if (total() > width) {
            widths.set(columns.get(0), width);
        }
    }

    /** The widest column that can be cut, again and again. */
    private void shrink(int text) {
        for (int over = total() - width; over > 0; over--) {
            int widest = columns.stream().filter(column -> widths.get(column) > (needed.get(column) > 0 ? needed.get(column) : text))
                    .max(Comparator.comparing(widths::get)).orElse(-1);
            if (widest < 0) {
                return;
            }
            widths.set(widest, widths.get(widest) - 1);
        }
    }

    private void tell(List<String> lines, int more, IntPredicate isRight) {
        List<Boolean> right = IntStream.range(0, widths.size()).mapToObj(isRight::test).toList();
        for (List<String> row : cells) {
            Checkpoint.pass();
            StringBuilder line = new StringBuilder();
            for (int column : columns) {
                String cell = cut(row.get(column), widths.get(column));
                String blanks = " ".repeat(widths.get(column) - TextTable.width(cell));
                line.append(line.isEmpty() && column == columns.get(0) ? "" : " ".repeat(GAP))
                        .append(right.get(column) ? blanks + cell : cell + blanks);
            }
            lines.add(line.toString().stripTrailing());
        }
        if (more > 0) {
            lines.addAll(wrapped(words.either("… 另有 " + more + " 行", "… and " + more + " more"), width));
        }
        if (columns.size() < filled.size()) {
            lines.addAll(wrapped(words.either("（窄，未显示：", "(too narrow for: ") + filled.stream().skip(columns.size())
                    .map(grid.headers()::get).collect(Collectors.joining(words.either("、", ", "))) + words.either("）", ")"), width));
        }
    }

    private static String cut(String text, int width) {
        if (TextTable.width(text) <= width) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int left = width - 1;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            String one = Character.toString(text.codePointAt(at));
            left -= TextTable.width(one);
            if (left < 0) {
                return withoutHalfANumber(kept, one).append('…').toString();
            }
            kept.append(one);
        }
        return kept.append('…').toString();
    }

    /** Half a number is another number. */
    private static StringBuilder withoutHalfANumber(StringBuilder kept, String next) {
        String rest = NUMBER_END.matcher(kept).replaceFirst("");
        return OF_NUMBER.matcher(next).matches() && rest.length() < kept.length() && !rest.isBlank() ? new StringBuilder(rest) : kept;
    }

    private static List<String> wrapped(String text, int width) {
        int indent = Math.min(text.length() - text.stripLeading().length(), width / HANGING);
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(" ".repeat(indent));
        String hanging = " ".repeat(indent + HANGING);
        String rest = text.strip();
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(rest);
        for (int from = 0, to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            String part = rest.substring(from, to);
            if (TextTable.width(line + part.stripTrailing()) > width && !line.toString().isBlank()) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(hanging);
            }
            for (int at = 0; at < part.length(); at += Character.charCount(part.codePointAt(at))) {
                String one = Character.toString(part.codePointAt(at));
                if (!one.isBlank() && TextTable.width(line + one) > width) {
                    lines.add(line.toString().stripTrailing());
                    line = new StringBuilder(hanging);
                }
                line.append(one);
            }
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }
}
