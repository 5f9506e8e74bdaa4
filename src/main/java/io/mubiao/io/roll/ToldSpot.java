package io.mubiao.io.roll;

import io.mubiao.io.internal.DoubtTally;
import io.mubiao.io.internal.ProblemList;

/**
 * Where a cell stands, to say what is doubtful about it.
 *
 * @param line the line its row starts in
 * @param cell its number in the row, from 1
 * @param id the id of its row
 */
record ToldSpot(int line, int cell, String id, ProblemList problems, DoubtTally tally) implements Spot {
    @Override
    public void warning(String code, String message) {
        problems.warning(line, cell, id, code, message);
    }

    @Override
    public void count(String header, String code, String words, String example) {
        tally.add(line, cell, header, code, words, example);
    }
}
