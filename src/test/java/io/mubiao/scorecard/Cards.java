package io.mubiao.scorecard;

import io.mubiao.io.Format;
import io.mubiao.io.rule.ScorecardFile;
import io.mubiao.io.rule.ScoringRuleFile;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.value.Rational;

/** Short ways to write scoring rules and scorecards in tests. */
public final class Cards {
    private Cards() {}

    static ScoringRule rule(String text) {
        return ScoringRuleFile.parse(text, Format.YAML, "test");
    }

    static ScorecardRule card(String text) {
        return ScorecardFile.parse(text, Format.YAML, "test");
    }

    public static ScoringRule shipped(String name) {
        return ScoringRuleFile.read(java.nio.file.Path.of("seeds/scoring/" + name + ".yaml"));
    }

    public static Rational number(String text) {
        return Rational.parse(text);
    }
}
