package io.mubiao.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.rule.ScorecardFile;
import io.mubiao.io.rule.ScoringRuleFile;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.render.ScoreExplainer;
import io.mubiao.scorecard.Scorecard;
import io.mubiao.scorecard.Scorer;
import io.mubiao.testing.Ask;
import io.mubiao.testing.Refusal;
import io.mubiao.value.Rational;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** 按单位成本排名计分: the place of what is worked out, not read. */
class DerivedPlaceTest {
    private static final String RULE = """
            id: cost
            points: 20
            ties: worst-place
            inputs:
              money: {title: 造价, unit: 万元}
              length: {title: 里程, unit: 公里}
            derived:
              unit_cost: {title: 单位造价, formula: money / length, unit: 万元/公里}
            parts:
              rank: {title: 名次分, of: 'place("unit_cost", "lower")', score: {rank-points: {step: 10 %, least: 50 %}}}
            """;
    private static final ScoringRule SCORING = ScoringRuleFile.parse(RULE, Format.YAML, "办法.yaml");

    @Test
    void theCheapestIsFirst() {
        // 300 万元 for 2 km is 150 万元 a km, the second of 100, 150 and 400.
        Score score = SCORING.score(Given.of("money", "300 万元", "length", "2000 米").withPeers("unit_cost", "150 万元/公里", "100 万元/公里", "400 万元/公里"));
        assertEquals(Rational.of(18), score.points().orElseThrow());
        assertEquals(Rational.of(18), score.trace().orElseThrow().replay().amount());
        String chinese = ScoreExplainer.explain(score, Locale.CHINESE);
        assertTrue(chinese.contains("单位造价在同组的名次 2(同组对象)"), chinese);
    }

    @Test
    void inAScorecardPeersAreWorkedOut() {
        Scorecard card = Scorer.of(ScorecardFile.parse("""
                id: c
                title: 卡
                rules:
                  cost:
                """ + RULE.lines().filter(line -> !line.startsWith("id:")).map(line -> "    " + line).collect(Collectors.joining("\n")) + """

                items:
                  甲: {title: 甲, rule: cost, peers: 各县, given: {money: 300 万元, length: 2 公里}}
                  乙: {title: 乙, rule: cost, peers: 各县, given: {money: 100 万元, length: 1 公里}}
                  丙: {title: 丙, rule: cost, peers: 各县, given: {money: 0.08 亿元, length: 2 公里}}
                  丁: {title: 丁, rule: cost, peers: 各县, given: {money: 80 万元}}
                views: {v: {root: {missing: skip}, tree: [{id: n, missing: skip, items: [甲, 乙, 丙, 丁]}]}}
                """, Format.YAML, "卡.yaml"), Ask.register(Ask.target(io.mubiao.target.Goal.total(Ask.q("10 个"))).build()))
                .score(io.mubiao.assess.Assessor.assess(Ask.register(Ask.target(io.mubiao.target.Goal.total(Ask.q("10 个"))).build()),
                        io.mubiao.observe.ObservationLog.empty(), Ask.day("12-31")));
        assertEquals("甲 18, 乙 20, 丙 16, 丁 -", card.stream().map(item -> item.id() + " " + item.points().map(Rational::toString).orElse("-"))
                .collect(Collectors.joining(", ")));
    }

    private static void refused(String right, String wrong, String... words) {
        Refusal.naming(InvalidDefinitionException.class, () -> ScoringRuleFile.parse(RULE.replace(right, wrong), Format.YAML, "办法.yaml"), words);
    }

    @Test
    void whatIsWrittenWronglyNamesPlaceAndWord() {
        refused("place(\"unit_cost\", \"lower\")", "place(\"unit_cots\", \"lower\")", "parts.rank", "'unit_cots'", "did you mean 'unit_cost'?");
        refused("\"lower\"", "\"low\"", "parts.rank", "\"lower\" where the lowest has the first place");
        refused("place(\"unit_cost\", \"lower\")", "plase(\"unit_cost\")", "'plase'", "did you mean 'place'?");
        refused("place(\"unit_cost\", \"lower\")", "prior(\"unit_cost\")", "'unit_cost' is worked out", "prior of the inputs");
        refused("formula: money / length", "formula: 'mean(\"money\") / length'", "'unit_cost' itself compares peers");
        refused("ties: worst-place\n", "", "ties", "best-place");
    }
}
