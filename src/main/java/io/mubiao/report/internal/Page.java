package io.mubiao.report.internal;

import io.mubiao.io.internal.Tree;
import io.mubiao.render.Grid.Cell;
import io.mubiao.render.Grid.Tone;
import io.mubiao.text.internal.Characters;
import io.mubiao.work.internal.Checkpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The sections of a page in their order, and the data that its script reads. */
final class Page {
    private static final int ROW = 26;
    private static final int AROUND = 120;

    final ReportWords words;
    final String title;
    final List<String> lines;
    private final List<Map<String, Object>> sections = new ArrayList<>();
    private final List<Tree> tables = new ArrayList<>();
    private final List<Tree> charts = new ArrayList<>();
    private final Map<String, String> why = new LinkedHashMap<>();
    private final Map<String, Tree> ways = new LinkedHashMap<>();

    Page(Locale locale, String title, List<String> lines) {
        words = new ReportWords(locale);
        this.title = shown(title);
        this.lines = lines.stream().map(Page::shown).toList();
    }

    /** Line ends stay; nothing else in a text turns the direction of writing or is seen by nobody. */
    static String shown(String text) {
        return Characters.hasHidden(text) ? Arrays.stream(text.split("\n", -1)).map(Characters::shown).collect(Collectors.joining("\n")) : text;
    }

    /** How high a chart is with so many rows of bars. */
    static int height(int rows) {
        return AROUND + ROW * rows;
    }

    /** A chart that is drawn as SVG, so that it prints sharp and each part of it is a node. */
    void chart(String id, String heading, String note, int height, Tree option) {
        chart(id, heading, note, height, option, false);
    }

    /** A chart; of very many points as pixels. */
    void chart(String id, String heading, String note, int height, Tree option, boolean pixels) {
        sections.add(Map.of("kind", "chart", "id", id, "heading", shown(heading), "note", shown(note), "height", height));
        charts.add(new Tree().with("id", id).with("pixels", pixels).with("option", option));
    }

    /**
     * A table; columns in which nothing stands are left out.
     *
     * @param explained the column with the ids that {@link #why} explains; below 0 where there is none
     * @param groupings ways to divide the rows, the first of them at first
     */
    void table(String id, String heading, String note, List<String> headers, List<List<Cell>> rows, int explained,
            List<Grouping> groupings) {
        sections.add(Map.of("kind", "table", "id", id, "heading", shown(heading), "note", shown(note)));
        List<Integer> filled = IntStream.range(0, headers.size())
                .filter(i -> i == explained || Checkpoint.each(rows.stream()).anyMatch(row -> !row.get(i).text().isEmpty())).boxed().toList();
        tables.add(new Tree().with("id", id).with("explained", filled.indexOf(explained))
                .with("headers", filled.stream().map(headers::get).map(Page::shown).toList())
                .with("rows", Checkpoint.each(rows.stream()).map(row -> filled.stream().map(i -> cell(row.get(i))).toList()).toList())
                .with("groupings", groupings.stream().map(it -> new Tree().with("title", it.title()).with("names", it.names())
                        .with("of", it.of())).toList()));
    }

    /**
     * A way to divide rows.
     *
     * @param title what it goes by
     * @param names the names of the groups
     * @param of the group of each row by its number from 0
     */
    record Grouping(String title, List<String> names, List<Integer> of) {
        static Grouping of(String title, List<String> nameOfRow) {
            List<String> names = nameOfRow.stream().distinct().toList();
            Map<String, Integer> numbers = new LinkedHashMap<>();
            names.forEach(name -> numbers.put(name, numbers.size()));
            return new Grouping(title, names, nameOfRow.stream().map(name -> numbers.getOrDefault(name, 0)).toList());
        }
    }

    void why(String id, String text) {
        why.put(shown(id), shown(text));
    }

    /** The chart shown beside the explanation of an id. */
    void way(String id, Tree option) {
        ways.put(shown(id), option);
    }

    List<Map<String, Object>> sections() {
        return List.copyOf(sections);
    }

    Tree data() {
        return new Tree().with("words", words.ofScript()).with("tables", tables).with("charts", charts).with("why", why)
                .with("ways", ways);
    }

    private static Object cell(Cell cell) {
        String text = shown(cell.text());
        return cell.tone() == Tone.NONE ? text : List.of(text, cell.tone().name().toLowerCase(Locale.ROOT));
    }
}
