package io.mubiao.shell;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.Mubiao;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.render.AssessmentTable;
import io.mubiao.render.LandExplainer;
import io.mubiao.report.EvaluationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sentences are whole whatever a rule has or lacks. */
class WholeSentencesTest {
    private static final String HUANGYAN = "seeds/rules/huangyan-2022.yaml";
    private static final String HEADERS = "统一社会信用代码,企业名称,用地面积(亩),评价税收(万元),工业增加值(万元),主营业务收入(万元),R&D经费支出(万元),"
            + "综合能耗等价值(吨标煤),主要污染物排放量(吨),年平均职工人数(人)\n";

    @TempDir
    private Path folder;

    private String roll(String... rows) throws IOException {
        return Files.writeString(folder.resolve("roll.csv"), HEADERS + String.join("\n", rows) + "\n").toString();
    }

    private static Evaluation evaluated(String roll) {
        var rule = Mubiao.readRule(HUANGYAN);
        return LandAssessor.of(rule).evaluate(Mubiao.readRoll(roll, rule).orThrow());
    }

    @Test
    void whereARuleHasNoClasses() throws IOException {
        String roll = roll("A1,甲,3,7,4,12,1,7,3,9", "A2,乙,30,70,9,12,1,7,3,9");
        assertTrue(EvaluationReport.of(evaluated(roll)).html().contains("共 2 家</p>"));
        assertTrue(EvaluationReport.of(evaluated(roll)).locale(Locale.ENGLISH).html().contains("2 enterprises</p>"));
        Desk desk = new Desk();
        desk.open(HUANGYAN);
        desk.open(roll);
        String behind = desk.behind().write(100, false);
        assertTrue(behind.contains("没有不能判定的企业"), behind);
        desk.lang("en");
        assertTrue(desk.behind().write(100, false).contains("no enterprise is undecided"));
    }

    @Test
    void whereTheMeanScoreOfAllIsMissing() throws IOException {
        Evaluation evaluation = evaluated(roll("A1,甲,3,7,4,12,1,7,,9", "A2,乙,30,70,9,12,1,7,,9"));
        String problem = evaluation.problems().toString() + evaluation.problems().stream().map(it -> it.toString(Locale.CHINESE)).toList();
        assertTrue(problem.contains("缺“单位排放增加值”的同组平均得分"), problem);
        assertTrue(problem.contains("the mean score of '单位排放增加值' is missing"), problem);
        String told = LandExplainer.explain(evaluation.explain("A1"), Locale.CHINESE);
        assertTrue(told.contains("缺 “单位排放增加值的同组平均得分”"), told);
        assertFalse(told.contains("mean score"), told);
    }

    @Test
    void whereAFigureCannotBe() {
        Desk desk = new Desk();
        desk.open("seeds/jinan-2024/register.yaml");
        desk.open("seeds/jinan-2024/observations.yaml");
        String said = desk.whatIf("P04", "62 家").write(200, false);
        assertFalse(said.contains("没有打开") || said.contains("whatIf:"), said);
        assertTrue(said.startsWith("“62 家”不能作“P04”的完成情况："), said);
    }

    @Test
    void whatIsMetSoFarIsSaidWhole() {
        var register = Mubiao.readRegister("seeds/jinan-2024/register.yaml");
        String table = AssessmentTable.write(Mubiao.assess(register, Mubiao.readObservations("seeds/jinan-2024/observations.yaml", register).orThrow(),
                LocalDate.of(2024, 9, 30)), Locale.CHINESE);
        assertTrue(table.contains("目前达成，期末才定") && table.lines().noneMatch(line -> line.endsWith(" 目前")), table);
    }
}
