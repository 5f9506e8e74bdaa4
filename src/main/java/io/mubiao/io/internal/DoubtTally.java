package io.mubiao.io.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Doubts of one kind about the cells of one column or a file, told once: how many, in which lines. Not thread-safe. */
public final class DoubtTally {
    public static final String HIDDEN = "kept with characters that nobody sees or that end a line: ";
    private static final int LISTED = 10;

    private record Doubt(int cell, String header, String code, String words) {}

    private static final class Cells {
        private final Doubt place;
        private final String what;
        private final String example;

        Cells(Doubt place, String what, String example) {
            this.place = place;
            this.what = what;
            this.example = example;
        }

        private final List<Integer> lines = new ArrayList<>();
        private int count;
    }

    private final Map<Doubt, Cells> doubts = new LinkedHashMap<>();

    public void add(int line, int cell, String header, String code, String words) {
        add(line, cell, header, code, words, "");
    }

    /**
     * The same with an example.
     *
     * @param example told behind the words of the first cell only
     */
    public void add(int line, int cell, String header, String code, String words, String example) {
        Doubt doubt = new Doubt(cell, header, code, words);
        add(line, doubt, doubt, "cell", example);
    }

    /** A doubt about a scalar of a tree; those of one kind are told together, wherever they stand. */
    void add(Node node, String path, String code, String words, String example) {
        Doubt kind = new Doubt(0, "", code, words);
        add(node.line, kind, doubts.containsKey(kind) ? kind : new Doubt(node.column, path, code, words),
                "place", example);
    }

    private void add(int line, Doubt kind, Doubt place, String what, String example) {
        Cells cells = doubts.computeIfAbsent(kind, it -> new Cells(place, what, example));
        cells.count++;
        if (cells.lines.size() < LISTED) {
            cells.lines.add(line);
        }
    }

    /** Tells what was counted, at the first cell concerned, and forgets it. */
    public void tell(ProblemList problems) {
        doubts.forEach((doubt, cells) -> problems.warning(cells.lines.get(0), cells.place.cell, cells.place.header,
                doubt.code, doubt.words + (cells.example.isEmpty() ? "" : ": " + cells.example) + (cells.count == 1 ? ": 1 " + cells.what
                        + ", line "
                        : ": " + cells.count + " " + cells.what + "s, lines ")
                        + cells.lines.stream().map(String::valueOf).collect(Collectors.joining(", "))
                        + (cells.count > LISTED ? ", …" : "")));
        doubts.clear();
    }
}
