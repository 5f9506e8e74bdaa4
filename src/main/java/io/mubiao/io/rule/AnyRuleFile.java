package io.mubiao.io.rule;

import io.mubiao.io.Format;
import io.mubiao.io.internal.DefinitionText;
import io.mubiao.land.EvaluationRule;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import io.mubiao.rule.Rule;
import io.mubiao.scorecard.ScorecardRule;
import io.mubiao.scoring.ScoringRule;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Reads a rule of whatever kind from YAML or JSON; its fields tell which it is. */
public final class AnyRuleFile {
    private AnyRuleFile() {}

    /**
     * The rule as text, which reads back to an equal rule.
     *
     * @throws IllegalArgumentException as the writer of its kind
     */
    public static String write(Rule<?> rule, Format format) {
        return rule instanceof EvaluationRule land ? RuleFile.write(land, format)
                : rule instanceof ScoringRule scoring ? ScoringRuleFile.write(scoring, format)
                : ScorecardFile.write((ScorecardRule) rule, format);
    }

    /** The rule as plain maps, lists, texts, numbers and booleans, with the fields that {@link #write} writes; whatever it says. */
    public static Map<String, Object> tree(Rule<?> rule) {
        return (rule instanceof EvaluationRule land ? RuleWriter.tree(land)
                : rule instanceof ScoringRule scoring ? ScoringRuleWriter.tree(scoring, "") : ScorecardWriter.tree((ScorecardRule) rule)).plain();
    }

    /**
     * A scorecard where there are {@code rules:}, a scoring rule where there are {@code parts:}, else an evaluation rule.
     *
     * @param doubts hears what is doubtful about its texts
     * @throws InvalidDefinitionException as the reader of its kind
     */
    public static Rule<?> read(Path file, Consumer<Problem> doubts) {
        Set<String> fields = DefinitionText.read(file, doubt -> { }, (root, problems) -> Set.copyOf(root.fields.keySet()));
        return fields.contains("rules") ? ScorecardFile.read(file, doubts)
                : fields.contains("parts") ? ScoringRuleFile.read(file, doubts) : RuleFile.read(file, doubts);
    }
}
