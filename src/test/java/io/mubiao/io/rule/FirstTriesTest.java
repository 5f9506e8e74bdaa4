package io.mubiao.io.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.land.EvaluationRule;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody writes at the first try who has a law in hand and nothing but the messages. */
class FirstTriesTest {
    private static final String LAND = """
            id: t
            year: 2024
            columns: {税收: {unit: 万元}, 用地: {unit: 亩}, 规上: {kind: flag}, 行业: {kind: text}, 等次: {values: [一级, 二级]}}
            indicators: {亩均税收: {formula: 税收 / 用地, unit: 万元/亩}, 项目: {formula: 用地, unit: 亩}}
            groups: [{id: g, weights-total: 100, items: {亩均税收: {weight: 100, score: ratio, base: 20 万元/亩, cap: 150}}}]
            bonuses: {加: {when: 规上, points: 5}}
            ranking: {by: [], on: unrounded, ties: best-place, small-groups: none}
            classes: {order: [A, B, C], by: rank, cuts: {A: 20 %, B: 60 %, C: 100 %}, quota-base: ranked, quota-rounding: each floor, remainder: B}
            overrides: [{id: o, when: 规上, set: C}]
            refill: false
            """;
    private static final String SCORING = """
            id: t
            points: 20
            inputs: {完成率: {of: attainment}, 次数: {}, 用地: {unit: 亩}, 等次: {kind: text}}
            parts: {甲: {of: 完成率, score: ratio, base: "1", cap: w}}
            total: {cap: w}
            """;

    private static String refusal(String file, String found, String instead, Locale locale) {
        assertTrue(file.contains(found), found);
        String text = file.replace(found, instead);
        List<Problem> problems = assertThrows(InvalidDefinitionException.class, () -> {
            if (file.equals(LAND)) {
                RuleFile.parse(text, Format.YAML, "t.yaml");
            } else {
                ScoringRuleFile.parse(text, Format.YAML, "t.yaml");
            }
        }).problems();
        return String.join(" | ", problems.stream().map(it -> it.code() + " " + it.message(locale)).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', value = {
            "when: 规上, points: 5 # points: 5分 # BAD_RULE 未知单位“分”；分数不带单位，请只写数字",
            "when: 规上, points: 5 # points: 5个 # BAD_RULE 未知单位“个”；计数的量词须先声明：登记册中写 units: [个]，办法中写 measure-words: [个]",
            "cap: 150 # cap: 1.5倍 # BAD_RULE 未知单位“倍”；倍数写成乘法，如 1.5 * w",
            "cap: 150 # cap: 1.5w # BAD_RULE 未知单位“w”；倍数写成乘法，如 1.5 * w",
            "when: 规上, points: 5 # when: 亩均税收 > 20万/亩, points: 5 # BAD_RULE 未知单位“万/亩”；是否应为“万元/亩”？",
            "when: 规上, points: 5 # when: 行业 == 化工, points: 5 # 文字请加双引号：\"化工\"",
            "when: 规上, points: 5 # when: place <= 3, points: 5 # TOO_EARLY",
            "when: 规上, points: 5 # points: +5 # 正数不写正号",
            "{values: [一级, 二级]} # {kind: number, values: [一级, 二级]} # 只有文字栏才能列出取值",
            "B: 60 %, C: 100 % # B: 40 %, C: 40 % # 名额线是累计比例：请写 A: 20 %, B: 60 %, C: 100 %",
            "set: C # set: D # UNKNOWN_NAME 未知等级“D”",
            "score: ratio # score: {ratio: 1} # “ratio”直接写作 score: ratio",
            "score: ratio, base: 20 万元/亩 # score: {steps: {at: {1: 2}}} # score.steps缺字段“of”",
            "when: 规上, points: 5 # `when: place(亩均税收) <= 3, points: 5` # place(\"亩均税收\")",
            "refill: false # scope: {exclude: [{id: x, when: 规上, effect: treated-as}]} # 还须以 label 写明按哪一等级：[A, B, C] 之一",
            "score: ratio, base: 20 万元/亩 # score: {places: {points: [10, 8], others: 4}} # places 给名次赋分，而指标不是名次",
    })
    void theMessageSaysWhatToWriteInARuleOfLand(String found, String instead, String told) {
        String message = refusal(LAND, found, instead, Locale.CHINESE);
        assertTrue(message.contains(told), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', value = {
            "score: ratio, base: \"1\" # score: ratio # 其计分方式需要“base”",
            "of: 完成率, score: ratio, base: \"1\" # of: 用地, score: {full-less: {above: 10, each: 1, points: 1}} # “above”缺少单位：现为 10，请写 10 亩",
            "score: ratio, base: \"1\" # score: {full-less: {below: 100 %, each: 1个百分点, points: 0.5}} # 比例的一个百分点请写 1 %",
            "score: ratio, base: \"1\" # score: {bands: {at: {\"90 %以上\": w, \"90 %以下\": 0}}} # “90 %以上”没有写明是否含本数：请写 >= 90 % 或 > 90 %",
    })
    void theMessageSaysWhatToWriteInAScoringRule(String found, String instead, String told) {
        String message = refusal(SCORING, found, instead, Locale.CHINESE);
        assertTrue(message.contains(told), message);
    }

