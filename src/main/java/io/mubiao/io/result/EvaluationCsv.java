package io.mubiao.io.result;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.AbstractIterator;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Streams;
import io.mubiao.io.internal.Fields;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.Standing;
import io.mubiao.land.assess.internal.Cohort;
import io.mubiao.land.assess.internal.Inside;
import io.mubiao.land.assess.internal.RankTable;
import io.mubiao.problem.NoSuchIdException;
import io.mubiao.work.Threads;
import io.mubiao.work.internal.Crew;
import java.io.CharArrayWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes evaluations of any size as CSV (评价结果 CSV), row by row in the order of the roll, none of which is kept; for people
 * to read take {@code ResultCsv}. Columns go by their ids: those of results (id, name, status, group, total, rank, places,
 * initial_class, class, label, reason), any column, indicator or score of the rule, and {@code charge_} with the id of a consequence for
 * its amount. Numbers are exact, days such as 2018-12-15, flags true or false. Members of a merged unit have a row each, one behind the
 * other. Cells are as in {@link CsvOut}.
 */
public final class EvaluationCsv {
    private static final int STEP = 8192;
    private static final ImmutableSet<String> OF_UNITS = ImmutableSet.of("status", "rank", "places", "initial_class", "class", "label");

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
        CsvOut.write(file, charset, mark, List.copyOf(columns), cells -> rows(evaluation, columns, cells, progress));
    }

    /**
     * These columns of each row as a line of its own, without header and line end; each is worked out when it is asked for. For who
     * sends rows on: a service, a cluster.
     *
     * @throws NoSuchIdException if there is no such column; names it
     */
    public static Stream<String> lines(Evaluation evaluation, List<String> columns) {
        ResultCells.check(evaluation, columns);
        Rows rows = Rows.of(evaluation);
        List<Column> all = columns.stream().map(rows::column).toList();
        CharArrayWriter line = new CharArrayWriter();
        CsvCells cells = new CsvCells(line, StandardCharsets.UTF_8.newEncoder(), columns.size());
        Iterator<String> each = new AbstractIterator<>() {
            private int row;

            @Override
            protected @Nullable String computeNext() {
                if (row == rows.size()) {
                    return endOfData();
                }
                line.reset();
                try {
                    for (Column column : all) {
                        column.write(row, cells);
                    }
                    cells.end();
                    cells.flush();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                row++;
                return line.toString().substring(0, line.size() - 2);
            }
        };
        return Streams.stream(each);
    }

    /** Some rows after the other; on several threads as many at once, written in their order. */
    private static void rows(Evaluation evaluation, List<String> columns, CsvCells cells, LongConsumer progress) throws IOException {
        Rows rows = Rows.of(evaluation);
        Threads threads = Inside.of(evaluation).threads();
        int together = threads.count() == 1 ? 1 : 2 * threads.count();
        for (int from = 0; from < rows.size(); from += STEP * together) {
            int first = from;
            int parts = (Math.min(rows.size() - from, STEP * together) + STEP - 1) / STEP;
            CsvCells[] written = new CsvCells[parts];
            try {
                Crew.each(threads, parts, part -> {
                    int begin = first + part * STEP;
                    written[part] = parts == 1 ? cells : cells.part(begin);
                    rows(rows.again(), columns, begin, Math.min(rows.size(), begin + STEP), written[part]);
                });
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            for (int part = 0; part < parts; part++) {
                if (written[part] != cells) {
                    cells.take(written[part]);
                }
                int end = first + (part + 1) * STEP;
                if (end <= rows.size()) {
                    progress.accept(end);
                }
            }
        }
        progress.accept(rows.size());
    }

    private static void rows(Rows rows, List<String> columns, int from, int end, CsvCells to) {
        Column[] all = columns.stream().map(rows::column).toArray(Column[]::new);
        try {
            for (int row = from; row < end; row++) {
                for (Column column : all) {
                    column.write(row, to);
                }
                to.end();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is kept of every row is written from there; anything else is worked out. Rows are members where the rule merges. */
    private static final class Rows {
        private final Evaluation evaluation;
        /** The id of each row and the row of its unit; none where nothing is merged. */
        private final List<String> members;
        private final int[] units;
        private final Inside inside;
        private final Cohort cohort;
        private @Nullable EnterpriseResult last;

        private Rows(Evaluation evaluation, List<String> members, int[] units) {
            this.evaluation = evaluation;
            this.members = members;
            this.units = units;
            inside = Inside.of(evaluation);
            cohort = inside.cohort();
        }

        static Rows of(Evaluation evaluation) {
            Inside inside = Inside.of(evaluation);
            return new Rows(evaluation, inside.isMerged() ? evaluation.ids() : List.of(), inside.unitRows());
        }

        /** The same for another thread. */
        Rows again() {
            return new Rows(evaluation, members, units);
        }

        int size() {
            return inside.isMerged() ? members.size() : evaluation.size();
        }

        Column column(String name) {
            if (!inside.isMerged()) {
                return ofUnit(name);
            }
            if (name.equals("id")) {
                return (row, to) -> to.cell(members.get(row));
            }
            if (OF_UNITS.contains(name)) {
                Column unit = ofUnit(name);
                return (row, to) -> unit.write(units[row], to);
            }
            return (row, to) -> to.cell(ResultCells.cell(evaluation, evaluation.get(members.get(row)), name));
        }

        private Column ofUnit(String name) {
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
                case "class" -> (row, to) -> to.cell(cohort.givenClass(row).orElseGet(() -> className(cohort.last, row)));
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
