package io.mubiao.target;

import static java.util.Objects.requireNonNull;

/** How samples of a level that is to be maintained are read together (考核口径). Immutable. */
public sealed interface SampleReading {
    /** Every sample of every member must meet the level. */
    record Every() implements SampleReading {
        @Override
        public String toString() {
            return "every";
        }
    }

    /** The worst sample must meet the level. */
    record Worst() implements SampleReading {
        @Override
        public String toString() {
            return "worst";
        }
    }

    /** The plain mean of all samples must meet the level. */
    record Mean() implements SampleReading {
        @Override
        public String toString() {
            return "mean";
        }
    }

    /** The share of samples that meet the level must satisfy a bound in %. */
    record Share(Bound share) implements SampleReading {
        public Share {
            requireNonNull(share, "share");
        }

        @Override
        public String toString() {
            return "share";
        }
    }

    /** Every sample of every member. */
    static SampleReading every() {
        return new Every();
    }

    /** The worst sample. */
    static SampleReading worst() {
        return new Worst();
    }

    /** The mean of all samples. */
    static SampleReading mean() {
        return new Mean();
    }

    /** The share of samples that meet the level. */
    static SampleReading share(Bound share) {
        return new Share(share);
    }
}
