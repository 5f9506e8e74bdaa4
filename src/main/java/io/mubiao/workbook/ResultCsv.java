package io.mubiao.workbook;

import com.google.common.collect.Streams;
import io.mubiao.io.result.CsvOut;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.render.LeagueTable;
import io.mubiao.text.internal.Characters;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * Evaluations as CSV that people open in a spreadsheet (供人用的 CSV): words in their language, numbers as decimals, and those without
 * an end once more in full in a column of their own, such as 4÷7. Programs take {@link io.mubiao.io.result.EvaluationCsv}.
 */
public final class ResultCsv {
    private ResultCsv() {}

    /**
     * Writes all results, for the office itself, in UTF-8 with a byte order mark; rows are made as they are written.
     *
     * @throws java.io.UncheckedIOException if the file cannot be written; then it is as it was
     */
    public static void write(Path file, Evaluation evaluation, Locale locale) {
        Iterator<List<String>> rows = LeagueTable.everything(evaluation, locale).iterator();
        CsvOut.write(file, StandardCharsets.UTF_8, true, shown(rows.next()), Streams.stream(rows).map(ResultCsv::shown));
    }

    /** Nothing in a cell commands a terminal or turns the direction of writing. */
    private static List<String> shown(List<String> row) {
        return row.stream().map(Characters::shown).toList();
    }
}
