package io.mubiao.rule;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.mubiao.land.EvaluationRule;
import io.mubiao.problem.NoSuchIdException;
import io.mubiao.scorecard.ScorecardRule;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.io.rule.Seeds;
import io.mubiao.text.internal.Translation;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A message says of a scorecard that it is one, and not a rule of another kind. */
class KindTest {
    private static final ScoringRule SCORING = Seeds.scoringRule("c10-efficacy");
    private static final ScorecardRule CARD = ScorecardRule.builder("card").scoreAll(SCORING).build();
    private static final EvaluationRule LAND = Seeds.rule("huangyan-2022");

    private static void tells(String english, String chinese, Executable asked) {
        String message = requireNonNull(assertThrows(NoSuchIdException.class, asked).getMessage());
        assertEquals(english, message.substring(0, Math.min(english.length(), message.length())));
        String translated = Translation.translate(message, Locale.CHINESE);
        assertEquals(chinese, translated.substring(0, Math.min(chinese.length(), translated.length())));
    }

    @Test
    void whoeverLacksSomethingIsCalledWhatItIs() {
        tells("scorecard 'card' has no view 'x'", "评分卡“card”没有", () -> CARD.views().get("x"));
        tells("scorecard 'card' has no source 'x'", "评分卡“card”没有", () -> CARD.sources().get("x"));
        tells("scorecard 'card' has no parameter 'x'", "评分卡“card”没有", () -> CARD.parameters().get("x"));
        tells("scorecard 'card' has no parameter 'x'", "评分卡“card”没有", () -> CARD.with("x", "1"));
        tells("scoring rule 'c10-efficacy' has no part 'x'", "计分办法“c10-efficacy”没有", () -> SCORING.parts().get("x"));
        tells("scoring rule 'c10-efficacy' has no parameter 'x'", "计分办法“c10-efficacy”没有", () -> SCORING.with("x", "1"));
        tells("scoring rule 'c10-efficacy' has no input 'x'", "计分办法“c10-efficacy”没有", () -> SCORING.score("x", "1"));
        tells("rule 'huangyan-2022' has no column 'x'", "办法“huangyan-2022”没有", () -> LAND.columns().get("x"));
        tells("rule 'huangyan-2022' has no parameter 'x'", "办法“huangyan-2022”没有", () -> LAND.with("x", "1"));
    }

    @Test
    void itIsTheSameInEveryBuilder() {
        assertEquals(List.of("scorecard 'card'", "scoring rule 'c10-efficacy'", "rule 'huangyan-2022'"),
                List.of(CARD.kindAndId(), SCORING.kindAndId(), LAND.toBuilder().title("x").build().kindAndId()));
    }
}
