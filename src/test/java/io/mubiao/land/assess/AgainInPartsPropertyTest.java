package io.mubiao.land.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Who is ranked once more, in parts: the places of the whole, whichever of the rankings has more different numbers than a part keeps. */
class AgainInPartsPropertyTest {
    private static final String FEW = "if(grace, 2, if(veto, 1, 0))";
    private static final String RATIO = "tax_per_mu / 1 万元/亩 + added / 7 万元";
    private static final String BY_TESTS = """
            classes:
              order: [A, B, C]
              by: tests
              tests:
                A: place <= 50 % * ranked and place("upper") <= 20 % * ranked
                B: not (place > 50 % * ranked and place("lower") <= 2)
            refill: false
            overrides: [{id: few, when: place("few") == 1 and ranked("few") > 2, not-above: B}]
            """;
    private static final String BY_RANK = """
            classes: {order: [A, B, C], by: rank, cuts: {A: 20 %, B: 60 %, C: 100 %}, quota-base: ranked, quota-rounding: cumulative half-up}
            refill: counted
            overrides: [{id: few, when: place("few") == 1, set: C}, {id: upper, when: place("upper") <= 2, set: A}]
            """;
    private static final String WITHOUT_REFILL = BY_RANK.replace("counted", "false");
    private static final String ROUNDED = "total: {round: 0 half-up}\n";

    private record Ranking(String totals, String by, String ties, String small) {
        EvaluationRule with(String upper, String lower, String few, String classes) {
            return Made.rule(Firms.SCORES, Firms.ITEMS.replace("total: {round: 2 half-up}\n", totals), """
                    scope:
                      exclude:
                        - {id: new, when: veto and grace, effect: ungraded, label: 未定级, keeps-place: counted}
                        - {id: small, when: land <= 1 亩, effect: ungraded, label: 参照, keeps-place: uncounted}
                    ranking:
                      by: %s
                      on: %s
                      ties: %s
                      small-groups: %s
                      again:
                        upper: {when: place <= 2 or land >= 4 亩, on: '%s'}
                        lower: {when: place > 2 and land < 4 亩, on: '%s', better: lower}
                        few: {when: ranked("upper") > 1 and town != "y", on: '%s'}
                    """.formatted(by, totals.isEmpty() ? "unrounded" : "rounded", ties, small, upper, lower, few), classes);
        }
    }

    @Provide
    Arbitrary<String> ties() {
        return Arbitraries.of("best-place", "worst-place", "dense");
    }

    @Provide
    Arbitrary<List<Firms.Firm>> few() {
        return Firms.lists(1, 30);
    }

    @Provide
    Arbitrary<List<Firms.Firm>> many() {
        return Firms.lists(70, 110).map(AgainInPartsPropertyTest::spread);
    }

    /** Some tie, others are sure to be different. */
    private static List<Firms.Firm> spread(List<Firms.Firm> firms) {
        return IntStream.range(0, firms.size()).mapToObj(i -> i % 3 == 0 ? firms.get(i)
                : firms.get(i).with("tax", Integer.toString(i)).with("added", Integer.toString(i % 7)).with("land", Integer.toString(1 + i % 6))).toList();
    }

    @Property(tries = 40)
    void allNumbersAreKept(@ForAll("few") List<Firms.Firm> firms, @ForAll("ties") String ties, @ForAll boolean joins, @ForAll boolean byRank,
            @ForAll boolean rounded, @ForAll long seed) {
        EvaluationRule rule = new Ranking(rounded ? ROUNDED : "", "[town]", ties, joins ? "{under: 5, join: x}" : "{under: 4, exempt: 不定级}")
                .with("added / 1 万元", RATIO, FEW + " + if(place(\"upper\") <= 3, 1, 0)", byRank ? BY_RANK : BY_TESTS);
        assertSame(rule, firms, 100_000, seed);
    }

    @Property(tries = 14)
    void manyTotalsAndFewNumbersBehindThem(@ForAll("many") List<Firms.Firm> firms, @ForAll("ties") String ties, @ForAll boolean byRank, @ForAll long seed) {
        EvaluationRule rule = new Ranking("", "[]", ties, "none").with(FEW, "0 - " + FEW, FEW + " + if(place(\"upper\") <= 3, 1, 0)",
                byRank ? WITHOUT_REFILL : BY_TESTS);
        assertTrue(assertSame(rule, firms, 9, seed).wasByRange());
    }

    @Property(tries = 14)
    void manyNumbersBehindFewTotals(@ForAll("many") List<Firms.Firm> firms, @ForAll("ties") String ties, @ForAll boolean byRank, @ForAll long seed) {
        EvaluationRule rule = new Ranking(ROUNDED.replace("0 ", "-1 "), "[town]", ties, "{under: 5, join: x}").with(RATIO, "0 - (" + RATIO + ")", FEW + " + ranked(\"lower\")",
                byRank ? BY_RANK : BY_TESTS);
        assertTrue(assertSame(rule, firms, 9, seed).wasByRange());
    }

    /** More in a range than it may have: it is split. */
    @Example
    void largeRangesAreSplit() {
        List<Firms.Firm> firms = spread(Firms.lists(900, 900).generator(1000).next(new Random(5)).value());
        EvaluationRule rule = new Ranking(ROUNDED.replace("0 ", "-2 "), "[]", "dense", "none").with(RATIO, "1", "1", BY_TESTS);
        InParts parts = assertSame(rule, firms, 1, 8);
        assertTrue(parts.wasByRange());
        assertTrue(parts.steps().contains("again-split"), parts.steps().toString());
    }

    /** Rows move by each of them in turn, and take along the places they had before. */
    @Property(tries = 14)
    void manyNumbersInSeveralRankings(@ForAll("many") List<Firms.Firm> firms, @ForAll("ties") String ties, @ForAll boolean rounded, @ForAll long seed) {
        EvaluationRule rule = new Ranking(rounded ? "total: {round: -1 half-up}\n" : "", "[town]", ties, "{under: 5, join: x}").with(RATIO,
                "added / 1 万元 + place", "if(place(\"upper\") <= 3, 1, 0) + tax / land / 1 万元/亩", seed % 2 == 0 ? WITHOUT_REFILL : BY_TESTS);
        assertTrue(assertSame(rule, firms, 9, seed).moves() > 1);
    }

    @Example
    void rowsThatMoveWithoutTheirPlacesAreTold() {
        EvaluationRule rule = new Ranking("", "[]", "best-place", "none").with(RATIO, FEW, FEW, BY_TESTS);
        Roll roll = Firms.roll(rule, spread(Firms.lists(90, 90).generator(1000).next(new Random(5)).value()));
        Chunks chunks = Chunks.of(LandAssessor.of(rule)).atMost(9);
        PartException e = assertThrows(PartException.class, () -> {
            Whole whole = chunks.begin();
            while (!whole.isComplete()) {
                whole = chunks.next(whole, chunks.part(roll, whole));
            }
        });
        assertEquals(PartException.Fault.ROWS_APART, e.fault(), e.getMessage());
        assertTrue(e.message(Locale.CHINESE).contains("Chunks.places"), e.message(Locale.CHINESE));
    }

    private static InParts assertSame(EvaluationRule rule, List<Firms.Firm> firms, int most, long seed) {
        LandAssessor assessor = LandAssessor.of(rule);
        Roll roll = Firms.roll(rule, firms);
        Evaluation whole = assessor.evaluate(roll);
        InParts.of(assessor.exactOnly(), most, seed).assertSame(whole, roll);
        InParts parts = InParts.of(assessor, most, seed);
        parts.assertSame(whole, roll);
        return parts;
    }
}
