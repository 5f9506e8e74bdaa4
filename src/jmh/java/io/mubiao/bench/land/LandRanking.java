package io.mubiao.bench.land;

/** Ranks and classes from totals, by counting: totals are at most 150.00. */
final class LandRanking {
    private static final int HIGHEST = 15_000;

    private LandRanking() {}

    static LandResult of(int[] industry, long[] totals) {
        int[][] before = new int[Cohort.INDUSTRIES][HIGHEST + 1];
        for (int row = 0; row < totals.length; row++) {
            before[industry[row]][(int) totals[row]]++;
        }
        int[] size = new int[Cohort.INDUSTRIES];
        for (int i = 0; i < Cohort.INDUSTRIES; i++) {
            for (int total = HIGHEST; total >= 0; total--) {
                int equal = before[i][total];
                before[i][total] = size[i];
                size[i] += equal;
            }
        }
        int[] ranks = new int[totals.length];
        byte[] classes = new byte[totals.length];
        for (int row = 0; row < totals.length; row++) {
            ranks[row] = 1 + before[industry[row]][(int) totals[row]];
            classes[row] = LandRule.classOf(ranks[row], size[industry[row]]);
        }
        return new LandResult(totals, ranks, classes);
    }
}
