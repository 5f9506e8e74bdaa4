package io.mubiao.shell;

import io.mubiao.io.internal.AtomicFile;
import io.mubiao.io.result.CsvOut;
import io.mubiao.render.Grid;
import io.mubiao.render.TerminalText;
import io.mubiao.workbook.Workbook;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a question gave: sentences and tables that fit a terminal, and the ways in which it is saved. Immutable. */
final class Answer {
    /** Tables and long texts show so many rows unless all are asked for. */
    static final int ROWS = 15;
    private static final int BROAD = 1_000;

    private record Part(String text, @Nullable Grid grid, int rows) {
        String write(int width, boolean whole, Locale locale) {
            int most = whole ? Integer.MAX_VALUE : rows;
            if (grid != null && grid.rows().isEmpty() && !grid.above().isEmpty()) {
                return TerminalText.write(String.join("\n", grid.above()), width);
            }
            if (grid != null) {
                return TerminalText.write(grid, most, width, locale);
            }
            List<String> lines = text.lines().toList();
            int more = lines.size() - most;
            String shown = String.join("\n", more > 0 ? lines.subList(0, most) : lines);
            return TerminalText.write(more > 0 ? shown + "\n" + Said.in(locale).either("… 另有 " + more + " 行", "… and " + more + " more") : shown,
                    width);
        }
    }

    private final Locale locale;
    private final List<Part> parts;
    private final Map<String, Consumer<Path>> ways;
    private final Supplier<List<String>> tables;

    /** @param tables what all tables are called of which a way of its own writes the first as CSV */
    private Answer(Locale locale, List<Part> parts, Map<String, Consumer<Path>> ways, Supplier<List<String>> tables) {
        this.locale = locale;
        this.parts = List.copyOf(parts);
        this.ways = ways;
        this.tables = tables;
    }

    /** A text, in full. */
    static Answer of(Locale locale, String text) {
        return new Answer(locale, List.of(), Map.of(), List::of).with(text, Integer.MAX_VALUE);
    }

    /** A table. */
    static Answer of(Locale locale, Grid grid, int rows) {
        return new Answer(locale, List.of(), Map.of(), List::of).with(grid, rows);
    }

    /** With a text of which so many lines are shown. */
    Answer with(String text, int rows) {
        return text.isBlank() ? this : plus(new Part(text, null, rows));
    }

    /** With a table of which so many rows are shown. */
    Answer with(Grid grid, int rows) {
        return plus(new Part("", grid, rows));
    }

    private Answer plus(Part part) {
        List<Part> more = new ArrayList<>(parts);
        more.add(part);
        return new Answer(locale, more, ways, tables);
    }

    /** With another way of saving it, by the ending of a file's name. */
    Answer withWay(String ending, Consumer<Path> way) {
        Map<String, Consumer<Path>> more = new LinkedHashMap<>(ways);
        more.put(ending, way);
        return new Answer(locale, parts, more, tables);
    }

    /** With the names of the tables that it is saved as, the first of which alone a CSV holds. */
    Answer withTables(Supplier<List<String>> names) {
        return new Answer(locale, parts, ways, names);
    }

    /** What is printed: lines of at most so many columns. */
    String write(int width, boolean whole) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            boolean apart = i > 0 && (parts.get(i).grid != null || parts.get(i - 1).grid != null);
            all.append(apart ? "\n" : "").append(parts.get(i).write(width, whole, locale));
        }
        return all.toString();
    }

    /** Saves it as the ending of the name says; what was done, or which endings there are. */
    Answer save(Path file) {
        Map<String, Consumer<Path>> all = all();
        Consumer<Path> way = all.get(ending(file));
        Said said = Said.in(locale);
        if (way == null) {
            Set<String> endings = all.keySet();
            return of(locale, said.either("没有写入：“" + file + "”的结尾说明格式，刚才的结果可存为 " + String.join("、", endings),
                    "not written: the ending of '" + file + "' says the form; this is saved as " + String.join(", ", endings)));
        }
        way.accept(file);
        return of(locale, said.either("已写入 ", "written to ") + file).with(ending(file).equals("csv") ? left(said) : "", Integer.MAX_VALUE);
    }

    /** What a CSV cannot hold. */
    private String left(Said said) {
        List<String> known = tables.get();
        List<String> all = ways.containsKey("csv") || !known.isEmpty() ? known
                : grids().stream().map(it -> it.above().isEmpty() ? it.name() : it.above().get(0)).toList();
        List<String> others = all.subList(Math.min(1, all.size()), all.size());
        return others.isEmpty() ? "" : said.either("CSV 只放一张表，没有：" + String.join("、", others) + "；存为 xlsx 都有",
                "a CSV holds one table and lacks: " + String.join(", ", others) + "; xlsx has them all");
    }

    private List<Grid> grids() {
        return parts.stream().map(Part::grid).flatMap(it -> Optional.ofNullable(it).stream()).toList();
    }

    /** Whether it can be saved as the ending of the name says. */
    boolean isSavedAs(Path file) {
        return all().containsKey(ending(file));
    }

    static String ending(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Puts a text in a file, whole or not at all. */
    static void text(Path file, String text) {
        AtomicFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private Map<String, Consumer<Path>> all() {
        Map<String, Consumer<Path>> all = new LinkedHashMap<>(ways);
        List<Grid> grids = grids();
        if (!grids.isEmpty()) {
            Grid first = grids.get(0);
            all.putIfAbsent("xlsx", file -> Workbook.of(named(grids)).write(file));
            all.putIfAbsent("csv", file -> CsvOut.write(file, StandardCharsets.UTF_8, true, first.headers(),
                    first.rows().stream().map(row -> row.stream().map(Grid.Cell::text).toList()).toList()));
        }
        all.putIfAbsent("txt", file -> text(file, write(BROAD, true)));
        return all;
    }

    /** Sheets need names that differ. */
    private static List<Grid> named(List<Grid> grids) {
        List<Grid> named = new ArrayList<>();
        for (Grid it : grids) {
            named.add(grids.size() == 1 ? it : new Grid(it.name() + " " + (named.size() + 1), it.above(), it.headers(), it.fixed(), it.rows()));
        }
        return named;
    }
}
