package io.mubiao.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.Mubiao;
import io.mubiao.land.assess.Evaluation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Amounts below each other have as many decimals as each other. */
class AmountColumnsTest {
    @TempDir Path folder;

    private Evaluation evaluation() throws Exception {
        Path roll = folder.resolve("roll.csv");
        Files.writeString(roll, """
                统一社会信用代码,企业名称,等级,用电量(kWh),同时执行的差别、惩罚性或阶梯电价加价(元/kWh)
                P1,甲厂,D,1000,
                P2,乙厂,D,123457,0.08
                P3,丙厂,C,5000,
                """);
        var rule = Mubiao.readRule("seeds/rules/shandong-power-2022.yaml");
        return Mubiao.evaluate(rule, Mubiao.readRoll(roll.toString(), rule).orThrow());
    }

    @Test
    void tablesHaveThemAlike() throws Exception {
        Evaluation evaluation = evaluation();
        Grid league = NarrowGrids.league(evaluation, Locale.CHINESE);
        int at = league.headers().indexOf("D类企业用电加价(元)");
        assertEquals(List.of("50.00", "9876.56", "—"), league.rows().stream().map(row -> row.get(at).text()).toList());
        assertTrue(LeagueTable.write(evaluation, Locale.CHINESE).contains(" 50.00\n"), LeagueTable.write(evaluation, Locale.CHINESE));
        Grid totals = EvaluationGrids.charges(evaluation, Locale.CHINESE);
        assertTrue(totals.rows().stream().map(row -> row.get(2).text()).allMatch(it -> it.matches("[0-9]+\\.[0-9]{2}")), totals.rows().toString());
    }
}
