package io.mubiao.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.Mubiao;
import io.mubiao.io.rule.ScoringRuleFile;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.rule.Parameter;
import io.mubiao.scoring.Given;
import io.mubiao.scoring.RuleInput;
import io.mubiao.scoring.Score;
import io.mubiao.scoring.ScoringRule;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** A scoring rule: refused with problems, or read and used on ordinary, odd and missing inputs; every trace replays. */
final class ScoringRuleFuzz implements FuzzTarget {
    private final Scratch scratch = Scratch.of("scoring-rule");

    @Override
    public String name() {
        return "scoring-rule";
    }

    @Override
    public List<byte[]> corpus() throws IOException {
        return Scratch.seeds("seeds/scoring", ".yaml");
    }

    @Override
    public void take(byte[] input) throws IOException {
        ScoringRule rule;
        try {
            rule = ScoringRuleFile.read(scratch.tree(input));
        } catch (InvalidDefinitionException e) {
            RegisterFuzz.assertReasons(e);
            return;
        }
        for (String number : List.of("85", "0", "-3", "100.05", "")) {
            try {
                score(closed(rule, number.isEmpty() ? "1" : number), number);
            } catch (InvalidDefinitionException e) {
                RegisterFuzz.assertReasons(e);
            } catch (IllegalArgumentException e) {
                TextFuzz.assertNotBlank(e);
            }
        }
    }

    private static ScoringRule closed(ScoringRule rule, String number) {
        ScoringRule closed = rule;
        for (Parameter open : rule.openParameters()) {
            closed = closed.with(open.id(), number + " " + open.unit());
        }
        return closed;
    }

    private static void score(ScoringRule rule, String number) {
        Given given = Given.of();
        for (RuleInput input : rule.inputs()) {
            if (!number.isEmpty()) {
                given = given.with(input.id(), text(input, number)).withPeers(input.id(), text(input, number), text(input, "7"));
            }
        }
        Score score = rule.score(given);
        Mubiao.explain(score, Locale.CHINESE);
        Mubiao.explain(score, Locale.ENGLISH);
        assertEquals(score.points(), score.trace().map(trace -> trace.replay().amount()), "replay");
    }

    private static String text(RuleInput input, String number) {
        return switch (input.kind()) {
            case NUMBER -> number + " " + input.formulaUnit();
            case FLAG -> number.startsWith("-") ? "no" : "yes";
            case DAY -> "2024-06-30";
            case TEXT -> "优";
        };
    }
}
