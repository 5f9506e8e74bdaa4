package io.mubiao.io.internal.table;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a table, one behind the other. Not thread-safe. */
public interface TableRows {
    /** The next row that is not blank; null at the end. */
    @Nullable TableRow next() throws IOException;

    /** Has somebody take the next rows from their bytes, for as long as there are any and he does; he may get none. */
    default void lend(RowBytes reader) throws IOException {}

    /** The texts of a row in which a cell that is merged across several has its text in each of them. */
    default List<String> across(TableRow row) {
        return row.cells();
    }

    /** Over how many rows below its own a cell is merged, by its place from 0. */
    default int down(TableRow row, int cell) {
        return 0;
    }
}
