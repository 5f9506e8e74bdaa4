package io.mubiao.shell;

import io.mubiao.io.SheetOptions;
import io.mubiao.io.internal.sheet.SheetBook;
import io.mubiao.io.rule.ScoringRuleFile;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.ClassHistory;
import io.mubiao.problem.Problem;
import io.mubiao.problem.ProblemsException;
import io.mubiao.problem.WithProblems;
import io.mubiao.render.law.RuleText;
import io.mubiao.text.internal.DayText;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What lies before an analyst: files that were opened, and what was asked last. A refusal is an answer too, in a few lines. Not
 * thread-safe.
 */
final class Desk {
    private static final int MOST = 8;

    private final TargetSide targets = new TargetSide();
    private final LandSide land = new LandSide();
    private Said said = Said.in(Locale.SIMPLIFIED_CHINESE);
    private boolean onLand;
    private @Nullable Supplier<Answer> anyway;
    private @Nullable Answer last;

    TargetSide targets() {
        return targets;
    }

    LandSide land() {
        return land;
    }

    private Answer asked(Supplier<Answer> question) {
        Answer answer = answered(question);
        last = answer;
        return answer;
    }

    private Answer answered(Supplier<Answer> question) {
        try {
            return question.get();
        } catch (ProblemsException e) {
            return refused(e.problems());
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
            return Answer.of(said.locale(), said.translated(String.valueOf(e.getMessage())));
        }
    }

    private Answer refused(List<Problem> problems) {
        long errors = errors(problems).size();
        String of = errors == problems.size() ? "" : said.either("，其中错误 " + errors + " 处", ", errors: " + errors);
        return Answer.of(said.locale(), said.either("没有打开，" + problems.size() + " 处问题" + of + "：", "refused, problems: " + problems.size() + of))
                .with(said.problems(problems), MOST).with(problems.stream().anyMatch(it -> SheetBook.SHEET.contains(it.code())) ? said.either(
                        "写明读哪张表：open(\"…\", \"表名\")，目标台账 open(\"…\", 2024, \"表名\")，其他 open(\"…\", \"上年名册\", \"表名\")",
                        "name a sheet: open(\"…\", \"SHEET\"), of a ledger open(\"…\", 2024, \"SHEET\"), of others open(\"…\", \"prior\", \"SHEET\")")
                        : "", 1);
    }

    private static List<Problem> errors(List<Problem> problems) {
        return problems.stream().filter(it -> it.severity() == Problem.Severity.ERROR).toList();
    }

    Answer open(String name) {
        return asked(() -> {
            Path file = Path.of(name);
            return open(file, sort(file), 1, SheetOptions.DEFAULT);
        });
    }

    /** A word says what the file is, or which sheet of a workbook is meant. */
    Answer open(String name, String word) {
        return asked(() -> {
            Path file = Path.of(name);
            Optional<FileSort> sort = FileSort.of(word);
            if (sort.isEmpty() && SheetBook.isOne(file)) {
                return open(file, sort(file), 1, SheetOptions.DEFAULT.sheet(word));
            }
            return sort.map(it -> open(file, it, FileSort.yearsAgo(word), SheetOptions.DEFAULT)).orElseGet(() -> Answer.of(said.locale(),
                    said.either("不认识“" + word + "”；可写 " + FileSort.words(said), "unknown '" + word + "'; write one of " + FileSort.words(said))));
        });
    }

    Answer open(String name, String word, String sheet) {
        return asked(() -> FileSort.of(word).map(it -> open(Path.of(name), it, FileSort.yearsAgo(word), SheetOptions.DEFAULT.sheet(sheet))).orElseGet(() ->
                Answer.of(said.locale(), said.either("不认识“" + word + "”；可写 " + FileSort.words(said), "unknown '" + word
                        + "'; write one of " + FileSort.words(said)))));
    }

    Answer open(String name, int year) {
        return open(name, year, SheetOptions.DEFAULT);
    }

    Answer open(String name, int year, SheetOptions options) {
        return asked(() -> {
            onLand = false;
            return targets.openSheet(Path.of(name), year, options, said);
        });
    }

    private FileSort sort(Path file) {
        return FileSort.of(file, targets.isOpen() && !onLand, land.isOpen() && onLand);
    }

