package io.mubiao.land.internal;

/**
 * What a value that is not there is about: a figure of the rule, or something that the rule gives no name. Immutable.
 *
 * @param path the parts that need it, from outside in; empty where it is asked for by itself
 * @param kind what lacks
 * @param what its name, or the number that has no root or logarithm
 */
public record Lack(String path, Kind kind, String what) {
    /** What lacks. */
    public enum Kind {
        /** Something the rule names. */
        NAMED,
        /** What every rule has: a place, last year's class. */
        BUILT_IN,
        /** The mean score of an item. */
        MEAN_SCORE,
        /** A logarithm of a number that has none. */
        LOGARITHM,
        /** A root of a number that has none. */
        ROOT,
        /** A day that no calendar of ours has. */
        DAY,
        /** A sum of denominators. */
        DENOMINATORS,
        /** A divisor that is worked out. */
        DIVISOR,
        /** The items of a group, all of them. */
        ALL_ITEMS
    }

    private static final String JOINT = ": ";

    /** Of what a value says it is about. */
    public static Lack of(String about) {
        int joint = about.lastIndexOf(JOINT);
        String last = joint < 0 ? about : about.substring(joint + JOINT.length());
        Kind kind = kind(last);
        String path = joint < 0 ? "" : about.substring(0, joint);
        return kind == Kind.NAMED ? new Lack("", kind, about) : new Lack(path, kind, kind == Kind.DAY ? "" : last.substring(phrase(kind).length()));
    }

    private static Kind kind(String last) {
        return switch (last) {
            case "place", "ranked", "class", "prior_class", "group", "subtotal", "total", "year_end" -> Kind.BUILT_IN;
            case "sum of denominators" -> Kind.DENOMINATORS;
            case "divisor" -> Kind.DIVISOR;
            case "all items" -> Kind.ALL_ITEMS;
            case "the day lies outside of the years 1 to 9999" -> Kind.DAY;
            default -> last.startsWith(phrase(Kind.MEAN_SCORE)) ? Kind.MEAN_SCORE : last.startsWith(phrase(Kind.LOGARITHM)) ? Kind.LOGARITHM
                    : last.startsWith(phrase(Kind.ROOT)) ? Kind.ROOT : Kind.NAMED;
        };
    }

    private static String phrase(Kind kind) {
        return switch (kind) {
            case MEAN_SCORE -> "mean score of ";
            case LOGARITHM -> "logarithm of ";
            case ROOT -> "root of ";
            default -> "";
        };
    }

    /** Whether every figure is there and the formula gives no number for them. */
    public boolean isUncomputable() {
        return kind == Kind.LOGARITHM || kind == Kind.ROOT || kind == Kind.DAY;
    }
}
