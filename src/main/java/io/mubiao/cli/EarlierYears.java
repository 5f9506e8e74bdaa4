package io.mubiao.cli;

import io.mubiao.io.SheetOptions;
import io.mubiao.io.roll.HistoryFile;
import io.mubiao.io.roll.RollFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.ClassHistory;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.problem.WithProblems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** What is given of earlier years wherever a roll is evaluated: figures, and classes. */
final class EarlierYears {
    private static final Pattern DATED = Pattern.compile("([0-9]{1,4})=(.*)", Pattern.DOTALL);

    @Option(names = "--prior", paramLabel = "[N=]<roll>", descriptionKey = "prior")
    private List<String> priors = new ArrayList<>();

    @Option(names = "--prior-sheet", paramLabel = "[N=]<name>", descriptionKey = "prior-sheet")
    private List<String> priorSheets = new ArrayList<>();

    @Option(names = "--history", paramLabel = "[N=]<file>", descriptionKey = "history")
    private List<String> histories = new ArrayList<>();

    @Option(names = "--history-sheet", paramLabel = "[N=]<name>", descriptionKey = "history-sheet")
    private List<String> historySheets = new ArrayList<>();

    /** A roll under a rule; what is doubtful of rows and results is told. */
    Evaluation evaluation(Session session, EvaluationRule rule, String roll, String sheet, boolean despiteProblems) {
        Evaluation evaluation = assessor(session, rule, despiteProblems).evaluate(roll(session, rule, roll, sheet, despiteProblems));
        evaluation.problems().forEach(problem -> session.err().println(problem.toString(session.locale())));
        return evaluation;
    }

    private LandAssessor assessor(Session session, EvaluationRule rule, boolean despiteProblems) {
        LandAssessor assessor = LandAssessor.of(rule);
        Map<Integer, String> sheets = byYear("--prior-sheet", priorSheets);
        Map<Integer, String> rolls = byYear("--prior", priors);
        checkNamed("--prior-sheet", sheets, "--prior", rolls);
        for (Map.Entry<Integer, String> it : rolls.entrySet()) {
            assessor = assessor.prior(it.getKey(), earlier(session, rule, it.getValue(), sheets.getOrDefault(it.getKey(), ""), despiteProblems));
        }
        Map<Integer, String> named = byYear("--history-sheet", historySheets);
        Map<Integer, String> files = byYear("--history", histories);
        checkNamed("--history-sheet", named, "--history", files);
        ClassHistory history = ClassHistory.NONE;
        for (Map.Entry<Integer, String> it : files.entrySet()) {
            history = history.with(session.taken(HistoryFile.read(Path.of(it.getValue()), rule, it.getKey(), options(named.getOrDefault(it.getKey(), ""))),
                    despiteProblems));
        }
        return assessor.history(history);
    }

    private static void checkNamed(String option, Map<Integer, String> sheets, String files, Map<Integer, String> named) {
        sheets.keySet().stream().filter(year -> !named.containsKey(year)).findFirst().ifPresent(year -> {
            throw new IllegalArgumentException(option + " names a sheet of a file that " + files + " does not give: " + year + "=" + sheets.get(year));
        });
    }

    /** By how many years ago; a file without a number is of last year. */
    private static Map<Integer, String> byYear(String option, List<String> given) {
        Map<Integer, String> byYear = new LinkedHashMap<>();
        for (String text : given) {
            Matcher dated = DATED.matcher(text);
            int year = dated.matches() ? Integer.parseInt(dated.group(1)) : 1;
            if (year < 1 || year > 30) {
                throw new IllegalArgumentException(option + ": found '" + text + "', expected how many years ago, from 1 to 30, such as 2=FILE");
            }
            if (byYear.put(year, dated.matches() ? dated.group(2) : text) != null) {
                throw new IllegalArgumentException(option + " is given twice for " + year + " year(s) ago; give others as in 2=FILE");
            }
        }
        return byYear;
    }

    private static SheetOptions options(String sheet) {
        return sheet.isEmpty() ? SheetOptions.DEFAULT : SheetOptions.DEFAULT.sheet(sheet);
    }

    private static Roll roll(Session session, EvaluationRule rule, String file, String sheet, boolean despiteProblems) {
        return session.taken(read(rule, file, sheet), despiteProblems);
    }

    private static Roll earlier(Session session, EvaluationRule rule, String file, String sheet, boolean despiteProblems) {
        return session.taken(RollFile.earlier(read(rule, file, sheet), rule), despiteProblems);
    }

    private static WithProblems<Roll> read(EvaluationRule rule, String file, String sheet) {
        return sheet.isEmpty() ? RollFile.read(Path.of(file), rule) : RollFile.readSheet(Path.of(file), rule, options(sheet));
    }
}
