package io.mubiao.land.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.WholeRuleReference.Firm;
import io.mubiao.value.Rational;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jspecify.annotations.Nullable;

/**
 * A rule with everything a rule can have, each result held against arithmetic in fractions: means of more than a thousand
 * ratios, roots, merged rows, overrides, bonuses, labels, exclusions, last year's figures and classes; on any number of
 * threads, and without merging and last year's mean also in chunks. Rates lie exactly half way between hundredths and one unit
 * beside, totals tie, figures are missing.
 */
class WholeRuleExactTest {
    private static final int FIRMS = 1300;
    private static final String RULE = """
            id: whole
            year: 2024
            columns:
              tax: {decimals: 2}
              land: {decimals: 2}
              now: {decimals: 0}
              before: {decimals: 0}
              lot: {kind: text}
              lead: {kind: flag}
              veto: {kind: flag}
              fund: {kind: flag}
              extra: {decimals: 1, negative: true}
            MERGE
            labels: {size: {choices: [{label: big, when: land >= 300}, {label: small}]}}
            scope:
              exclude:
                - {id: fund, when: fund, effect: ungraded, label: T}
                - {id: tiny, when: land < 20, effect: out}
            indicators:
              i: {formula: tax / land}
              rate: {formula: 'cagr(now, before, 3)'}
            groups:
              - id: all
                weights-total: WEIGHTS
                items:
                  i: {weight: 50, score: ratio, base: {kind: mean, population: evaluatedBY}, cap: 1.5 * w, floor: 0}
            LAST
                  rate: {weight: 30, score: {formula: 'w * x'}, floor: 0, round: 2 half-up}
            bonuses:
              extra: {points: extra, limit: 3}
              fast: {when: rate >= 0.05, share-of-subtotal: 2 %}
            total: {round: 2 half-up, cap: 110}
            ranking: {by: [size], on: ROUNDED, ties: best-place, small-groups: none}
            classes: {order: [A, B, C, D], by: rank, cuts: {A: 20 %, B: 60 %, C: 90 %, D: 100 %}, quota-base: ranked, quota-rounding: cumulative half-up}
            refill: false
            overrides:
            FALLS
              - {id: again, when: 'consecutive("C") >= 2 and class == "C"', shift: -1}
              - {id: veto, when: veto, not-above: C}
            """;

