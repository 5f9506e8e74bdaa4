package io.mubiao.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.Mubiao;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.report.EvaluationReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Totals that rank before they are rounded are told where those that are printed are the same. */
class RankingTotalTest {
    @TempDir Path folder;

    private Evaluation evaluation(String on, String taxes) throws Exception {
        Path file = folder.resolve("rule.yaml");
        Files.writeString(file, """
                id: totals
                title: 办法
                year: 2024
                sources: [{id: s, title: 自编}]
                columns:
                  land: {title: 用地, kind: number, unit: 亩, decimals: 2}
                  tax: {title: 税收, kind: number, unit: 万元, decimals: 6}
                indicators:
                  tpm: {title: 亩均税收, formula: tax / land, unit: 万元/亩}
                groups:
                  - id: all
                    title: 全部
                    weights-total: 100
                    items:
                      tpm: {weight: 100, score: ratio, base: 10 万元/亩, cap: 1.5 * w, floor: 0, negative: compute, zero: compute, missing: refuse, zero-divisor: refuse, degenerate: refuse}
                total: {round: 2 half-up}
                ranking: {by: [], on: %s, ties: best-place, small-groups: none}
                classes: {order: [A, B], by: rank, cuts: {A: 50 %%, B: 100 %%}, quota-base: ranked, quota-rounding: cumulative half-up}
                refill: false
                """.formatted(on));
        Path roll = folder.resolve("roll.csv");
        String[] tax = taxes.split(" ", -1);
        Files.writeString(roll, "统一社会信用代码,企业名称,用地(亩),税收(万元)\nT1,甲,30," + tax[0] + "\nT2,乙,30," + tax[1] + "\n");
        var rule = Mubiao.readRule(file.toString());
        return Mubiao.evaluate(rule, Mubiao.readRoll(roll.toString(), rule).orThrow());
    }

    @Test
    void everyTableTellsThemApart() throws Exception {
        Evaluation evaluation = evaluation("unrounded", "100.000001 100.000002");
        List<List<String>> rows = LeagueTable.everything(evaluation, Locale.CHINESE).toList();
        int at = rows.get(0).indexOf("排序用总分");
        assertEquals(List.of("33.33", "33.33"), List.of(rows.get(1).get(at + 1), rows.get(2).get(at + 1)));
        assertFalse(rows.get(1).get(at).equals(rows.get(2).get(at)));
        String first = rows.get(1).get(at);
        assertTrue(first.startsWith("33.333334"), first);
        assertTrue(LeagueTable.write(evaluation, Locale.CHINESE).contains(first));
        assertTrue(NarrowGrids.league(evaluation, Locale.CHINESE).rows().get(0).stream().anyMatch(it -> it.text().equals(first)));
        assertTrue(EvaluationReport.of(evaluation).html().contains("排序用总分"));
        assertTrue(EvaluationGrids.grids(evaluation, Locale.ENGLISH).get(0).headers().contains("ranking total"));
    }

    @Test
    void whereNothingIsHiddenNothingIsAdded() throws Exception {
        for (Evaluation it : List.of(evaluation("unrounded", "100 200"), evaluation("unrounded", "100 100"), evaluation("rounded", "100.000001 100.000002"))) {
            assertFalse(LeagueTable.write(it, Locale.CHINESE).contains("排序用总分"));
            assertFalse(NarrowGrids.league(it, Locale.CHINESE).headers().contains("排序用总分"));
        }
    }
}
