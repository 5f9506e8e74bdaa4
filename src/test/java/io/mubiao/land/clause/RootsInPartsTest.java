package io.mubiao.land.clause;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.land.assess.Evaluation;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Baselines of roots, growth over years and logarithms: 标准差, 平均值 of what is no fraction, in parts as at once. */
class RootsInPartsTest {
    private static Law law(String formula, String baseline, boolean rounded) {
        return Law.of("""
                columns: {land: {unit: 亩}, tax: {unit: 万元}, town: {kind: text}}
                indicators: {i: {title: 亩均, formula: '%s'}}
                baselines: {b: {of: i, kind: %s, population: evaluated}, c: {of: i, kind: mean, population: graded, by: [town]}}
                groups:
                  - id: all
                    title: 全部
                    weights-total: 100
                    items: {i: {weight: 100, score: {formula: 'w * (x - c) / b'}, cap: w, floor: 0, missing: mean-score, degenerate: zero}}
                %s
                ranking: {by: [town], on: %s, ties: worst-place, small-groups: none}
                classes: {order: [A, B], by: rank, cuts: {A: 40 %%, B: 100 %%}, quota-base: ranked, quota-rounding: cumulative half-up}
                """.formatted(formula, baseline, rounded ? "total: {round: 2 half-up}" : "", rounded ? "rounded" : "unrounded"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "sqrt(tax / land / 1 万元/亩)|deviation|true",
        "sqrt(tax / land / 1 万元/亩)|sample-deviation|true",
        "sqrt(tax / land / 1 万元/亩)|mean|false",
        "sqrt(tax / land / 1 万元/亩)|max|true",
        "tax / land / 1 万元/亩 / sqrt(land / 1 亩)|deviation|true",
        "tax / land / 1 万元/亩 / sqrt(land / 1 亩)|mean|true",
        "sqrt(land / 1 亩) + sqrt(tax / 1 万元)|mean|true",
        "cagr(tax, land * 1 万元/亩, 3)|deviation|true",
        "cagr(tax, land * 1 万元/亩, 3)|mean|true",
        "round(ln(1 + tax / land / 1 万元/亩), 6)|deviation|true",
        "round(ln(1 + tax / land / 1 万元/亩), 6)|mean|false"})
    void whatIsNoFraction(String formula, String baseline, boolean rounded) {
        Random random = new Random(formula.hashCode());
        String[] rows = IntStream.range(0, rounded ? 11 : 8).mapToObj(i -> "E" + i + " land=" + (1 + random.nextInt(20))
                + (i % 9 == 4 ? "" : " tax=" + (1 + random.nextInt(60))) + " town=" + (i % 3 == 0 ? "甲" : "乙")).toArray(String[]::new);
        Evaluation found = law(formula, baseline, rounded).on(rows);
        assertEquals(rows.length, found.ids().size());
    }
}
