package io.mubiao.render;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Members of a merged unit (合并评价) are told by what each filed, and what it makes of the unit. */
class MergedLettersTest {
    private static final EvaluationRule RULE = RuleFile.parse("""
            id: t
            year: 2024
            columns:
              firm: {title: 集团, kind: text, if-empty: 独立}
              land: {title: 用地, unit: 亩}
              tax: {title: 税收, unit: 万元}
              level: {title: 环保等级, kind: text, if-empty: 绿}
              unused: {title: 备注数, if-empty: 0}
            merge: {by: firm, except: firm == "独立", sums: [land, tax]}
            indicators: {tpm: {title: 亩均税收, formula: tax / land, unit: 万元/亩}}
            groups: [{id: all, weights-total: 100, items: {tpm: {weight: 100, score: ratio, base: 20 万元/亩}}}]
            bonuses: {red: {title: 环保红牌扣分, when: level == "红", points: -5}}
            """, Format.YAML, "t");

    private static Map<String, String> firm(String group, String tax, String level) {
        Map<String, String> values = new HashMap<>(Map.of("land", "10", "firm", group, "level", level));
        if (!tax.isEmpty()) {
            values.put("tax", tax);
        }
        return values;
    }

    private static Evaluation of(String tax, String level) {
        return LandAssessor.of(RULE).evaluate(Roll.builder(RULE).add("M1", "母", firm("G", "100", "绿"))
                .add("M2", "子", firm("G", tax, level)).add("M3", "他", firm("", "50", "红")).build());
    }

    private static void says(String text, String... expected) {
        for (String part : expected) {
            assertTrue(text.contains(part), () -> part + "\nin\n" + text);
        }
    }

    @Test
    void textsAreToldByMember() {
        says(LandExplainer.explain(of("100", "红").explain("M2"), Locale.CHINESE), "\n  环保等级：绿（母 绿，子 红）\n", "\n  税收：200 万元（母 100 万元，子 100 万元）\n",
                "合并评价（集团：G），办法规定合计的数据为各成员之和，其余数据以母为准，");
    }

    @Test
    void whatMergesIsToldOnce() {
        String alone = LandExplainer.explain(of("100", "红").explain("M3"), Locale.CHINESE);
        says(alone, "\n未与其他企业合并（集团：独立）\n");
    }

    @Test
    void aCorrectionNamesWhatTheMemberFiledAndThenTheSum() {
        says(Letters.appeal(of("100", "红"), of("120", "红"), "M2", Locale.CHINESE), "\n　　税收：100 万元 → 120 万元（合并后 200 万元 → 220 万元）\n");
        says(Letters.appeal(of("", "红"), of("30", "红"), "M2", Locale.CHINESE), "\n　　税收：缺失 → 30 万元（合并后 缺失 → 130 万元）\n");
        says(Letters.appeal(of("100", "红"), of("120", "红"), "M2", Locale.ENGLISH), "\n  税收: 100 万元 -> 120 万元 (evaluated as one 200 万元 -> 220 万元)\n");
    }

    @Test
    void aCorrectionOfAnotherMemberNamesThatMember() {
        String letter = Letters.appeal(of("100", "红"), of("120", "红"), "M1", Locale.CHINESE);
        says(letter, "\n　　子（M2）的税收：100 万元 → 120 万元（合并后 200 万元 → 220 万元）\n");
        says(letter, "其余数据以你单位为准");
    }

    @Test
    void aTextThatTheLeadOverridesIsCorrectedAllTheSame() {
        String letter = Letters.appeal(of("100", "红"), of("100", "绿"), "M2", Locale.CHINESE);
        says(letter, "\n　　环保等级：红 → 绿\n", "结果不变：");
        assertFalse(letter.contains("申报数据无误"), letter);
    }

    @Test
    void whoSharesTheResultIsNotAnotherWhoMoves() {
        says(Letters.appeal(of("100", "红"), of("120", "红"), "M2", Locale.CHINESE), "其他企业的结果不变。");
    }

    @Test
    void aFigureThatNothingReadsIsCorrectedToo() {
        EvaluationRule rule = RULE;
        Evaluation before = LandAssessor.of(rule).evaluate(Roll.builder(rule).add("M3", firm("", "50", "红")).build());
        Map<String, String> more = firm("", "50", "红");
        more.put("unused", "7");
        Evaluation after = LandAssessor.of(rule).evaluate(Roll.builder(rule).add("M3", more).build());
        says(Letters.appeal(before, after, "M3", Locale.CHINESE), "\n　　备注数：0 → 7\n", "结果不变：");
    }
}
