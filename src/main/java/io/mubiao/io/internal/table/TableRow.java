package io.mubiao.io.internal.table;

import java.util.List;
import java.util.Map;

/**
 * A row of a table.
 *
 * @param line the line or row of the sheet in which it starts, from 1
 * @param cells its cells without quotes; blanks around a quoted cell are left out
 * @param broken what is wrong with its quotes; empty if nothing is, else the last cell is the one concerned
 * @param flaws cells, by their places from 0, whose text is not what it seems to be
 */
public record TableRow(int line, List<String> cells, String broken, Map<Integer, CellFlaw> flaws) {
    /** A row of cells that are what they are. */
    public TableRow(int line, List<String> cells, String broken) {
        this(line, cells, broken, Map.of());
    }

    /** Whether there is nothing in it. */
    public boolean isBlank() {
        if (!broken.isEmpty() || !flaws.isEmpty()) {
            return false;
        }
        for (String cell : cells) {
            if (!CellText.strip(cell).isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
