package io.mubiao.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Doubts of one kind about the cells of one column, told once: how many, and in which lines. Not thread-safe. */
final class Tally {
    private static final int LISTED = 10;

    private record Doubt(int cell, String header, String code, String words) {}

    private static final class Cells {
        private final List<Integer> lines = new ArrayList<>();
        private int count;
    }

    private final Map<Doubt, Cells> doubts = new LinkedHashMap<>();

    void add(int line, int cell, String header, String code, String words) {
        Cells cells = doubts.computeIfAbsent(new Doubt(cell, header, code, words), it -> new Cells());
        cells.count++;
        if (cells.lines.size() < LISTED) {
            cells.lines.add(line);
        }
    }

    /** Tells what was counted, at the first cell concerned, and forgets it. */
    void tell(ProblemList problems) {
        doubts.forEach((doubt, cells) -> problems.warning(cells.lines.get(0), doubt.cell, doubt.header, doubt.code,
                doubt.words + ": " + cells.count + (cells.count == 1 ? " cell, line " : " cells, lines ")
                        + cells.lines.stream().map(String::valueOf).collect(Collectors.joining(", "))
                        + (cells.count > LISTED ? ", …" : "")));
        doubts.clear();
    }
}
