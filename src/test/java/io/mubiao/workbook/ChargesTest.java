package io.mubiao.workbook;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.result.EvaluationCsv;
import io.mubiao.io.result.EvaluationJson;
import io.mubiao.io.result.JsonStyle;
import io.mubiao.io.result.ResultTree;
import io.mubiao.io.roll.RollFile;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.io.rule.Seeds;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.question.ChargeTotals;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.render.LeagueTable;
import io.mubiao.render.NarrowGrids;
import io.mubiao.render.TerminalText;
import io.mubiao.report.EvaluationReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a class costs stands wherever results stand, with the unit, and what it comes to. */
class ChargesTest {
    private static final String RULE = """
            id: h
            title: 差别化
            year: 2025
            columns: {v: {title: 税收, unit: 万元}, kwh: {title: 用电量, unit: kWh}, due: {title: 应纳税额, unit: 元}, of: {title: 母公司, kind: text}}
            indicators: {i: {title: 税收, formula: v, unit: 万元}}
            groups: [{id: all, title: 全部, rank-on: i}]
            ranking: {on: unrounded, ties: best-place, small-groups: none}
            classes: {order: [A, B, D], by: rank, quota-base: ranked, quota-rounding: cumulative half-up, cuts: {A: 25 %, B: 50 %, D: 100 %}}
            refill: false
            exports: {notice: [name, class, charge_power]}
            consequences:
              - {id: power, title: 差别电价, kind: surcharge, base: kwh, rate-unit: 元/kWh, unit: 元, rates: {D: [0.05 元/kWh]}}
              - {id: land, title: 城镇土地使用税减免, kind: relief, trial: true, base: due, rate-unit: '%', unit: 元, rates: {A: [100 %], B: [50 %]}}
            """;
    private static final String ROLL = "id,name,税收(万元),用电量(kWh),应纳税额(元),母公司\n1,甲,9,100,3000000.5,\n2,乙,8,100,1001,\n3,丙,2,30000000,10,\n4,丁,1,,20,\n";

    @TempDir
    private Path folder;

    private static Evaluation evaluation(String text, String roll) {
        EvaluationRule rule = RuleFile.parse(text, Format.YAML, "h.yaml");
        return LandAssessor.of(rule).evaluate(RollFile.parse(roll, "r.csv", rule).despiteProblems());
    }

    private static List<String> column(List<List<String>> sheet, String header) {
        int at = sheet.stream().filter(row -> row.contains(header)).findFirst().orElseThrow(() -> new AssertionError(sheet.toString())).indexOf(header);
        return sheet.stream().dropWhile(row -> !row.contains(header)).skip(1).map(row -> row.size() > at ? row.get(at) : "").toList();
    }

    private Map<String, List<List<String>>> sheets(Evaluation evaluation, Locale locale) {
        Path file = folder.resolve("x.xlsx");
        Workbook.of(evaluation, locale).write(file);
        return Books.sheets(file);
    }

    @Test
    void dataHaveThem() {
        Evaluation evaluation = evaluation(RULE, ROLL);
        Map<String, Object> notice = ResultTree.tree(evaluation, "notice", JsonStyle.FULL);
        assertEquals("[{name=甲, class=A}, {name=乙, class=B}, {name=丙, class=D, charge_power=1500000}, {name=丁, class=D}]",
                String.valueOf(notice.get("results")));
        assertTrue(EvaluationJson.write(evaluation, "notice").contains("\"charge_power\" : 1500000"));
        String all = String.valueOf(ResultTree.tree(evaluation, JsonStyle.COMPACT.locale(Locale.CHINESE)).get("results"));
        assertTrue(all.contains("class=D, charges=[{id=power, title=差别电价, kind=surcharge, trial=false, amount={value=1500000, unit=元}}]"), all);
        assertTrue(all.contains("charges=[{id=power, title=差别电价, kind=surcharge, trial=false, reason=缺“kwh”}]"), all);
    }

    @Test
    void dataSayWhySomebodyIsOut() {
        Evaluation evaluation = evaluation(RULE.replace("exports:", "scope: {exclude: [{id: little, title: 用电少, when: kwh < 50 kWh, effect: out}]}\nexports:"),
                ROLL.replace("甲,9,100", "甲,9,10"));
        String all = String.valueOf(ResultTree.tree(evaluation).get("results"));
        assertTrue(all.contains("standing=out, scope=[{kind=exclusion, id=little, title=用电少, test=kwh < 50 kWh, "), all);
    }

