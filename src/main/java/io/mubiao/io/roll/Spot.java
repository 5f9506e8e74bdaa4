package io.mubiao.io.roll;

import io.mubiao.io.internal.ProblemList;
import io.mubiao.io.internal.Tally;

/**
 * Where a cell stands, to say what is doubtful about it.
 *
 * @param line the line its row starts in
 * @param cell its number in the row, from 1
 * @param id the id of its row
 */
record Spot(int line, int cell, String id, ProblemList problems, Tally tally) {
    void warning(String code, String message) {
        problems.warning(line, cell, id, code, message);
    }

    /** A doubt that many cells of a column share. */
    void count(String header, String code, String words) {
        tally.add(line, cell, header, code, words);
    }
}
