package io.mubiao.io.rule;

import io.mubiao.io.Format;
import io.mubiao.io.Input;
import io.mubiao.io.internal.DefinitionText;
import io.mubiao.land.EvaluationRule;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import io.mubiao.work.CostBudget;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads evaluation rules from YAML or JSON (评价办法文件).
 *
 * <pre>{@code
 * EvaluationRule rule = RuleFile.read(Path.of("seeds/rules/huaian-2024-by-county.yaml"));
 * System.out.println(rule.year() + " " + rule.columns().get("land").header()); // prints 2024 用地面积(亩)
 * }</pre>
 */
public final class RuleFile {
    private RuleFile() {}

    /**
     * Reads a rule; consequences it cites are read from files in its folder or below.
     *
     * @throws InvalidDefinitionException listing every problem and every decision left open, with file, line and path
     * @throws IllegalArgumentException if the name ends in neither .yaml, .yml nor .json
     * @throws java.io.UncheckedIOException if the file exists but cannot be read
     */
    public static EvaluationRule read(Path file) {
        return read(file, doubt -> { });
    }

    /** As {@link #read(Path)}, under a budget. */
    public static EvaluationRule read(Path file, CostBudget budget) {
        return budget.call(() -> read(file));
    }

    /**
     * As {@link #read(Path)}; a listener hears what was made plain before it was read (full-width digits, 2024/9/30) and
     * what else is doubtful about the texts (提醒).
     */
    public static EvaluationRule read(Path file, Consumer<Problem> doubts) {
        return read(new RuleReader.Cited(List.of(Input.of(file.normalize()))), doubts);
    }

    /** As {@link #read(Path, Consumer)}, from wherever it is; rules that it cites are where {@link Input#withFiles} says. */
    public static EvaluationRule read(Input input, Consumer<Problem> doubts) {
        return input.path().isPresent() ? read(input.path().get(), doubts) : read(new RuleReader.Cited(List.of(input)), doubts);
    }

    /** As {@link #read(Path)}, from wherever it is; rules that it cites are where {@link Input#withFiles} says. */
    public static EvaluationRule read(Input input) {
        return read(input, doubt -> { });
    }

    /**
     * The rule as text, which reads back to an equal rule; what it cited stands in it.
     *
     * @throws IllegalArgumentException if it says what no file can say, such as a part with an empty title
     */
    public static String write(EvaluationRule rule, Format format) {
        return WrittenRule.text(rule, RuleWriter.tree(rule), format,
                (root, problems) -> new RuleReader(problems, RuleReader.Cited.NOTHING).unchecked(root));
    }

    /**
     * Writes a rule to a file, in place of what is there; its name tells the format.
     *
     * @throws IllegalArgumentException as {@link #write(EvaluationRule, Format)}
     * @throws java.io.UncheckedIOException if the file cannot be written; then it is as it was
     */
    public static void write(EvaluationRule rule, Path file) {
        WrittenRule.put(write(rule, Format.of(file)), file);
    }

    /** Reads the last rule of a chain of citations. */
    static EvaluationRule read(RuleReader.Cited cited, Consumer<Problem> doubts) {
        return DefinitionText.read(cited.chain().get(cited.chain().size() - 1), doubts, (root, problems) -> new RuleReader(problems, cited).read(root));
    }

    /**
     * Reads a rule from text; it cannot cite other files.
     *
     * @param name what messages call it
     * @throws InvalidDefinitionException as {@link #read(Path)}
     */
    public static EvaluationRule parse(String text, Format format, String name) {
        return DefinitionText.parse(text, format, name,
                (root, problems) -> new RuleReader(problems, RuleReader.Cited.NOTHING).read(root));
    }
}
