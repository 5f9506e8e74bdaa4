package io.mubiao.io.internal;

import java.util.regex.Pattern;

/** In which version of its format a file is written; without one in the first. */
public final class FormatVersion {
    /** The newest that is read, and the one that is written. */
    public static final long NOW = 1;

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    private FormatVersion() {}

    /** Reads field {@code format}; a newer version is a problem. */
    public static void check(Fields fields) {
        Node node = fields.get("format");
        if (node == null) {
            return;
        }
        if (node.kind != Node.Kind.TEXT || !NUMBER.matcher(node.text).matches()) {
            fields.problems.error(node, "BAD_VALUE", "not a version of the format: " + node.describe() + "; expected a whole number from 1");
        } else if (Long.parseLong(node.text) > NOW) {
            fields.problems.error(node, "NEWER_FORMAT", "the file has format " + node.text + ", this library reads formats up to " + NOW
                    + "; expected an older file or a newer library");
        }
    }
}
