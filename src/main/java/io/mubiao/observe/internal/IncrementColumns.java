package io.mubiao.observe.internal;

/** What an iterator of observations is too that has increments in columns, so that a log need not ask for an object of each. */
public interface IncrementColumns {
    /**
     * The number, from 0, of what the next observation has in common with others: an increment without an id that supersedes nothing,
     * of one stream, source, basis, unit and recorded-at, which may be taken from its last day. Negative if it is anything else.
     */
    int like();

    /** Passes over the next observation, an increment; from now on it is told of. */
    void pass();

    /** Its first day since 1970-01-01. */
    int first();

    /** Its last day since 1970-01-01. */
    int last();

    /** Its amount: so many of 10^-{@link #scale}. */
    long unscaled();

    /** From 0 to 18. */
    int scale();
}
