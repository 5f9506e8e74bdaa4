package io.mubiao.io;

import io.mubiao.outcome.Place;
import io.mubiao.outcome.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the problems of one file. */
final class ProblemList {
    /** Reading cannot go on; what was found so far is in the list. */
    static final class GiveUp extends RuntimeException {
        @java.io.Serial
        private static final long serialVersionUID = 1L;

        GiveUp() {
            super("gave up", null, false, false);
        }
    }

    private final String file;
    private final int most;
    private final List<Problem> problems = new ArrayList<>();

    ProblemList(String file, int most) {
        this.file = file;
        this.most = most;
    }

    void error(Node node, String code, String message) {
        add(Problem.error(code, new Place(file, node.line, node.column, node.path()), message));
    }

    void error(int line, int column, String path, String code, String message) {
        add(Problem.error(code, new Place(file, line, column, path), message));
    }

    private void add(Problem problem) {
        problems.add(problem);
        if (problems.size() >= most) {
            problems.add(Problem.error("TOO_MANY_PROBLEMS", new Place(file, 0, 0, ""),
                    "gave up after " + most + " problems"));
            throw new GiveUp();
        }
    }

    int size() {
        return problems.size();
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    List<Problem> inFileOrder() {
        return problems.stream()
                .sorted(Comparator.comparing((Problem problem) -> problem.code().equals("TOO_MANY_PROBLEMS"))
                        .thenComparing(problem -> problem.place().line())
                        .thenComparing(problem -> problem.place().column()))
                .toList();
    }
}
