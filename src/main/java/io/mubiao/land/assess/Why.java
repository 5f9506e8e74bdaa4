package io.mubiao.land.assess;

import static java.util.Objects.requireNonNull;

import io.mubiao.formula.Value;
import io.mubiao.land.internal.Lack;
import io.mubiao.text.internal.Characters;

/**
 * Why nobody can tell, or why there is no amount (原因). Immutable; {@link #toString} says it in English with the names of
 * formulas.
 *
 * @param kind what kind of reason it is
 * @param part the part of the rule that cannot be decided; empty names where it is the result as a whole
 * @param what what is missing, zero, undefined or out of time
 * @param how whether it is missing, a divisor that is zero, a baseline that nobody forms, or nothing the document gives
 */
public record Why(Kind kind, Named part, Named what, Value.Absence how) {
    /** Kinds of reasons. */
    public enum Kind {
        /** A text of the ranking is missing. */
        NO_RANKING,
        /** What the scope needs cannot be decided. */
        NO_SCOPE,
        /** There is no total: an input is missing, or nobody forms a baseline. */
        MISSING,
        /** There is no total: a divisor is zero. */
        ZERO_DIVISOR,
        /** What a class needs cannot be decided. */
        NO_CLASS,
        /** Whether an override holds cannot be decided. */
        NO_OVERRIDE,
        /** It takes the class of another, and nobody is named. */
        FOLLOWS_NOBODY,
        /** It takes the class of another who is not in the roll. */
        FOLLOWS_ABSENT,
        /** It takes the class of another, who takes its own. */
        FOLLOWS_CIRCLE,
        /** It takes the class of another, whose class nobody can tell. */
        FOLLOWS_UNDECIDED,
        /** An input of a consequence is not there. */
        NO_AMOUNT,
        /** Whether a consequence concerns it cannot be decided. */
        NO_CONCERN,
        /** Which rate of a consequence it is cannot be decided. */
        NO_RATE,
        /** A consequence is not in force on the day. */
        NOT_IN_FORCE,
        /** A consequence is in force for a time, and nobody says the year. */
        NO_YEAR
    }

    /**
     * Something by its name in formulas and its name for people.
     *
     * @param name its name in formulas
     * @param title its name for people
     */
    public record Named(String name, String title) {
        /** Nothing in particular. */
        public static final Named NOTHING = new Named("", "");

        public Named {
            requireNonNull(name, "name");
            requireNonNull(title, "title");
        }

        @Override
        public String toString() {
            return Characters.shown(this);
        }
    }

    public Why {
        requireNonNull(kind, "kind");
        requireNonNull(part, "part");
        requireNonNull(what, "what");
        requireNonNull(how, "how");
    }

    /** Whether nobody can tell if the enterprise takes part like the others, or like one whose class it takes. */
    boolean leavesScopeOpen() {
        return switch (kind) {
            case NO_SCOPE, FOLLOWS_NOBODY, FOLLOWS_ABSENT, FOLLOWS_CIRCLE, FOLLOWS_UNDECIDED -> true;
            default -> false;
        };
    }

    @Override
    public String toString() {
        return Characters.shown(say(part.name, what.name));
    }

    /** The same with the names for people. */
    public String titled() {
        return say(part.title, what.title);
    }

    private String lacking(String absent) {
        return switch (how) {
            case MISSING, OPEN -> missing(absent);
            case NOBODY -> nobody(absent);
            case ZERO_DIVISOR -> Lack.of(absent).kind() == Lack.Kind.NAMED ? "'" + absent + "' is zero and cannot divide" : unnamed(absent);
            case UNDEFINED -> undefined(absent);
        };
    }

    private static String undefined(String absent) {
        Lack lack = Lack.of(absent);
        return lack.kind() == Lack.Kind.DAY ? "'" + lack.path().replace(" and ", ", ") + "': the day lies outside of the years 1 to 9999"
                : "the document gives no number (" + absent + ")";
    }

    private static String nobody(String absent) {
        return "nobody forms the baseline '" + absent + "'";
    }

    private static String missing(String absent) {
        Lack lack = Lack.of(absent);
        String path = lack.path().isEmpty() ? "" : "'" + lack.path() + "': ";
        return switch (lack.kind()) {
            case BUILT_IN -> path + builtIn(lack.what());
            case MEAN_SCORE -> "the mean score of '" + lack.what() + "' is missing";
            case LOGARITHM -> path + lack.what() + " has no logarithm";
            case ROOT -> path + lack.what() + " has no root";
            case ALL_ITEMS -> path + "every item is missing";
            default -> "'" + absent + "' is missing";
        };
    }

    private static String builtIn(String name) {
        return switch (name) {
            case "place" -> "the place is missing";
            case "ranked" -> "how many are ranked is missing";
            case "class" -> "the class is missing";
            case "prior_class" -> "last year's class is missing";
            case "group" -> "the group is missing";
            case "subtotal" -> "the sum of the scores is missing";
            case "total" -> "the total is missing";
            default -> "the end of the year is missing";
        };
    }

    /** That a divisor without a name is zero. */
    private static String unnamed(String absent) {
        Lack lack = Lack.of(absent);
        return (lack.path().isEmpty() ? "" : "'" + lack.path() + "': ")
                + (lack.kind() == Lack.Kind.DENOMINATORS ? "the sum of denominators is zero" : "the divisor is zero");
    }

    private String say(String of, String absent) {
        return switch (kind) {
            case NO_RANKING -> "it belongs to no ranking: a text of " + absent + " is missing";
            case NO_SCOPE -> lacking(absent) + " and the scope needs it";
            case MISSING -> how == Value.Absence.NOBODY ? "there is no total: " + nobody(absent) + ", and the rule does not say what then (degenerate of an item)"
                    : "there is no total: " + (how == Value.Absence.UNDEFINED ? undefined(absent) : missing(absent)) + ", and the rule does not say what then";
            case ZERO_DIVISOR -> Lack.of(absent).kind() == Lack.Kind.NAMED ? "there is no total: '" + absent + "' is zero, and the rule does not say what then"
                    : "there is no total: " + unnamed(absent) + ", and the rule does not say what then";
            case NO_CLASS -> "the class cannot be found: what class '" + of + "' needs cannot be decided, " + lacking(absent);
            case NO_OVERRIDE -> "override '" + of + "' cannot be decided: " + lacking(absent);
            case FOLLOWS_NOBODY -> "it takes the class of another, and " + lacking(absent);
            case FOLLOWS_ABSENT -> "it takes the class of '" + absent + "' ('" + of + "'), who is not in the roll";
            case FOLLOWS_CIRCLE -> "it takes the class of others who follow each other in a circle: " + absent + " ('" + of + "')";
            case FOLLOWS_UNDECIDED -> "it takes the class of '" + absent + "' ('" + of + "'), which nobody can tell";
            case NO_AMOUNT -> lacking(absent);
            case NO_CONCERN -> "whether it applies cannot be decided: " + lacking(absent);
            case NO_RATE -> "which rate it is cannot be decided: " + lacking(absent);
            case NOT_IN_FORCE -> "it holds in " + of + ", not on " + absent;
            case NO_YEAR -> "it holds in " + of + ", and nobody says which year is evaluated";
        };
    }
}
