package io.mubiao.render;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.result.EvaluationJson;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An explanation is read by those who do not know the rule file: plain words, no short names, sensible digits. */
class PlainExplanationTest {
    /** A rule with some of everything. */
    static final String DEMO = """
            id: demo
            year: 2024
            sources: [{id: doc, title: 示范县评价办法}]
            columns:
              own: {title: 自有用地, unit: 亩}
              rented_out: {title: 租出用地, unit: 亩, if-empty: 0}
              tax: {title: 税收, unit: 万元, negative: true}
              kwh: {title: 用电量, unit: kWh, decimals: 0}
              emission: {title: 排放量, unit: 吨, decimals: 3}
              patents: {title: 发明专利, decimals: 0, if-empty: 0}
              accident: {title: 发生事故, kind: flag, if-empty: 否}
              start: {title: 投产日期, kind: day, if-empty: 2010-01-01}
              town: {title: 乡镇, kind: text}
            derived: {land: {title: 实际用地, formula: own - rented_out, unit: 亩}}
            scope:
              require: [{id: big, when: land >= 3 亩, source: doc, clause: 第四条}]
              exclude: [{id: fresh, title: 投产不满2年, when: 'full_years(start, year_end) < 2', effect: ungraded, label: T, source: doc, clause: 第六条}]
            indicators:
              tax_per_mu: {title: 亩均税收, formula: tax / land, unit: 万元/亩}
              tax_per_kwh: {title: 单位电耗税收, formula: tax / kwh, unit: 万元/kWh}
              per_emission: {title: 单位排放税收, formula: tax / emission, unit: 万元/吨}
              more: {title: 用电增长率, formula: 'growth(kwh, prior("kwh"))', unit: "%"}
            groups:
              - id: all
                title: 全部企业
                weights-total: 100
                items:
                  tax_per_mu: {weight: 40, score: ratio, base: 10 万元/亩, cap: 1.5 * w, floor: 0, round: 2 half-up, source: doc, clause: 第八条}
                  tax_per_kwh: {weight: 30, score: ratio, base: {title: 全县单位电耗税收, kind: ratio-of-sums, population: graded, year: prior, times: 2}}
                  per_emission: {weight: 20, score: ratio, base: 100 万元/吨, missing: mean-score}
                  more: {weight: 10, score: {steps: {of: value, below: 10, at: {"0 %": 5}}}, missing: 0}
            bonuses:
              patents: {title: 专利加分, points: 2 * patents, limit: 5}
              letting: {title: 出租扣分, points: -5, when: rented_out > 0 亩}
            total: {round: 2 half-up}
            ranking: {by: [town], on: rounded, ties: best-place, small-groups: none}
            classes:
              order: [A, B, C]
              by: rank
              cuts: {A: 34 %, B: 67 %, C: 100 %}
              quota-base: ranked
              quota-rounding: cumulative half-up
            overrides: [{id: veto, title: 发生事故不得评为A类, when: accident, not-above: B, source: doc, clause: 第九条}]
            refill: false
            consequences:
              - {id: power, title: 电价, kind: surcharge, base: kwh, rate-unit: 元/kWh, rates: {C: 0.1 元/kWh}, valid: 2020-01-01/2021-12-31}
            """;
    private static final EvaluationRule RULE = RuleFile.parse(DEMO, Format.YAML, "demo");

    private static Roll roll(String... rows) {
        Roll.Builder roll = Roll.builder(RULE);
        for (String row : rows) {
            String[] parts = row.split(" ", -1);
            Map<String, String> values = new LinkedHashMap<>();
            Stream.of(parts).skip(1).forEach(pair -> values.put(pair.split("=", -1)[0], pair.split("=", -1)[1]));
            roll.add(parts[0], parts[0] + "厂", values);
        }
        return roll.build();
    }

