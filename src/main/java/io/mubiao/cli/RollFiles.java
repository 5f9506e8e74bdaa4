package io.mubiao.cli;

import io.mubiao.io.SheetOptions;
import io.mubiao.io.internal.sheet.SheetBook;
import io.mubiao.io.roll.CsvOptions;
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

/** How a roll is read wherever one is evaluated, and what is given of earlier years: figures, and classes. */
final class RollFiles {
    private static final Pattern DATED = Pattern.compile("([0-9]{1,4})=(.*)", Pattern.DOTALL);

    @Option(names = "--sheet", paramLabel = "<name>", descriptionKey = "sheet")
    private String sheet = "";

    @Option(names = "--header-rows", paramLabel = "<rows>", descriptionKey = "roll-header-rows")
    private String headerRows = "";

    @Option(names = "--prior", paramLabel = "[N=]<roll>", descriptionKey = "prior")
    private List<String> priors = new ArrayList<>();

    @Option(names = "--prior-sheet", paramLabel = "[N=]<name>", descriptionKey = "prior-sheet")
    private List<String> priorSheets = new ArrayList<>();

    @Option(names = "--prior-header-rows", paramLabel = "[N=]<rows>", descriptionKey = "prior-header-rows")
    private List<String> priorHeaderRows = new ArrayList<>();

    @Option(names = "--history", paramLabel = "[N=]<file>", descriptionKey = "history")
    private List<String> histories = new ArrayList<>();

    @Option(names = "--history-sheet", paramLabel = "[N=]<name>", descriptionKey = "history-sheet")
    private List<String> historySheets = new ArrayList<>();

    @Option(names = "--history-header-rows", paramLabel = "[N=]<rows>", descriptionKey = "history-header-rows")
    private List<String> historyHeaderRows = new ArrayList<>();

    /** A roll under a rule; what is doubtful of rows and results is told. */
    Evaluation evaluation(Session session, EvaluationRule rule, String roll, boolean despiteProblems) {
        SheetOptions options = options(sheet, headerRows);
        Evaluation evaluation = assessor(session, rule, despiteProblems).evaluate(roll(session, rule, roll, options, despiteProblems));
        evaluation.problems().forEach(problem -> session.err().println(problem.toString(session.locale())));
        return evaluation;
    }

    private LandAssessor assessor(Session session, EvaluationRule rule, boolean despiteProblems) {
        LandAssessor assessor = LandAssessor.of(rule);
        Map<Integer, String> rolls = byYear("--prior", priors);
        Map<Integer, SheetOptions> priorOptions = options("--prior", rolls, priorSheets, priorHeaderRows);
        for (Map.Entry<Integer, String> it : rolls.entrySet()) {
            assessor = assessor.prior(it.getKey(), earlier(session, rule, it.getValue(),
                    priorOptions.getOrDefault(it.getKey(), SheetOptions.DEFAULT), despiteProblems));
        }
        Map<Integer, String> files = byYear("--history", histories);
        Map<Integer, SheetOptions> historyOptions = options("--history", files, historySheets, historyHeaderRows);
        ClassHistory history = ClassHistory.NONE;
        for (Map.Entry<Integer, String> it : files.entrySet()) {
            history = history.with(session.taken(HistoryFile.read(Path.of(it.getValue()), rule, it.getKey(),
                    historyOptions.getOrDefault(it.getKey(), SheetOptions.DEFAULT)), despiteProblems));
        }
        return assessor.history(history);
    }

    /** How each of the files of an option is read. */
    private static Map<Integer, SheetOptions> options(String option, Map<Integer, String> files, List<String> sheets,
            List<String> headerRows) {
        Map<Integer, String> named = byYear(option + "-sheet", sheets);
        checkNamed(option + "-sheet", named, option, files);
        Map<Integer, String> rows = byYear(option + "-header-rows", headerRows);
        checkNamed(option + "-header-rows", rows, option, files);
        Map<Integer, SheetOptions> options = new LinkedHashMap<>();
        files.keySet().forEach(year -> options.put(year, options(named.getOrDefault(year, ""), rows.getOrDefault(year, ""))));
        return options;
    }

    private static void checkNamed(String option, Map<Integer, String> sheets, String files, Map<Integer, String> named) {
        sheets.keySet().stream().filter(year -> !named.containsKey(year)).findFirst().ifPresent(year -> {
            throw new IllegalArgumentException(option + " is for a file that " + files + " does not give: " + year + "=" + sheets.get(year));
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

    private static SheetOptions options(String sheet, String headerRows) {
        return HeaderRows.of(sheet.isEmpty() ? SheetOptions.DEFAULT : SheetOptions.DEFAULT.sheet(sheet), headerRows);
    }

    private static Roll roll(Session session, EvaluationRule rule, String file, SheetOptions how, boolean despiteProblems) {
        return session.taken(read(rule, file, how), despiteProblems);
    }

    private static Roll earlier(Session session, EvaluationRule rule, String file, SheetOptions how, boolean despiteProblems) {
        return session.taken(RollFile.earlier(read(rule, file, how), rule), despiteProblems);
    }

    private static WithProblems<Roll> read(EvaluationRule rule, String file, SheetOptions how) {
        Path path = Path.of(file);
        return how.sheet().isPresent() || SheetBook.isOne(path) ? RollFile.readSheet(path, rule, how)
                : RollFile.read(path, rule, CsvOptions.of(how));
    }
}
