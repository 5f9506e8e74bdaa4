package io.mubiao.io.rule;

import io.mubiao.io.Format;
import io.mubiao.io.Input;
import io.mubiao.io.internal.DefinitionText;
import io.mubiao.io.internal.Node;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import io.mubiao.scoring.ScoringRule;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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
        return DefinitionText.read(file, doubts, ScoringRuleFile::rule);
    }

    /** As {@link #read(Path, Consumer)}, from wherever it is. */
    public static ScoringRule read(Input input, Consumer<Problem> doubts) {
        return DefinitionText.read(input, doubts, ScoringRuleFile::rule);
    }

    /** As {@link #read(Path)}, from wherever it is. */
    public static ScoringRule read(Input input) {
        return read(input, doubt -> { });
    }

    /**
     * Reads a rule from text.
     *
     * @param name what messages call it
     * @throws InvalidDefinitionException as {@link #read(Path)}
     */
    public static ScoringRule parse(String text, Format format, String name) {
        return DefinitionText.parse(text, format, name, ScoringRuleFile::rule);
    }

    /**
     * The rule as text, which reads back to an equal rule.
     *
     * @throws IllegalArgumentException if it says what no file can say, such as a part with an empty title
     */
    public static String write(ScoringRule rule, Format format) {
        return WrittenRule.text(rule, ScoringRuleWriter.tree(rule, ""), format,
                (root, problems) -> new ScoringRuleReader(problems).unchecked(root, "").orNull());
    }

    /**
     * Writes a rule to a file, in place of what is there; its name tells the format.
     *
     * @throws IllegalArgumentException as {@link #write(ScoringRule, Format)}
     * @throws java.io.UncheckedIOException if the file cannot be written; then it is as it was
     */
    public static void write(ScoringRule rule, Path file) {
        WrittenRule.put(write(rule, Format.of(file)), file);
    }

    private static @Nullable ScoringRule rule(Node root, ProblemList problems) {
        return problems.hasErrors() ? null : new ScoringRuleReader(problems).rule(root, "").orNull();
    }
}
