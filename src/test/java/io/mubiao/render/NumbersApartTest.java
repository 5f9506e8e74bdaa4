package io.mubiao.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.value.Rational;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Totals that differ never print equal beside each other, in a table, a letter or a sheet; those that are equal do. */
class NumbersApartTest {
    private static final EvaluationRule RULE = RuleFile.parse("""
            id: t
            year: 2024
            measure-words: [户]
            columns: {v: {title: 税收, unit: 万元, decimals: 4}, l: {title: 用地, unit: 亩, decimals: 4}}
            indicators: {i: {title: 亩均税收, formula: v / l, unit: 万元/亩}}
            groups: [{id: all, weights-total: 100, items: {i: {weight: 100, score: ratio, base: 24.097 万元/亩, cap: 150}}}]
            ranking: {on: unrounded, ties: best-place, small-groups: none}
            classes: {order: [A, B, C], by: rank, quota-base: ranked, quota-rounding: cumulative half-up, cuts: {A: 1 户, B: 2 户, C: 100 %}, require: {A: total >= 82.99497}}
            exports: {out: [id, total]}
            """, Format.YAML, "t");

    private static Evaluation evaluate(String... firms) {
        Roll.Builder roll = Roll.builder(RULE);
        for (int i = 0; i < firms.length; i++) {
            roll.add(Integer.toString(i + 1), Map.of("v", firms[i].substring(0, firms[i].indexOf(' ')), "l", firms[i].substring(firms[i].indexOf(' ') + 1)));
        }
        return LandAssessor.of(RULE).evaluate(roll.build());
    }

    @Test
    void anyTwoNumbersThatDifferPrintApart() {
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            List<Rational> all = new ArrayList<>();
            Rational first = Rational.of(random.nextInt(100_000), 3L + random.nextInt(1000));
            for (int k = 0; k < 8; k++) {
                int digits = random.nextInt(9);
                all.add(first.plus(Rational.of(random.nextInt(20) - 10, 7L * (long) Math.pow(10, digits))));
                all.add(Rational.of(BigDecimal.valueOf(random.nextInt(3000), random.nextInt(6))));
            }
            PlainNumber beside = PlainNumber.beside(all.stream());
            for (Rational one : all) {
                BigDecimal shown = new BigDecimal(beside.text(one));
                assertTrue(Rational.of(shown).minus(one).abs().compareTo(Rational.of(1, 10_000)) < 0, shown + " of " + one);
                all.forEach(other -> assertEquals(one.equals(other), shown.compareTo(new BigDecimal(beside.text(other))) == 0,
                        () -> shown + " of " + one + " and " + other));
            }
        }
    }

    @Test
    void tableLetterAndSheetTellTotalsApart() {
        Evaluation it = evaluate("2000.13 100.01", "4000.26 200.02", "2000.1301 100.01", "20000.01 1000.065", "200 10.0006");
        String table = LeagueTable.write(it, Locale.CHINESE);
        assertTrue(table.contains("82.994983") && table.contains("82.994979"), table);
        List<List<String>> cells = LeagueTable.cells(it, "out", Locale.CHINESE);
        assertNotEquals(cells.get(1).get(1), cells.get(2).get(1));
        assertEquals(cells.get(2).get(1), cells.get(3).get(1));
        String sheet = LandExplainer.explain(it.explain("1"), Locale.CHINESE);
        assertTrue(sheet.contains("\n  总分 82.994979\n") && sheet.contains("第 1 名，最低分 82.994983\n"), sheet);
        assertTrue(Letters.result(it, "1", Locale.CHINESE).contains("结果：总分 82.994979，第 2 名"));
        assertTrue(Letters.result(it, "3", Locale.CHINESE).contains("结果：总分 82.994983，第 1 名"));
    }

    /** Whoever reads two sheets of the same ranking sees another total behind another place, and the lowest totals in order. */
    @Test
    void anotherPlaceIsAnotherTotal() {
        Random random = new Random(9);
        for (int i = 0; i < 30; i++) {
            String[] firms = new String[12];
            for (int k = 0; k < firms.length; k++) {
                firms[k] = "2000.13" + String.format("%02d", random.nextInt(12)) + " 100.0" + random.nextInt(2);
            }
            Evaluation it = evaluate(firms);
            String[] rows = LeagueTable.write(it, Locale.CHINESE).split("\n", -1);
            List<EnterpriseResult> league = it.league();
            for (int k = 1; k < league.size(); k++) {
                boolean same = league.get(k).total().equals(league.get(k - 1).total());
                assertEquals(same, total(rows[k + 1]).equals(total(rows[k])), rows[k] + "\n" + rows[k + 1]);
                assertEquals(same, own(it, league.get(k)).equals(own(it, league.get(k - 1))), rows[k] + "\n" + rows[k + 1]);
            }
        }
    }

    private static String total(String row) {
        return Pattern.compile("\\d+\\.\\d+").matcher(row).results().findFirst().orElseThrow().group();
    }

    private static String own(Evaluation evaluation, EnterpriseResult it) {
        String letter = Letters.result(evaluation, it.id(), Locale.CHINESE);
        String sheet = letter.lines().filter(line -> line.startsWith("  总分 ")).findFirst().orElseThrow();
        assertTrue(letter.contains("结果：总分 " + total(sheet) + "，"), letter);
        return total(sheet);
    }

    @Test
    void whatIsComparedPrintsApart() {
        String sheet = LandExplainer.explain(evaluate("2000.13 100.01", "200 17.3", "100 90").explain("1"), Locale.CHINESE);
        assertTrue(sheet.contains("总分 82.994979 不低于 A 类要求的 82.99497"), sheet);
    }
}
