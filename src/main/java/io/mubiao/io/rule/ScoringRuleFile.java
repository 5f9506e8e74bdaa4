package io.mubiao.io.rule;

import io.mubiao.io.Format;
import io.mubiao.io.ReadLimits;
import io.mubiao.io.internal.Node;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.io.internal.TreeReader;
import io.mubiao.outcome.InvalidDefinitionException;
import io.mubiao.outcome.Problem;
import io.mubiao.rating.ScoringRule;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Reads scoring rules from YAML or JSON (计分办法文件); {@code seeds/scoring/README.md} is the reference of the format. */
public final class ScoringRuleFile {
    private ScoringRuleFile() {}

    /**
     * Reads a rule.
     *
     * @throws InvalidDefinitionException listing every problem, with file, line and path
     * @throws IllegalArgumentException if the name ends in neither .yaml, .yml nor .json
     * @throws java.io.UncheckedIOException if the file exists but cannot be read
     */
    public static ScoringRule read(Path file) {
        return read(file, doubt -> { });
    }

    /**
     * As {@link #read(Path)}; a listener hears what was made plain before it was read (full-width digits, 2024/9/30) and
     * what else is doubtful about the texts (提醒).
     */
    public static ScoringRule read(Path file, Consumer<Problem> doubts) {
        ProblemList problems = new ProblemList(file.toString(), ReadLimits.DEFAULT.problems());
        ScoringRule rule = read(() -> TreeReader.read(file, ReadLimits.DEFAULT, problems), file.toString(), problems);
        problems.inFileOrder().forEach(doubts);
        return rule;
    }

    /**
     * Reads a rule from text.
     *
     * @param name what messages call it
     * @throws InvalidDefinitionException as {@link #read(Path)}
     */
    public static ScoringRule parse(String text, Format format, String name) {
        ProblemList problems = new ProblemList(name, ReadLimits.DEFAULT.problems());
        return read(() -> TreeReader.parse(text, format, ReadLimits.DEFAULT, problems), name, problems);
    }

    private static ScoringRule read(Supplier<Node> tree, String name, ProblemList problems) {
        ScoringRule rule = null;
        try {
            Node root = tree.get();
            if (!problems.hasErrors()) {
                rule = new ScoringRuleReader(problems).rule(root, "").orNull();
            }
        } catch (ProblemList.GiveUp e) {
            throw new InvalidDefinitionException(name, problems.inFileOrder());
        }
        if (rule == null || problems.hasErrors()) {
            throw new InvalidDefinitionException(name, problems.inFileOrder());
        }
        return rule;
    }
}
