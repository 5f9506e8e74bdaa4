package io.mubiao.io.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.Mubiao;
import io.mubiao.io.Format;
import io.mubiao.io.roll.RollFile;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.testing.Refusal;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written row by row is what the results say, and a file is written whole or not at all. */
class EvaluationCsvTest {
    private static final List<String> OF_RESULTS = List.of("id", "name", "status", "group", "total", "rank", "places",
            "initial_class", "class", "label", "reason");

    @TempDir
    Path folder;

    private static Evaluation huaian() {
        EvaluationRule rule = Mubiao.readRule("seeds/rules/huaian-2024-by-county.yaml");
        return LandAssessor.of(rule).prior(Mubiao.readRoll("examples/landleague/roll-2023.csv", rule).orThrow())
                .evaluate(Mubiao.readRoll("examples/landleague/roll-2024.csv", rule).orThrow());
    }

    private String written(Evaluation evaluation, List<String> columns) throws IOException {
        Path file = folder.resolve("t.csv");
        EvaluationCsv.write(file, StandardCharsets.UTF_8, false, evaluation, columns, rows -> { });
        return Files.readString(file);
    }

    @Test
    void everyColumnSaysWhatTheResultSays() throws IOException {
        Evaluation evaluation = huaian();
        List<String> columns = new ArrayList<>(OF_RESULTS);
        columns.addAll(List.of("county", "land", "tax_per_mu", "score_tax_per_mu"));
        List<List<String>> rows = evaluation.stream()
                .map(it -> columns.stream().map(column -> ResultCells.cell(evaluation, it, column)).toList()).toList();
        assertEquals(CsvOut.write(columns, rows), written(evaluation, columns));
        assertEquals(written(evaluation, columns), CsvOut.write(columns, List.of()) + EvaluationCsv.lines(evaluation, columns)
                .map(line -> line + "\r\n").collect(Collectors.joining()));
    }

    @Test
    void everyMemberOfAMergedUnitHasARow() throws IOException {
        EvaluationRule rule = RuleFile.parse("""
                id: t
                year: 2024
                columns: {parcel: {kind: text}, land: {unit: 亩}, tax: {unit: 万元}}
                merge: {by: parcel}
                indicators: {t: {formula: tax / land, unit: 万元/亩}}
                groups: [{id: all, rank-on: t}]
                ranking: {on: unrounded, ties: best-place, small-groups: none}
                exports: {public: [rank, id, land]}
                """, Format.YAML, "t");
        Evaluation evaluation = LandAssessor.of(rule)
                .evaluate(RollFile.parse("id,parcel,land(亩),tax(万元)\n1,P,1,5\n3,,1,6\n2,P,1,3\n", "t.csv", rule).value());
        Path file = folder.resolve("t.csv");
        EvaluationCsv.write(file, StandardCharsets.UTF_8, false, evaluation, "public");
        assertEquals("rank,id,land\r\n2,1,2\r\n2,2,2\r\n1,3,1\r\n", Files.readString(file));
    }

    @Test
    void whoListensHearsOfAllRows() {
        List<Long> told = new ArrayList<>();
        EvaluationCsv.write(folder.resolve("t.csv"), StandardCharsets.UTF_8, true, huaian(), List.of("id", "class"), told::add);
        assertEquals(500L, told.get(told.size() - 1));
    }

    @Test
    void whatIsRefusedLeavesTheFileAsItWas() throws IOException {
        Path file = folder.resolve("t.csv");
        Files.writeString(file, "old");
        Evaluation evaluation = huaian();
        Refusal.naming(() -> EvaluationCsv.write(file, StandardCharsets.UTF_8, false, evaluation, "secret"), "'secret'", "public");
        Refusal.naming(() -> EvaluationCsv.write(file, StandardCharsets.UTF_8, false, evaluation, List.of("id", "clas"), rows -> { }),
                "'clas'");
        Refusal.naming(() -> CsvOut.write(file, Charset.forName("GBK"), false, List.of("a"), Stream.of(List.of("1"), List.of("𠮷"))),
                "𠮷", "row 1", "GBK");
        Refusal.naming(() -> CsvOut.write(file, StandardCharsets.UTF_8, false, List.of("a"), Stream.of(List.of("1", "2"))),
                "row 0", "2", "1");
        assertThrows(IllegalStateException.class, () -> EvaluationCsv.write(file, StandardCharsets.UTF_8, false, evaluation,
                List.of("id"), rows -> {
                    throw new IllegalStateException("enough");
                }));
        assertEquals("old", Files.readString(file));
        assertTrue(folder.toFile().list().length == 1);
    }
}
