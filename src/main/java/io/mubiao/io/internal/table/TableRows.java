package io.mubiao.io.internal.table;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a table, one behind the other. Not thread-safe. */
public interface TableRows {
    /** The next row that is not blank; null at the end. */
    @Nullable TableRow next() throws IOException;
}
