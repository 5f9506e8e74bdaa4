package io.mubiao.bench.land;

import io.mubiao.bench.land.LandResult.Differences;

/** Compares a peer with the exact evaluation, if that does not take too long. */
final class LandCheck {
    static final int MOST = 1_000_000;

    private LandCheck() {}

    /** Prints in how many rows a peer differs. */
    static void print(String peer, Cohort cohort, LandResult result) {
        differences(peer, cohort, result);
    }

    /** The same, and fails if there are any. */
    static void equal(String peer, Cohort cohort, LandResult result) {
        if (!differences(peer, cohort, result).none()) {
            throw new IllegalStateException(peer + " is not exact");
        }
    }

    private static Differences differences(String peer, Cohort cohort, LandResult result) {
        if (cohort.rows() > MOST) {
            return new Differences(0, 0, 0, 0);
        }
        Differences differences = ExactReference.of(cohort).differences(result);
        System.out.println(peer + " against the exact evaluation: " + differences);
        return differences;
    }
}