    @Test
    void namesThatNobodyGaveAreNotProposed() {
        String message = refusal(SCORING, "total: {cap: w}", "vetoes: {v: {when: 完成率 < 六成, grade: 差}}", Locale.ROOT);
        assertTrue(message.contains("unknown name '六成'") && !message.contains("free "), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', value = {
            "A: 20 % # A: 0.2 % # MAGNITUDE “A”类只占 0.2 %；可能应为 20 %",
            "when: 规上, set: C # when: place <= 0.1, set: A # SAME_FOR_ALL",
            "score: ratio # score: inverse-mean # WRONG_WAY",
            "by: rank, cuts: {A: 20 %, B: 60 %, C: 100 %}, quota-base: ranked, quota-rounding: each floor, remainder: B # by: score, at-least: {A: 0.9, B: 0.6} # MAGNITUDE “A”类要求 0.9 分，而满分为 100 分；可能应为 90",
    })
    void whatIsAHundredthOfWhatIsUsualIsDoubted(String found, String instead, String told) {
        List<String> doubts = io.mubiao.lint.RuleLint.check(RuleFile.parse(LAND.replace(found, instead), Format.YAML, "t.yaml"))
                .stream().map(it -> it.code() + " " + it.message(Locale.CHINESE)).toList();
        assertTrue(doubts.toString().contains(told), doubts.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', value = {
            "of: 完成率, score: ratio, base: \"1\" # of: 次数, score: {rank-points: {step: 1, least: 0}} # NO_PLACE",
            "of: 完成率, score: ratio, base: \"1\", cap: w # of: 完成率 - 100 %, score: {per-unit: 0.5} # MARK_OF_SHARE",
            "of: 完成率, score: ratio, base: \"1\" # of: 等次, score: {words: {at: {优: 20, 良: 80 %}}} # POINTS “良”按分计",
            "score: ratio, base: \"1\" # score: {bands: {at: {\">= 90 %\": w, \"< 90 %\": 50 %}}} # POINTS",
    })
    void whatIsReadAndProbablyMeansSomethingElseIsDoubted(String found, String instead, String told) {
        List<String> doubts = io.mubiao.lint.ScoringLint.check(ScoringRuleFile.parse(SCORING.replace(found, instead), Format.YAML, "t.yaml"))
                .stream().map(it -> it.code() + " " + it.message(Locale.CHINESE)).toList();
        assertTrue(doubts.toString().contains(told), doubts.toString());
    }

    @Test
    void whereClassesGoByPointsNoPlaceIsVacated() {
        EvaluationRule rule = RuleFile.parse(LAND.replace("by: rank, cuts: {A: 20 %, B: 60 %, C: 100 %}, quota-base: ranked, quota-rounding: each floor, "
                + "remainder: B", "by: score, at-least: {A: 90, B: 60}").replace("refill: false\n", ""), Format.YAML, "t.yaml");
        String words = io.mubiao.Mubiao.words(rule, Locale.CHINESE);
        assertTrue(!words.contains("名额"), words);
    }

    @Test
    void aColumnThatListsItsTextsIsAText() {
        assertEquals(io.mubiao.formula.Symbol.Kind.TEXT, RuleFile.parse(LAND, Format.YAML, "t.yaml").columns().get("等次").kind());
    }
}
