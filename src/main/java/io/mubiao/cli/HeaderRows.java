package io.mubiao.cli;

import io.mubiao.io.SheetOptions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rows of headers as they are given: 3, or 2-3. */
final class HeaderRows {
    private static final Pattern ROWS = Pattern.compile("([1-9][0-9]{0,6})(?:-([1-9][0-9]{0,6}))?");

    private HeaderRows() {}

    /**
     * Options with the rows; as they are if none are given.
     *
     * @throws IllegalArgumentException if they are no rows, or more than three
     */
    static SheetOptions of(SheetOptions options, String text) {
        Matcher rows = ROWS.matcher(text);
        if (text.isEmpty()) {
            return options;
        }
        int first = rows.matches() ? Integer.parseInt(rows.group(1)) : 0;
        int last = first == 0 || rows.group(2) == null ? first : Integer.parseInt(rows.group(2));
        if (first == 0 || last < first || last > first + 2) {
            throw new IllegalArgumentException("not the rows of headers: '" + text + "'; expected such as 3, or 2-3, at most three rows");
        }
        return options.headerRow(first, last - first + 1);
    }
}
