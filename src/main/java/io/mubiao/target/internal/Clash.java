package io.mubiao.target.internal;

import static java.util.Objects.requireNonNull;

import io.mubiao.problem.Problem;

/**
 * Two observations that do not go together (相互矛盾的数据); of an error with the code DOES_NOT_FIT the other is right. Immutable.
 *
 * @param one the number of the one, from 0
 * @param other the number of the other, mostly the earlier of the two
 * @param severity whether it cannot be, or hardly can
 * @param code a stable name for programs
 * @param message what does not go together
 */
public record Clash(int one, int other, Problem.Severity severity, String code, String message) {
    public Clash {
        requireNonNull(severity, "severity");
        requireNonNull(code, "code");
        requireNonNull(message, "message");
    }

    /** Whether only the one is wrong. */
    public boolean isOfOne() {
        return code.equals(Misfits.CODE);
    }
}