    private static final Evaluation EVALUATION = LandAssessor.of(RULE).prior(roll("1 own=10 tax=30 kwh=300000 town=东"))
            .evaluate(roll("1 own=12 rented_out=1 tax=300 kwh=1000000 emission=0.7 patents=3 town=东 accident=是",
                    "2 own=7 tax=100 kwh=700000 town=东", "3 own=7 tax=-20 kwh=600000 emission=2 town=东",
                    "4 own=2 tax=9 kwh=1000 emission=1 town=东", "5 own=7 tax=9 kwh=1000 emission=1 town=东 start=2023-06-01",
                    "6 own=7 kwh=1000 emission=1 town=东", "7 own=7 tax=9 kwh=0 emission=1 town=东",
                    "8 own=7 tax=9 kwh=1000 emission=1"));

    private static String chinese(String id) {
        return LandExplainer.explain(EVALUATION.explain(id), Locale.CHINESE);
    }

    private static String english(String id) {
        return LandExplainer.explain(EVALUATION.explain(id), Locale.ENGLISH);
    }

    private static void says(String text, String... expected) {
        assertAll(Stream.of(expected).map(part -> () -> assertTrue(text.contains(part), part + " in\n" + text)));
    }

    @Test
    void noShortNameAndNoFunctionOfTheRuleFileIsLeftInAnyLine() {
        Pattern technical = Pattern.compile("[a-z]+_[a-z]+|\\b(min|max|clamp|round|steps|growth|if|prior|null)\\(|Optional|null");
        for (String id : EVALUATION.ids()) {
            assertFalse(technical.matcher(chinese(id)).find(), chinese(id));
            assertFalse(technical.matcher(english(id)).find(), english(id));
        }
    }

    @Test
    void capFloorAndRoundingStandInWordsBesideTheFormula() {
        says(chinese("1"), "亩均税收 得分 60：40 × 27.2727 万元/亩 ÷ 10 万元/亩 ≈ 109.0909，封顶 60（权重 40，不高于 1.5 × 40，不低于 0，四舍五入到 2 位小数）【封顶】");
        says(english("1"), "(weight 40, at most 1.5 × 40, at least 0, half up to 2 decimals) [capped]");
    }

    @Test
    void whatALimitHeldIsNotPrintedAsEqualToIt() {
        says(chinese("3"), "亩均税收 得分 0：40 × (-2.8571 万元/亩) ÷ 10 万元/亩 ≈ -11.4286，保底 0（");
        says(english("1"), "亩均税收 scores 60: 40 × 27.2727 万元/亩 ÷ 10 万元/亩 ≈ 109.0909, capped at 60 (", "(at most 5 points)");
    }

    @Test
    void theTotalIsTheSumOfTheLinesAboveIt() {
        says(chinese("1"), "各项得分合计 ", " ≈ 60 + ", "加分 专利加分 5：2 × 3 = 6，封顶 5（最高 5 分）【达到上限】", "扣分 出租扣分 -5（租出用地 > 0 亩：1 亩 > 0 亩）\n", " + (-5)");
    }

    @Test
    void numbersTooSmallForFourDecimalsKeepFourDigitsThatCount() {
        says(chinese("2"), "单位电耗税收 = 税收 ÷ 用电量 = 100 万元 ÷ 700000 kWh ≈ 0.0001429 万元/kWh");
    }

    @Test
    void aBaselineSaysHowAndByWhomItWasFormed() {
        says(chinese("1"), "全县单位电耗税收：0.0002 万元/kWh，上年应定级企业的分子合计 ÷ 分母合计 × 2，由 1 家企业形成");
        says(english("1"), "last year's enterprises to be graded, sum of numerators ÷ sum of denominators × 2, formed by 1 enterprise");
    }

    @Test
    void lastYearsFiguresAreCalledSo() {
        says(chinese("1"), "上年用电量：300000 kWh", "用电增长率 = (用电量 - 上年用电量) ÷ 上年用电量");
    }

