package landleague;

import io.mubiao.Mubiao;
import io.mubiao.io.result.CsvOut;
import io.mubiao.io.result.EvaluationCsv;
import io.mubiao.io.roll.CsvOptions;
import io.mubiao.io.roll.RollFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.land.assess.Progress;
import io.mubiao.land.question.Counterfactual;
import io.mubiao.land.question.EvaluationImpact;
import io.mubiao.land.question.EvaluationWhatIf;
import io.mubiao.land.question.Margin;
import io.mubiao.land.question.Move;
import io.mubiao.land.question.RankShift;
import io.mubiao.problem.WithProblems;
import io.mubiao.render.LeagueTable;
import io.mubiao.render.QuestionWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A county league table: 500 made-up enterprises under Huai'an's rule, one explanation, one appeal and whom it moves. */
public final class LandLeague {
    private LandLeague() {}

    public static void main(String[] args) {
        EvaluationRule rule = Mubiao.readRule("seeds/rules/huaian-2024-by-county.yaml");
        WithProblems<Roll> thisYear = RollFile.parse(GeneratedCohort.csv(2024), "2024.csv", rule,
                CsvOptions.DEFAULT.progress(rows -> bar("读入", rows, 500)));
        Roll lastYear = RollFile.parse(GeneratedCohort.csv(2023), "2023.csv", rule).orThrow();
        System.out.println("读入 " + thisYear.value().size() + " 家企业，" + thisYear.problems().size() + " 条提醒，例如");
        thisYear.problems().stream().limit(2).forEach(problem -> System.out.println(problem.toString(Locale.CHINESE)));

        Evaluation evaluation = LandAssessor.of(rule).prior(lastYear).threads(2).progress(LandLeague::bar)
                .evaluate(thisYear.orThrow());
        System.out.println();
        System.out.print(Mubiao.league(evaluation, 10));

        String firm = "QY0042";
        System.out.println();
        System.out.print(Mubiao.explain(evaluation.explain(firm), Locale.SIMPLIFIED_CHINESE));
        Margin.of(evaluation, firm).ifPresent(margin -> System.out.print(QuestionWords.explain(evaluation, margin, Locale.CHINESE)));
        System.out.print(QuestionWords.explain(evaluation, Counterfactual.of(evaluation, firm, "tax", "A"), Locale.CHINESE));

        System.out.println();
        System.out.println("申诉：用地面积更正为 60 亩");
        EvaluationImpact impact = EvaluationWhatIf.of(evaluation).with(firm, "land", "60").run();
        for (Move move : impact.moves()) {
            System.out.println("  " + move.id() + " 第 " + move.before().place().orElse(0) + " → " + move.after().place().orElse(0)
                    + " 名，" + move.before().finalClass().orElse("—") + " → " + move.after().finalClass().orElse("—"));
        }
        System.out.println("  另有 " + impact.rankShifts().stream().mapToLong(RankShift::enterprises).sum() + " 家只动名次");

        System.out.println();
        System.out.println("公开的列：");
        var open = LeagueTable.cells(evaluation, "public", Locale.SIMPLIFIED_CHINESE);
        System.out.print(CsvOut.write(open.get(0), open.subList(1, 4)).replace("\r", ""));
        write(evaluation);
    }

    /** All places and classes as a file, row by row however many there are. */
    private static void write(Evaluation evaluation) {
        try {
            Path file = Files.createTempFile("classes", ".csv");
            EvaluationCsv.write(file, StandardCharsets.UTF_8, true, evaluation, List.of("id", "rank", "class"),
                    rows -> bar("写出", rows, evaluation.size()));
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void bar(Progress.Stage stage, long done, long total) {
        bar(switch (stage) {
            case SCOPE -> "参评范围";
            case BASELINES -> "基准值";
            case SCORES -> "得分";
            case CLASSES -> "排序定级";
        }, done, total);
    }

    /** A progress bar; it goes to the error stream, so that the result can be piped. */
    private static void bar(String name, long done, long total) {
        long tenths = total == 0 ? 10 : done * 10 / total;
        System.err.print("\r" + name + " " + "█".repeat((int) tenths) + "░".repeat((int) (10 - tenths)) + (done == total ? "\n" : ""));
    }
}
