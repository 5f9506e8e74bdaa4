package io.mubiao.io;

import java.nio.file.Path;
import java.util.Locale;

/** The two ways of writing a tree. */
public enum Format {
    /** YAML 1.1 without anchors, aliases and tags. */
    YAML,
    /** JSON. */
    JSON;

    /**
     * The format of a file by the ending of its name.
     *
     * @throws IllegalArgumentException if it is none of .yaml, .yml, .json
     */
    public static Format of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            return YAML;
        }
        if (name.endsWith(".json")) {
            return JSON;
        }
        throw new IllegalArgumentException("cannot tell the format of '" + file + "'; expected .yaml, .yml or .json");
    }
}
