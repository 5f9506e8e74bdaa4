package io.mubiao.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.rule.ScorecardFile;
import io.mubiao.io.rule.ScoringRuleFile;
import io.mubiao.problem.InvalidDefinitionException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows of examples hold figures as rows of rolls do: a plain number is in the unit that is declared, and not every input need be used. */
class PlainFiguresTest {
    private static final String RULE = """
            id: s
            points: 20
            inputs:
              road: {title: 新建公路, unit: 公里}
              cost: {title: 投资, unit: 千元}
              dead: {title: 死亡率, unit: ‰, better: lower}
              spare: {title: 化肥, unit: 公斤}
              word: {title: 备注, kind: text}
            derived: {each: {title: 每公里投资, formula: cost / road, unit: 万元/公里}}
            parts:
              a: {of: 'place("each", "lower")', score: {rank-points: {step: 10 %, least: 40 %}}, weight: 10}
              b: {of: dead, score: {full-less: {above: 3 ‰, each: 1 ‰, points: 0.5}}, weight: 5}
              c: {of: 'growth(road, prior("road"))', score: {formula: x * 5}, weight: 5}
            ties: worst-place
            examples:
              - title: 两地
                worked: by-hand
                rows:
                  东: {road: 10, cost: 100000 千元, dead: 3.5 ‰, ROW}
                  西: {road: 20 公里, cost: "100,000", dead: 2.9 ‰}
                earlier: {东: {road: 8}, 西: {road: 16 公里}}
                gives: {东: {a: 9, b: 4.75, c: 1.25, points: 15}, 西: {a: 10, b: 5, c: 1.25, points: 16.25}}
            """;

    private static String refused(String row) {
        return assertThrows(InvalidDefinitionException.class, () -> ScoringRuleFile.parse(RULE.replace("ROW", row), Format.YAML, "s")).toString();
    }

    @Test
    void aPlainNumberIsInTheDeclaredUnit() {
        assertEquals(1, ScoringRuleFile.parse(RULE.replace(", ROW", ""), Format.YAML, "s").examples().size());
        assertTrue(refused("word: 好, spare: 3 亩").contains("spare"), refused("word: 好, spare: 3 亩"));
    }

    @Test
    void whatIsDeclaredAndNotUsedMayStandThere() {
        for (String row : List.of("spare: 3", "spare: 3 公斤", "word: 好", "attainment: 85 %", "spare: 1, word: 好")) {
            assertEquals(1, ScoringRuleFile.parse(RULE.replace("ROW", row), Format.YAML, "s").examples().size(), row);
        }
    }

    @Test
    void whatIsNotDeclaredIsSaidToBeNone() {
        String message = refused("raod: 10");
        assertTrue(message.contains("no input 'raod'") && !message.contains("peers"), message);
    }

    @Test
    void itemsOfScorecardsTooAreInTheUnitsOfTheirInputs() {
        String card = """
                id: c
                rules: {r: {points: 10, inputs: {road: {title: 公路, unit: 公里}}, parts: {p: {of: road, score: {formula: x / 2 公里}}}}}
                assign: [{rule: none}]
                items: {i: {title: 修路, rule: r, given: {road: 1 公里}}}
                views: {all: {title: 全部, root: {}, tree: [{id: n, title: 节, items: [i]}]}}
                examples:
                  - {title: 一, worked: by-hand, rows: {i: {road: 12}}, gives: {i: {points: 6}}}
                """;
        assertEquals(1, ScorecardFile.parse(card, Format.YAML, "c").examples().size());
    }
}
