package io.mubiao.render;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.LandAssessor;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an appeal asks of an explanation: what each class has, how equals were ordered, what lacked, and that there was nothing to compare with. */
class AppealWordsTest {
    private static final String HEAD = """
            id: t
            year: 2024
            measure-words: [户]
            columns: {tax: {title: 税收, unit: 万元}, land: {title: 用地, unit: 亩}, rest: {title: 二次名次}}
            indicators: {tpm: {title: 亩均税收, formula: tax / land, unit: 万元/亩}, size: {title: 用地面积, formula: land, unit: 亩}}
            """;
    private static final String ITEMS = """
            groups: [{id: all, weights-total: 60, items: {tpm: {weight: 60, score: ratio, base: 10 万元/亩}}}]
            total: {round: 0 half-up}
            """;

    private static String told(EvaluationRule rule, String id, Locale locale, String... rows) {
        Roll.Builder roll = Roll.builder(rule);
        for (String row : rows) {
            String[] cells = row.split(" ", -1);
            Map<String, String> values = new LinkedHashMap<>(Map.of("tax", cells[1], "land", cells[2]));
            values.put("rest", cells.length > 3 ? cells[3] : "");
            roll.add(cells[0], values);
        }
        return LandExplainer.explain(LandAssessor.of(rule).evaluate(roll.build()).explain(id), locale);
    }

    private static EvaluationRule rule(String... parts) {
        return RuleFile.parse(HEAD + String.join("", parts), Format.YAML, "t");
    }

    private static void says(String text, String... all) {
        for (String it : all) {
            assertTrue(text.contains(it), () -> it + "\nin\n" + text);
        }
    }

    private static EvaluationRule ranked(String ranking, String cuts) {
        return rule(ITEMS, "ranking: {" + ranking + ", small-groups: none}\nclasses: {order: [A, B, C], by: rank, cuts: {" + cuts
                + "}, quota-base: ranked, quota-rounding: cumulative half-up}\n");
    }

    @Test
    void eachClassSaysWhatTheRuleGivesIt() {
        String[] firms = {"甲 100 10", "乙 80 10", "丙 60 10", "丁 40 10", "戊 20 10"};
        EvaluationRule rule = ranked("on: rounded, ties: best-place", "A: 'min(1 户, 40 %)', B: 60 %, C: 100 %");
        says(told(rule, "丙", Locale.CHINESE, firms), "\n  A（前 1 户 与 40 % 中较少的）：第 1 名，最低分 60\n", "\n  B（前 60 %）：第 2 至 3 名，2 个名额，最低分 36\n");
        says(told(rule, "丙", Locale.ENGLISH, firms), "\n  A (the first min(1, 40 %)): place 1, lowest total 60\n", "\n  B (the first 60 %): places 2 to 3, 2 places, lowest total 36\n");
    }

    @Test
    void equalsThatATieBreakOrdersAreToldByWhichIndicator() {
        EvaluationRule rule = ranked("on: rounded, ties: best-place, break-by: [size]", "A: 20 %, B: 60 %, C: 100 %");
        String[] firms = {"甲 100 10", "乙 200 20", "丙 60 10", "丁 40 10", "戊 20 10"};
        says(told(rule, "甲", Locale.CHINESE, firms), "第 2 名，共 5 家", "总分相同的有 2 家，依次按用地面积定先后");
        says(told(rule, "甲", Locale.ENGLISH, firms), "2 have the same total and are ordered by 用地面积");
    }

    @Test
    void equalsAsShownAreOrderedByTheTotalBeforeRounding() {
        EvaluationRule rule = ranked("on: unrounded, ties: best-place", "A: 20 %, B: 60 %, C: 100 %");
        String[] firms = {"甲 100 10", "乙 100.01 10", "丙 60 10", "丁 40 10", "戊 20 10"};
        says(told(rule, "甲", Locale.CHINESE, firms), "第 2 名，共 5 家", "总分显示相同的有 2 家，按未取舍的总分定先后");
    }

