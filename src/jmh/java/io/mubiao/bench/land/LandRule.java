package io.mubiao.bench.land;

/** The rule that all peers follow, as far as it is a matter of numbers. */
final class LandRule {
    /** The weights of the six indicators, in points. */
    static final int[] WEIGHTS = {30, 20, 20, 10, 10, 10};

    private LandRule() {}

    /** What the indicators divide. */
    static long[][] numerators(Cohort cohort) {
        long[] added = cohort.valueAdded();
        return new long[][] {cohort.tax(), added, added, added, added, cohort.rd()};
    }

    /** What the indicators divide by. */
    static long[][] denominators(Cohort cohort) {
        return new long[][] {cohort.land(), cohort.land(), cohort.energy(), cohort.emission(), cohort.employees(),
            cohort.revenue()};
    }

    /** The class of a rank among n: the first 20 % are A, up to 70 % B, up to 95 % C, each rounded half up. */
    static byte classOf(int rank, int n) {
        if (rank <= (2 * n + 5) / 10) {
            return 0;
        }
        if (rank <= (7 * n + 5) / 10) {
            return 1;
        }
        return (byte) (rank <= (19 * n + 10) / 20 ? 2 : 3);
    }
}
