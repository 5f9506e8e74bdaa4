package io.mubiao.shell;

import io.mubiao.io.SheetOptions;
import io.mubiao.io.result.EvaluationJson;
import io.mubiao.io.result.JsonStyle;
import io.mubiao.io.roll.HistoryFile;
import io.mubiao.io.roll.RollFile;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.Column;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.ClassHistory;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.land.question.EvaluationWhatIf;
import io.mubiao.land.question.Margin;
import io.mubiao.problem.Problem;
import io.mubiao.problem.WithProblems;
import io.mubiao.render.EvaluationGrids;
import io.mubiao.render.LandExplainer;
import io.mubiao.render.NarrowGrids;
import io.mubiao.render.QuestionWords;
import io.mubiao.render.law.RuleText;
import io.mubiao.report.EvaluationReport;
import io.mubiao.rule.Parameter;
import io.mubiao.workbook.ResultCsv;
import io.mubiao.workbook.Template;
import io.mubiao.workbook.Workbook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A rule of land efficiency, the enterprises of this year and the last, and what is asked about them. Not thread-safe. */
final class LandSide {
    private static final int FEW = 3;

    private @Nullable EvaluationRule rule;
    private @Nullable Roll roll;
    private final Map<Integer, Roll> priors = new TreeMap<>();
    private final Map<String, ClassHistory> histories = new LinkedHashMap<>();
    private @Nullable Evaluation evaluation;

    boolean isOpen() {
        return rule != null;
    }

    EvaluationRule rule() {
        if (rule == null) {
            throw new IllegalStateException("no evaluation rule is open; open(\"rule.yaml\") first");
        }
        return rule;
    }

    Roll roll() {
        rule();
        if (roll == null) {
            throw new IllegalStateException("no roll is open; open(\"roll.csv\") first");
        }
        return roll;
    }

    Evaluation evaluation() {
        Evaluation known = evaluation;
        if (known == null) {
            LandAssessor assessor = LandAssessor.of(rule());
            for (Map.Entry<Integer, Roll> prior : priors.entrySet()) {
                assessor = assessor.prior(prior.getKey(), prior.getValue());
            }
            known = assessor.history(history()).evaluate(roll());
            evaluation = known;
        }
        return known;
    }

    private ClassHistory history() {
        return histories.values().stream().reduce(ClassHistory.NONE, ClassHistory::with);
    }

    boolean has(String enterprise) {
        return rule != null && roll != null && evaluation().find(enterprise).isPresent();
    }

    Answer open(Path file, Said said) {
        List<Problem> doubts = new ArrayList<>();
        rule = RuleFile.read(file, doubts::add);
        roll = null;
        priors.clear();
        histories.clear();
        evaluation = null;
        return told(rule, doubts, said);
    }

    /** With the value of a parameter. */
    Answer with(String parameter, String value, Said said) {
        rule = rule().with(parameter, value);
        evaluation = null;
        return told(rule, List.of(), said);
    }

    private static Answer told(EvaluationRule opened, List<Problem> doubts, Said said) {
        String title = opened.title().isEmpty() ? opened.id() : opened.title();
        List<String> classes = opened.classes().map(it -> it.classes()).orElse(List.of());
        List<String> left = opened.parameters().stream().filter(it -> it.value().isEmpty()).map(Parameter::id).toList();
        String open = left.isEmpty() ? "" : said.either("\n待定：" + String.join("、", left) + "，用 set(\"" + left.get(0) + "\", \"…\") 给出",
                "\nopen: " + String.join(", ", left) + "; give them with set(\"" + left.get(0) + "\", \"…\")");
        return Answer.of(said.locale(), said.either("评价办法《" + title + "》：指标 " + opened.indicators().size() + " 个，分组 " + opened.groups().size()
                        + " 个" + (classes.isEmpty() ? "" : "，等级 " + String.join(" ", classes)),
                "rule " + title + ": " + opened.indicators().size() + " indicators, " + opened.groups().size() + " groups"
                        + (classes.isEmpty() ? "" : ", classes " + String.join(" ", classes))) + open)
                .with(said.problems(doubts), FEW)
                .withWay("txt", to -> Answer.text(to, RuleText.of(opened).write(said.locale())));
    }

    WithProblems<Roll> read(Path file, SheetOptions options) {
        return options.sheet().isPresent() ? RollFile.readSheet(file, rule(), options) : RollFile.read(file, rule());
    }

    /** Reads classes of earlier years; a column that says no year is of so many years ago. */
    WithProblems<ClassHistory> history(Path file, int yearsAgo, SheetOptions options) {
        return HistoryFile.read(file, rule(), yearsAgo, options);
    }

