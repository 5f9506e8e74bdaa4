package io.mubiao.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.mubiao.Mubiao;
import io.mubiao.report.ScorecardReport;
import io.mubiao.scorecard.Scorecard;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The unit that answers (责任单位) is the one that the scorecard names, in every table. */
class ResponsibleTest {
    private static Scorecard card() {
        var register = Mubiao.readRegister("seeds/jinan-2024/register.yaml");
        var log = Mubiao.readObservations("seeds/jinan-2024/observations.yaml", register).orThrow();
        return Mubiao.score(Mubiao.readScorecard("seeds/jinan-2024/scorecard.yaml"),
                Mubiao.assess(register, log, LocalDate.of(2024, 9, 30)));
    }

    @Test
    void itStandsInTheTablesOfItems() {
        List<Grid> grids = ResultGrids.grids(card(), Locale.CHINESE);
        List<String> units = grids.stream().filter(it -> it.headers().contains("责任单位")).flatMap(it -> it.rows().stream()
                .filter(row -> row.get(0).text().equals("P02")).map(row -> row.get(it.headers().indexOf("责任单位")).text())).toList();
        assertEquals(List.of("区商务局"), units);
    }

    @Test
    void thoseThatNameNoneSayItInTheLanguageOfThePage() {
        assertFalse(ScorecardReport.of(card()).locale(Locale.ENGLISH).html().contains("未列明"));
    }
}
