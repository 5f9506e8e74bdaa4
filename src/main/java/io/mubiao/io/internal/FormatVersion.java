package io.mubiao.io.internal;

import java.util.regex.Pattern;

/** In which version of its format a file is written; without one in the first. */
public final class FormatVersion {
    /** The newest that is read, and the one that is written. */
    public static final long NOW = 1;

    static final String FIELD = "format";

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    private FormatVersion() {}

    /** Reads field {@code format} of a whole file, which may have it whatever it is; a newer version is the only problem then. */
    public static Node check(Node root, ProblemList problems) {
        Node node = root.fields.get(FIELD);
        if (node == null) {
            return root;
        }
        if (node.kind != Node.Kind.TEXT || !NUMBER.matcher(node.text).matches()) {
            problems.error(node, "BAD_VALUE", "not a version of the format: " + node.describe() + "; expected a whole number from 1");
        } else if (Long.parseLong(node.text) > NOW) {
            problems.error(node, "NEWER_FORMAT", "the file has format " + node.text + ", this library reads formats up to " + NOW
                    + "; expected an older file or a newer library");
            throw new ProblemList.GiveUp();
        }
        return root;
    }
}
