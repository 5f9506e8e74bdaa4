package io.mubiao.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.Mubiao;
import io.mubiao.io.Format;
import io.mubiao.io.result.EvaluationJson;
import io.mubiao.io.roll.RollFile;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.render.LeagueTable;
import io.mubiao.workbook.ResultCsv;
import io.mubiao.workbook.Workbook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Writing ends when its thread is interrupted, and leaves what was there. */
@Timeout(300)
class WritingInterruptionTest {
    private static final EvaluationRule RULE = RuleFile.parse("""
            id: t
            year: 2022
            columns: {land: {title: 用地面积, unit: 亩}, tax: {title: 税收, unit: 万元, negative: true}}
            indicators: {i: {formula: 'tax / 1 万元 / (land / 1 亩)'}, j: {formula: 'land / 7 亩'}}
            groups: [{id: g, weights-total: 20, items: {i: {weight: 20, score: ratio, base: {kind: mean, population: evaluated}}}}]
            total: {round: 2 half-up}
            ranking: {by: [], on: rounded, ties: best-place, small-groups: none}
            classes: {order: [A, B, C], by: rank, cuts: {A: 30 %, B: 70 %, C: 100 %}, quota-base: ranked, quota-rounding: cumulative half-up}
            """, Format.YAML, "t");
    private static final Evaluation EVALUATION = LandAssessor.of(RULE).evaluate(RollFile.parse(IntStream.range(0, 15_000)
            .mapToObj(i -> "E" + i + "," + (i % 97 + 1) + "," + i % 1013 + "\n").collect(Collectors.joining("", "id,用地面积(亩),税收(万元)\n", "")),
            "s", RULE).orThrow());

    @TempDir
    Path folder;

    @Test
    void ofTexts() throws InterruptedException {
        Interrupt.ends("league table", () -> LeagueTable.write(EVALUATION, Locale.CHINESE));
        Interrupt.ends("league table for a terminal", () -> LeagueTable.write(EVALUATION, EVALUATION.size(), 80, Locale.CHINESE));
        Interrupt.ends("JSON", () -> EvaluationJson.write(EVALUATION));
        Interrupt.ends("report", () -> Mubiao.report(EVALUATION).html());
    }

    @Test
    void ofFiles() throws Exception {
        Path file = folder.resolve("old");
        Files.writeString(file, "old");
        Interrupt.ends("CSV", () -> ResultCsv.write(folder.resolve("new.csv"), EVALUATION, Locale.CHINESE));
        Interrupt.ends("workbook", () -> Workbook.of(EVALUATION, Locale.CHINESE).write(folder.resolve("new.xlsx")));
        assertEquals("old", Files.readString(file));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(), files.map(it -> it.getFileName().toString()).filter(it -> !List.of("old", "new.csv", "new.xlsx").contains(it)).toList());
        }
        assertEquals(15_000, EVALUATION.stream().count());
    }
}
