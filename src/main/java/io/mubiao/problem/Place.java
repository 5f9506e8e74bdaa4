package io.mubiao.problem;

import static java.util.Objects.requireNonNull;

import io.mubiao.text.internal.Characters;
import java.io.Serializable;
import java.util.Locale;

/**
 * Where something wrong stands (出错位置): file, line, cell, path. Immutable.
 *
 * @param file the file's name; empty if there is none
 * @param sheet the sheet of a workbook; empty if there is none
 * @param line the line or row of the sheet, from 1; 0 if unknown
 * @param column the column or cell of a row, from 1; 0 if unknown
 * @param path the path inside the file ({@code targets[3].goal.require}) or the id of the thing; may be empty
 */
public record Place(String file, String sheet, int line, int column, String path) implements Serializable {
    private static final int LETTERS = 26;

    public Place {
        requireNonNull(file, "file");
        requireNonNull(sheet, "sheet");
        requireNonNull(path, "path");
    }

    /** In a file that has no sheets. */
    public Place(String file, int line, int column, String path) {
        this(file, "", line, column, path);
    }

    /** A place known by path or id alone. */
    public static Place of(String path) {
        return new Place("", "", 0, 0, path);
    }

    /** The cell of a sheet as spreadsheets name it: {@code C12}; empty if row or column are unknown. */
    public String cell() {
        StringBuilder letters = new StringBuilder();
        for (int left = column; left > 0; left = (left - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (left - 1) % LETTERS));
        }
        return line == 0 || column == 0 ? "" : letters.append(line).toString();
    }

    /** {@code file:line:column path} or {@code file sheet 'Name' C12 path}, as far as known. */
    @Override
    public String toString() {
        return Characters.shown(toString(Locale.ROOT));
    }

    String toString(Locale locale) {
        boolean chinese = locale.getLanguage().equals("zh");
        String unnamed = chinese ? "行 " : "line ";
        String position = line == 0 ? "" : (file.isEmpty() ? unnamed : ":") + line + ":" + column;
        String whole = line == 0 ? "" : chinese ? " 第 " + line + " 行" : " row " + line;
        String row = cell().isEmpty() ? whole : " " + cell();
        String at = sheet.isEmpty() ? file + position : (file.isEmpty() ? "" : file + " ") + (chinese ? "表「" + sheet + "」" : "sheet '" + sheet + "'") + row;
        return at.isEmpty() || path.isEmpty() ? at + path : at + " " + path;
    }
}
