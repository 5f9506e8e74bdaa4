package io.mubiao.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.land.EvaluationRule;
import io.mubiao.scorecard.ScorecardRule;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.value.Rational;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two rules are the same only if every part of them is. */
class RuleContentTest {
    @Test
    void everyPartThatIsCollectedIsCompared() {
        List<RuleBuilder<?, ?>> builders = List.of(EvaluationRule.builder("r"), ScorecardRule.builder("r"),
                ScoringRule.builder("r", Rational.ONE));
        for (RuleBuilder<?, ?> builder : builders) {
            long collected = Stream.of(builder.getClass().getDeclaredFields()).filter(field -> !field.isSynthetic()).count();
            Rule<?> rule = builder.checked().value();
            assertEquals(collected, rule.content().size(), rule.kindAndId());
        }
    }
}
