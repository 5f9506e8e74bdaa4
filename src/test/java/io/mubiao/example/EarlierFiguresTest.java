package io.mubiao.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.problem.InvalidDefinitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures of several earlier years stand in an example as classes do: in a list that ends with last year's. */
class EarlierFiguresTest {
    private static final String RULE = """
            id: m
            title: 近三年平均
            year: 2025
            columns: {v: {title: 税收, unit: 万元}, county: {title: 县区, kind: text}}
            indicators:
              i: {title: 近三年平均税收, formula: 'mean(v, prior("v"), prior("v", 2))', unit: 万元}
              g: {title: 有几年算几年, formula: 'mean_given(v, prior("v"), prior("v", 2))', unit: 万元}
            groups: [{id: all, title: 全部, rank-on: g}]
            ranking: {on: unrounded, ties: best-place, small-groups: none}
            examples:
              - title: 三年
                worked: by-hand
                rows: {甲: {v: 3}, 乙: {v: 8}, 丙: {v: 2}}
                earlier: {甲: {v: LIST, county: "甲, 乙"}, 乙: {v: 10 万元}, 丙: {v: [4, missing]}}
                gives: {甲: {i: GIVEN, g: GIVEN}, 乙: {i: missing, g: 9}, 丙: {i: missing, g: 3}}
            """;

    private static EvaluationRule read(String list, String given) {
        return RuleFile.parse(RULE.replace("LIST", list).replace("GIVEN", given), Format.YAML, "m.yaml");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"[9, 6]|6", "[9 万元, 60000 元]|6", "'\"9, 6\"'|6", "9、6|6", "['1,209', 0]|404"})
    void theLastIsOfLastYear(String list, String given) {
        EvaluationRule rule = read(list, given);
        assertEquals(rule, RuleFile.parse(RuleFile.write(rule, Format.YAML), Format.YAML, "again.yaml"));
    }

    @Test
    void whatComesOutOtherwiseIsTold() {
        String told = assertThrows(InvalidDefinitionException.class, () -> read("[12, 6]", "6")).toString();
        assertTrue(told.contains("EXAMPLE_DIFFERS") && told.contains("'7'"), told);
        String bad = assertThrows(InvalidDefinitionException.class, () -> read("[9, 六]", "6")).toString();
        assertTrue(bad.contains("BAD_EXAMPLE") && bad.contains("六"), bad);
    }
}
