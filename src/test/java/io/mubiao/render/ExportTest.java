package io.mubiao.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.result.EvaluationCsv;
import io.mubiao.io.result.EvaluationJson;
import io.mubiao.io.roll.RollFile;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.testing.Refusal;
import io.mubiao.text.internal.Characters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What leaves the office is what the profile names, and nothing under another header. */
class ExportTest {
    private static final EvaluationRule RULE = RuleFile.parse("""
            id: t
            year: 2024
            columns:
              parcel: {title: 宗地, kind: text}
              land: {title: 用地面积, unit: 亩}
              tax: {title: 税收, unit: 万元}
            merge: {by: parcel}
            indicators: {t: {title: 亩均税收, formula: tax / land, unit: 万元/亩}}
            groups: [{id: all, rank-on: t}]
            ranking: {on: unrounded, ties: best-place, small-groups: none}
            exports: {public: [rank, name], areas: [name, land]}
            """, Format.YAML, "t");

    private static Evaluation evaluation(String csv) {
        return LandAssessor.of(RULE).evaluate(RollFile.parse(csv, "t.csv", RULE).value());
    }

    @Test
    void anIdDoesNotLeaveAsTheNameOfWhoHasNone() {
        Evaluation evaluation = evaluation("统一社会信用代码,宗地,用地面积(亩),税收(万元)\nSECRET1,,1,5\nSECRET2,,1,4\n");
        assertFalse(LeagueTable.cells(evaluation, "public", Locale.CHINESE).toString().contains("SECRET"));
        assertFalse(LeagueTable.write(evaluation, "public", Locale.CHINESE).contains("SECRET"));
    }

    @Test
    void everyMemberOfAMergedUnitIsInThePublishedList() {
        Evaluation evaluation = evaluation("统一社会信用代码,企业名称,宗地,用地面积(亩),税收(万元)\n1,甲,P,1,5\n2,乙,P,1,3\n3,丙,,1,6\n");
        assertEquals(List.of(List.of("名次", "企业名称"), List.of("1", "丙"), List.of("2", "甲"), List.of("2", "乙")),
                LeagueTable.cells(evaluation, "public", Locale.CHINESE));
    }

    @Test
    void theTextOfAProfileHasItsColumnsOnly() {
        Evaluation evaluation = evaluation("统一社会信用代码,企业名称,宗地,用地面积(亩),税收(万元)\n9133,甲,,2,5\n");
        String text = LeagueTable.write(evaluation, "areas", Locale.CHINESE);
        assertTrue(text.contains("用地面积(亩)") && text.contains("甲"), text);
        assertFalse(text.contains("9133") || text.contains("税收") || text.contains("2.5"), text);
    }

    @Test
    void jsonOfAProfileHasItsColumnsOnly() {
        Evaluation evaluation = evaluation("统一社会信用代码,企业名称,宗地,用地面积(亩),税收(万元)\n9133,甲,P,2,5\n9134,,P,2,1\n9135,,,1,7\n");
        String json = EvaluationJson.write(evaluation, "areas");
        assertTrue(json.contains("\"land\" : 4\n") && json.contains("甲"), json);
        assertFalse(json.contains("913") || json.contains("tax") || json.contains("7"), json);
        Refusal.naming(() -> EvaluationJson.write(evaluation, "secret"), "'secret'", "public", "areas");
    }

    @Test
    void noNameForgesALineOrColoursATerminal() {
        String header = "统一社会信用代码,企业名称,宗地,用地面积(亩),税收(万元)\n";
        Evaluation evaluation = evaluation(header + "1,\"甲\n   1  乙  9\",,1,5\n2,\"丙\u001B[31m\u202E\u0000\u2028\u0085\u200B\",,1,4\n3,丁,,1,3\n");
        for (String text : List.of(LeagueTable.write(evaluation, Locale.CHINESE), LeagueTable.write(evaluation, "public", Locale.CHINESE),
                LandExplainer.explain(evaluation.explain("1"), Locale.CHINESE),
                LandExplainer.explain(evaluation.explain("2"), Locale.ENGLISH))) {
            assertTrue(text.codePoints().allMatch(it -> it == '\n' || !(Characters.isControl(it) || Characters.isInvisible(it))), text);
        }
        assertEquals(4, LeagueTable.write(evaluation, "public", Locale.CHINESE).lines().count());
        assertTrue(LeagueTable.write(evaluation, Locale.CHINESE).contains("甲␊"));
        assertTrue(LeagueTable.write(evaluation, Locale.CHINESE).contains("␛[31m⟨U+202E⟩␀"));
    }

    @Test
    void aDayLeavesAsADayAndAFlagAsYesOrNo() {
        EvaluationRule rule = RuleFile.parse("""
                id: t
                year: 2024
                columns:
                  start: {title: 投产日期, kind: day}
                  big: {title: 是否规上企业, kind: flag}
                  tax: {title: 税收, unit: 万元}
                indicators: {t: {title: 税收, formula: tax, unit: 万元}}
                groups: [{id: all, rank-on: t}]
                ranking: {on: unrounded, ties: best-place, small-groups: none}
                exports: {public: [start, big, tax]}
                """, Format.YAML, "t");
        Evaluation evaluation = LandAssessor.of(rule).evaluate(RollFile.parse(
                "统一社会信用代码,投产日期,是否规上企业,税收(万元)\n1,2018-12-15,是,3\n2,1950-01-02,否,2\n3,,,1\n", "t.csv", rule).value());
        List<List<String>> chinese = LeagueTable.cells(evaluation, "public", Locale.CHINESE);
        assertEquals(List.of(List.of("2018-12-15", "是", "3"), List.of("1950-01-02", "否", "2"), List.of("", "", "1")), chinese.subList(1, 4));
        assertEquals(List.of("2018-12-15", "yes", "3"), LeagueTable.cells(evaluation, "public", Locale.ENGLISH).get(1));
        List<Grid> grids = new ArrayList<>(EvaluationGrids.grids(evaluation, "public", Locale.CHINESE));
        grids.add(EvaluationGrids.grids(evaluation, Locale.CHINESE).get(0));
        for (Grid grid : grids) {
            List<Grid.Cell> row = grid.rows().get(0);
            Grid.Cell day = row.get(grid.headers().indexOf("投产日期"));
            assertEquals(Grid.Form.DAY, day.form());
            assertEquals("2018-12-15", day.text());
            assertEquals(Grid.Cell.of("是"), row.get(grid.headers().indexOf("是否规上企业")));
        }
        assertEquals(List.of("2018-12-15,true,3", "1950-01-02,false,2", ",,1"), EvaluationCsv.lines(evaluation, List.of("start", "big", "tax")).toList());
    }
}
