package io.mubiao.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Of a root nobody prints all digits, and nobody says that he does. */
class CutOffRootsTest {
    @Test
    void aRootThatIsARoundNumberPrintsAsOne() {
        for (String root : List.of("64.9999999999999999999999999999999999999999", "65.0000000000000000000000000000000000000001")) {
            assertEquals("65", PlainNumber.ALONE.beforeRounding(Quantity.of(Rational.of(new BigDecimal(root)), Unit.NONE), 2));
        }
        assertEquals("64.995001", PlainNumber.ALONE.beforeRounding(Quantity.of(Rational.of(new BigDecimal("64.995001")), Unit.NONE), 2));
    }

    @Test
    void aRootHasNoExactValue() {
        EvaluationRule rule = RuleFile.parse("""
                id: t
                year: 2024
                columns: {tax: {title: 税收, unit: 万元}}
                indicators: {i: {title: 根, formula: sqrt(tax / 1 万元)}, j: {title: 分, formula: tax / 7 万元}}
                groups: [{id: all, rank-on: i}]
                """, Format.YAML, "test");
        Evaluation evaluation = LandAssessor.of(rule).evaluate(Roll.builder(rule).add("1", Map.of("tax", 2)).add("2", Map.of("tax", 4)).build());
        List<List<String>> cells = LeagueTable.everything(evaluation, Locale.CHINESE).toList();
        assertFalse(cells.get(0).contains("根（精确值）"), cells::toString);
        assertTrue(cells.get(0).contains("分（精确值）") && cells.toString().contains("2÷7"), cells::toString);
        assertFalse(cells.toString().contains("1.41421356237309504880"), cells::toString);
    }
}
