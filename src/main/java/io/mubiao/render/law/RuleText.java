package io.mubiao.render.law;

import static java.util.Objects.requireNonNull;

import io.mubiao.land.EvaluationRule;
import io.mubiao.rule.Rule;
import io.mubiao.scorecard.ScorecardRule;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.text.internal.Characters;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A rule rendered back as numbered clauses (办法复述): complete, in the order of the law, each with its source. Immutable. Two rules
 * that mean different things have different words.
 */
public final class RuleText {
    private final Rule<?> rule;
    private final Function<Say, List<RuleClause>> text;

    private RuleText(Rule<?> rule, Function<Say, List<RuleClause>> text) {
        this.rule = requireNonNull(rule, "rule");
        this.text = text;
    }

    /** Of a rule of land efficiency. */
    public static RuleText of(EvaluationRule rule) {
        return new RuleText(rule, say -> new LandText(rule, say).clauses());
    }

    /** Of a scoring rule. */
    public static RuleText of(ScoringRule rule) {
        return new RuleText(rule, say -> new ScoringText(rule, say).clauses());
    }

    /** Of a scorecard, with its scoring rules. */
    public static RuleText of(ScorecardRule rule) {
        return new RuleText(rule, say -> new CardText(rule, say).clauses());
    }

    /** The clauses in Chinese, or for any other locale in English. */
    public List<RuleClause> clauses(Locale locale) {
        return text.apply(new Say(locale));
    }

    /** All in one text, by chapters. */
    public String write(Locale locale) {
        Say say = new Say(locale);
        StringBuilder all = new StringBuilder(Characters.shown(rule.title().isEmpty() ? rule.id() : rule.title())).append('\n');
        String chapter = "";
        int chapters = 0;
        for (RuleClause clause : clauses(locale)) {
            if (!clause.chapter().equals(chapter)) {
                chapter = clause.chapter();
                chapters++;
                all.append('\n').append(say.chapter(chapters)).append(chapter).append('\n');
            }
            all.append(say.article(clause.number())).append(clause.text()).append('\n');
            if (!clause.source().isEmpty()) {
                all.append("    ").append(clause.source()).append('\n');
            }
        }
        return all.toString();
    }

    @Override
    public String toString() {
        return Characters.shown("RuleText of " + rule);
    }
}
