package io.mubiao.land.assess;

import static java.util.Objects.requireNonNull;

/**
 * Why nobody can tell, or why there is no amount (原因). Immutable; {@link #toString} says it in English with the names of
 * formulas.
 *
 * @param kind what kind of reason it is
 * @param part the part of the rule that cannot be decided; empty names where it is the result as a whole
 * @param what what is missing, zero or out of time
 */
public record Why(Kind kind, Named part, Named what) {
    /** Kinds of reasons. */
    public enum Kind {
        /** A text of the ranking is missing. */
        NO_RANKING,
        /** An input of the scope is missing. */
        NO_SCOPE,
        /** There is no total: an input is missing. */
        MISSING,
        /** There is no total: a divisor is zero. */
        ZERO_DIVISOR,
        /** An input of the tests of the classes is missing. */
        NO_CLASS,
        /** An input of an override is missing. */
        NO_OVERRIDE,
        /** An input of a consequence is missing. */
        NO_AMOUNT,
        /** A consequence is not in force on the day. */
        NOT_IN_FORCE
    }

    /**
     * Something by its name in formulas and its name for people.
     *
     * @param name its name in formulas
     * @param title its name for people
     */
    public record Named(String name, String title) {
        static final Named NOTHING = new Named("", "");

        public Named {
            requireNonNull(name, "name");
            requireNonNull(title, "title");
        }
    }

    public Why {
        requireNonNull(kind, "kind");
        requireNonNull(part, "part");
        requireNonNull(what, "what");
    }

    static Why of(Kind kind, Named what) {
        return new Why(kind, Named.NOTHING, what);
    }

    @Override
    public String toString() {
        return say(part.name, what.name);
    }

    /** The same with the names for people. */
    public String titled() {
        return say(part.title, what.title);
    }

    private String say(String of, String absent) {
        return switch (kind) {
            case NO_RANKING -> "it belongs to no ranking: a text of " + absent + " is missing";
            case NO_SCOPE -> "'" + absent + "' is missing and the scope needs it";
            case MISSING -> "there is no total: " + absent + " is missing, and the rule does not say what then";
            case ZERO_DIVISOR -> "there is no total: " + absent + " is zero, and the rule does not say what then";
            case NO_CLASS -> "the class cannot be found: an input of its tests is missing";
            case NO_OVERRIDE -> "override '" + of + "' cannot be decided: '" + absent + "' is missing";
            case NO_AMOUNT -> "'" + absent + "' is missing";
            case NOT_IN_FORCE -> "it holds in " + of + ", not on " + absent;
        };
    }
}
