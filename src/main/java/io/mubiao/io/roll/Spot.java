package io.mubiao.io.roll;

/** Hears what is doubtful about a cell. */
interface Spot {
    void warning(String code, String message);

    /** A doubt that many cells of a column share. */
    void count(String header, String code, String words, String example);

    /** The same without an example of the first. */
    default void count(String header, String code, String words) {
        count(header, code, words, "");
    }
}
