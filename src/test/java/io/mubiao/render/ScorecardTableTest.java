package io.mubiao.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.Mubiao;
import io.mubiao.assess.Assessments;
import io.mubiao.observe.ObservationLog;
import io.mubiao.scorecard.NoPoints;
import io.mubiao.scorecard.Rollup;
import io.mubiao.scorecard.Scorecard;
import io.mubiao.target.Register;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The Jin'an register scored: what a person reads. */
class ScorecardTableTest {
    private static Scorecard card;
    private static ObservationLog log;

    @BeforeAll
    static void score() {
        Register register = Mubiao.readRegister("seeds/jinan-2024/register.yaml");
        log = Mubiao.readObservations("seeds/jinan-2024/observations.yaml", register).orThrow();
        Assessments assessments = Mubiao.assess(register, log, LocalDate.of(2024, 9, 30));
        card = Mubiao.score(Mubiao.readScorecard("seeds/jinan-2024/scorecard.yaml"), assessments);
    }

    private static String line(String text, String word) {
        return text.lines().filter(line -> line.contains(word)).findFirst().orElseThrow();
    }

    @Test
    void itemsShowPointsLightAndForecast() {
        String text = Mubiao.table(card, Mubiao.forecast(card.assessments(), log));
        String item = line(text, "新引进亿元以上项目");
        assertTrue(item.contains("6.29/10") && item.contains(" 红 ") && item.contains("约 2%(47–58 个)"), item);
        assertTrue(line(text, "【(三)项目】").contains("79.45/100 中 绿 完整度 51.92%"), text);
        assertTrue(line(text, "P02").contains("不可衡量"), text);
    }

    @Test
    void everyViewHasItsTotalsAndUnitsTheirPlaces() {
        String text = Mubiao.table(card, Mubiao.forecast(card.assessments(), log));
        assertEquals(2, text.lines().filter(line -> line.startsWith("汇总：")).count());
        assertTrue(line(text, "区发改委").strip().startsWith("2  区发改委"), text);
        assertTrue(line(text, "区信访局").contains("下级都没有得分"), text);
        assertTrue(text.contains("应作说明：\n  U08 梅山新村旧改全面完工：逾期未达成，应作出说明"), text);
        assertTrue(text.contains("共 111 项："), text);
    }

    @Test
    void withoutForecastsNothingIsSaidOfThem() {
        assertFalse(Mubiao.table(card).contains("期末预测"));
        assertFalse(Mubiao.table(card).contains("预计达成"));
    }

    @Test
    void inEnglishTheLibrarysOwnWordsAreEnglish() {
        String text = ScorecardTable.write(card, Mubiao.forecast(card.assessments(), log), Locale.ENGLISH);
        assertTrue(text.contains("scored by: ") && text.contains("expected to be met") && text.contains("to be explained: "));
        assertTrue(line(text, "区信访局").contains("nothing below it has points"), text);
    }

    @Test
    void everyReasonAndRollUpHasWords() {
        for (Locale locale : new Locale[] {Locale.CHINESE, Locale.ENGLISH}) {
            Words words = new Words(locale);
            for (NoPoints reason : NoPoints.values()) {
                assertFalse(words.of(reason).isBlank());
            }
            for (Rollup rollup : Rollup.values()) {
                assertFalse(words.of(rollup).isBlank());
            }
        }
    }

    @Test
    void anItemTellsItsRuleInputsAndPoints() {
        String text = Mubiao.explain(card.get("P05"), Locale.CHINESE);
        assertTrue(text.startsWith("P05 新引进亿元以上项目：6.2903/10，灯 红\n"), text);
        assertTrue(text.contains("计分办法：按完成比例计分，封顶"), text);
        assertTrue(text.lines().anyMatch(line -> line.equals("  得分 ≈ 6.2903")), text);
        String without = Mubiao.explain(card.get("P02"), Locale.CHINESE);
        assertTrue(without.contains("没有得分："), without);
    }

    @Test
    void aNodeTellsWhatItAddsUp() {
        String text = Mubiao.explain(card.nodes("owner").get("区商务局"), Locale.CHINESE);
        assertTrue(text.startsWith("区商务局：83.4677/100，等次 良，灯 绿，第 3 名\n"), text);
        assertTrue(text.contains("计 70.00%"), text);
        String english = Mubiao.explain(card.root("chapter"), Locale.ENGLISH);
        assertTrue(english.contains("rolled up by: weighted sum"), english);
    }
}
