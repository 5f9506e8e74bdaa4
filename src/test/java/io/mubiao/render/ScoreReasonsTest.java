package io.mubiao.render;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.Mubiao;
import io.mubiao.io.Format;
import io.mubiao.io.rule.ScorecardFile;
import io.mubiao.io.rule.ScoringRuleFile;
import io.mubiao.scorecard.Scorecard;
import io.mubiao.scoring.Given;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.target.Register;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Points that are a number by themselves are told with what decided them; what a quota gave is not what a veto gave. */
class ScoreReasonsTest {
    private static final ScoringRule ENERGY = ScoringRuleFile.parse("""
            id: t
            points: 50
            inputs: {year: {title: 年度目标完成, kind: flag}, sum: {title: 累计目标完成, kind: flag}, use: {title: 能耗, unit: 吨}, plan: {title: 计划, unit: 吨}, dead: {title: 死亡人数}}
            derived: {over: {title: 超计划, formula: use / plan - 1, unit: "%"}}
            parts:
              rate: {title: 下降率, of: year, score: {formula: "if(year and sum, 35, if(sum, 20, 0))"}}
              all: {title: 总量, of: over, score: {bands: {at: {"<= 0 %": 15, "(0 %, 10 %]": 10, "> 10 %": 0}}}}
              safe: {title: 安全, of: dead, score: {deduction: {above: 0, each: 1, points: 3}}, floor: -6}
            """, Format.YAML, "t");

    private static void says(String text, String... expected) {
        assertAll(Stream.of(expected).map(part -> () -> assertTrue(text.contains(part), part + " in\n" + text)));
    }

    @Test
    void aNumberByItselfHasItsReason() {
        String text = ScoreExplainer.explain(ENERGY.score(Given.of("year", "否", "sum", "是", "use", "1100 吨", "plan", "1000 吨", "dead", "3")), Locale.CHINESE);
        says(text, "下降率 = 20【累计目标完成为 是】", "总量 = 10【10 % > 0 %，10 % ≤ 10 %】", "安全 = -9，保底 -6", "不计封顶、保底的得分 21");
    }

    @Test
    void whatIsMissingComesFromNowhere() {
        String text = ScoreExplainer.explain(ENERGY.score(Given.of("year", "否", "sum", "否")), Locale.CHINESE);
        says(text, "能耗 缺失\n", "年度目标完成 否(给定)");
        assertFalse(text.contains("缺失("), text);
    }

    /** 85 of 100 would be 良好, whose one place goes to 93; the veto alone makes it 不合格. */
    @Test
    void whatAQuotaGivesIsNotWhatAVetoGives() {
        Register register = Mubiao.readRegister("seeds/jinan-2024/register.yaml");
        Scorecard card = Mubiao.score(ScorecardFile.parse("""
                id: t
                rules: {one: {points: 100, inputs: {mark: {}}, parts: {a: {of: mark, score: {formula: x}}}, vetoes: {low: {title: 出现劣Ⅴ类, when: mark == 85, grade: 不合格}}}}
                items: {a: {rule: one, given: {mark: 95}}, b: {rule: one, given: {mark: 85}}, c: {rule: one, given: {mark: 93}}}
                views:
                  v: {ranking: best-place, quota: {most: {优秀: 1, 良好: 1}, of: ranked, refill: no}, tree: [{id: 甲, items: [a]}, {id: 乙, items: [b]}, {id: 丙, items: [c]}]}
                grades: {order: [优秀, 良好, 合格, 不合格], bands: {优秀: ">= 90", 良好: "[80, 90)", 合格: "[60, 80)", 不合格: "< 60"}}
                """, Format.YAML, "t"), Mubiao.assess(register, Mubiao.readObservations("seeds/jinan-2024/observations.yaml", register).orThrow(),
                LocalDate.of(2024, 9, 30)));
        String text = card.nodes("v").stream().map(it -> ScoreExplainer.explain(it, Locale.CHINESE)).reduce("", String::concat);
        says(text, "乙：85/100，等次 不合格", "名额：“良好”至多 1 个；得分够“良好”的 2 个按得分排列，此处列第 2，超出名额，改评“合格”", "否决：出现劣Ⅴ类(b)，等次不高于 不合格", "改评“良好”");
    }
}
