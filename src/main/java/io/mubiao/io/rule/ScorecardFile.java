package io.mubiao.io.rule;

import io.mubiao.io.Format;
import io.mubiao.io.Input;
import io.mubiao.io.internal.DefinitionText;
import io.mubiao.io.internal.Node;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import io.mubiao.scorecard.ScorecardRule;
import io.mubiao.scoring.ScoringRule;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads scorecard rules from YAML or JSON (考核办法文件); {@code seeds/scoring/README.md} is the reference of the format. */
public final class ScorecardFile {
    private ScorecardFile() {}

    private static ScoringRule noFiles(String name) {
        throw new IllegalArgumentException("a scorecard read from text cannot name the file '" + name + "'");
    }

    /**
     * Reads a scorecard rule; scoring rules that it names are read from files in its folder, the folder above, or below these.
     *
     * @throws InvalidDefinitionException listing every problem, with file, line and path
     * @throws IllegalArgumentException if the name ends in neither .yaml, .yml nor .json
     * @throws java.io.UncheckedIOException if the file exists but cannot be read
     */
    public static ScorecardRule read(Path file) {
        return read(file, doubt -> { });
    }

    /**
     * As {@link #read(Path)}; a listener hears what was made plain before it was read (full-width digits, 2024/9/30) and
     * what else is doubtful about the texts (提醒).
     */
    public static ScorecardRule read(Path file, Consumer<Problem> doubts) {
        return DefinitionText.read(file, doubts, (root, problems) -> rule(root, problems,
                name -> scoringRule(Input.of(Beside.findNear(file, name)), doubts)));
    }

    /** As {@link #read(Path, Consumer)}, from wherever it is; what it names is where {@link Input#withFiles} says. */
    public static ScorecardRule read(Input input, Consumer<Problem> doubts) {
        return input.path().isPresent() ? read(input.path().get(), doubts)
                : DefinitionText.read(input, doubts, (root, problems) -> rule(root, problems,
                        name -> scoringRule(input.file(name), doubts)));
    }

    /** As {@link #read(Path)}, from wherever it is; what it names is where {@link Input#withFiles} says. */
    public static ScorecardRule read(Input input) {
        return read(input, doubt -> { });
    }

    private static ScoringRule scoringRule(Input input, Consumer<Problem> doubts) {
        try {
            return ScoringRuleFile.read(input, doubts);
        } catch (InvalidDefinitionException e) {
            throw new IllegalArgumentException("the scoring rule cannot be read: " + Beside.first(e), e);
        }
    }

    /**
     * Reads a scorecard rule from text; it cannot name other files; {@link #read(Input)} can.
     *
     * @param name what messages call it
     * @throws InvalidDefinitionException as {@link #read(Path)}
     */
    public static ScorecardRule parse(String text, Format format, String name) {
        return DefinitionText.parse(text, format, name, (root, problems) -> rule(root, problems, ScorecardFile::noFiles));
    }

    /**
     * The rule as text, which reads back to an equal rule; the scoring rules that it named stand in it.
     *
     * @throws IllegalArgumentException if it says what no file can say, such as a part with an empty title
     */
    public static String write(ScorecardRule rule, Format format) {
        return WrittenRule.text(rule, ScorecardWriter.tree(rule), format, (root, problems) -> new ScorecardReader(problems, ScorecardFile::noFiles).unchecked(root).orNull());
    }

    /**
     * Writes a rule to a file, in place of what is there; its name tells the format.
     *
     * @throws IllegalArgumentException as {@link #write(ScorecardRule, Format)}
     * @throws java.io.UncheckedIOException if the file cannot be written; then it is as it was
     */
    public static void write(ScorecardRule rule, Path file) {
        WrittenRule.put(write(rule, Format.of(file)), file);
    }

    private static @Nullable ScorecardRule rule(Node root, ProblemList problems, Function<String, ScoringRule> files) {
        return problems.hasErrors() ? null : new ScorecardReader(problems, files).rule(root).orNull();
    }
}
