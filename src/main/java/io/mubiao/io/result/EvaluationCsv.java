package io.mubiao.io.result;

import static java.util.Objects.requireNonNull;

import io.mubiao.io.internal.Fields;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.Standing;
import io.mubiao.land.assess.internal.Cohort;
import io.mubiao.land.assess.internal.Inside;
import io.mubiao.land.assess.internal.RankTable;
import io.mubiao.outcome.NoSuchIdException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes evaluations of any size as CSV (评价结果 CSV), row by row in the order of the roll, none of which is kept; for people
 * to read take {@code LeagueTable}. Columns go by their ids: those of results (id, name, status, group, total, rank, places,
 * initial_class, class, label, reason), and any column, indicator or score of the rule. Numbers are exact. Members of a
 * merged unit have a row each, one behind the other. Cells are as in {@link CsvOut}.
 */
public final class EvaluationCsv {
    private static final int STEP = 8192;

    /** Writes what stands in a row under a column. */
    private interface Column {
        void write(int row, CsvCells to);
    }

    private EvaluationCsv() {}

    /**
     * Writes the columns that a profile of the rule lets out.
     *
     * @throws NoSuchIdException if the rule has no such profile; names those it has
     * @throws IllegalArgumentException as {@link CsvOut#write(Path, Charset, boolean, List, Stream)}
     * @throws java.io.UncheckedIOException if the file cannot be written; then it is as it was
     */
    public static void write(Path file, Charset charset, boolean mark, Evaluation evaluation, String profile) {
        write(file, charset, mark, evaluation, ResultCells.columns(evaluation, profile), rows -> { });
    }

    /**
     * Writes these columns, for the office itself: whatever the profiles of the rule let out.
     *
     * @param progress hears now and then, and at the end, how many rows were written; what it throws reaches the caller
     * @throws NoSuchIdException if there is no such column; names it
     * @throws IllegalArgumentException as {@link CsvOut#write(Path, Charset, boolean, List, Stream)}
     * @throws java.io.UncheckedIOException if the file cannot be written; then it is as it was
     */
    public static void write(Path file, Charset charset, boolean mark, Evaluation evaluation, List<String> columns,
            LongConsumer progress) {
        requireNonNull(progress, "progress");
        ResultCells.check(evaluation, columns);
        CsvOut.write(file, charset, mark, List.copyOf(columns), cells -> {
            if (Inside.of(evaluation).isMerged()) {
                members(evaluation, columns, cells, progress);
            } else {
                rows(evaluation, columns, cells, progress);
            }
        });
    }

    private static void members(Evaluation evaluation, List<String> columns, CsvCells cells, LongConsumer progress)
            throws IOException {
        long written = 0;
        for (Iterator<String> each = evaluation.ids().iterator(); each.hasNext();) {
            EnterpriseResult result = evaluation.get(each.next());
            cells.row(columns.stream().map(column -> ResultCells.cell(evaluation, result, column)).toList());
            tell(++written, progress);
        }
        progress.accept(written);
    }

    private static void rows(Evaluation evaluation, List<String> columns, CsvCells cells, LongConsumer progress) throws IOException {
        Rows rows = new Rows(evaluation);
        Column[] all = columns.stream().map(rows::column).toArray(Column[]::new);
        for (int row = 0; row < evaluation.size(); row++) {
            for (Column column : all) {
                column.write(row, cells);
            }
            cells.end();
            tell(row + 1L, progress);
        }
        progress.accept(evaluation.size());
    }

    private static void tell(long written, LongConsumer progress) {
        if (written % STEP == 0) {
            progress.accept(written);
        }
    }

    /** What is kept of every row is written from there; anything else is worked out. */
    private static final class Rows {
        private final Evaluation evaluation;
        private final Inside inside;
        private final Cohort cohort;
        private @Nullable EnterpriseResult last;

        Rows(Evaluation evaluation) {
            this.evaluation = evaluation;
            inside = Inside.of(evaluation);
            cohort = inside.cohort();
        }

        Column column(String name) {
            Roll roll = cohort.roll;
            return switch (name) {
                case "id" -> (row, to) -> to.cell(roll.id(row));
                case "name" -> (row, to) -> to.cell(roll.name(row).equals(roll.id(row)) ? "" : roll.name(row));
                case "status" -> (row, to) -> to.cell(Fields.word(cohort.standing(row)));
                case "rank" -> (row, to) -> number(cohort.table(row) == null || cohort.ranks == null ? 0 : cohort.ranks.place(row), to);
                case "places" -> (row, to) -> {
                    RankTable table = cohort.table(row);
                    number(table == null ? 0 : table.ranked(), to);
                };
                case "initial_class" -> (row, to) -> to.cell(className(cohort.initial, row));
                case "class" -> (row, to) -> to.cell(className(cohort.last, row));
                case "label" -> (row, to) -> to.cell(cohort.label(row));
                default -> (row, to) -> to.cell(ResultCells.cell(evaluation, result(row), name));
            };
        }

        private static void number(long number, CsvCells to) {
            if (number > 0) {
                to.number(number);
            } else {
                to.cell("");
            }
        }

        private String className(byte[] classes, int row) {
            return cohort.standing(row) == Standing.GRADED ? cohort.className(classes, row).orElse("") : "";
        }

        private EnterpriseResult result(int row) {
            EnterpriseResult known = last;
            if (known == null || !known.id().equals(cohort.roll.id(row))) {
                known = inside.result(row);
                last = known;
            }
            return known;
        }
    }
}
