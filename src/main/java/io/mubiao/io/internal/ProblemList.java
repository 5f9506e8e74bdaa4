package io.mubiao.io.internal;

import io.mubiao.problem.Place;
import io.mubiao.problem.Problem;
import io.mubiao.problem.Reasoned;
import io.mubiao.work.internal.Checkpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Collects the problems of one file. Errors end the reading when there are too many; warnings beyond the limit are only
 * counted.
 */
public final class ProblemList {
    /** Reading cannot go on; what was found so far is in the list. */
    public static final class GiveUp extends RuntimeException {
        @java.io.Serial
        private static final long serialVersionUID = 1L;

        public GiveUp() {
            super("gave up", null, false, false);
        }
    }

    private final String file;
    private final int most;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Integer> unlisted = new TreeMap<>();
    private final DoubtTally tally = new DoubtTally();
    private final List<Node> unread = new ArrayList<>();
    private String sheet = "";
    private Map<Integer, String> headers = Map.of();
    private int errors;
    private int warnings;
    private long told;

    /** Of a file, as many as the budget in force allows. */
    public ProblemList(String file) {
        this(file, Checkpoint.budget().problems());
    }

    public ProblemList(String file, int most) {
        this.file = file;
        this.most = most;
    }

    /** A list with the same problems, which grows by itself. */
    public ProblemList copy() {
        ProblemList copy = new ProblemList(file, most);
        copy.problems.addAll(problems);
        copy.unlisted.putAll(unlisted);
        copy.sheet = sheet;
        copy.headers = headers;
        copy.errors = errors;
        copy.warnings = warnings;
        return copy;
    }

    /** How much was found so far. */
    record Mark(int problems, int errors, long told) {}

    /** What {@link #back} takes. */
    Mark mark() {
        return new Mark(problems.size(), errors, told);
    }

    /** Forgets the errors that were found since. */
    void back(Mark mark) {
        problems.subList(mark.problems(), problems.size()).clear();
        errors = mark.errors();
        told = mark.told();
    }

    /** What is found from now on stands in this sheet of the file. */
    public ProblemList sheet(String name) {
        sheet = name;
        return this;
    }

    /** What is found from now on at a place of a table, from 1, is named by its header there. */
    public void headers(Map<Integer, String> byColumn) {
        headers = byColumn;
    }

    /** A field whose name nobody knows: whatever is named in it was not read. */
    void unread(Node field) {
        unread.add(field);
    }

    /** The fields whose names nobody knows. */
    public List<Node> unread() {
        return List.copyOf(unread);
    }

    /** Whether the file is a table. */
    public boolean hasHeaders() {
        return !headers.isEmpty();
    }

    /** The cell of a table that a node stands for: C12. */
    public String cell(Node node) {
        return place(node).cell();
    }

    private Place place(Node node) {
        return new Place(file, sheet, node.line, node.column, path(node));
    }

    /** The path of a node; of a table, which has none, the header that it stands under. */
    String path(Node node) {
        return headers.isEmpty() ? node.path() : headers.getOrDefault(node.column, "");
    }

    public Problem error(Node node, String code, String message) {
        return add(Problem.error(code, place(node), message));
    }

    /** What an exception says is a problem of a node. */
    public void error(Node node, RuntimeException e) {
        error(node, e, "");
    }

    /** The same with something to add behind its message. */
    public void error(Node node, RuntimeException e, String behind) {
        add(Reasoned.problem(e, "BAD_VALUE", place(node), behind));
    }

    /** Puts a better word for a problem in its place. */
    void replace(Problem problem, Node node, String code, String message) {
        problems.set(problems.lastIndexOf(problem),
                Problem.error(code, place(node), message));
    }

    public void add(Node node, boolean error, String code, String message) {
        if (error) {
            error(node, code, message);
        } else {
            warning(node.line, node.column, path(node), code, message);
        }
    }

    public void error(int line, int column, String path, String code, String message) {
        add(Problem.error(code, new Place(file, sheet, line, column, path), message));
    }

    public void warning(int line, int column, String path, String code, String message) {
        told++;
        if (warnings < most) {
            warnings++;
            problems.add(Problem.warning(code, new Place(file, sheet, line, column, path), message));
        } else {
            unlisted.merge(code, 1, Integer::sum);
        }
    }

    /** Whether so many warnings are listed that what comes is only counted, whatever it says. */
    public boolean onlyCounts() {
        return warnings >= most;
    }

    private Problem add(Problem problem) {
        told++;
        if (errors >= most) {
            throw new GiveUp();
        }
        problems.add(problem);
        errors++;
        if (errors >= most) {
            problems.add(Problem.error("TOO_MANY_PROBLEMS", new Place(file, sheet, 0, 0, ""),
                    "gave up after " + most + " problems"));
            throw new GiveUp();
        }
        return problem;
    }

    /** How often anything was told or counted. */
    public long told() {
        return told;
    }

    /** How many errors there are. */
    public int errors() {
        return errors;
    }

    public boolean hasErrors() {
        return errors > 0;
    }

    /** Whether there is nothing to tell, not even a doubt. */
    public boolean isEmpty() {
        return problems.isEmpty() && unlisted.isEmpty();
    }

    /** A doubt that many places share; told once. */
    void count(Node node, String code, String words) {
        count(node, code, words, "");
    }

    /** The same with an example, which is told of the first place. */
    void count(Node node, String code, String words, String example) {
        told++;
        tally.add(node, path(node), code, words, example);
    }

    public List<Problem> inFileOrder() {
        tally.tell(this);
        List<Problem> sorted = new ArrayList<>(problems);
        sorted.sort(Comparator.comparing((Problem problem) -> problem.code().equals("TOO_MANY_PROBLEMS"))
                .thenComparing(problem -> problem.place().line())
                .thenComparing(problem -> problem.place().column()));
        if (!unlisted.isEmpty()) {
            sorted.add(Problem.warning("MORE_WARNINGS", new Place(file, sheet, 0, 0, ""),
                    "listed " + most + " warnings; how many more there are, by code: " + unlisted));
        }
        return List.copyOf(sorted);
    }
}
