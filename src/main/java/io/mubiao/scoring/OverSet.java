package io.mubiao.scoring;

import static java.util.Objects.requireNonNull;

import io.mubiao.formula.Formula;
import java.util.Optional;

/**
 * That an input is made of a set of targets (多项目标的汇总): how many are met, what share of them, the sum or mean of a reading.
 * Immutable.
 *
 * @param fold what is made of them
 * @param test which targets count, a test of readings; empty for what is no count or share
 * @param lacking what is done about targets whose reading is missing
 */
public record OverSet(Fold fold, Optional<Formula> test, Lacking lacking) {
    /** What is made of a set. */
    public enum Fold {
        /** How many pass the test. */
        COUNT_OF,
        /** Which share of them passes the test. */
        SHARE_OF,
        /** The sum of a reading. */
        SUM_OF,
        /** The mean of a reading. */
        MEAN_OF,
        /** The lowest of a reading. */
        LOWEST_OF,
        /** The highest of a reading. */
        HIGHEST_OF;

        /** Whether it counts targets that pass a test. */
        public boolean counts() {
            return this == COUNT_OF || this == SHARE_OF;
        }
    }

    /** What is done about targets whose reading is missing. */
    public enum Lacking {
        /** The input is missing too. */
        REFUSE,
        /** They are left out. */
        SKIP,
        /** They do not pass, or count as 0, because the rule says so. */
        ZERO
    }

    public OverSet {
        requireNonNull(fold, "fold");
        requireNonNull(test, "test");
        requireNonNull(lacking, "lacking");
        if (fold.counts() != test.isPresent()) {
            throw new IllegalArgumentException("a count or share of targets needs a test, and nothing else has one");
        }
    }
}
