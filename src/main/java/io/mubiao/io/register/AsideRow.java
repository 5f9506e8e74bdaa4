package io.mubiao.io.register;

import io.mubiao.io.internal.table.CellFlaw;
import io.mubiao.io.internal.table.CellText;
import io.mubiao.io.internal.table.ColumnNumbers;
import io.mubiao.io.internal.table.TableRow;
import io.mubiao.io.internal.table.TableWords;
import io.mubiao.text.internal.SheetWords;
import java.util.stream.IntStream;

/**
 * What a row of a table is that is no target and no observation, by its own words: what it has only because a cell above is
 * merged down into it does not count. Immutable.
 *
 * @param cell where its first word stands, from 0
 * @param label that word
 */
record AsideRow(Kind kind, int cell, String label) {
    enum Kind {
        /** It is read. */
        NONE,
        /** It has nothing of its own. */
        BLANK,
        EXAMPLE,
        /** It begins a part of the table (二、生态环境). */
        PART,
        TOTAL,
        NOTE,
        HEADERS,
        /** It numbers the columns. */
        NUMBERS
    }

    /** So many cells are merged into one that is no figure. */
    private static final int WIDE = 3;
    /** Below the first row of headers so many may go on with them. */
    private static final int FIRST = 5;

    /**
     * @param key where rows say of what they are, from 0; negative if nowhere
     * @param sort where rows say of which kind they are, whose words may be those of totals; negative if nowhere
     */
    static AsideRow of(TableRow row, TableRow header, int key, int sort) {
        int[] own = IntStream.range(0, row.cells().size()).filter(it -> !CellText.strip(row.cells().get(it)).isEmpty() && !isMergedDown(row, it)).toArray();
        if (own.length == 0) {
            boolean blank = row.flaws().values().stream().allMatch(it -> it.code().equals("MERGED"));
            return new AsideRow(blank ? Kind.BLANK : Kind.NONE, 0, "");
        }
        String label = CellText.strip(row.cells().get(own[0]));
        return new AsideRow(own[0] == sort ? Kind.NONE : kind(row, header, key, own, label), own[0], label);
    }

    private static Kind kind(TableRow row, TableRow header, int key, int[] own, String label) {
        if (TableWords.isExample(label)) {
            return Kind.EXAMPLE;
        }
        String id = key < 0 || key >= row.cells().size() ? "" : CellText.strip(row.cells().get(key));
        boolean named = !CellText.isMissing(id) && !id.equals(label);
        if (!named && SheetWords.isTotal(label)) {
            return Kind.TOTAL;
        }
        if (!named && SheetWords.isNote(label)) {
            return Kind.NOTE;
        }
        if (own.length == 1 && (SheetWords.isSection(label) || width(row, own[0]) >= WIDE)) {
            return Kind.PART;
        }
        if (row.line() - header.line() <= FIRST && ColumnNumbers.are(row.cells().stream().map(CellText::key).toList(), true)) {
            return Kind.NUMBERS;
        }
        return row.cells().equals(header.cells()) ? Kind.HEADERS : Kind.NONE;
    }

    private static boolean isMergedDown(TableRow row, int cell) {
        CellFlaw flaw = row.flaws().get(cell);
        return flaw != null && flaw.merged();
    }

    /** Over how many cells the one at a place is merged. */
    private static int width(TableRow row, int cell) {
        int end = cell + 1;
        while (row.flaws().containsKey(end) && row.flaws().get(end).code().equals("MERGED") && !isMergedDown(row, end)) {
            end++;
        }
        return end - cell;
    }
}
