package io.mubiao.land.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.land.EvaluationRule;
import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.Firms;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.land.assess.Made;
import io.mubiao.work.CostBudget;
import io.mubiao.work.TooCostlyException;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The least change that is found reaches the class, nothing nearer does, and where none is found there is none. */
class CounterfactualLawsPropertyTest {
    private static final List<String> CLASSES = List.of("A", "B", "C");
    private static final List<EvaluationRule> RULES = List.of(
            Firms.rule(Firms.TOWNS, Made.CLASSES),
            Firms.rule(Made.RANKING.replace("best-place", "worst-place"), Made.CLASSES,
                    "overrides: [{id: veto, when: veto, not-above: B}, {id: poor, when: 'tax_per_mu < 3 万元/亩', shift: -1}]\nrefill: false\n"),
            Firms.rule(Made.RANKING, Made.CLASSES, "overrides: [{id: veto, when: veto, set: C}]\nrefill: counted\n"),
            Firms.rule(Firms.TOWNS, "classes: {order: [A, B, C], by: score, at-least: {A: 90, B: 45}}\n"),
            Firms.rule(Firms.TOWNS.replace("none", "{under: 4, join: x}").replace("best-place", "dense"), Made.CLASSES),
            again(Made.RANKING), again(Made.RANKING.replace("best-place", "dense")), again(Made.RANKING.replace("best-place", "worst-place")),
            lower(Made.RANKING), lower(Made.RANKING.replace("best-place", "dense")), refilled("counted"), refilled("uncounted"), byPlaces());

    /** The best half by total is ranked once more by tax, the others from below by what they add. */
    private static EvaluationRule again(String ranking) {
        return Firms.rule(ranking.replace("small-groups: none", "small-groups: none, again: {top: {when: place <= 50 % * ranked, on: tax_per_mu}, "
                + "rest: {when: not (place <= 50 % * ranked and place(\"top\") <= 2), on: added_per_tce, better: lower}}"),
                "classes: {order: [A, B, C], by: tests, tests: {A: place <= 50 % * ranked and place(\"top\") <= 2, "
                        + "B: not (place(\"rest\") <= 30 % * ranked(\"rest\"))}}\n");
    }

    /** Less is better, and equals are ordered by the other indicator. */
    private static EvaluationRule lower(String ranking) {
        return Made.rule(Firms.SCORES.replace("unit: 万元/亩}", "unit: 万元/亩, better: lower}"),
                "groups: [{id: all, rank-on: tax_per_mu}]\ntotal: {round: 1 half-up}\n",
                ranking.replace("on: rounded", "on: rounded, break-by: [added_per_tce]"), Made.CLASSES);
    }

    /** Points fall with the place of an indicator. */
    private static EvaluationRule byPlaces() {
        return Made.rule(Firms.SCORES, """
                groups:
                  - id: all
                    weights-total: 100
                    items:
                      tax_per_mu: {weight: 60, score: {rank-points: {step: 20 %, least: 10 %}}, missing: zero, zero-divisor: zero}
                      added_per_tce: {weight: 40, score: ratio, base: 1 万元/吨标煤, cap: w, floor: 0, missing: zero, zero-divisor: zero}
                total: {round: 2 half-up}
                classes: {order: [A, B, C], by: score, at-least: {A: 80, B: 45}}
                """);
    }

    /** Equals are ordered by an indicator that the changed figure moves too, and vacated places are filled again. */
    private static EvaluationRule refilled(String refill) {
        return Made.rule(Firms.SCORES, "groups: [{id: all, rank-on: tax_per_mu}]\ntotal: {cap: 4, round: 0 half-up}\n",
                Made.RANKING.replace("on: rounded", "on: rounded, break-by: [tax_per_mu]"), Made.CLASSES,
                "overrides: [{id: veto, when: veto, set: C}]\nrefill: " + refill + "\n");
    }

    @Provide
    Arbitrary<List<Firms.Firm>> firms() {
        return Firms.lists(3, 12);
    }

    @Provide
    Arbitrary<EvaluationRule> rules() {
        return Arbitraries.of(RULES);
    }

    @Provide
    Arbitrary<String> columns() {
        return Arbitraries.of("tax", "added", "land", "energy");
    }

    @Provide
    Arbitrary<String> targets() {
        return Arbitraries.of("A", "B");
    }

    @Property
    void theLeastChangeReachesTheClassAndNothingNearerDoes(@ForAll("rules") EvaluationRule rule,
            @ForAll("firms") List<Firms.Firm> firms, @ForAll("columns") String column, @ForAll("targets") String target) {
        Evaluation evaluation = LandAssessor.of(rule).evaluate(Firms.roll(rule, firms));
        String value = firms.get(0).value(column);
        if (value.isEmpty()) {
            return;
        }
        BigDecimal now = new BigDecimal(value);
        Counterfactual found;
        try {
            found = CostBudget.DEFAULT.steps(20_000).call(() -> Counterfactual.of(evaluation, "0", column, target));
        } catch (TooCostlyException e) {
            return;
        }
        if (found.needed().isPresent()) {
            BigDecimal needed = found.needed().get().amount().asDecimal().orElseThrow();
            assertTrue(isReached(evaluation, column, needed, target), found.toString());
            assertEquals(found.after().orElseThrow(), with(evaluation, column, needed));
            assertNothingNearer(evaluation, column, now, needed, target);
        } else {
            for (String other : List.of("-1000", "-50", "-5", "-0.1", "0", "0.1", "0.2", "0.5", "1", "1.5", "2", "3", "4.4", "5", "7", "10",
                    "15", "22", "30", "50", "99.9", "100", "500", "10000", "1000000000")) {
                boolean inDomain = !other.startsWith("-") || List.of("tax", "added").contains(column);
                assertFalse(inDomain && isReached(evaluation, column, new BigDecimal(other), target), found + " but " + other);
            }
        }
    }

