package io.mubiao.io.internal.table;

/** Takes rows from their bytes, for as long as they are plain. */
public interface RowBytes {
    /**
     * Takes the row that begins somewhere, in UTF-8; a line end comes behind every row, and at least 24 behind the last.
     *
     * @return the place behind its cells, where its line ends; -1 if it was not taken
     */
    int take(byte[] bytes, int from, int line);
}
