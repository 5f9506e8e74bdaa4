package io.mubiao.cli;

import io.mubiao.Mubiao;
import io.mubiao.assess.AsOf;
import io.mubiao.assess.Assessments;
import io.mubiao.assess.Assessor;
import io.mubiao.forecast.Forecaster;
import io.mubiao.forecast.Forecasts;
import io.mubiao.gap.Gaps;
import io.mubiao.io.SheetOptions;
import io.mubiao.io.internal.sheet.SheetBook;
import io.mubiao.io.register.ObservationFile;
import io.mubiao.io.register.RegisterFile;
import io.mubiao.io.result.AssessmentJson;
import io.mubiao.io.result.JsonStyle;
import io.mubiao.io.result.ScorecardJson;
import io.mubiao.io.rule.ScorecardFile;
import io.mubiao.lint.QuoteCheck;
import io.mubiao.lint.ScoringLint;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.Problem;
import io.mubiao.problem.WithProblems;
import io.mubiao.render.AssessmentTable;
import io.mubiao.render.Explainer;
import io.mubiao.render.ForecastWords;
import io.mubiao.render.GapWords;
import io.mubiao.render.ScoreExplainer;
import io.mubiao.render.ScorecardTable;
import io.mubiao.render.TerminalText;
import io.mubiao.report.ScorecardReport;
import io.mubiao.scorecard.ItemScore;
import io.mubiao.scorecard.Scorecard;
import io.mubiao.scorecard.ScorecardRule;
import io.mubiao.scorecard.Scorer;
import io.mubiao.target.Document;
import io.mubiao.target.Register;
import io.mubiao.time.Span;
import io.mubiao.value.Display;
import io.mubiao.workbook.Workbook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code targets <register> <observations> <as-of>}: assesses, and scores, a register. */
@Command(name = "targets")
final class Targets extends Work {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Parameters(index = "0", paramLabel = "<register>", descriptionKey = "register")
    private String registerName = "";

    @Parameters(index = "1", paramLabel = "<observations>", descriptionKey = "observations")
    private String observationsName = "";

    @Parameters(index = "2", paramLabel = "<as-of>", descriptionKey = "as-of")
    private String dayText = "";

    @Option(names = "--known-by", paramLabel = "<day>", descriptionKey = "known-by")
    private String knownBy = "";

    @Option(names = "--original", descriptionKey = "original")
    private boolean original;

    @Option(names = "--scorecard", paramLabel = "<file>", descriptionKey = "scorecard")
    private String scorecard = "";

    @Option(names = "--before", paramLabel = "<day>", descriptionKey = "before")
    private List<String> beforeTexts = new ArrayList<>();

    @Option(names = "--explain", paramLabel = "<id>", descriptionKey = "explain-target")
    private String explain = "";

    @Option(names = "--lint", descriptionKey = "lint")
    private boolean lint;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Option(names = "--out", paramLabel = "<file>", descriptionKey = "out-targets")
    private List<String> outFiles = new ArrayList<>();

    @Option(names = "--sheet", paramLabel = "<name>", descriptionKey = "sheet-register")
    private String sheet = "";

    @Option(names = "--observations-sheet", paramLabel = "<name>", descriptionKey = "sheet-observations")
    private String observationsSheet = "";

    @Option(names = "--header-rows", paramLabel = "<rows>", descriptionKey = "header-rows")
    private String headerRows = "";

    @Option(names = "--observations-header-rows", paramLabel = "<rows>", descriptionKey = "observations-header-rows")
    private String observationsHeaderRows = "";

    @Option(names = "--despite-problems", descriptionKey = "despite-problems")
    private boolean despiteProblems;

    Targets(Session session) {
        super(session);
    }

    @Override
    void run() {
        Path registerFile = Path.of(registerName);
        LocalDate asOf = Session.day(dayText);
        List<LocalDate> before = beforeTexts.stream().map(Session::day).toList();
        for (String it : outFiles) {
            String ending = ending(it, List.of("xlsx", "html", "json"));
            if (lint) {
                throw new IllegalArgumentException("--lint lists doubts and writes no results; leave out --out or --lint");
            }
            if (ending.equals("html") && scorecard.isEmpty()) {
                throw new IllegalArgumentException("a report shows points; add --scorecard FILE, such as seeds/scoring/scorecards/c05-grades.yaml");
            }
        }
        Register register = register(registerFile, asOf);
        ObservationLog log = session.taken(observations(register), despiteProblems);
        Assessments assessments = Assessor.assess(register, log, question(asOf));
        if (lint) {
            lint(assessments, log);
        } else if (!scorecard.isEmpty()) {
            scored(assessments, log, before);
            if (!json && explain.isEmpty()) {
                coverage(register, registerFile);
            }
        } else if (json) {
            out.print(AssessmentJson.write(assessments, JsonStyle.FULL.locale(locale)));
        } else if (!explain.isEmpty()) {
            out.print(Explainer.explain(assessments.get(explain), locale));
        } else {
            out.print(AssessmentTable.write(assessments, session.width(), locale));
            coverage(register, registerFile);
        }
        if (scorecard.isEmpty()) {
            save(assessments);
        }
    }

