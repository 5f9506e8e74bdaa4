package io.mubiao.cli;

import io.mubiao.land.EvaluationRule;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.question.EvaluationDiff;
import io.mubiao.render.QuestionWords;
import io.mubiao.render.law.RuleDiff;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rule diff OLD NEW [ROLL]}: the clauses that differ, and with a roll who moves. */
@Command(name = "diff")
final class RuleDiffs extends Work {
    @Parameters(index = "0", paramLabel = "<old>", descriptionKey = "old-file")
    private String oldFile = "";

    @Parameters(index = "1", paramLabel = "<new>", descriptionKey = "new-file")
    private String newFile = "";

    @Parameters(index = "2", arity = "0..1", paramLabel = "<roll>", descriptionKey = "diff-roll")
    private String roll = "";

    @Mixin
    private RollFiles rolls = new RollFiles();

    @Option(names = "--set", paramLabel = "NAME=VALUE", descriptionKey = "set")
    private Map<String, String> values = new LinkedHashMap<>();

    @Option(names = "--despite-problems", descriptionKey = "despite-problems")
    private boolean despiteProblems;

    RuleDiffs(Session session) {
        super(session);
    }

    @Override
    void run() {
        AnyRule before = read(oldFile);
        AnyRule after = read(newFile);
        if (!before.rule().getClass().equals(after.rule().getClass())) {
            throw new IllegalArgumentException("'" + oldFile + "' and '" + newFile + "' are rules of different kinds");
        }
        out.print(RuleDiff.of(before.text(), after.text(), locale).write(locale));
        if (roll.isEmpty()) {
            return;
        }
        if (!(before.rule() instanceof EvaluationRule old) || !(after.rule() instanceof EvaluationRule now)) {
            throw new IllegalArgumentException("a roll goes with rules of land efficiency");
        }
        Evaluation one = rolls.evaluation(session, old, roll, despiteProblems);
        Evaluation two = rolls.evaluation(session, now, roll, despiteProblems);
        EvaluationDiff diff = EvaluationDiff.of(one, two);
        out.print(diff.isEmpty() ? session.either("按这份名册，没有企业变动\n", "with this roll nobody moves\n") : QuestionWords.explain(two, diff, locale));
    }

    private AnyRule read(String file) {
        return AnyRule.read(Path.of(file), values, doubt -> err.println(doubt.toString(locale)));
    }
}
