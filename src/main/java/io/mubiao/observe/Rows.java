package io.mubiao.observe;

/** Observations of one sort in the order in which a stream took them in. Append-only. */
sealed interface Rows permits Lane, Pile {
    /** How many there are. */
    int size();

    /** The id that the log gave a row, or its own. */
    String id(int row);

    /** The number under which the stream took in a row, from 1. */
    int number(int row);

    /** When a row became known. */
    long recordedAt(int row);

    /** The first row that counts at a moment, given the rows that do not count then although known; negative if none does. */
    default int firstActive(long knownBefore, java.util.BitSet superseded) {
        for (int row = superseded.nextClearBit(0); row < size(); row = superseded.nextClearBit(row + 1)) {
            if (recordedAt(row) < knownBefore) {
                return row;
            }
        }
        return -1;
    }
}
