package io.mubiao.workbook.internal;

import static com.google.common.base.Preconditions.checkArgument;

import io.mubiao.render.Grid;
import io.mubiao.text.internal.Translation;
import io.mubiao.work.internal.Checkpoint;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Draws the sheets of a workbook. Not thread-safe. */
final class BookDrawing {
    private static final int LONGEST_NAME = 31;
    private static final int LONGEST_TEXT = 32_767;
    private static final int NARROWEST = 6;
    private static final int WIDEST = 60;
    private static final int FILLED_ROWS = 5_000;
    private static final int KEPT_ROWS = 1_000;
    private static final String DAY = "yyyy-mm-dd";
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);
    private static final int LAST_YEAR = 9_999;
    private static final String HEADER = "D9E1F2";

    private final List<Leaf> leaves;
    private final Locale locale;
    private final Set<String> names = new HashSet<>();
    private int lists;

    BookDrawing(List<Leaf> leaves, Locale locale) {
        this.leaves = leaves;
        this.locale = locale;
    }

    void draw(OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "Mubiao", "1.0")) {
            List<Worksheet> sheets = leaves.stream().map(leaf -> book.newWorksheet(name(leaf.grid().name()))).toList();
            Worksheet words = leaves.stream().allMatch(it -> it.choices().isEmpty()) ? null : book.newWorksheet(name(Translation.translate("words to choose from", locale)));
            for (int i = 0; i < sheets.size(); i++) {
                int first = leaves.get(i).grid().above().size() + 1;
                for (Map.Entry<Integer, List<String>> choice : leaves.get(i).choices().entrySet()) {
                    choose(sheets.get(i), Objects.requireNonNull(words), choice.getKey(), first, choice.getValue());
                }
                draw(sheets.get(i), leaves.get(i));
                sheets.get(i).finish();
            }
            if (words != null) {
                words.setVisibilityState(VisibilityState.HIDDEN);
            }
        }
    }

    /** A name that spreadsheets take and no other sheet has. */
    private String name(String title) {
        String plain = title.replaceAll("[\\[\\]:*?/\\\\\\p{Cntrl}]", " ").replaceAll("^'|'$", " ").strip();
        String base = plain.isEmpty() ? "-" : plain;
        for (int i = 1; ; i++) {
            String end = i == 1 ? "" : " (" + i + ")";
            String name = cut(base, LONGEST_NAME - end.length()) + end;
            if (names.add(name.toLowerCase(Locale.ROOT))) {
                return name;
            }
        }
    }

    private static String cut(String text, int longest) {
        int end = Math.min(text.length(), longest);
        return text.substring(0, end > 0 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }

    private static void draw(Worksheet sheet, Leaf leaf) throws IOException {
        Grid grid = leaf.grid();
        int top = grid.above().size();
        checkArgument(grid.rows().size() < Worksheet.MAX_ROWS - top, "a sheet has at most %s rows, got %s; write them as CSV",
                Worksheet.MAX_ROWS, grid.rows().size() + top + 1);
        List<Integer> widths = grid.widths();
        for (int c = 0; c < grid.headers().size(); c++) {
            sheet.width(c, Math.max(NARROWEST, Math.min(WIDEST, widths.get(c) + 2)));
            if (leaf.formats().containsKey(c)) {
                sheet.style(c).format(leaf.formats().get(c)).set();
            }
        }
        for (int i = 0; i < top; i++) {
            sheet.value(i, 0, text(grid.above().get(i)));
            StyleSetter style = sheet.style(i, 0);
            (i == 0 ? style.bold().fontSize(14) : style).set();
        }
        for (int c = 0; c < grid.headers().size(); c++) {
            sheet.value(top, c, text(grid.headers().get(c)));
            sheet.style(top, c).bold().fillColor(HEADER).wrapText(true).borderStyle(BorderStyle.THIN).horizontalAlignment("center").set();
        }
        sheet.freezePane(grid.fixed(), top + 1);
        if (!grid.rows().isEmpty() && !leaf.form()) {
            sheet.setAutoFilter(top, 0, top + grid.rows().size(), grid.headers().size() - 1);
        }
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.repeatRows(top);
        rows(sheet, leaf, widths);
    }

    /** Rows that are drawn leave the memory now and then. */
    private static void rows(Worksheet sheet, Leaf leaf, List<Integer> widths) throws IOException {
        Grid grid = leaf.grid();
        int top = grid.above().size();
        int row = 0;
        for (List<Grid.Cell> cells : grid.rows()) {
            Checkpoint.pass();
            for (int c = 0; c < grid.headers().size(); c++) {
                cell(sheet, top + 1 + row, c, cells.get(c), widths.get(c), leaf.formats().get(c));
            }
            if (++row % KEPT_ROWS == 0) {
                sheet.flush();
            }
        }
    }

    @SuppressWarnings("NullAway")
    private static void cell(Worksheet sheet, int row, int column, Grid.Cell cell, int width,
            @Nullable String format) {
        boolean empty = cell.text().isEmpty() && cell.number().isEmpty();
        StyleSetter style = sheet.style(row, column);
        if (cell.number().isPresent()) {
            sheet.value(row, column, cell.number().get());
            style.format(format(cell.number().get(), cell.form()));
        } else if (day(cell) != null) {
            sheet.value(row, column, day(cell));
            style.format(DAY);
        } else if (!empty) {
            sheet.inlineString(row, column, text(cell.text()));
        }
        if (format != null) {
            style.format(format);
        }
        switch (cell.tone()) {
            case GOOD -> style.fillColor("C6EFCE");
            case DOUBTFUL -> style.fillColor("FFEB9C");
            case BAD -> style.fillColor("FFC7CE");
            case NONE -> { }
        }
        if (width > WIDEST || cell.text().indexOf('\n') >= 0) {
            style.wrapText(true);
        }
        style.verticalAlignment("top").borderStyle(BorderStyle.THIN).borderColor("BFBFBF").set();
    }

    /** The day that a cell holds, or null: spreadsheets disagree about those before March 1900. */
    private static @Nullable LocalDate day(Grid.Cell cell) {
        if (cell.form() != Grid.Form.DAY || cell.text().isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(cell.text());
            return day.isBefore(FIRST_DAY) || day.getYear() > LAST_YEAR ? null : day;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String format(BigDecimal number, Grid.Form form) {
        int places = Math.max(0, number.scale());
        return switch (form) {
            case PLAIN -> places == 0 ? "#,##0" : "#,##0." + "0".repeat(places);
            case POINTS -> "0.00";
            case PERCENT -> "0.00%";
            case DAY -> DAY;
        };
    }

    /** A text that a cell can hold; what is cut is said. */
    private static String text(String text) {
        return text.length() <= LONGEST_TEXT ? text : cut(text, LONGEST_TEXT - 20) + " … (+" + (text.length() - LONGEST_TEXT + 20) + ")";
    }

    private void choose(Worksheet sheet, Worksheet words, int column, int first, List<String> list) {
        for (int i = 0; i < list.size(); i++) {
            words.value(i, lists, list.get(i));
        }
        sheet.range(first, column, first + FILLED_ROWS, column).validateWithList(words.range(0, lists, list.size() - 1, lists))
                .errorTitle(Translation.translate("words to choose from", locale))
                .error(Translation.translate("choose one of the words of the list", locale));
        lists++;
    }
}
