package io.mubiao.outcome;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Locale;

/**
 * Where something stands. Immutable.
 *
 * @param file the file's name; empty if there is none
 * @param line the line, from 1; 0 if unknown
 * @param column the column, from 1; 0 if unknown
 * @param path the path inside the file ({@code targets[3].goal.require}) or the id of the thing; may be empty
 */
public record Place(String file, int line, int column, String path) implements Serializable {
    public Place {
        requireNonNull(file, "file");
        requireNonNull(path, "path");
    }

    /** A place known by path or id alone. */
    public static Place of(String path) {
        return new Place("", 0, 0, path);
    }

    /** {@code file:line:column path}, as far as known. */
    @Override
    public String toString() {
        return toString(Locale.ROOT);
    }

    String toString(Locale locale) {
        String unnamed = locale.getLanguage().equals("zh") ? "行 " : "line ";
        String position = line == 0 ? "" : (file.isEmpty() ? unnamed : ":") + line + ":" + column;
        String at = file + position;
        return at.isEmpty() || path.isEmpty() ? at + path : at + " " + path;
    }
}