    private void save(Assessments assessments) {
        for (String it : outFiles) {
            save(it, Map.of("xlsx", to -> Workbook.of(assessments, locale).write(to),
                    "json", to -> text(to, AssessmentJson.write(assessments, JsonStyle.FULL.locale(locale)))));
        }
    }

    /** A ledger of targets is of the year that is asked about. */
    private Register register(Path file, LocalDate asOf) {
        Consumer<Problem> doubts = doubt -> err.println(doubt.toString(locale));
        String name = String.valueOf(file.getFileName());
        return RegisterFile.isLedger(file) ? RegisterFile.readSheet(file, name.substring(0, Math.max(1, name.lastIndexOf('.'))), ZONE,
                Span.year(asOf.getYear()), options(sheet, headerRows), doubts) : RegisterFile.read(file, doubts);
    }

    private WithProblems<ObservationLog> observations(Register register) {
        Path file = Path.of(observationsName);
        if (!SheetBook.isOne(file)) {
            return ObservationFile.read(file, register);
        }
        WithProblems<List<Observation>> rows = ObservationFile.readSheet(file, register, options(observationsSheet, observationsHeaderRows));
        return new WithProblems<>(ObservationLog.of(rows.value()), rows.problems());
    }

    private static SheetOptions options(String sheet, String headerRows) {
        return HeaderRows.of(sheet.isEmpty() ? SheetOptions.DEFAULT : SheetOptions.DEFAULT.sheet(sheet), headerRows);
    }

    private AsOf question(LocalDate day) {
        AsOf question = knownBy.isEmpty() ? AsOf.of(day) : AsOf.of(day).knownBy(Session.day(knownBy));
        return original ? question.originalGoals().originalDeadlines() : question;
    }

    private void scored(Assessments assessments, ObservationLog log, List<LocalDate> before) {
        Scorer scorer = Scorer.of(ScorecardFile.read(Path.of(scorecard), doubt -> err.println(doubt.toString(locale))), assessments.register());
        List<Assessments> history = before.stream().sorted()
                .map(day -> Assessor.assess(assessments.register(), log, question(day))).toList();
        Scorecard card = scorer.score(assessments, history);
        Forecasts forecasts = Forecaster.of().forecast(assessments, log);
        if (json) {
            out.print(ScorecardJson.write(card, forecasts, JsonStyle.FULL.locale(locale)));
        } else if (!explain.isEmpty()) {
            explain(scorer, card, log, forecasts);
        } else {
            out.print(ScorecardTable.write(card, forecasts, session.width(), locale));
        }
        for (String it : outFiles) {
            save(it, Map.of("xlsx", to -> Workbook.of(card, locale).write(to),
                    "html", to -> ScorecardReport.of(card).locale(locale).forecasts(forecasts).observations(log).write(to),
                    "json", to -> text(to, ScorecardJson.write(card, forecasts, JsonStyle.FULL.locale(locale)))));
        }
    }

    /** An item, or a node as {@code view:id}. */
    private void explain(Scorer scorer, Scorecard card, ObservationLog log, Forecasts forecasts) {
        int colon = explain.indexOf(':');
        if (colon > 0) {
            out.print(ScoreExplainer.explain(card.nodes(explain.substring(0, colon)).get(explain.substring(colon + 1)), locale));
            return;
        }
        ItemScore item = card.get(explain);
        item.assessment().ifPresent(assessment -> out.print(Explainer.explain(assessment, locale)));
        out.print(ScoreExplainer.explain(item, locale));
        out.print(GapWords.explain(Gaps.of(scorer, log, card.assessments().question()).get(item.id()), locale));
        item.assessment().ifPresent(assessment ->
                out.println("  " + ForecastWords.sentence(forecasts.get(assessment.target().id()), locale)));
    }

    private void lint(Assessments assessments, ObservationLog log) {
        List<Problem> problems = new ArrayList<>(Mubiao.lint(assessments, log));
        if (!scorecard.isEmpty()) {
            ScorecardRule card = ScorecardFile.read(Path.of(scorecard));
            problems.addAll(ScoringLint.check(card));
            problems.addAll(Scorer.problems(card, assessments.register()));
        }
        problems.forEach(problem -> out.println(problem.toString(locale)));
        out.println(session.isChinese() ? "共 " + problems.size() + " 条"
                : problems.size() + (problems.size() == 1 ? " finding" : " findings"));
    }

    /** How much of each document the clauses cover, where its text lies beside the register. */
    private void coverage(Register register, Path registerFile) {
        for (Document document : register.documents()) {
            if (document.file().isEmpty()) {
                continue;
            }
            try {
                Path folder = registerFile.toAbsolutePath().normalize().getParent();
                Path text = registerFile.resolveSibling(document.file()).toAbsolutePath().normalize();
                if (folder == null || !Files.isRegularFile(text) || !text.toRealPath().startsWith(folder.toRealPath())) {
                    continue;
                }
                QuoteCheck check = QuoteCheck.of(register, document.id(), Files.readString(text));
                check.problems().forEach(problem -> err.println(problem.toString(locale)));
                String share = Display.percent(check.share(), 1).toPlainString();
                boolean chinese = session.isChinese();
                out.print(TerminalText.write(chinese ? "条款覆盖《" + document.title() + "》原文的 " + share + "%"
                        : "clauses cover " + share + "% of '" + document.title() + "'", session.width()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
