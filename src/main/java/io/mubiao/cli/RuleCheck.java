package io.mubiao.cli;

import io.mubiao.outcome.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code rule check FILE}: reads a rule, works its examples, tells what somebody should look at. */
@Command(name = "check")
final class RuleCheck extends Work {
    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "rule-file")
    private String file = "";

    RuleCheck(Session session) {
        super(session);
    }

    @Override
    void run() {
        AnyRule rule = AnyRule.read(Path.of(file), Map.of(), doubt -> err.println(doubt.toString(locale)));
        List<Problem> found = rule.lint();
        found.forEach(problem -> out.println(problem.toString(locale)));
        int examples = rule.rule().examples().size();
        out.println(session.either("可以使用：“" + rule.rule().id() + "”，算例 " + examples + " 个，全部相符；待看 " + found.size() + " 处",
                "fit for use: '" + rule.rule().id() + "', " + examples + " examples, all hold; " + found.size() + " to look at"));
    }
}
