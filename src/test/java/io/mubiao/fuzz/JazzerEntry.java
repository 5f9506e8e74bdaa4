package io.mubiao.fuzz;

import java.io.IOException;

/** What Jazzer calls: the target that the property {@code mubiao.fuzz.target} names. */
public final class JazzerEntry {
    private static final FuzzTarget TARGET = FuzzTarget.named(System.getProperty("mubiao.fuzz.target", "text"));

    private JazzerEntry() {}

    /** Everything is loaded before an input is timed. */
    public static void fuzzerInitialize() throws IOException {
        for (byte[] input : TARGET.corpus()) {
            TARGET.take(input);
        }
    }

    /** One input. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        TARGET.take(input);
    }
}
