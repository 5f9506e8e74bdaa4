package io.mubiao.io.internal.table;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The units that titles above a table say (单位：万元、亩). */
public final class TitleUnits {
    private static final Pattern SAYS = Pattern.compile("单位\\s*[:：]\\s*(.+?)[)）】\\]]?$");
    private static final Pattern BETWEEN = Pattern.compile("[、,，;；\\s]+");

    private TitleUnits() {}

    /** The units, each once. */
    public static List<String> of(List<TableRow> titles, TableHeader.Fit fit) {
        return titles.stream().flatMap(row -> row.cells().stream()).map(SAYS::matcher).filter(Matcher::find)
                .flatMap(it -> BETWEEN.splitAsStream(it.group(1))).map(CellText::strip).filter(fit::isUnit).distinct().toList();
    }
}
