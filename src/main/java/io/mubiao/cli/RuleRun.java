package io.mubiao.cli;

import io.mubiao.io.result.EvaluationJson;
import io.mubiao.io.result.JsonStyle;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.render.LandExplainer;
import io.mubiao.render.LeagueTable;
import io.mubiao.report.EvaluationReport;
import io.mubiao.workbook.ResultCsv;
import io.mubiao.workbook.Workbook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rule run FILE ROLL} and {@code land FILE ROLL}: evaluates a roll under a rule of land efficiency. */
@Command(name = "run")
class RuleRun extends Work {
    /** The same under the name of its half of the library. */
    @Command(name = "land")
    static final class Land extends RuleRun {
        Land(Session session) {
            super(session);
        }
    }

    @Parameters(index = "0", paramLabel = "<file>", descriptionKey = "land-file")
    private String file = "";

    @Parameters(index = "1", paramLabel = "<roll>", descriptionKey = "roll")
    private String roll = "";

    @Mixin
    private RollFiles rolls = new RollFiles();

    @Option(names = "--set", paramLabel = "NAME=VALUE", descriptionKey = "set")
    private Map<String, String> values = new LinkedHashMap<>();

    @Option(names = "--explain", paramLabel = "<id>", descriptionKey = "explain")
    private List<String> explained = new ArrayList<>();

    @Option(names = "--out", paramLabel = "<file>", descriptionKey = "out")
    private List<String> outFiles = new ArrayList<>();

    @Option(names = "--rows", paramLabel = "<n>", descriptionKey = "rows")
    private int rows = 20;

    @Option(names = "--despite-problems", descriptionKey = "despite-problems")
    private boolean despiteProblems;

    RuleRun(Session session) {
        super(session);
    }

    @Override
    void run() {
        for (String it : outFiles) {
            ending(it, List.of("xlsx", "html", "csv", "json"));
        }
        EvaluationRule rule = RuleFile.read(Path.of(file), doubt -> err.println(doubt.toString(locale))).with(values);
        Evaluation evaluation = rolls.evaluation(session, rule, roll, despiteProblems);
        for (String it : outFiles) {
            save(it, Map.of("csv", to -> ResultCsv.write(to, evaluation, locale),
                    "xlsx", to -> Workbook.of(evaluation, locale).write(to),
                    "html", to -> EvaluationReport.of(evaluation).locale(locale).write(to),
                    "json", to -> text(to, EvaluationJson.write(evaluation, JsonStyle.FULL.locale(locale)))));
        }
        if (explained.isEmpty()) {
            out.print(LeagueTable.write(evaluation, rows, session.width(), locale));
        }
        for (String id : explained) {
            out.print(LandExplainer.explain(evaluation.explain(id), locale));
        }
    }
}
