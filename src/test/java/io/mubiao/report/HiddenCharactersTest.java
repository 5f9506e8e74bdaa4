package io.mubiao.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.roll.RollFile;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.workbook.ResultCsv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing in what people are given commands a terminal or turns the direction of writing, whatever names hold. */
class HiddenCharactersTest {
    private static final String ODD = "甲\u001B[31m乙\u009B1m\u202E丙\u2066丁\u0007";
    private static final EvaluationRule RULE = RuleFile.parse("""
            id: t
            year: 2022
            title: '%s'
            columns: {land: {title: 用地面积, unit: 亩}, tax: {title: 税收, unit: 万元}}
            indicators: {i: {formula: 'tax / 1 万元 / (land / 1 亩)'}, j: {formula: land / 1 亩}}
            groups: [{id: g, weights-total: 20, items: {i: {weight: 20, score: ratio, base: 10}}}]
            total: {round: 2 half-up}
            ranking: {by: [], on: rounded, ties: best-place, small-groups: none}
            """.formatted("评价"), Format.YAML, "t");
    private static final Evaluation EVALUATION = LandAssessor.of(RULE)
            .evaluate(RollFile.parse("id,企业名称,用地面积(亩),税收(万元)\nE1," + ODD + ",3,7\nE2," + ODD + ",4,7\n", "s", RULE).value());

    @TempDir
    Path folder;

    private static List<String> hidden(String text) {
        return text.codePoints().filter(it -> it != '\n' && it != '\r' && it != '\t' && it != '\uFEFF')
                .filter(it -> Character.isISOControl(it) || Character.getType(it) == Character.FORMAT)
                .mapToObj(it -> "U+" + Integer.toHexString(it)).distinct().toList();
    }

    @Test
    void inAReport() {
        String html = EvaluationReport.of(EVALUATION).title(ODD).html();
        assertEquals(List.of(), hidden(html));
        assertTrue(html.contains("<title>甲␛[31m乙⟨U+009B⟩1m⟨U+202E⟩丙"), html.substring(0, 2000));
    }

    @Test
    void inResultsAsCsv() throws IOException {
        Path file = folder.resolve("r.csv");
        ResultCsv.write(file, EVALUATION, Locale.CHINESE);
        String text = Files.readString(file);
        assertEquals(List.of(), hidden(text));
        assertTrue(text.contains("甲␛[31m乙"), text);
    }
}
