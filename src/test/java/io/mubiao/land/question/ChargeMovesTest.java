package io.mubiao.land.question;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.result.JsonStyle;
import io.mubiao.io.result.ResultTree;
import io.mubiao.io.roll.RollFile;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.render.QuestionWords;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a change costs or brings is part of what it moves. */
class ChargeMovesTest {
    private static final String RULE = """
            id: h
            title: 差别化
            year: 2025
            columns: {v: {title: 税收, unit: 万元, decimals: 2}, kwh: {title: 用电量, unit: kWh}}
            indicators: {i: {title: 税收, formula: v, unit: 万元}}
            groups: [{id: all, title: 全部, rank-on: i}]
            ranking: {on: unrounded, ties: best-place, small-groups: none}
            classes: {order: [A, D], by: rank, quota-base: ranked, quota-rounding: cumulative half-up, cuts: {A: 50 %, D: 100 %}}
            refill: false
            consequences:
              - {id: power, title: 差别电价, kind: surcharge, base: kwh, rate-unit: 元/kWh, unit: 元, rates: {D: [RATE 元/kWh]}}
            """;
    private static final String ROLL = "id,name,税收(万元),用电量(kWh)\n1,甲,9,100\n2,乙,8,200\n3,丙,2,300\n4,丁,1,\n";

    private static Evaluation evaluation(String rate, String roll) {
        EvaluationRule rule = RuleFile.parse(RULE.replace("RATE", rate), Format.YAML, "h.yaml");
        return LandAssessor.of(rule).evaluate(RollFile.parse(roll, "r.csv", rule).despiteProblems());
    }

    @Test
    void withoutRankingsAmountsMoveAllTheSame() {
        EvaluationRule rule = RuleFile.read(Path.of("seeds/rules/shandong-power-2022.yaml"));
        Evaluation known = LandAssessor.of(rule).evaluate(RollFile.parse(
                "id,name,等级,用电量(kWh),同时执行的差别、惩罚性或阶梯电价加价(元/kWh)\nP1,甲厂,D,1000,\nP4,丁厂,,5000,\n", "r.csv", rule).despiteProblems());
        EvaluationImpact impact = EvaluationWhatIf.of(known).with("P1", "electricity", "5000").run();
        assertFalse(impact.isEmpty());
        assertEquals("甲厂（P1）：D类企业用电加价 50 元 → 250 元\n", QuestionWords.explain(known, impact, Locale.CHINESE));
        assertEquals("甲厂 (P1): surcharge D类企业用电加价 50 元 -> 250 元\n", QuestionWords.explain(known, impact, Locale.ENGLISH));
        assertTrue(ResultTree.tree(impact, JsonStyle.COMPACT).toString().contains(
                "charges=[{id=power, title=D类企业用电加价, kind=surcharge, trial=false, before={amount={value=50, unit=元}}, after={amount={value=250, unit=元}}}]"),
                ResultTree.tree(impact, JsonStyle.COMPACT).toString());
    }

    @Test
    void thoseOfWhomTheClassMovesPayOrPayNoMore() {
        Evaluation known = evaluation("0.5", ROLL);
        assertEquals("丙（3）：加价 差别电价 150 元 → 50 元\n", said(known, "3", "kwh", "100"));
        assertEquals("丁（4）：加价 差别电价 不计（缺 “用电量”） → 50 元\n", said(known, "4", "kwh", "100"));
        assertEquals("没有任何变动\n", said(known, "1", "kwh", "7"));
        String swapped = said(known, "3", "v", "8.5");
        assertTrue(swapped.contains("乙（2）：名次 2 → 3，评为 A 类 → 评为 D 类，加价 差别电价 不适用 → 100 元"), swapped);
        assertTrue(swapped.contains("评为 D 类 → 评为 A 类，加价 差别电价 150 元 → 不适用"), swapped);
    }

    @Test
    void whatIsFoundQuicklyIsWhatIsFoundInFull() {
        for (String on : List.of("unrounded", "rounded")) {
            EvaluationRule rule = RuleFile.parse(RULE.replace("RATE", "0.5").replace("on: unrounded", "on: " + on)
                    .replace("ranking:", on.equals("rounded") ? "total: {round: 2 half-up}\nranking:" : "ranking:"), Format.YAML, "h.yaml");
            Evaluation known = LandAssessor.of(rule).evaluate(RollFile.parse(ROLL, "r.csv", rule).despiteProblems());
            for (String[] change : List.of(new String[] {"1", "v", "0"}, new String[] {"3", "kwh", "1"}, new String[] {"4", "v", "8.5"},
                    new String[] {"4", "kwh", "1"}, new String[] {"2", "v", "1.5"})) {
                EvaluationImpact impact = EvaluationWhatIf.of(known).with(change[0], change[1], change[2]).run();
                List<String> full = impact.all().stream().filter(Move::inCharges).map(it -> it.id() + it.charges()).sorted().toList();
                assertEquals(full, impact.moves().stream().filter(Move::inCharges).map(it -> it.id() + it.charges()).sorted().toList(), change[0]);
                assertFalse(full.isEmpty());
            }
        }
    }

    private static String said(Evaluation known, String id, String column, String value) {
        return QuestionWords.explain(known, EvaluationWhatIf.of(known).with(id, column, value).run(), Locale.CHINESE);
    }

    @Test
    void rulesThatDifferInRatesDifferInAmounts() {
        Evaluation before = evaluation("0.5", ROLL);
        Evaluation after = evaluation("0.8", ROLL);
        EvaluationDiff diff = EvaluationDiff.of(before, after);
        assertFalse(diff.isEmpty());
        assertEquals(1, requireNonNull(diff.amounts().get("power")).enterprises());
        assertEquals("丙（3）：加价 差别电价 150 元 → 240 元\n加价 差别电价：1 户金额不同，合计 150 元 → 240 元\n",
                QuestionWords.explain(before, diff, Locale.CHINESE));
        assertEquals("丙 (3): surcharge 差别电价 150 元 -> 240 元\nsurcharge 差别电价: amounts that differ 1, all 150 元 -> 240 元\n",
                QuestionWords.explain(before, diff, Locale.ENGLISH));
        assertTrue(ResultTree.tree(diff, JsonStyle.COMPACT).toString().contains("amounts={power={id=power, title=差别电价, kind=surcharge, trial=false, "
                + "enterprises=1, before={value=150, unit=元}, after={value=240, unit=元}}}"), ResultTree.tree(diff, JsonStyle.COMPACT).toString());
        assertEquals(Map.of(), EvaluationDiff.of(before, evaluation("0.50", ROLL)).amounts());
        Evaluation none = LandAssessor.of(RuleFile.parse(RULE.substring(0, RULE.indexOf("consequences")), Format.YAML, "h.yaml")).evaluate(before.roll());
        assertEquals("加价 差别电价：2 户金额不同，合计 150 元 → —\n", last(QuestionWords.explain(before, EvaluationDiff.of(before, none), Locale.CHINESE)));
    }

    private static String last(String lines) {
        List<String> all = lines.lines().toList();
        return all.get(all.size() - 1) + "\n";
    }
}
