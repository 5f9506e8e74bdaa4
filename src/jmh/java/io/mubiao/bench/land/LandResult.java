package io.mubiao.bench.land;

/**
 * What every peer computes, in row order.
 *
 * @param totals the total scores, in hundredths of a point
 * @param ranks the places within the industry; equal totals share the first of their places
 * @param classes 0 for A to 3 for D
 */
public record LandResult(long[] totals, int[] ranks, byte[] classes) {
    /** A result of that many rows, still to be filled. */
    public static LandResult ofRows(int rows) {
        return new LandResult(new long[rows], new int[rows], new byte[rows]);
    }

    /** In how many rows the totals, the ranks and the classes differ. */
    public Differences differences(LandResult other) {
        int total = 0;
        int rank = 0;
        int clazz = 0;
        for (int row = 0; row < totals.length; row++) {
            total += totals[row] == other.totals[row] ? 0 : 1;
            rank += ranks[row] == other.ranks[row] ? 0 : 1;
            clazz += classes[row] == other.classes[row] ? 0 : 1;
        }
        return new Differences(totals.length, total, rank, clazz);
    }

    /** Of so many rows, how many differ. */
    public record Differences(int rows, int totals, int ranks, int classes) {
        /** Whether no row differs. */
        public boolean none() {
            return totals + ranks + classes == 0;
        }
    }
}
