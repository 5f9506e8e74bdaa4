package io.mubiao.io;

import io.mubiao.outcome.InvalidDefinitionException;
import io.mubiao.rating.ScoringRule;
import io.mubiao.scorecard.ScorecardRule;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads scorecard rules from YAML or JSON (考核办法文件); {@code seeds/scoring/README.md} is the reference of the format. */
public final class ScorecardFile {
    private ScorecardFile() {}

    /**
     * Reads a scorecard rule; scoring rules that it names are read from files beside it.
     *
     * @throws InvalidDefinitionException listing every problem, with file, line and path
     * @throws IllegalArgumentException if the name ends in neither .yaml, .yml nor .json
     * @throws java.io.UncheckedIOException if the file exists but cannot be read
     */
    public static ScorecardRule read(Path file) {
        ProblemList problems = new ProblemList(file.toString(), ReadLimits.DEFAULT.problems());
        return read(() -> TreeReader.read(file, ReadLimits.DEFAULT, problems), file.toString(), problems, name -> {
            try {
                return ScoringRuleFile.read(file.resolveSibling(name).normalize());
            } catch (InvalidDefinitionException e) {
                throw new IllegalArgumentException("the scoring rule cannot be read: " + e.getMessage(), e);
            }
        });
    }

    /**
     * Reads a scorecard rule from text; it cannot name other files.
     *
     * @param name what messages call it
     * @throws InvalidDefinitionException as {@link #read(Path)}
     */
    public static ScorecardRule parse(String text, Format format, String name) {
        ProblemList problems = new ProblemList(name, ReadLimits.DEFAULT.problems());
        return read(() -> TreeReader.parse(text, format, ReadLimits.DEFAULT, problems), name, problems, other -> {
            throw new IllegalArgumentException("a scorecard read from text cannot name the file '" + other + "'");
        });
    }

    private static ScorecardRule read(Supplier<Node> tree, String name, ProblemList problems,
            Function<String, ScoringRule> files) {
        ScorecardRule rule = null;
        try {
            Node root = tree.get();
            if (problems.isEmpty()) {
                rule = new ScorecardReader(problems, files).rule(root).orNull();
            }
        } catch (ProblemList.GiveUp e) {
            throw new InvalidDefinitionException(name, problems.inFileOrder());
        }
        if (rule == null || !problems.isEmpty()) {
            throw new InvalidDefinitionException(name, problems.inFileOrder());
        }
        return rule;
    }
}
