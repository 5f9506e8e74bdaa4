package io.mubiao.cli;

import io.mubiao.Mubiao;
import io.mubiao.assess.AsOf;
import io.mubiao.assess.Assessments;
import io.mubiao.assess.Assessor;
import io.mubiao.forecast.Forecaster;
import io.mubiao.forecast.Forecasts;
import io.mubiao.gap.Gaps;
import io.mubiao.io.register.ObservationFile;
import io.mubiao.io.register.RegisterFile;
import io.mubiao.io.result.AssessmentJson;
import io.mubiao.io.result.ScorecardJson;
import io.mubiao.io.rule.ScorecardFile;
import io.mubiao.lint.QuoteCheck;
import io.mubiao.lint.ScoringLint;
import io.mubiao.observe.ObservationLog;
import io.mubiao.outcome.Problem;
import io.mubiao.outcome.ProblemsException;
import io.mubiao.outcome.WithProblems;
import io.mubiao.render.AssessmentTable;
import io.mubiao.render.Explainer;
import io.mubiao.render.ForecastWords;
import io.mubiao.render.GapWords;
import io.mubiao.render.ScoreExplainer;
import io.mubiao.render.ScorecardTable;
import io.mubiao.scorecard.ItemScore;
import io.mubiao.scorecard.Scorecard;
import io.mubiao.scorecard.Scorer;
import io.mubiao.target.Document;
import io.mubiao.target.Register;
import io.mubiao.text.internal.Characters;
import io.mubiao.text.internal.DayText;
import io.mubiao.text.internal.Translation;
import io.mubiao.value.Display;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code <register> <observations> <as-of>}: assesses, and scores, a register. Run without arguments for help. */
public final class Main {
    private static final String USAGE = """
            usage: <register> <observations> <as-of> [options]
              <register>, <observations>  files in YAML or JSON
              <as-of>                     a day such as 2024-09-30; it counts as elapsed
            options:
              --known-by DAY      only what was known at the end of that day
              --original          against the goals and deadlines as first set
              --scorecard FILE    points, lights, grades and forecasts under this scorecard rule
              --before DAY        an earlier period, for lights with memory; may be given several times
              --explain ID        how the assessment (and score) of one target came about, instead of the table
              --lint              what somebody should look at, instead of the table
              --json              the same as JSON, instead of the table
              --lang zh|en        the language of the text (zh)
              --despite-problems  go on although rows of the observations have problems
            """;

    private final PrintStream out;
    private final PrintStream err;
    private final List<String> files = new ArrayList<>();
    private Locale locale = Locale.SIMPLIFIED_CHINESE;
    private @Nullable LocalDate knownBy;
    private String explain = "";
    private String scorecard = "";
    private final List<LocalDate> before = new ArrayList<>();
    private boolean original;
    private boolean json;
    private boolean lint;
    private boolean despiteProblems;

    private Main(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Ends with status 0, or 1 for refused files, or 2 for arguments that make no sense. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int status = run(List.of(args), out, err);
        if (status != 0) {
            System.exit(status);
        }
    }

    /** As {@link #main}, on given streams and without ending the process; gives the status. */
    public static int run(List<String> args, PrintStream out, PrintStream err) {
        Main main = new Main(out, err);
        try {
            main.run(args);
            return 0;
        } catch (ProblemsException e) {
            err.println(e.message(main.locale));
            return 1;
        } catch (UncheckedIOException e) {
            err.println(main.translated(e));
            return 1;
        } catch (IllegalArgumentException e) {
            err.println(main.translated(e));
            err.print(USAGE);
            return 2;
        }
    }

    private String translated(RuntimeException e) {
        return Characters.shown(Translation.translate(String.valueOf(e.getMessage()), locale));
    }

