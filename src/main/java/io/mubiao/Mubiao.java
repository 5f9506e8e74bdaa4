package io.mubiao;

import io.mubiao.assess.AsOf;
import io.mubiao.assess.Assessment;
import io.mubiao.assess.Assessments;
import io.mubiao.assess.Assessor;
import io.mubiao.compare.ScorecardWhatIf;
import io.mubiao.forecast.Forecaster;
import io.mubiao.forecast.Forecasts;
import io.mubiao.gap.Gap;
import io.mubiao.gap.Gaps;
import io.mubiao.gap.NodeGap;
import io.mubiao.io.register.ObservationFile;
import io.mubiao.io.register.RegisterFile;
import io.mubiao.io.result.AssessmentJson;
import io.mubiao.io.result.ScorecardJson;
import io.mubiao.io.roll.RollFile;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.io.rule.ScorecardFile;
import io.mubiao.io.rule.ScoringRuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.Explanation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.lint.AssessmentLint;
import io.mubiao.lint.ObservationLint;
import io.mubiao.lint.RegisterLint;
import io.mubiao.lint.RuleLint;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.Problem;
import io.mubiao.problem.WithProblems;
import io.mubiao.render.AssessmentTable;
import io.mubiao.render.Explainer;
import io.mubiao.render.GapWords;
import io.mubiao.render.LandExplainer;
import io.mubiao.render.LeagueTable;
import io.mubiao.render.ScoreExplainer;
import io.mubiao.render.ScorecardTable;
import io.mubiao.render.law.RuleDiff;
import io.mubiao.render.law.RuleText;
import io.mubiao.report.EvaluationReport;
import io.mubiao.report.ScorecardReport;
import io.mubiao.scorecard.ItemScore;
import io.mubiao.scorecard.NodeScore;
import io.mubiao.scorecard.Scorecard;
import io.mubiao.scorecard.ScorecardRule;
import io.mubiao.scorecard.Scorer;
import io.mubiao.scoring.Score;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.target.Register;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Everything in one place, for scripts and newcomers: read a register and its observations, assess them as of a day,
 * print the table, explain one target; read a rule of land efficiency and a roll of enterprises, evaluate, print the
 * league table, explain one enterprise. Each method only calls the class that does the work.
 *
 * <pre>{@code
 * Register register = Mubiao.readRegister("seeds/jinan-2024/register.yaml");
 * ObservationLog log = Mubiao.readObservations("seeds/jinan-2024/observations.yaml", register).orThrow();
 * Assessments all = Mubiao.assess(register, log, LocalDate.of(2024, 9, 30));
 * System.out.println(all.get("P05")); // prints P05 BEHIND 39 个 of 62 个
 * System.out.print(Mubiao.explain(all.get("P05"), Locale.CHINESE)); // prints P05 新引进亿元以上项目：落后序时 …
 * }</pre>
 */
public final class Mubiao {
    private Mubiao() {}

    /** Reads a register from YAML or JSON; see {@link RegisterFile#read(Path)} for what is refused. */
    public static Register readRegister(String file) {
        return RegisterFile.read(Path.of(file));
    }

    /** Reads observations of a register; see {@link ObservationFile#read(Path, Register)}. */
    public static WithProblems<ObservationLog> readObservations(String file, Register register) {
        return ObservationFile.read(Path.of(file), register);
    }

    /**
     * Where every target stands at the end of a day, with everything that is in the log; {@code assess(…).orThrow()} refuses a
     * log with rows that do not fit the register, {@code problems()} tells them.
     */
    public static Assessments assess(Register register, ObservationLog log, LocalDate asOf) {
        return Assessor.assess(register, log, asOf);
    }

    /** Where every target stands: with what was known, at which pace, against which version. */
    public static Assessments assess(Register register, ObservationLog log, AsOf question) {
        return Assessor.assess(register, log, question);
    }

    /** The assessments as a table by chapter, with a summary line. */
    public static String table(Assessments assessments) {
        return AssessmentTable.write(assessments, Locale.SIMPLIFIED_CHINESE);
    }

    /** How one assessment came about, in Chinese or (for any other locale) English. */
    public static String explain(Assessment assessment, Locale locale) {
        return Explainer.explain(assessment, locale);
    }

    /** The assessments as JSON. */
    public static String json(Assessments assessments) {
        return AssessmentJson.write(assessments);
    }

    /** Reads how one item is scored; see {@link ScoringRuleFile#read(Path)} for what is refused. */
    public static ScoringRule readScoringRule(String file) {
        return ScoringRuleFile.read(Path.of(file));
    }

    /** Reads how a register is scored; see {@link ScorecardFile#read(Path)} for what is refused. */
    public static ScorecardRule readScorecard(String file) {
        return ScorecardFile.read(Path.of(file));
    }

    /** Points, lights, grades and places of assessments; other questions: {@link Scorer}. */
    public static Scorecard score(ScorecardRule rule, Assessments assessments) {
        return Scorer.of(rule, assessments.register()).score(assessments);
    }

