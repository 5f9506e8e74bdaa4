package io.mubiao.io.roll;

import io.mubiao.io.internal.table.LineBlock;
import io.mubiao.io.internal.table.TableRow;
import io.mubiao.land.NumberColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whole lines of a file and what was read of them. Cells that need care come with their text and rows that need care come
 * whole: both are read again in the order of the file, so that everything doubtful is told in that order.
 */
final class RollBlock extends LineBlock {
    /**
     * A cell that is to be read with care, or, without a text, has more digits than declared; column -1 is a doubtful id.
     *
     * @param isKnown whether its number stands in the block already, and there is only to tell that it is negative
     */
    record Cell(int row, int column, @Nullable String text, boolean isKnown) {
        Cell(int row, int column, @Nullable String text) {
            this(row, column, text, false);
        }

        /** Whether it must be read again to know what it is, or what is to be told of its id. */
        boolean isUnread() {
            return column < 0 || (text != null && !isKnown);
        }
    }

    /** A row that is to be read with care, behind so many plain ones. */
    record Careful(int before, TableRow row) {}

    int rows;
    /** How many lines were read, and where the row begins that does not end here; at the end if none does. */
    int lines;
    int unfinished;

    int[] line = new int[0];
    int[] idFrom = new int[0];
    int[] idTo = new int[0];
    int[] idHash = new int[0];
    boolean[] idOdd = new boolean[0];
    int[] nameFrom = new int[0];
    int[] nameTo = new int[0];
    boolean[] doubt = new boolean[0];
    final long[][] values;
    final byte[][] places;
    final List<Cell> cells = new ArrayList<>();
    final List<Careful> careful = new ArrayList<>();
    final List<List<String>> texts = new ArrayList<>();

    private final int[][] codes;
    private @Nullable TextCodes[] owners;

    RollBlock(int columns) {
        values = new long[columns][0];
        places = new byte[columns][0];
        codes = new int[columns][0];
        owners = new TextCodes[columns];
        for (int k = 0; k < columns; k++) {
            texts.add(new ArrayList<>());
        }
    }

    void clear() {
        rows = 0;
        lines = 0;
        unfinished = end;
        cells.clear();
        careful.clear();
    }

    /** Room for one more row. */
    void grow() {
        if (rows < line.length) {
            return;
        }
        int larger = Math.max(64, 2 * rows);
        line = Arrays.copyOf(line, larger);
        idFrom = Arrays.copyOf(idFrom, larger);
        idTo = Arrays.copyOf(idTo, larger);
        idHash = Arrays.copyOf(idHash, larger);
        idOdd = Arrays.copyOf(idOdd, larger);
        nameFrom = Arrays.copyOf(nameFrom, larger);
        nameTo = Arrays.copyOf(nameTo, larger);
        doubt = Arrays.copyOf(doubt, larger);
        for (int k = 0; k < values.length; k++) {
            values[k] = Arrays.copyOf(values[k], larger);
            places[k] = Arrays.copyOf(places[k], larger);
        }
    }

    /** The code of a row's text among all texts of a column; -1 if there is none. */
    int code(int k, int row, TextCodes all) {
        if (owners[k] != all) {
            owners[k] = all;
            codes[k] = new int[0];
        }
        if (values[k][row] == NumberColumn.MISSING) {
            return -1;
        }
        int own = (int) values[k][row];
        int known = codes[k].length;
        if (own >= known) {
            codes[k] = Arrays.copyOf(codes[k], texts.get(k).size());
            Arrays.fill(codes[k], known, codes[k].length, -1);
        }
        if (codes[k][own] < 0) {
            codes[k][own] = all.code(texts.get(k).get(own));
        }
        return codes[k][own];
    }
}