    @Test
    void equalsThatNothingOrdersShareAPlaceAsTheRuleSays() {
        String[] firms = {"甲 100 10", "乙 100 10", "丙 60 10", "丁 40 10", "戊 20 10"};
        says(told(ranked("on: rounded, ties: worst-place", "A: 20 %, B: 60 %, C: 100 %"), "甲", Locale.CHINESE, firms),
                "第 2 名，共 5 家，并列 2 家", "取舍后的总分相同，并列者同取其中最后的名次：第 2 名");
        says(told(ranked("on: rounded, ties: dense", "A: 20 %, B: 60 %, C: 100 %"), "丙", Locale.CHINESE, firms), "第 2 名，共 5 家");
    }

    @Test
    void aFigureThatLacksIsSaidToLackAndNotCompared() {
        EvaluationRule rule = rule(ITEMS, "classes: {order: [A, B], by: tests, tests: {A: tpm >= 5 万元/亩 or rest <= 3}}\n");
        String text = told(rule, "甲", Locale.CHINESE, "甲 100 10");
        says(text, "10 万元/亩 ≥ 5 万元/亩，缺二次名次，符合");
        assertFalse(text.contains("缺失 ≤"), text);
    }

    @Test
    void aBaselineThatIsNotThereIsNotCalledZero() {
        EvaluationRule rule = rule("groups: [{id: all, weights-total: 60, items: {tpm: {weight: 60, score: ratio, "
                + "base: {kind: mean, population: evaluated, year: prior}}}}]\n");
        String text = told(rule, "甲", Locale.CHINESE, "甲 100 10");
        says(text, "没有基准值");
        assertFalse(text.contains("基准为零"), text);
    }

    @Test
    void theUngradedWhoTakePlacesAreToldByTheirPlaces() {
        String head = HEAD.replace("rest: {title: 二次名次}", "rest: {title: 公用, kind: flag, if-empty: 否}");
        String scope = "scope: {exclude: [{id: pu, title: 公用事业, when: rest, effect: ungraded, label: T, keeps-place: %s}]}\n";
        String classes = "ranking: {on: rounded, ties: best-place, small-groups: none}\nclasses: {order: [A, B, C], by: rank, cuts: {A: 20 %, B: 60 %, C: 100 %}, "
                + "quota-base: ranked, quota-rounding: cumulative half-up}\n";
        EvaluationRule counted = RuleFile.parse(head + scope.formatted("counted") + ITEMS + classes, Format.YAML, "t");
        String[] firms = {"甲 100 10", "乙 80 10 是", "丙 60 10", "丁 40 10 是", "戊 20 10"};
        says(told(counted, "丙", Locale.CHINESE, firms), "第 3 名，共 5 家", "名次和名额计入不定级户 2 家：第 2、4 名\n");
        says(told(counted, "乙", Locale.ENGLISH, firms), "2 ungraded take places, of the classes too: 2, 4\n");
        assertFalse(told(counted, "丙", Locale.CHINESE, "甲 100 10", "丙 60 10").contains("不定级户"));
        EvaluationRule uncounted = RuleFile.parse(head + scope.formatted("uncounted") + ITEMS + classes, Format.YAML, "t");
        assertFalse(told(uncounted, "丙", Locale.CHINESE, firms).contains("计入不定级户"));
    }

    @Test
    void equalsAreToldWithTheFiguresThatOrderThem() {
        EvaluationRule rule = ranked("on: rounded, ties: best-place, break-by: [size]", "A: 20 %, B: 60 %, C: 100 %");
        String[] firms = {"甲 100 10", "乙 200 20", "丙 60 10", "丁 300 30", "戊 50 5"};
        says(told(rule, "甲", Locale.CHINESE, firms), "总分相同的有 4 家，依次按用地面积定先后：第 2 名 20 亩，第 3 名（本企业） 10 亩，第 4 名 5 亩\n");
        says(told(rule, "戊", Locale.ENGLISH, firms), "4 have the same total and are ordered by 用地面积: place 3 10 亩, place 4 (this one) 5 亩\n");
        EvaluationRule unrounded = ranked("on: unrounded, ties: best-place", "A: 20 %, B: 60 %, C: 100 %");
        says(told(unrounded, "甲", Locale.CHINESE, "甲 100 10", "乙 100.01 10", "丙 60 10"), "按未取舍的总分定先后：第 1 名 60.006，第 2 名（本企业） 60\n");
    }
}
