package io.mubiao.cli;

import io.mubiao.io.rule.AnyRuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.lint.RuleLint;
import io.mubiao.lint.ScoringLint;
import io.mubiao.problem.Problem;
import io.mubiao.render.law.RuleText;
import io.mubiao.rule.Rule;
import io.mubiao.scorecard.ScorecardRule;
import io.mubiao.scoring.ScoringRule;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A rule file of whatever kind, told by its fields. */
final class AnyRule {
    private final Rule<?> rule;

    private AnyRule(Rule<?> rule) {
        this.rule = rule;
    }

    /** Reads it, with the numbers of parameters. */
    static AnyRule read(Path file, Map<String, String> values, Consumer<Problem> doubts) {
        return new AnyRule(AnyRuleFile.read(file, doubts).with(values));
    }

    Rule<?> rule() {
        return rule;
    }

    RuleText text() {
        return rule instanceof EvaluationRule land ? RuleText.of(land)
                : rule instanceof ScoringRule scoring ? RuleText.of(scoring) : RuleText.of((ScorecardRule) rule);
    }

    List<Problem> lint() {
        return rule instanceof EvaluationRule land ? RuleLint.check(land)
                : rule instanceof ScoringRule scoring ? ScoringLint.check(scoring) : ScoringLint.check((ScorecardRule) rule);
    }
}