    @Test
    void workbooksHaveThemWithUnitAndWhatTheyComeTo() throws IOException {
        Map<String, List<List<String>>> sheets = sheets(evaluation(RULE, ROLL), Locale.CHINESE);
        List<List<String>> all = requireNonNull(sheets.get("全部企业"));
        assertEquals(List.of("", "", "1500000", "不计（缺 “用电量”）"), column(all, "加价 差别电价(元)"), all.toString());
        assertEquals(List.of("3000000.5", "500.5", "", ""), column(all, "城镇土地使用税减免（草案或试行，不具约束力）(元)"));
        assertTrue(Books.part(folder.resolve("x.xlsx"), "xl/styles.xml").contains("#,##0.0"));
        List<List<String>> totals = requireNonNull(sheets.get("政策金额"));
        assertEquals(List.of("A", "B", "D", "合计"), column(totals, "执行等级"));
        assertEquals(List.of("0", "0", "1500000", "1500000"), column(totals, "加价 差别电价(元)"));
        assertEquals(List.of("0", "0", "1", "1"), column(totals, "不计(户)：加价 差别电价"));
        assertEquals(List.of("3000000.5", "500.5", "0.0", "3000501.0"), column(totals, "城镇土地使用税减免（草案或试行，不具约束力）(元)"));
        assertTrue(requireNonNull(sheets(evaluation(RULE, ROLL), Locale.ENGLISH).get("amounts")).toString().contains("class in force"), "English");
    }

    @Test
    void tablesOfATerminalHaveThem() {
        Evaluation evaluation = evaluation(RULE, ROLL);
        for (String text : List.of(LeagueTable.write(evaluation, Locale.CHINESE), TerminalText.write(NarrowGrids.league(evaluation, Locale.CHINESE), 20, 200, Locale.CHINESE))) {
            assertTrue(text.contains("加价 差别电价(元)") && text.contains("城镇土地使用税减免（草案或试行，不具约束力）(元)"), text);
            assertTrue(text.lines().anyMatch(it -> it.contains("丙") && it.contains("1500000")), text);
            assertTrue(text.lines().anyMatch(it -> it.contains("丁") && it.contains("不计")), text);
            assertTrue(text.contains("加价 差别电价：合计 1500000 元（1 户，另不计 1 户）；D 1500000 元（1 户，另不计 1 户）"), text);
        }
        assertTrue(LeagueTable.write(evaluation, Locale.ENGLISH).contains("all 1500000 元 (enterprises: 1, without an amount: 1); D 1500000 元"), LeagueTable.write(evaluation, Locale.ENGLISH));
    }

    @Test
    void reportsAndProfilesHaveThem() {
        Evaluation evaluation = evaluation(RULE, ROLL);
        String html = EvaluationReport.of(evaluation).html();
        assertTrue(html.contains("加价 差别电价(元)") && html.contains("政策金额"), "no amounts in the report");
        assertEquals(List.of("企业名称", "等级", "加价 差别电价(元)"), LeagueTable.cells(evaluation, "notice", Locale.CHINESE).get(0));
        assertEquals(List.of("丙", "D", "1500000"), LeagueTable.cells(evaluation, "notice", Locale.CHINESE).get(3));
        assertEquals(1, Workbook.of(evaluation, "notice", Locale.CHINESE).grids().size());
        Path file = folder.resolve("n.csv");
        EvaluationCsv.write(file, StandardCharsets.UTF_8, false, evaluation, "notice");
        assertTrue(text(file).contains("丙,D,1500000"), text(file));
        assertFalse(LeagueTable.write(evaluation(RULE.replaceAll("(?s)consequences:.*", "").replace(", charge_power", ""), ROLL), Locale.CHINESE).contains("加价"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatAMergedUnitPaysIsCountedOnce() {
        Evaluation evaluation = evaluation(RULE.replace("\ngroups:", "\nmerge: {by: of, sums: [v, kwh, due]}\ngroups:"), ROLL.replace("30000000,10,", "30000000,10,4").replace("1,,20,", "1,5,20,4"));
        Map<String, List<List<String>>> sheets = sheets(evaluation, Locale.CHINESE);
        List<String> power = column(requireNonNull(sheets.get("全部企业")), "加价 差别电价(元)");
        assertEquals(1, power.stream().filter("1500000.25"::equals).count(), power.toString());
        assertEquals(1, power.stream().filter(it -> it.startsWith("计入 ")).count(), power.toString());
        assertEquals("1500000.25", column(requireNonNull(sheets.get("政策金额")), "加价 差别电价(元)").get(3));
    }

    @Test
    void aRuleOfConsequencesAloneCountsByTheClassThatIsGiven() {
        EvaluationRule rule = Seeds.rule("shandong-power-2022");
        Evaluation evaluation = LandAssessor.of(rule).evaluate(RollFile.parse(
                "id,name,等级,用电量(kWh),同时执行的差别、惩罚性或阶梯电价加价(元/kWh)\n1,甲,D类,1000000,\n2,乙,A,1000000,0.1\n3,丙,,5,0\n", "r.csv", rule).despiteProblems());
        String told = TerminalText.write(NarrowGrids.league(evaluation, Locale.CHINESE), 20, 120, Locale.CHINESE);
        assertTrue(told.lines().anyMatch(it -> it.contains("甲") && it.contains("D") && it.contains("50000")), told);
        ChargeTotals totals = ChargeTotals.of(evaluation);
        String id = rule.consequences().iterator().next().id();
        assertEquals(List.of("D", ""), List.copyOf(totals.byClass(id).keySet()));
        assertEquals("50000 元 of 1, none of 1", totals.all(id).toString());
    }
}
