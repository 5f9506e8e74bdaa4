package io.mubiao.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.Mubiao;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.report.EvaluationReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Members of a merged unit (合并评价) can be told, and its figures are counted once. */
class MergedRowsTest {
    @TempDir Path folder;
    private Evaluation evaluation;

    @BeforeEach
    void evaluate() throws Exception {
        Path file = folder.resolve("rule.yaml");
        Files.writeString(file, """
                id: merged
                title: 办法
                year: 2024
                sources: [{id: s, title: 自编}]
                columns:
                  grp: {title: 集团, kind: text}
                  land: {title: 用地, kind: number, unit: 亩, decimals: 2}
                  tax: {title: 税收, kind: number, unit: 万元, decimals: 2}
                merge: {by: grp, lead: land > 50 亩, sums: [land, tax]}
                indicators:
                  tpm: {title: 亩均税收, formula: tax / land, unit: 万元/亩}
                groups:
                  - id: all
                    title: 全部
                    weights-total: 100
                    items:
                      tpm: {weight: 100, score: ratio, base: 7 万元/亩, cap: 1.5 * w, floor: 0, negative: compute, zero: compute, missing: refuse, zero-divisor: refuse, degenerate: refuse}
                total: {round: 2 half-up}
                ranking: {by: [], on: rounded, ties: best-place, small-groups: none}
                classes: {order: [A, B], by: rank, cuts: {A: 50 %, B: 100 %}, quota-base: ranked, quota-rounding: cumulative half-up}
                refill: false
                exports:
                  inner: [rank, id, land, tpm, total, class]
                """);
        Path roll = folder.resolve("roll.csv");
        Files.writeString(roll, """
                统一社会信用代码,企业名称,集团,用地(亩),税收(万元)
                M1,一厂,甲,10,300
                M2,二厂,甲,60,10
                S1,单一,乙,30,20
                """);
        var rule = Mubiao.readRule(file.toString());
        evaluation = Mubiao.evaluate(rule, Mubiao.readRoll(roll.toString(), rule).orThrow());
    }

    @Test
    void figuresStandAtTheLead() {
        List<List<String>> rows = LeagueTable.everything(evaluation, Locale.CHINESE).toList();
        int merged = rows.get(0).indexOf("合并");
        int tpm = rows.get(0).indexOf("亩均税收(万元/亩)");
        assertEquals(List.of("M2", "含 M1", "4.4286"), of(rows.get(1), 1, merged, tpm));
        assertEquals(List.of("M1", "计入 M2", ""), of(rows.get(2), 1, merged, tpm));
        assertEquals(List.of("S1", "", "0.6667"), of(rows.get(3), 1, merged, tpm));
        assertEquals("", rows.get(2).get(tpm + 1), "neither in full");
    }

    @Test
    void aProfileCountsThemOnce() {
        List<List<String>> rows = LeagueTable.cells(evaluation, "inner", Locale.CHINESE);
        assertEquals("[1, M2, 70, 4.4286, 63.27, A]", rows.get(1).toString());
        assertEquals("[1, M1, 计入 M2, 计入 M2, 63.27, A]", rows.get(2).toString());
    }

    @Test
    void pagesAndBooksSayItToo() {
        Grid all = EvaluationGrids.grids(evaluation, Locale.ENGLISH).get(0);
        int merged = all.headers().indexOf("merged");
        assertEquals(List.of("with M1", "in that of M2", ""), all.rows().stream().map(row -> row.get(merged).text()).toList());
        assertEquals(List.of("70", "", "30"), all.rows().stream().map(row -> row.get(all.headers().indexOf("用地(亩)")).text()).toList());
        assertTrue(EvaluationReport.of(evaluation).html().contains("共 2 家（3 家企业合并评价为 2 家）"));
    }

    private static List<String> of(List<String> row, int... at) {
        return java.util.Arrays.stream(at).mapToObj(row::get).toList();
    }
}