    /** What would turn each item, node or unit green, and by when; see {@link Gaps}. */
    public static Gaps gaps(ScorecardRule rule, Register register, ObservationLog log, LocalDate asOf) {
        return Gaps.of(Scorer.of(rule, register), log, asOf);
    }

    /** What further observations would move: {@code whatIf(…).with(…).run()}; the log is never touched. */
    public static ScorecardWhatIf whatIf(ScorecardRule rule, Register register, ObservationLog log, LocalDate asOf) {
        return ScorecardWhatIf.of(Scorer.of(rule, register), log, asOf);
    }

    /** A gap in words, in Chinese or (for any other locale) English. */
    public static String explain(Gap gap, Locale locale) {
        return GapWords.explain(gap, locale);
    }

    /** The gap of a node or unit in words, in Chinese or (for any other locale) English. */
    public static String explain(NodeGap gap, Locale locale) {
        return GapWords.explain(gap, locale);
    }

    /** What is to be expected of every target by its deadline, with default settings; others: {@link Forecaster}. */
    public static Forecasts forecast(Assessments assessments, ObservationLog log) {
        return Forecaster.of().forecast(assessments, log);
    }

    /** A scorecard as a table by its first view, with the totals of all views. */
    public static String table(Scorecard card) {
        return ScorecardTable.write(card, Locale.SIMPLIFIED_CHINESE);
    }

    /** A scorecard as a table with what is to be expected by the deadlines. */
    public static String table(Scorecard card, Forecasts forecasts) {
        return ScorecardTable.write(card, forecasts, Locale.SIMPLIFIED_CHINESE);
    }

    /** A scorecard as JSON. */
    public static String json(Scorecard card, Forecasts forecasts) {
        return ScorecardJson.write(card, forecasts);
    }

    /** A scorecard as one HTML file with charts: {@code report(card).write(Path.of("report.html"))}; see {@link ScorecardReport}. */
    public static ScorecardReport report(Scorecard card) {
        return ScorecardReport.of(card);
    }

    /** An evaluation as one HTML file with charts; see {@link EvaluationReport}. */
    public static EvaluationReport report(Evaluation evaluation) {
        return EvaluationReport.of(evaluation);
    }

    /** How an item got its points, in Chinese or (for any other locale) English. */
    public static String explain(ItemScore item, Locale locale) {
        return ScoreExplainer.explain(item, locale);
    }

    /** How a node got its points, in Chinese or (for any other locale) English. */
    public static String explain(NodeScore node, Locale locale) {
        return ScoreExplainer.explain(node, locale);
    }

    /** How a scoring rule made its points, in Chinese or (for any other locale) English. */
    public static String explain(Score score, Locale locale) {
        return ScoreExplainer.explain(score, locale);
    }

    /** Reads an evaluation rule from YAML or JSON; see {@link RuleFile#read(Path)} for what is refused. */
    public static EvaluationRule readRule(String file) {
        return RuleFile.read(Path.of(file));
    }

    /** Reads enterprises from CSV by the headers a rule declares; see {@link RollFile#read(Path, EvaluationRule)}. */
    public static WithProblems<Roll> readRoll(String file, EvaluationRule rule) {
        return RollFile.read(Path.of(file), rule);
    }

    /** Scores, ranks and classes of enterprises under a rule; other questions: {@link LandAssessor}. */
    public static Evaluation evaluate(EvaluationRule rule, Roll roll) {
        return LandAssessor.of(rule).evaluate(roll);
    }

    /** The best so many results as a table, with the counts of all. */
    public static String league(Evaluation evaluation, int rows) {
        return LeagueTable.write(evaluation, rows, Locale.SIMPLIFIED_CHINESE);
    }

    /** How one result came about, in Chinese or (for any other locale) English. */
    public static String explain(Explanation explanation, Locale locale) {
        return LandExplainer.explain(explanation, locale);
    }

    /** A rule of land efficiency in numbered clauses (办法复述), in Chinese or (for any other locale) English. */
    public static String words(EvaluationRule rule, Locale locale) {
        return RuleText.of(rule).write(locale);
    }

    /** A scoring rule in numbered clauses, in Chinese or (for any other locale) English. */
    public static String words(ScoringRule rule, Locale locale) {
        return RuleText.of(rule).write(locale);
    }

    /** A scorecard in numbered clauses, in Chinese or (for any other locale) English. */
    public static String words(ScorecardRule rule, Locale locale) {
        return RuleText.of(rule).write(locale);
    }

    /** The clauses in which two rules of land efficiency differ; who moves is told by {@code EvaluationDiff}. */
    public static RuleDiff diff(EvaluationRule before, EvaluationRule after, Locale locale) {
        return RuleDiff.of(RuleText.of(before), RuleText.of(after), locale);
    }

    /** What somebody should look at in an evaluation rule. */
    public static List<Problem> lint(EvaluationRule rule) {
        return RuleLint.check(rule);
    }

    /** What somebody should look at in a register, its observations, and the figures that follow from them. */
    public static List<Problem> lint(Assessments assessments, ObservationLog log) {
        return Stream.of(RegisterLint.check(assessments.register()),
                ObservationLint.check(assessments.register(), log), AssessmentLint.check(assessments))
                .flatMap(List::stream).toList();
    }
}
