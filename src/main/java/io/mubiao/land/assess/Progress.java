package io.mubiao.land.assess;

/**
 * Hears how far an evaluation is (进度). Called from the working threads, one call at a time, at the beginning of a stage and at
 * least every some thousand rows. A listener that throws ends the work: what it throws reaches the caller.
 */
@FunctionalInterface
public interface Progress {
    /** Nobody listens. */
    Progress NONE = (stage, done, total) -> { };

    /** What is being done. */
    enum Stage {
        /** Scope, groups and labels. */
        SCOPE,
        /** Baselines. */
        BASELINES,
        /** Scores and totals. */
        SCORES,
        /** Ranks and classes. */
        CLASSES
    }

    /**
     * So many of so many rows of a stage are done.
     *
     * @param stage the stage
     * @param done rows done, from 0 to total
     * @param total all rows
     */
    void at(Stage stage, long done, long total);
}