    private Answer open(Path file, FileSort sort, int yearsAgo, SheetOptions options) {
        anyway = null;
        Answer answer = switch (sort) {
            case REGISTER -> SheetBook.isOne(file) ? ofWhichYear(file) : targets.open(file, said);
            case OBSERVATIONS -> data(targets.observations(file, options), rows -> targets.take(file, options, rows, said));
            case LOG -> targets.restore(file, said);
            case SCORECARD -> targets.openScorecard(file, said);
            case SCORING -> Answer.of(said.locale(), RuleText.of(ScoringRuleFile.read(file)).write(said.locale()));
            case RULE -> land.open(file, said);
            case ROLL -> data(land.read(file, options), read -> land.take(read, 0, said));
            case PRIOR -> data(land.read(file, options), read -> land.take(read, yearsAgo, said));
            case HISTORY -> data(land.history(file, yearsAgo, options), read -> land.take(file, yearsAgo, read, said));
        };
        onLand = sort == FileSort.SCORING ? onLand : sort.isOfLand();
        return answer;
    }

    private Answer ofWhichYear(Path file) {
        SheetBook.check(file);
        return Answer.of(said.locale(), said.either("是哪一年的目标？open(\"" + file + "\", 2024)；是名册的先打开评价办法",
                "targets of which year? open(\"" + file + "\", 2024); for a roll open its rule first"));
    }

    /** Data with errors are taken only when somebody says so. */
    private <T> Answer data(WithProblems<T> read, Function<WithProblems<T>, Answer> take) {
        List<Problem> errors = errors(read.problems());
        List<Problem> doubts = read.problems().stream().filter(it -> !errors.contains(it)).toList();
        if (errors.isEmpty()) {
            return take.apply(read);
        }
        boolean none = read.value() instanceof List<?> rows ? rows.isEmpty() : read.value() instanceof Roll roll ? roll.size() == 0
                : read.value() instanceof ClassHistory classes && classes.size() == 0;
        anyway = none ? null : () -> take.apply(new WithProblems<>(read.value(), doubts));
        return none ? refused(errors) : refused(errors).with(said.either("其余的行可用：anyway()", "the other rows can be used: anyway()"), 1);
    }

    Answer anyway() {
        Supplier<Answer> going = anyway;
        return asked(() -> going == null ? Answer.of(said.locale(), said.either("没有待定的文件", "no file is waiting")) : going.get());
    }

    Answer day(String text) {
        return asked(() -> {
            targets.day(DayText.of(text).day());
            return Answer.of(said.locale(), said.either("截至 ", "as of ") + targets.day());
        });
    }

    Answer show() {
        return asked(() -> onLand ? land.show(said) : targets.show(said));
    }

    Answer behind() {
        return asked(() -> onLand ? land.behind(said) : targets.behind(said));
    }

    Answer why(String id) {
        return asked(() -> isOnLand(id) ? land.why(id, said) : targets.why(id, said));
    }

    Answer gap(String id) {
        return asked(() -> isOnLand(id) ? land.gap(id, said) : targets.gap(id, said));
    }

    Answer whatIf(String id) {
        return asked(() -> isOnLand(id) ? land.gap(id, said) : targets.whatIf(id, said));
    }

    Answer whatIf(String id, String figure) {
        return asked(() -> targets.whatIf(id, figure, said));
    }

    Answer whatIf(String id, String column, String value) {
        return asked(() -> land.whatIf(id, column, value, said));
    }

    private boolean isOnLand(String id) {
        return !targets.isOpen() || (land.isOpen() && (onLand || land.has(id)));
    }

    Answer set(String parameter, String value) {
        return asked(() -> land.with(parameter, value, said));
    }

    Answer form(String file) {
        return asked(() -> !Answer.ending(Path.of(file)).equals("xlsx") ? Answer.of(said.locale(), said.either(
                "没有写入：填报表是工作簿，文件名以 .xlsx 结尾，不是“" + file + "”",
                "not written: a form is a workbook whose name ends in .xlsx, not '" + file + "'"))
                : onLand ? land.form(Path.of(file), said) : targets.form(Path.of(file), said));
    }

    /** Saves what was asked last, which stays the last; where that has no such form, everything that is open. */
    Answer save(String name) {
        Path file = Path.of(name);
        Answer known = last();
        return answered(() -> known.isSavedAs(file) || (!land.isOpen() && !targets.isOpen()) ? known.save(file)
                : (onLand ? land.show(said) : targets.show(said)).save(file));
    }

    Answer last() {
        return last == null ? show() : last;
    }

    Answer lang(String word) {
        if (!word.equals("zh") && !word.equals("en")) {
            return Answer.of(said.locale(), said.either("只有 zh 和 en，没有 " + word, "there are zh and en, not " + word));
        }
        said = Said.in(word.equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH);
        return Answer.of(said.locale(), said.either("中文", "English"));
    }

    Answer help() {
        return Answer.of(said.locale(), Vocabulary.text(said));
    }
}