    @Test
    void citationsNameTheDocument() {
        says(chinese("1"), "依据：《示范县评价办法》第八条", "依据：《示范县评价办法》第九条");
        says(english("1"), "source: 示范县评价办法, 第八条");
    }

    @Test
    void aMeanScoreIsNamedByTheIndicatorAndTheGroup() {
        says(chinese("2"), "单位排放税收同组平均得分（全部企业）");
    }

    @Test
    void whoIsOutOrNotGradedReadsWhyWithTheClauseAndTheFigures() {
        says(chinese("4"), "不纳入评价", "不符合参评条件：实际用地 ≥ 3 亩：2 亩 < 3 亩　依据：《示范县评价办法》第四条", "实际用地 = 自有用地 - 租出用地 = 2 亩 - 0 亩 = 2 亩");
        says(chinese("5"), "参评不定级", "投产不满2年", "第六条", "投产日期：2023-06-01");
        says(EvaluationJson.write(EVALUATION.explain("5")), "\"kind\" : \"exclusion\"");
    }

    @Test
    void reasonsAreInTheReadersLanguageAndNamesAndTheInputsAreShownAllTheSame() {
        says(chinese("6"), "没有总分：缺 “亩均税收：税收”", "税收：缺失", "自有用地：7 亩", "不能计分");
        says(english("6"), "there is no total: '亩均税收: 税收' is missing");
        says(chinese("7"), "“单位电耗税收：用电量” 为 0，不能作除数");
        says(chinese("8"), "不属于任何排序组：缺 乡镇");
        says(chinese("3"), "执行期 2020-01-01/2021-12-31，2024-12-31 不在其内");
    }

    /** Jingde leaves maximum = minimum open; whoever reads that his item could not be computed must see both. */
    @Test
    void aDegenerateBaselineIsShownWithItsNumbers() {
        EvaluationRule rule = RuleFile.parse("""
                id: r
                year: 2024
                columns: {tax: {title: 税收, unit: 万元}}
                indicators: {t: {title: 税收规模, formula: tax, unit: 万元}}
                groups: [{id: all, weights-total: 10, items: {t: {weight: 10, score: {efficacy: 20 %}, degenerate: 3, low: {title: 最低值, kind: min, population: graded}, high: {title: 最高值, kind: max, population: graded}}}}]
                """, Format.YAML, "r");
        Evaluation evaluation = LandAssessor.of(rule).evaluate(Roll.builder(rule).add("1", Map.of("tax", "10")).build());
        says(LandExplainer.explain(evaluation.explain("1"), Locale.CHINESE), "最低值：10 万元", "最高值：10 万元",
                "税收规模 得分 3（权重 10）【基准为零或最大等于最小；按办法规定计分】");
    }

    @Test
    void aGroupThatRanksOnOneIndicatorIsExplainedFromItsInputsToo() {
        EvaluationRule rule = RuleFile.parse("""
                id: r
                year: 2024
                columns: {own: {title: 自有用地, unit: 亩}, rented: {title: 租入用地, unit: 亩}, tax: {title: 税收, unit: 万元}}
                derived: {land: {title: 实际用地, formula: own + rented, unit: 亩}}
                indicators: {t: {title: 亩均税收, formula: tax / land, unit: 万元/亩}}
                groups: [{id: all, rank-on: t}]
                ranking: {on: unrounded, ties: best-place, small-groups: none}
                """, Format.YAML, "r");
        Evaluation evaluation = LandAssessor.of(rule).evaluate(Roll.builder(rule)
                .add("1", Map.of("own", "2", "rented", "3", "tax", "10")).build());
        says(LandExplainer.explain(evaluation.explain("1"), Locale.CHINESE), "实际用地 = 自有用地 + 租入用地 = 2 亩 + 3 亩 = 5 亩",
                "亩均税收 = 税收 ÷ 实际用地 = 10 万元 ÷ 5 亩 = 2 万元/亩", "排序依据 亩均税收 2 万元/亩", "三、排序：第 1 名，共 1 家");
    }
}
