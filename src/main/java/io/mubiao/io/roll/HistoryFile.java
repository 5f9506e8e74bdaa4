package io.mubiao.io.roll;

import static com.google.common.base.Preconditions.checkArgument;

import io.mubiao.io.Input;
import io.mubiao.io.SheetOptions;
import io.mubiao.io.internal.FileBytes;
import io.mubiao.io.internal.FileEncoding;
import io.mubiao.io.internal.InputText;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.io.internal.sheet.SheetBook;
import io.mubiao.io.internal.sheet.SheetInput;
import io.mubiao.io.internal.sheet.SheetRows;
import io.mubiao.io.internal.table.CsvLines;
import io.mubiao.io.internal.table.CsvRows;
import io.mubiao.io.internal.table.ReaderLines;
import io.mubiao.io.internal.table.TableHeader;
import io.mubiao.io.internal.table.TableRow;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.ClassHistory;
import io.mubiao.land.internal.GivenClass;
import io.mubiao.problem.Problem;
import io.mubiao.problem.WithProblems;
import io.mubiao.work.CostBudget;
import io.mubiao.work.Threads;
import io.mubiao.work.internal.Checkpoint;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads the classes of earlier years (历年等级文件) from CSV or a workbook: a row an enterprise, by its id as in a roll, and classes
 * under years (2023, 2023年等级, 上年等级), or under 等级 or {@code class} those of one year, as in the results that this library writes.
 * {@code A类} is A where the rule has an A; an empty cell is a year without a class.
 */
public final class HistoryFile {
    private static final int MOST_YEARS = 30;
    private static final String OFFICE_SHEET = "全部企业";

    private HistoryFile() {}

    /**
     * Reads classes for a rule, which says the classes and the year evaluated; a column without a year is of last year.
     *
     * @throws IllegalStateException if the file is a workbook and the library that reads them is absent
     * @throws UncheckedIOException if the file exists but cannot be read
     */
    public static WithProblems<ClassHistory> read(Path file, EvaluationRule rule) {
        return read(file, rule, 1, SheetOptions.DEFAULT);
    }

    /**
     * As {@link #read(Path, EvaluationRule)}, where a column without a year is of so many years ago.
     *
     * @param yearsAgo how many years before the year evaluated; 1 is last year
     * @param options which sheet of a workbook; of CSV the line of the headers
     * @throws IllegalArgumentException if the number is not from 1 to 30
     */
    public static WithProblems<ClassHistory> read(Path file, EvaluationRule rule, int yearsAgo, SheetOptions options) {
        checkArgument(yearsAgo >= 1 && yearsAgo <= MOST_YEARS, "years ago must be from 1 to 30, got %s", yearsAgo);
        return SheetBook.isOne(file) ? options.call(() -> sheet(file, file.toString(), rule, yearsAgo, options))
                : csv(file.toString(), rule, yearsAgo, options, problems -> text(file, problems),
                        columns -> RollFile.read(file, columns, CsvOptions.of(options)));
    }

    /** As {@link #read(Path, EvaluationRule)}, from wherever it is. */
    public static WithProblems<ClassHistory> read(Input input, EvaluationRule rule) {
        return input.path().isPresent() ? read(input.path().get(), rule)
                : SheetInput.read(input, file -> sheet(file, input.name(), rule, 1, SheetOptions.DEFAULT), other -> text(other, rule));
    }

    private static WithProblems<ClassHistory> text(Input input, EvaluationRule rule) {
        ProblemList problems = new ProblemList(input.name());
        try {
            return parse(InputText.of(input, problems), input.name(), rule);
        } catch (ProblemList.GiveUp e) {
            return new WithProblems<>(ClassHistory.NONE, problems.inFileOrder());
        }
    }

    /**
     * Reads classes from text.
     *
     * @param name what messages call it
     */
    public static WithProblems<ClassHistory> parse(String text, String name, EvaluationRule rule) {
        return csv(name, rule, 1, SheetOptions.DEFAULT, problems -> FileEncoding.text(text), columns -> RollFile.parse(text, name, columns));
    }

    private static FileEncoding.Text text(Path file, ProblemList problems) throws IOException {
        return FileEncoding.text(FileBytes.of(file, Checkpoint.budget().bytes(), problems), Optional.empty(), Threads.ONE, problems);
    }

    private interface Opening {
        FileEncoding.Text open(ProblemList problems) throws IOException;
    }

    private interface Heading {
        HistoryColumns find(ProblemList problems) throws IOException;
    }

