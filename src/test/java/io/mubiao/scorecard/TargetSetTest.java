package io.mubiao.scorecard;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.assess.Assessor;
import io.mubiao.io.Format;
import io.mubiao.io.register.RegisterFile;
import io.mubiao.io.rule.ScorecardFile;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.render.ScoreExplainer;
import io.mubiao.scoring.Given;
import io.mubiao.target.Register;
import io.mubiao.testing.Ask;
import io.mubiao.testing.Refusal;
import io.mubiao.value.Rational;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Counts, shares, sums and means over a set of targets as inputs of a rule. */
class TargetSetTest {
    private static final Register REGISTER = RegisterFile.parse("""
            register: r
            zone: Asia/Shanghai
            period: 2024-01-01/2024-12-31
            units: [个]
            targets:
              - {id: P1, strength: promise, goal: {kind: amount, of: total, require: 10 亿元}}
              - {id: P2, strength: promise, goal: {kind: amount, of: total, require: 20000 万元}}
              - {id: P3, strength: promise, goal: {kind: amount, of: total, require: 4 亿元}}
              - {id: N, strength: push, goal: {kind: amount, of: total, require: 3 个}}
            """, Format.YAML, "r");
    private static final String CARD = """
            id: c
            title: 卡
            rules:
              projects:
                points: 10
                inputs:
                  done: {title: 完成项数, count-of: met}
                  near: {title: 完成八成以上的比例, share-of: attainment >= 80 %%}
                  money: {title: 总投资, sum-of: actual, unit: 亿元}
                  average: {title: 平均完成率, mean-of: capped_attainment}
                  worst: {title: 最低完成率, lowest-of: attainment}
                parts:
                  each: {title: 每完成一项 1 分, of: done, score: {per-unit: 1}}
                  share: {title: 比例分, of: near, score: {formula: 3 * x}}
                  sum: {title: 投资分, of: money, score: {formula: x / 10 亿元}}
                  mean: {title: 平均分, of: average, score: {formula: x}}
                  low: {title: 短板分, of: worst, score: {formula: x}}
            items:
              all: {title: 重点项目, rule: projects, set: %s}
            views: {v: {tree: [{id: n, items: [all]}]}}
            """;

    private static ItemScore item(String set, String... totals) {
        ObservationLog log = ObservationLog.empty();
        for (String total : totals) {
            String[] parts = total.split("=", -1);
            log.add(Observation.total(parts[0], Ask.day("12-31"), Ask.q(parts[1])));
        }
        return Scorer.of(card(CARD.formatted(set)), REGISTER)
                .score(Assessor.assess(REGISTER, log, LocalDate.of(2024, 12, 31))).get("all");
    }

    private static ScorecardRule card(String text) {
        return ScorecardFile.parse(text, Format.YAML, "卡.yaml");
    }

    @Test
    void aRuleCountsSharesAndAddsUpTargets() {
        // 1 of 3 met: 1; 2 of 3 from 80 % on: 2; 10 + 1.6 + 1 = 12.6 亿元: 1.26; (1 + 0.8 + 0.25) / 3; lowest 0.25.
        ItemScore score = item("[P1, P2, P3]", "P1=10 亿元", "P2=1.6 亿元", "P3=1 亿元");
        assertEquals(Rational.parse("4.51").plus(Rational.parse("2.05").dividedBy(Rational.of(3))), score.points().orElseThrow());
        assertEquals(score.points().orElseThrow(), score.score().trace().orElseThrow().replay().amount());
    }

    @Test
    void aSetMayBeTheTargetsOfWhichATestHolds() {
        String[] totals = {"P1=10 亿元", "P2=1.6 亿元", "P3=1 亿元", "N=3 个"};
        assertEquals(item("[P1, P2, P3]", totals).points(), item("{when: strength >= 5}", totals).points());
    }

    @Test
    void whatIsMissingIsNeverZeroUnlessTheRuleSaysSo() {
        ItemScore lacking = item("[P1, P2, P3]", "P1=10 亿元", "P2=1.6 亿元");
        assertEquals(Optional.empty(), lacking.points());
        assertTrue(lacking.why().contains("P3"), lacking.why());
    }

    @Test
    void theExplanationNamesTheTargets() {
        ItemScore score = item("[P1, P2, P3]", "P1=10 亿元", "P2=1.6 亿元", "P3=1 亿元");
        String chinese = ScoreExplainer.explain(score, Locale.CHINESE);
        assertTrue(chinese.contains("完成八成以上的比例 [P1 P2 P3] = (1 + 1 + 0) ÷ 3 ≈ 0.6667"), chinese);
        assertTrue(chinese.contains("总投资 [P1 P2 P3] = 10 亿元 + 1.6 亿元 + 1 亿元 = 12.6 亿元"), chinese);
        assertTrue(ScoreExplainer.explain(score, Locale.ENGLISH).contains("完成项数 [P1 P2 P3] = 1 + 0 + 0 = 1"));
    }

    @Test
    void withoutARegisterTheNumbersAreGiven() {
        assertEquals(Rational.parse("4.5"), requireNonNull(card(CARD.formatted("[P1]")).rules().get("projects")).score(Given.of("done", "1", "near", "50 %",
                "money", "10 亿元", "average", "50 %", "worst", "50 %")).points().orElseThrow());
    }

    private static void refused(String right, String wrong, String... words) {
        Refusal.naming(InvalidDefinitionException.class, () -> Scorer.of(card(CARD.formatted("[P1]").replace(right, wrong)), REGISTER), words);
    }

    @Test
    void whatIsWrittenWronglyNamesPlaceAndWord() {
        refused("count-of: met", "count_of: met", "卡.yaml:7", "'count_of'", "did you mean 'count-of'?");
        refused("count-of: met", "count-of: mett", "卡.yaml:7", "'mett'", "did you mean 'met'?");
        refused("mean-of: capped_attainment", "mean-of: met", "'average'", "a count or share by a test");
        refused("mean-of: capped_attainment", "mean-of: attainmnt", "卡.yaml:10", "did you mean 'attainment'?");
        refused("sum-of: actual, unit: 亿元", "sum-of: actual", "'money'", "'unit'");
        refused("set: [P1]", "set: [P9]", "'P9'");
        refused(", set: [P1]", "", "items.all", "'set'");
        refused("set: [P1]", "set: {when: strenght >= 5}", "'strenght'", "did you mean 'strength'?");
        refused("set: [P1]", "set: {when: strength < 1}", "no target of the register is in the set");
        refused("count-of: met", "count-of: met, of: met", "'of'");
    }
}
