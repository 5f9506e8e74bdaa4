package io.mubiao.io.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.io.Format;
import io.mubiao.land.EvaluationRule;
import io.mubiao.rating.ScoringRule;
import io.mubiao.rule.Rule;
import io.mubiao.scorecard.ScorecardRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is written reads back to an equal rule. */
class WriteRuleTest {
    /** Every shipped rule. */
    static Stream<Rule<?>> seeds() {
        return Stream.of(Seeds.rules().stream().map(Seeds::rule), Seeds.scoringRules().stream().map(Seeds::scoringRule),
                Seeds.scorecards().stream().map(Seeds::scorecard)).flatMap(it -> it);
    }

    static Rule<?> parse(Rule<?> kind, String text, Format format) {
        return kind instanceof EvaluationRule ? RuleFile.parse(text, format, "again")
                : kind instanceof ScoringRule ? ScoringRuleFile.parse(text, format, "again") : ScorecardFile.parse(text, format, "again");
    }

    @Test
    void everyShippedRuleReadsBack() {
        List<Rule<?>> all = seeds().toList();
        for (Rule<?> rule : all) {
            for (Format format : Format.values()) {
                assertEquals(rule, parse(rule, AnyRuleFile.write(rule, format), format));
            }
        }
    }
}