    private static WithProblems<ClassHistory> csv(String name, EvaluationRule rule, int yearsAgo, SheetOptions options, Opening opening,
            Function<EvaluationRule, WithProblems<Roll>> reading) {
        CostBudget limits = Checkpoint.budget();
        return read(name, rule, problems -> {
            try (Reader reader = opening.open(problems).reader()) {
                CsvRows rows = new CsvRows(new ReaderLines(reader, limits.bytes()), limits.characters());
                return columns(TableHeader.find(rows, options, HistoryColumns.fit(), heard(options, name, problems)).header(), rule,
                        yearsAgo, problems);
            } catch (CsvLines.TooLong e) {
                e.tell(problems);
                throw new ProblemList.GiveUp();
            }
        }, reading);
    }

    private static WithProblems<ClassHistory> sheet(Path file, String name, EvaluationRule rule, int yearsAgo, SheetOptions options) {
        List<String> chosen = new ArrayList<>();
        return read(name, rule, problems -> {
            try (SheetBook book = SheetBook.open(file, problems)) {
                boolean ours = options.sheet().isEmpty() && book.names(false).contains(OFFICE_SHEET);
                chosen.add(book.choose(ours ? options.sheet(OFFICE_SHEET) : options, HistoryColumns.fit(), problems));
                try (SheetRows rows = book.rows(chosen.get(0), options, () -> problems.sheet(chosen.get(0)))) {
                    return columns(TableHeader.find(rows, options, HistoryColumns.fit(), heard(options, name, problems)).header(), rule,
                        yearsAgo,
                            problems.sheet(chosen.get(0)));
                }
            }
        }, columns -> RollFile.readSheet(file, columns, options.sheet(chosen.get(0))));
    }

    /** The roll is read under the same headers and tells the same of them, but that there are none. */
    private static ProblemList heard(SheetOptions options, String name, ProblemList problems) {
        return options.headerRow().isPresent() ? problems : quiet(name);
    }

    private static ProblemList quiet(String name) {
        return new ProblemList(name, Integer.MAX_VALUE);
    }

    private static HistoryColumns columns(@org.jspecify.annotations.Nullable TableRow header, EvaluationRule rule, int yearsAgo, ProblemList problems) {
        if (header == null) {
            problems.error(0, 0, "", "EMPTY", "the file is empty; expected a line of headers");
            throw new ProblemList.GiveUp();
        }
        return HistoryColumns.of(header, rule, yearsAgo, problems);
    }

    /** First the headers, then the rows as those of a roll that has these columns. */
    private static WithProblems<ClassHistory> read(String name, EvaluationRule rule, Heading heading,
            Function<EvaluationRule, WithProblems<Roll>> reading) {
        ProblemList problems = new ProblemList(name);
        try {
            HistoryColumns columns = heading.find(problems);
            WithProblems<Roll> rows = reading.apply(columns.reading());
            ClassHistory history = history(rows.value(), columns.yearsAgo(), rule, problems);
            Stream<Problem> ofRows = rows.problems().stream().filter(it -> switch (it.code()) {
                case "UNKNOWN_HEADER" -> HistoryColumns.isDoubtful(it.place().path());
                case "MISSING" -> it.severity() == Problem.Severity.ERROR;
                default -> true;
            });
            return new WithProblems<>(history, Stream.concat(problems.inFileOrder().stream(), ofRows).toList());
        } catch (ProblemList.GiveUp e) {
            return new WithProblems<>(ClassHistory.NONE, problems.inFileOrder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClassHistory history(Roll rows, Map<String, Integer> yearsAgo, EvaluationRule rule, ProblemList problems) {
        Set<String> known = GivenClass.known(rule);
        List<String> classes = rule.classes().map(it -> it.classes()).orElse(List.of());
        Map<String, Integer> unknown = new TreeMap<>();
        int longest = yearsAgo.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        Map<String, List<String>> all = new LinkedHashMap<>();
        rows.stream().forEach(row -> {
            String[] years = new String[longest];
            Arrays.fill(years, "");
            String treated = rows.text(HistoryColumns.LABEL).isPresent() ? row.text(HistoryColumns.LABEL).filter(classes::contains).orElse("") : "";
            yearsAgo.forEach((column, ago) -> {
                String found = row.text(column).map(it -> GivenClass.meant(known, it)).filter(it -> !it.equals(rule.noPriorClass())
                        || classes.contains(it)).orElse(treated);
                if (!found.isEmpty() && !classes.isEmpty() && !known.contains(found)) {
                    unknown.merge(found, 1, Integer::sum);
                }
                years[longest - ago] = found;
            });
            all.put(row.id(), List.of(years));
        });
        unknown.forEach((text, count) -> problems.warning(0, 0, "", "UNKNOWN_CLASS", "'" + text + "' is no class of the rule, which has " + known
                + "; it counts as none of them; found so often: " + count));
        return ClassHistory.of(all);
    }
}
