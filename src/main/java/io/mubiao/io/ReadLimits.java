package io.mubiao.io;

/**
 * How much a reader takes (读取上限). Immutable; {@link #DEFAULT} reads 100,000 targets.
 *
 * @param bytes the largest file
 * @param depth the deepest nesting of objects and lists
 * @param scalar the longest text, in characters
 * @param problems after how many problems reading gives up
 */
public record ReadLimits(long bytes, int depth, int scalar, int problems) {
    /** 256 MiB, 20 levels, 20,000 characters, 1,000 problems. */
    public static final ReadLimits DEFAULT = new ReadLimits(256L << 20, 20, 20_000, 1_000);

    public ReadLimits {
        if (bytes < 1 || depth < 1 || scalar < 1 || problems < 1) {
            throw new IllegalArgumentException("limits must be >= 1, got " + bytes + ", " + depth + ", " + scalar + ", "
                    + problems);
        }
    }
}