    private void run(List<String> args) {
        parse(args);
        Path registerFile = Path.of(files.get(0));
        LocalDate asOf = day(files.get(2));
        Register register = RegisterFile.read(registerFile, doubt -> err.println(doubt.toString(locale)));
        WithProblems<ObservationLog> read = ObservationFile.read(Path.of(files.get(1)), register);
        read.problems().forEach(problem -> err.println(problem.toString(locale)));
        ObservationLog log = despiteProblems ? read.despiteProblems() : read.orThrow();
        Assessments assessments = Assessor.assess(register, log, question(asOf));
        if (lint) {
            lint(assessments, log);
        } else if (!scorecard.isEmpty()) {
            scored(assessments, log);
            if (!json && explain.isEmpty()) {
                coverage(register, registerFile);
            }
        } else if (json) {
            out.print(AssessmentJson.write(assessments));
        } else if (!explain.isEmpty()) {
            out.print(Explainer.explain(assessments.get(explain), locale));
        } else {
            out.print(AssessmentTable.write(assessments, locale));
            coverage(register, registerFile);
        }
    }

    private AsOf question(LocalDate day) {
        AsOf question = knownBy == null ? AsOf.of(day) : AsOf.of(day).knownBy(knownBy);
        return original ? question.originalGoals().originalDeadlines() : question;
    }

    private void scored(Assessments assessments, ObservationLog log) {
        Scorer scorer = Scorer.of(ScorecardFile.read(Path.of(scorecard), doubt -> err.println(doubt.toString(locale))), assessments.register());
        List<Assessments> history = before.stream().sorted()
                .map(day -> Assessor.assess(assessments.register(), log, question(day))).toList();
        Scorecard card = scorer.score(assessments, history);
        Forecasts forecasts = Forecaster.of().forecast(assessments, log);
        if (json) {
            out.print(ScorecardJson.write(card, forecasts));
        } else if (!explain.isEmpty()) {
            explain(scorer, card, log, forecasts);
        } else {
            out.print(ScorecardTable.write(card, forecasts, locale));
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

    private void parse(List<String> args) {
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            switch (arg) {
                case "--json" -> json = true;
                case "--lint" -> lint = true;
                case "--original" -> original = true;
                case "--despite-problems" -> despiteProblems = true;
                case "--scorecard" -> scorecard = value(args, ++i, arg);
                case "--before" -> before.add(day(value(args, ++i, arg)));
                case "--known-by" -> knownBy = day(value(args, ++i, arg));
                case "--explain" -> explain = value(args, ++i, arg);
                case "--lang" -> locale = language(value(args, ++i, arg));
                default -> {
                    if (arg.startsWith("--")) {
                        throw new IllegalArgumentException("unknown option '" + arg + "'");
                    }
                    files.add(arg);
                }
            }
        }
        if (files.size() != 3) {
            throw new IllegalArgumentException(
                    "expected a register, observations and a day, got " + files.size() + " argument(s): " + files);
        }
    }

    private static String value(List<String> args, int index, String option) {
        if (index >= args.size()) {
            throw new IllegalArgumentException("option " + option + " needs a value");
        }
        return args.get(index);
    }

    private static Locale language(String word) {
        return switch (word) {
            case "zh" -> Locale.SIMPLIFIED_CHINESE;
            case "en" -> Locale.ENGLISH;
            default -> throw new IllegalArgumentException("unknown language '" + word + "'; expected zh or en");
        };
    }

    private static LocalDate day(String text) {
        try {
            return DayText.of(text).day();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not a day: '" + text + "'; expected such as 2024-09-30; " + e.getMessage(), e);
        }
    }

    private void lint(Assessments assessments, ObservationLog log) {
        List<Problem> problems = new ArrayList<>(Mubiao.lint(assessments, log));
        if (!scorecard.isEmpty()) {
            problems.addAll(ScoringLint.check(ScorecardFile.read(Path.of(scorecard))));
        }
        problems.forEach(problem -> out.println(problem.toString(locale)));
        out.println(locale.equals(Locale.SIMPLIFIED_CHINESE) ? "共 " + problems.size() + " 条"
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
                boolean chinese = locale.equals(Locale.SIMPLIFIED_CHINESE);
                out.println(Characters.shown(chinese
                        ? "条款覆盖《" + document.title() + "》原文的 " + share + "%"
                        : "clauses cover " + share + "% of '" + document.title() + "'"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
