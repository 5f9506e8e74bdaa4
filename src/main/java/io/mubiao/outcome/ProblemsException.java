package io.mubiao.outcome;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** Carries every problem that was found; the message lists them, the first hundred in full. */
public abstract sealed class ProblemsException extends RuntimeException
        permits InvalidDefinitionException, InvalidDataException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int LISTED = 100;

    private final Problem[] problems;

    ProblemsException(String subject, List<Problem> problems) {
        super(message(subject, problems));
        this.problems = problems.toArray(Problem[]::new);
    }

    private static String message(String subject, List<Problem> problems) {
        String rest = problems.size() > LISTED ? "\n  … and " + (problems.size() - LISTED) + " more" : "";
        return subject + ", " + problems.size() + (problems.size() == 1 ? " problem:" : " problems:")
                + problems.stream().limit(LISTED).map(problem -> "\n  " + problem).collect(Collectors.joining())
                + rest;
    }

    /** Every problem, in file order. */
    public List<Problem> problems() {
        return List.of(problems);
    }
}
