package io.mubiao.method;

import static java.util.Objects.requireNonNull;

/**
 * Which populations of a proportion measure one subject is in. Immutable.
 *
 * @param subject who
 * @param denominator is meant by the measure at all
 * @param denominatorExclusion does not belong there (before the result is looked at)
 * @param denominatorException is excused if the result is not there
 * @param numerator has the result
 * @param numeratorExclusion has it, but it does not count
 */
public record Membership(String subject, boolean denominator, boolean denominatorExclusion,
        boolean denominatorException, boolean numerator, boolean numeratorExclusion) {
    /** How a subject counts. */
    public enum Standing {
        /** In the denominator and the numerator. */
        MET,
        /** In the denominator only. */
        UNMET,
        /** In neither. */
        NOT_COUNTED
    }

    public Membership {
        requireNonNull(subject, "subject");
    }

    /** In the denominator and the numerator. */
    public static Membership met(String subject) {
        return new Membership(subject, true, false, false, true, false);
    }

    /** In the denominator only. */
    public static Membership unmet(String subject) {
        return new Membership(subject, true, false, false, false, false);
    }

    /** Taken out of the denominator, whatever the result. */
    public Membership excluded() {
        return new Membership(subject, denominator, true, denominatorException, numerator, numeratorExclusion);
    }

    /** Excused: taken out of the denominator if not in the numerator. */
    public Membership excepted() {
        return new Membership(subject, denominator, denominatorExclusion, true, numerator, numeratorExclusion);
    }

    /** Taken out of the numerator. */
    public Membership numeratorExcluded() {
        return new Membership(subject, denominator, denominatorExclusion, denominatorException, numerator, true);
    }

    /** How the subject counts: exclusion first, then the numerator, then the exception of who is not in the numerator. */
    public Standing standing() {
        if (!denominator || denominatorExclusion) {
            return Standing.NOT_COUNTED;
        }
        if (numerator) {
            return numeratorExclusion ? Standing.UNMET : Standing.MET;
        }
        return denominatorException ? Standing.NOT_COUNTED : Standing.UNMET;
    }
}
