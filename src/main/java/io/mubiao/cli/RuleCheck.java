package io.mubiao.cli;

import io.mubiao.land.EvaluationRule;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.lint.RuleLint;
import io.mubiao.problem.Problem;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rule check FILE}: reads a rule, works its examples, tells what somebody should look at. */
@Command(name = "check")
final class RuleCheck extends Work {
    @Parameters(index = "0", paramLabel = "<file>", descriptionKey = "rule-file")
    private String file = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "<roll>", descriptionKey = "check-roll")
    private String roll = "";

    @Mixin
    private RollFiles rolls = new RollFiles();

    @Option(names = "--set", paramLabel = "NAME=VALUE", descriptionKey = "set")
    private Map<String, String> values = new LinkedHashMap<>();

    private int checked;

    RuleCheck(Session session) {
        super(session);
    }

    @Override
    void run() {
        AnyRule rule = AnyRule.read(Path.of(file), values, doubt -> err.println(doubt.toString(locale)));
        List<Problem> found = roll.isEmpty() ? rule.lint() : found(evaluation(rule));
        found.forEach(problem -> out.println(problem.toString(locale)));
        int examples = rule.rule().examples().size();
        out.println(session.either("可以使用：“" + rule.rule().id() + "”，算例 " + examples + " 个，全部相符；待看 " + found.size() + " 处",
                "fit for use: '" + rule.rule().id() + "', " + examples + " examples, all hold; " + found.size() + " to look at"));
        if (!roll.isEmpty()) {
            out.println(checked > 0 ? session.either("已按名册的 " + checked + " 家核对", "checked against the " + checked + " enterprises of the roll")
                    : session.either("名册没有读到一家企业，未按名册核对", "no enterprise could be read from the roll, so nothing was checked against it"));
        }
    }

    @Override
    public Integer call() {
        run();
        return roll.isEmpty() || checked > 0 ? 0 : 1;
    }

    private List<Problem> found(Evaluation evaluation) {
        checked = evaluation.size();
        return RuleLint.check(evaluation);
    }

    private Evaluation evaluation(AnyRule rule) {
        if (!(rule.rule() instanceof EvaluationRule land)) {
            throw new IllegalArgumentException("a roll goes with rules of land efficiency");
        }
        return rolls.evaluation(session, land, roll, true);
    }
}