    private static EvaluationRule rule(boolean whole, boolean rounded) {
        return Made.rule(RULE.replace("BY", whole ? ", by: [size]" : "").replace("MERGE", whole ? "merge: {by: lot, lead: lead}" : "")
                .replace("WEIGHTS", whole ? "100" : "80")
                .replace("LAST\n", whole ? "      last: {of: i, weight: 20, score: ratio, base: {kind: mean, population: graded, "
                        + "year: prior}, cap: 1.5 * w, floor: 0}\n" : "")
                .replace("FALLS\n", whole ? "  - {id: falls, when: 'not missing(prior(\"tax\")) and tax / land < prior(\"tax\") / prior(\"land\")', shift: -1}\n" : "")
                .replace("ROUNDED", rounded ? "rounded" : "unrounded"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyResultIsThatOfFractions(boolean whole) {
        SplittableRandom random = new SplittableRandom(whole ? 1 : 2);
        List<Firm> firms = firms(random);
        List<Firm> lastYear = whole ? lastYear(firms, random) : List.of();
        EvaluationRule rule = rule(whole, !whole);
        Map<String, List<String>> classes = new LinkedHashMap<>();
        firms.forEach(it -> classes.put(it.id(), Collections.nCopies(it.yearsInC(), "C")));
        LandAssessor assessor = LandAssessor.of(rule).history(ClassHistory.of(classes));
        assessor = whole ? assessor.prior(roll(rule, lastYear)) : assessor;
        Map<String, String> expected = new WholeRuleReference(firms, lastYear, whole, !whole).outcomes;
        Roll roll = roll(rule, firms);
        assertSame(expected, List.of(assessor.evaluate(roll)));
        assertSame(expected, List.of(assessor.threads(2).evaluate(roll)));
        if (!whole) {
            List<Evaluation> parts = new ArrayList<>();
            Chunks.of(assessor).evaluate(List.of(roll(rule, firms.subList(600, FIRMS)), roll(rule, firms.subList(0, 600))), parts::add);
            assertSame(expected, parts);
        }
    }

    private static void assertSame(Map<String, String> expected, List<Evaluation> parts) {
        Map<String, String> found = new TreeMap<>();
        parts.forEach(part -> part.forEach(it -> found.put(it.id(), it.total().map(Rational::toString).orElse("-") + " "
                + (it.place().isPresent() ? Long.toString(it.place().getAsLong()) : "-") + " " + it.initialClass().orElse("-") + " "
                + it.finalClass().orElse("-") + " " + (it.label().isEmpty() ? "-" : it.label()))));
        expected.forEach((id, outcome) -> assertEquals(outcome, found.get(id), id));
        assertEquals(expected.keySet(), found.keySet());
    }

    private static List<Firm> firms(SplittableRandom random) {
        List<Firm> firms = new ArrayList<>();
        for (int i = 0; i < FIRMS; i++) {
            String id = String.format(java.util.Locale.ROOT, "%04d", i);
            if (i > 0 && random.nextInt(10) == 0) {
                firms.add(again(id, firms.get(random.nextInt(i))));
                continue;
            }
            BigDecimal land = BigDecimal.valueOf(random.nextInt(10, random.nextInt(4) == 0 ? 300 : 1500));
            BigDecimal tax = land.multiply(BigDecimal.valueOf(random.nextInt(0, 40))).movePointLeft(1)
                    .add(BigDecimal.valueOf(random.nextInt(0, 9999), 2)).setScale(2, java.math.RoundingMode.DOWN);
            firms.add(new Firm(id, tax, land, now(random), BigDecimal.valueOf(6000).pow(3),
                    random.nextInt(4) == 0 ? "L" + random.nextInt(300) : "", random.nextInt(3) == 0, random.nextInt(12) == 0,
                    random.nextInt(25) == 0, BigDecimal.valueOf(random.nextInt(-50, 50), 1), random.nextInt(3)));
        }
        return firms;
    }

    /** The same ratio from twice the figures. */
    private static Firm again(String id, Firm firm) {
        BigDecimal two = BigDecimal.valueOf(2);
        boolean big = firm.land().multiply(two).compareTo(BigDecimal.valueOf(300)) >= 0 == firm.size().equals("big");
        return new Firm(id, big ? firm.tax().multiply(two) : firm.tax(), big ? firm.land().multiply(two) : firm.land(), firm.now(),
                firm.before(), "", firm.lead(), firm.veto(), firm.fund(), firm.extra(), firm.yearsInC());
    }

    /** Cubes whose rate is half way between hundredths of a point, some one unit beside; ordinary figures; few that are missing. */
    private static @Nullable BigDecimal now(SplittableRandom random) {
        BigDecimal tie = BigDecimal.valueOf(5001L + 2L * random.nextInt(1500)).pow(3);
        return switch (random.nextInt(20)) {
            case 0 -> null;
            case 1, 2, 3, 4, 5, 6 -> tie;
            case 7, 8, 9 -> tie.add(BigDecimal.valueOf(random.nextInt(-1, 2)));
            case 10 -> BigDecimal.valueOf(6300).pow(3).subtract(BigDecimal.valueOf(random.nextInt(2)));
            default -> BigDecimal.valueOf(random.nextLong(100_000_000_000L, 500_000_000_000L));
        };
    }

    private static List<Firm> lastYear(List<Firm> firms, SplittableRandom random) {
        List<Firm> before = new ArrayList<>();
        for (Firm firm : firms) {
            if (random.nextInt(15) > 0) {
                BigDecimal tax = random.nextInt(3) == 0 ? firm.tax() : firm.tax().multiply(BigDecimal.valueOf(random.nextInt(5, 15)))
                        .movePointLeft(1).setScale(2, java.math.RoundingMode.DOWN);
                before.add(new Firm(firm.id(), tax, firm.land(), firm.now(), firm.before(), firm.lot(), firm.lead(), firm.veto(),
                        random.nextInt(25) == 0, firm.extra(), 0));
            }
        }
        return before;
    }

    private static Roll roll(EvaluationRule rule, List<Firm> firms) {
        Roll.Builder roll = Roll.builder(rule);
        for (Firm firm : firms) {
            Map<String, String> values = new LinkedHashMap<>(Map.of("tax", firm.tax().toPlainString(), "land",
                    firm.land().toPlainString(), "before", firm.before().toPlainString(), "lot", firm.lot(), "lead", yes(firm.lead()),
                    "veto", yes(firm.veto()), "fund", yes(firm.fund()), "extra", firm.extra().toPlainString()));
            BigDecimal now = firm.now();
            values.put("now", now == null ? "" : now.toPlainString());
            roll.add(firm.id(), values);
        }
        return roll.build();
    }

    private static String yes(boolean holds) {
        return holds ? "是" : "否";
    }
}
