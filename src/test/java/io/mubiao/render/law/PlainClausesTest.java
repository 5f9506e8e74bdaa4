package io.mubiao.render.law;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.Mubiao;
import io.mubiao.formula.Formula;
import io.mubiao.io.Format;
import io.mubiao.io.rule.AnyRuleFile;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.rule.Rule;
import io.mubiao.scorecard.ScorecardRule;
import io.mubiao.scoring.Part;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.shape.Shape;
import io.mubiao.value.Rational;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Clauses read as a clerk would write them: nothing doubled, nothing empty, no «others» beside a word that is 其他. */
class PlainClausesTest {
    private static final String TEXT = Mubiao.words(RuleFile.parse("""
            id: t
            year: 2024
            columns:
              land: {title: 用地面积, unit: 亩}
              tax: {title: 税收, unit: 万元}
              big: {title: 是否规上企业, kind: flag, if-empty: 否}
              won: {title: 近三年是否获奖, kind: flag, if-empty: 否}
              field: {title: 领域, kind: text, values: [新兴, 其他]}
            tables: {factor: {title: 系数, by: field, values: {新兴: 1.2, 其他: 1}}}
            indicators: {tpm: {title: 亩均税收, formula: tax / land, unit: 万元/亩}}
            groups:
              - {id: a, title: 规上, when: big, weights-total: 100, items: {tpm: {weight: 90, score: {formula: x * factor / 1 万元/亩}}, kind: {of: field, weight: 10, score: {words: {at: {新兴: 10, 其他: 5}}}}}}
              - {id: b, title: 规下, weights-total: 100, items: {tpm: {weight: 100, score: ratio, base: 10 万元/亩}}}
            bonuses: {won: {title: 获奖, when: won, points: 3}, late: {title: 未获奖, when: not won, points: -2}, land: {title: 用地, points: 5 - land / 1 亩}}
            """, Format.YAML, "t"), Locale.CHINESE);

    private static void says(String... expected) {
        assertAll(Stream.of(expected).map(part -> () -> assertTrue(TEXT.contains(part), part + " in\n" + TEXT)));
    }

    @Test
    void nothingIsSaidTwiceOrLeftEmpty() {
        says("“规上”：规上企业；", "未列依据文件");
        Stream.of("企业的企业", "适用于“”", "读自公开文件").forEach(part -> assertFalse(TEXT.contains(part), part + " in\n" + TEXT));
    }

    @Test
    void noSeedHasAnEmptyTitleOrAYearThatIsNone() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of("seeds"))) {
            files = all.filter(it -> it.toString().matches(".*/(rules|scoring)/.*[.]yaml|.*/scorecard[.]yaml")).sorted().toList();
        }
        assertTrue(files.size() > 50, "seeds");
        assertAll(files.stream().flatMap(file -> Stream.of(Locale.CHINESE, Locale.ENGLISH).map(locale -> () -> {
            String text = words(AnyRuleFile.read(file, doubt -> { })).write(locale);
            Stream.of("“”", "''", "《》", "评价 0 年度", "evaluates 0").forEach(part -> assertFalse(text.contains(part), part + " in " + file));
        })));
    }

    private static RuleText words(Rule<?> rule) {
        return rule instanceof EvaluationRule land ? RuleText.of(land)
                : rule instanceof ScoringRule scoring ? RuleText.of(scoring) : RuleText.of((ScorecardRule) rule);
    }

    @Test
    void whatHasNoTitleIsCalledByItsId() {
        RuleText text = RuleText.of(ScoringRule.builder("own", Rational.ONE).parts(List.of(Part.of("p", new Shape.Custom(Formula.parse("w")), "1"))).build());
        assertTrue(text.write(Locale.CHINESE).contains("第1条　本办法编号 own；"), text.write(Locale.CHINESE));
        assertTrue(text.write(Locale.ENGLISH).contains("1. This rule has the id own;"), text.write(Locale.ENGLISH));
    }

    @Test
    void theRestIsNotTheWordForOthers() {
        says("“其他”得 5 分，其余没有得分", "“其他”为 1，其余没有数值");
    }

    @Test
    void aTextIsNeitherNegativeNorDivided() {
        says("“其他”得 5 分，其余没有得分；不封顶、不保底；缺数据的不予计算。");
    }

    @Test
    void aFlagIsAFactWhereverItAsksWhether() {
        says("“获奖”：近三年获奖的，加 3 分；", "“未获奖”：并非（近三年获奖）的，减 2 分；");
    }

    @Test
    void onlyAnAmountThatMayBeNegativeSaysSo() {
        says("分（负数即减分）；");
        assertFalse(TEXT.contains("加 3 分（"), TEXT);
    }
}
