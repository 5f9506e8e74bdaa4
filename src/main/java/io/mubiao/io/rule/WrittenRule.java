package io.mubiao.io.rule;

import io.mubiao.io.Format;
import io.mubiao.io.internal.AtomicFile;
import io.mubiao.io.internal.Node;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.io.internal.Tree;
import io.mubiao.io.internal.TreeReader;
import io.mubiao.io.internal.TreeWriter;
import io.mubiao.problem.Problem;
import io.mubiao.rule.Rule;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The text of a rule, which is given out only if it reads back to an equal rule. */
final class WrittenRule {
    private WrittenRule() {}

    /**
     * The text of a tree.
     *
     * @param reader reads the rule without asking whether its parts fit together
     * @throws IllegalArgumentException if the rule says what files cannot say
     */
    static <R extends Rule<R>> String text(R rule, Tree tree, Format format, BiFunction<Node, ProblemList, ? extends @Nullable R> reader) {
        String text = TreeWriter.write(tree, format);
        ProblemList problems = new ProblemList(rule.id());
        R again;
        try {
            again = reader.apply(TreeReader.parse(text, format, problems), problems);
        } catch (ProblemList.GiveUp e) {
            again = null;
        }
        List<Problem> found = problems.inFileOrder().stream().filter(it -> it.severity() == Problem.Severity.ERROR).toList();
        if (!found.isEmpty()) {
            Problem first = found.get(0);
            throw new IllegalArgumentException(rule.kindAndId() + " says what a file cannot say, at " + first.place().path() + ": "
                    + first.message());
        }
        if (again == null || !rule.equals(again)) {
            throw new IllegalArgumentException(rule.kindAndId() + " says what a file cannot say: read again it would be another rule; "
                    + "expected parts as a file has them, with titles, thresholds in order, decimals or formulas for fractions");
        }
        return text;
    }

    static void put(String text, Path file) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, out -> out.write(bytes));
    }
}