    /** Takes classes of earlier years; those of the same file and year are replaced. */
    Answer take(Path file, int yearsAgo, WithProblems<ClassHistory> read, Said said) {
        Map<String, ClassHistory> all = new LinkedHashMap<>(histories);
        all.put(file.toAbsolutePath().normalize() + "\n" + yearsAgo, read.value());
        int size = all.values().stream().reduce(ClassHistory.NONE, ClassHistory::with).size();
        histories.putAll(all);
        evaluation = null;
        return Answer.of(said.locale(), said.either("历年等级 " + size + " 家", "classes of earlier years of " + size + " enterprises"))
                .with(said.problems(read.problems()), FEW);
    }

    /** @param yearsAgo of how many years ago; 0 is this year */
    Answer take(WithProblems<Roll> all, int yearsAgo, Said said) {
        EvaluationRule own = rule();
        WithProblems<Roll> read = yearsAgo > 0 ? RollFile.earlier(all, own) : all;
        Roll taken = read.value();
        if (yearsAgo > 0) {
            priors.put(yearsAgo, taken);
        } else {
            roll = taken;
        }
        evaluation = null;
        return Answer.of(said.locale(), said.either((yearsAgo == 0 ? "名册 " : yearsAgo == 1 ? "上年名册 " : yearsAgo + " 年前名册 ")
                        + taken.size() + " 家，" + taken.columns().size() + " 列",
                        (yearsAgo == 0 ? "roll of " : yearsAgo == 1 ? "last year's roll of " : "roll of " + yearsAgo + " years ago of ") + taken.size() + " enterprises, " + taken.columns().size() + " columns"))
                .with(said.problems(read.problems()), FEW)
                .withWay("csv", to -> Answer.of(said.locale(), NarrowGrids.roll(own, taken, said.locale()), 0).save(to))
                .withWay("xlsx", to -> Answer.of(said.locale(), NarrowGrids.roll(own, taken, said.locale()), 0).save(to));
    }

    Answer show(Said said) {
        Locale locale = said.locale();
        if (roll == null) {
            return Answer.of(locale, "").with(RuleText.of(rule()).write(locale), 2 * Answer.ROWS);
        }
        Evaluation known = evaluation();
        return withWays(Answer.of(locale, NarrowGrids.league(known, locale), Answer.ROWS).with(said.problems(known.problems()), FEW), known, locale);
    }

    private static Answer withWays(Answer answer, Evaluation known, Locale locale) {
        return answer.withTables(() -> EvaluationGrids.names(known, locale)).withWay("xlsx", to -> Workbook.of(known, locale).write(to))
                .withWay("csv", to -> ResultCsv.write(to, known, locale))
                .withWay("html", to -> EvaluationReport.of(known).locale(locale).write(to))
                .withWay("json", to -> Answer.text(to, EvaluationJson.write(known, JsonStyle.FULL.locale(locale))));
    }

    Answer behind(Said said) {
        return Answer.of(said.locale(), NarrowGrids.last(evaluation(), said.locale()), Answer.ROWS);
    }

    Answer why(String id, Said said) {
        return Answer.of(said.locale(), LandExplainer.explain(evaluation().explain(id), said.locale()));
    }

    Answer gap(String id, Said said) {
        if (rule().classes().isEmpty()) {
            String own = evaluation().get(id).classInForce().map(it -> said.either("，给出的等级是 " + it, ", the class given is " + it))
                    .orElse(said.either("，也没有给出等级", ", and no class is given"));
            return Answer.of(said.locale(), id + said.either("：本办法不评等级", ": the rule grades nobody") + own);
        }
        Optional<Margin> margin = Margin.of(evaluation(), id);
        return Answer.of(said.locale(), margin.map(it -> QuestionWords.explain(evaluation(), it, said.locale()))
                .orElseGet(() -> id + said.either("：已是最好的等级，或不参与评定", ": has the best class, or is not graded")));
    }

    Answer whatIf(String id, String column, String value, Said said) {
        Evaluation known = evaluation();
        Optional<String> name = rule().columns().stream().filter(it -> it.id().equals(column)).findFirst()
                .or(() -> rule().columns().stream().filter(it -> it.title().equals(column) || it.header().equals(column)).findFirst())
                .map(Column::id);
        return name.map(it -> Answer.of(said.locale(), "").with(QuestionWords.explain(known, EvaluationWhatIf.of(known).with(id, it, value).run(),
                said.locale()), Answer.ROWS)).orElseGet(() -> Answer.of(said.locale(), none(column, said)));
    }

    private String none(String column, Said said) {
        Map<String, String> headers = new LinkedHashMap<>();
        rule().columns().forEach(it -> headers.put(it.id(), it.header()));
        String all = headers.values().stream().collect(Collectors.joining(said.either("、", ", ")));
        return said.either("没有数据项“" + column + "”", "no column '" + column + "'") + Nearby.of(column, headers, said)
                .orElse(said.either("；数据项有 " + all, "; there are " + all));
    }

    Answer form(Path file, Said said) {
        Template.of(rule(), said.locale()).write(file);
        return Answer.of(said.locale(), said.either("空白填报表已写入 ", "an empty form is written to ") + file);
    }
}
