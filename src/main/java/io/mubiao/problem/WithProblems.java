package io.mubiao.problem;

import static java.util.Objects.requireNonNull;

import io.mubiao.text.internal.Characters;
import java.util.List;

/**
 * What could be read, together with everything that was wrong with the rest. Immutable.
 *
 * <p>Going on with problems left is the caller's explicit choice: {@link #orThrow()} refuses them,
 * {@link #despiteProblems()} accepts them.
 *
 * @param <T> what was read
 * @param value the part that could be read
 * @param problems everything that was wrong, in file order
 */
public record WithProblems<T>(T value, List<Problem> problems) {
    public WithProblems {
        requireNonNull(value, "value");
        problems = List.copyOf(problems);
    }

    /** Whether nothing at all was wrong or doubtful. */
    public boolean isClean() {
        return problems.isEmpty();
    }

    /**
     * The value, if there is no error among the problems (warnings pass).
     *
     * @throws InvalidDataException listing every problem, if there is an error among them
     */
    public T orThrow() {
        if (problems.stream().anyMatch(problem -> problem.severity() == Problem.Severity.ERROR)) {
            throw new InvalidDataException(problems);
        }
        return value;
    }

    /** The value as far as it could be read: the caller has decided to go on without the rest. */
    public T despiteProblems() {
        return value;
    }

    @Override
    public String toString() {
        return Characters.shown(this);
    }
}