    @Example
    void aTieThatIsBrokenByAQuotientIsOpenWhereTheDivisorMayBeZero() {
        List<Firms.Firm> firms = Stream.of("tax=3 land=6 added=16 energy=7", "tax=9 land=2 added=1 energy=8", "tax=2.5 land=5 added=5.5 energy=1",
                "tax=-7 land=2 added=-1 energy=6", "tax=55 land=7 added=-6 energy=5").map(CounterfactualLawsPropertyTest::firm).toList();
        EvaluationRule rule = lower(Made.RANKING);
        theLeastChangeReachesTheClassAndNothingNearerDoes(rule, firms, "energy", "A");
        Evaluation evaluation = LandAssessor.of(rule).evaluate(Firms.roll(rule, firms));
        assertEquals("Optional[2.9 吨标煤]", Counterfactual.of(evaluation, "0", "energy", "A").needed().toString());
    }

    @Example
    void whatBreaksATieMovesWithTheFigureWhereVacatedPlacesAreFilled() {
        List<Firms.Firm> firms = Stream.of("tax=10 land=2 added=1 energy=1", "tax=12 land=2 added=1 energy=1", "tax=14 land=2 added=1 energy=1")
                .map(CounterfactualLawsPropertyTest::firm).toList();
        Evaluation evaluation = LandAssessor.of(refilled("counted")).evaluate(Firms.roll(refilled("counted"), firms));
        Counterfactual found = CostBudget.DEFAULT.steps(1_000).call(() -> Counterfactual.of(evaluation, "0", "tax", "A"));
        assertEquals("Optional[14 万元]", found.needed().toString());
        assertTrue(Margin.of(evaluation, "0").isPresent());
    }

    @Example
    void aRangeOfFiguresLiesBetweenTwoPlaces() {
        List<Firms.Firm> firms = Stream.of("tax=1 land=2 added=0 energy=1", "tax=12 land=2 added=1 energy=1", "tax=14 land=2 added=1 energy=1")
                .map(CounterfactualLawsPropertyTest::firm).toList();
        Evaluation evaluation = LandAssessor.of(byPlaces()).evaluate(Firms.roll(byPlaces(), firms));
        assertEquals("Optional[12 万元]", CostBudget.DEFAULT.steps(500).call(() -> Counterfactual.of(evaluation, "0", "tax", "B")).needed().toString());
        assertEquals("{tax_per_mu=6 万元/亩, added_per_tce=0.2249 万元/吨标煤}",
                CostBudget.DEFAULT.steps(500).call(() -> Margin.of(evaluation, "0")).orElseThrow().indicators().toString());
    }

    private static Firms.Firm firm(String values) {
        return new Firms.Firm(Stream.of((values + " town=x veto=否 grace=否").split(" ")).map(it -> it.split("="))
                .collect(Collectors.toMap(it -> it[0], it -> it[1])));
    }

    /** One step less on the same side, and as far and farther steps inward on both sides. */
    private static void assertNothingNearer(Evaluation evaluation, String column, BigDecimal now, BigDecimal needed, String target) {
        BigDecimal step = new BigDecimal("0.1");
        BigDecimal distance = needed.subtract(now).abs();
        for (BigDecimal part : List.of(step, step.add(step), distance.multiply(new BigDecimal("0.3")), distance.divide(new BigDecimal(2)))) {
            BigDecimal nearer = distance.subtract(part).setScale(1, java.math.RoundingMode.DOWN);
            if (nearer.signum() >= 0 && nearer.compareTo(distance) < 0) {
                assertFalse(isReached(evaluation, column, now.add(nearer), target), now + " + " + nearer);
                boolean inDomain = List.of("tax", "added").contains(column) || nearer.compareTo(now) <= 0;
                assertFalse(inDomain && isReached(evaluation, column, now.subtract(nearer), target), now + " - " + nearer);
            }
        }
    }

    private static boolean isReached(Evaluation evaluation, String column, BigDecimal value, String target) {
        return with(evaluation, column, value).finalClass().map(it -> CLASSES.indexOf(it) <= CLASSES.indexOf(target)).orElse(false);
    }

    /** By evaluating the changed roll in full. */
    private static EnterpriseResult with(Evaluation evaluation, String column, BigDecimal value) {
        return EvaluationWhatIf.of(evaluation).with("0", column, value.toPlainString()).run().after().get("0");
    }
}
