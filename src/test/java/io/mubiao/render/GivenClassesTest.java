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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule without classes of its own counts those that are given. */
class GivenClassesTest {
    @TempDir Path folder;

    private Evaluation evaluation() throws Exception {
        Path roll = folder.resolve("roll.csv");
        Files.writeString(roll, """
                统一社会信用代码,企业名称,等级,用电量(kWh)
                P1,甲厂,D,1000
                P2,乙厂,D,2000
                P3,丙厂,C,3000
                """);
        var rule = Mubiao.readRule("seeds/rules/shandong-power-2022.yaml");
        return Mubiao.evaluate(rule, Mubiao.readRoll(roll.toString(), rule).orThrow());
    }

    @Test
    void countsAndPageHaveThem() throws Exception {
        Evaluation evaluation = evaluation();
        Grid counts = EvaluationGrids.grids(evaluation, Locale.CHINESE).stream().filter(it -> it.name().equals("户数")).findFirst().orElseThrow();
        assertEquals(List.of("C 1", "D 2", "参评 3"), counts.rows().stream().map(row -> row.get(0).text() + " " + row.get(1).text()).limit(3).toList());
        assertTrue(LeagueTable.write(evaluation, Locale.CHINESE).contains("共 3 家：C 1(33.3%) D 2(66.7%)"));
        String html = EvaluationReport.of(evaluation).html();
        assertTrue(html.contains("共 3 家：C 1，D 2") && html.contains("\"name\":\"D类\""), "the chart has bars");
    }
}
