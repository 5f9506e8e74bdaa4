package io.mubiao.problem;

import java.io.Serial;
import java.util.List;

/** A register (or another definition) is refused whole; {@link #problems()} says everything that is wrong. */
public final class InvalidDefinitionException extends ProblemsException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * @param subject what is refused, such as a file name
     * @param problems all that is wrong with it
     */
    public InvalidDefinitionException(String subject, List<Problem> problems) {
        super(subject + " is refused", problems);
    }
}
