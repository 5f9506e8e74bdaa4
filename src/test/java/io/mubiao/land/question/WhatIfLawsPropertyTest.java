package io.mubiao.land.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.land.EvaluationRule;
import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.Firms;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.land.assess.Made;
import io.mubiao.value.Rational;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A what-if says exactly what evaluating the changed roll says, with the baselines frozen or formed anew. */
class WhatIfLawsPropertyTest {
    private static final List<EvaluationRule> RULES = List.of(
            Firms.rule(Firms.TOWNS, Made.CLASSES),
            Firms.rule(Made.RANKING.replace("best-place", "dense"), Made.CLASSES,
                    "overrides: [{id: veto, when: veto, not-above: B}, {id: up, when: grace, shift: +1}]\nrefill: false\n"),
            Firms.rule(Firms.TOWNS.replace("rounded", "unrounded"), Made.CLASSES),
            Firms.rule("scope: {exclude: [{id: late, when: grace, effect: ungraded, label: T}]}\n",
                    Firms.TOWNS.replace("rounded", "unrounded"), Made.CLASSES),
            Firms.rule(Made.RANKING.replace("rounded", "unrounded").replace("best-place", "dense"), Made.CLASSES,
                    "overrides: [{id: veto, when: veto, not-above: B}, {id: up, when: grace, shift: +1}]\nrefill: false\n"),
            Firms.rule(Made.RANKING.replace("rounded", "unrounded").replace("best-place", "worst-place"), Made.CLASSES),
            Firms.rule(Made.RANKING.replace("best-place", "worst-place"), Made.CLASSES,
                    "overrides: [{id: veto, when: veto, set: C}]\nrefill: counted\n"),
            Firms.rule(Firms.TOWNS.replace("none", "{under: 3, join: x}"), "classes: {order: [A, B, C], by: score, at-least: {A: 80, B: 40}}\n"),
            broken(Made.RANKING, ""), broken(Firms.TOWNS, ""), broken(Made.RANKING, "overrides: [{id: veto, when: veto, set: C}]\nrefill: uncounted\n"));

    /** Equals are ordered by a quotient. */
    private static EvaluationRule broken(String ranking, String more) {
        return Made.rule(Firms.SCORES, "groups: [{id: all, rank-on: tax_per_mu}]\ntotal: {cap: 4, round: 0 half-up}\n",
                ranking.replace("on: rounded", "on: rounded, break-by: [added_per_tce, tax_per_mu]"), Made.CLASSES, more);
    }

    /** Another value in a column of one of them. */
    record Change(int firm, String column, String value) {}

    @Provide
    Arbitrary<List<Firms.Firm>> firms() {
        return Firms.lists(4, 25);
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        Arbitrary<Change> numbers = Combinators.combine(Arbitraries.integers().between(0, 3),
                Arbitraries.of("tax", "added", "land", "energy"), Arbitraries.of("0.5", "1", "3", "8", "20", "60", ""))
                .as(Change::new);
        Arbitrary<Change> others = Combinators.combine(Arbitraries.integers().between(0, 3), Arbitraries.of("veto", "grace"),
                Arbitraries.of("是", "否", "")).as(Change::new);
        Arbitrary<Change> towns = Combinators.combine(Arbitraries.integers().between(0, 3), Arbitraries.just("town"),
                Arbitraries.of("x", "y", "w", "")).as(Change::new);
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(6, numbers), net.jqwik.api.Tuple.of(1, others),
                net.jqwik.api.Tuple.of(1, towns)).list().ofMinSize(1).ofMaxSize(3).withoutEdgeCases();
    }

    @Provide
    Arbitrary<EvaluationRule> rules() {
        return Arbitraries.of(RULES);
    }

    @Property(tries = 60)
    void nothingChangedMovesNothing(@ForAll("rules") EvaluationRule rule, @ForAll("firms") List<Firms.Firm> firms,
            @ForAll boolean frozen) {
        EvaluationWhatIf question = EvaluationWhatIf.of(evaluate(rule, firms));
        for (Map.Entry<String, String> same : firms.get(0).values().entrySet()) {
            question = question.with("0", same.getKey(), same.getValue());
        }
        EvaluationImpact impact = (frozen ? question : question.recomputed()).run();
        assertTrue(impact.isEmpty(), impact.toString());
        assertEquals(List.of(), impact.all());
    }

    @Property
    void theImpactIsWhatEvaluatingTheChangedRollMoves(@ForAll("rules") EvaluationRule rule,
            @ForAll("firms") List<Firms.Firm> firms, @ForAll("changes") List<Change> changes, @ForAll boolean frozen) {
        Evaluation before = evaluate(rule, firms);
        List<Firms.Firm> changed = new ArrayList<>(firms);
        EvaluationWhatIf question = EvaluationWhatIf.of(before);
        for (Change change : changes) {
            question = question.with(Integer.toString(change.firm()), change.column(), change.value());
            changed.set(change.firm(), changed.get(change.firm()).with(change.column(), change.value()));
        }
        LandAssessor assessor = LandAssessor.of(rule);
        Evaluation after = (frozen ? assessor.frozen(before.baselines()) : assessor).evaluate(Firms.roll(rule, changed));
        EvaluationImpact impact = (frozen ? question : question.recomputed()).run();
        assertEquals(after.stream().toList(), impact.after().stream().toList());
        assertEquals(after.baselines(), impact.after().baselines());
        assertIsTheDifference(impact, before, after);
    }

    /** A town that is large enough at last is ranked by itself: who keeps total, place and class there moved all the same. */
    @Example
    void whoeverLeavesARankingIsListed() {
        List<Firms.Firm> firms = List.of(firm("x", "0", "0"), firm("x", "0", "0"), firm("y", "0", "0"), firm("y", "0.5", "0"),
                firm("x", "0.5", "0.5"));
        List<Move> alone = new ArrayList<>();
        for (EvaluationRule rule : RULES) {
            Evaluation before = evaluate(rule, firms);
            EvaluationImpact impact = EvaluationWhatIf.of(before).with("0", "tax", "0.5").with("0", "town", "y").run();
            assertIsTheDifference(impact, before, impact.after());
            impact.moves().stream().filter(it -> it.inOtherRanking() && !it.inScore() && !it.inClass()
                    && it.before().place().equals(it.after().place())).forEach(alone::add);
        }
        assertTrue(!alone.isEmpty() && alone.stream().allMatch(Move::inRank), "nobody moved so under " + RULES);
    }

    private static Firms.Firm firm(String town, String tax, String added) {
        return new Firms.Firm(Map.of("tax", tax, "energy", "1", "added", added, "veto", "否", "land", "1", "town", town, "grace", "否"));
    }

    /** Moves and shifts together are those who move, each once, and say how. */
    private static void assertIsTheDifference(EvaluationImpact impact, Evaluation before, Evaluation after) {
        Map<String, EnterpriseResult> then = Firms.results(before);
        Map<String, EnterpriseResult> now = Firms.results(after);
        Set<String> listed = new HashSet<>();
        for (Move move : impact.moves()) {
            assertTrue(listed.add(move.id()), "listed twice: " + move);
            assertEquals(then.get(move.id()), move.before());
            assertEquals(now.get(move.id()), move.after());
            assertTrue(move.inScore() || move.inRank() || move.inClass(), move.toString());
        }
        Map<String, Long> shifted = new HashMap<>();
        for (RankShift shift : impact.rankShifts()) {
            List<String> in = then.values().stream().filter(it -> !listed.contains(it.id()) && isIn(shift, before, it))
                    .map(EnterpriseResult::id).toList();
            assertEquals(shift.enterprises(), in.size(), shift.toString());
            in.forEach(id -> shifted.put(id, shift.by()));
        }
        then.forEach((id, result) -> {
            Move move = new Move(id, result, java.util.Objects.requireNonNull(now.get(id)));
            if (!listed.contains(id)) {
                assertTrue(!move.inScore() && !move.inClass(), "not listed: " + move);
                assertTrue(result.place().isEmpty() || before.ranking(id).equals(after.ranking(id)), "not listed, but ranked elsewhere: " + move);
                assertEquals(shifted.getOrDefault(id, 0L), result.place().isEmpty() ? 0
                        : move.after().place().orElseThrow() - result.place().orElseThrow(), "shift of " + move);
            }
        });
    }

    private static boolean isIn(RankShift shift, Evaluation before, EnterpriseResult result) {
        boolean isIn = result.place().isPresent() && before.ranking(result.id()).equals(shift.ranking())
                && result.place().getAsLong() >= shift.first() && result.place().getAsLong() <= shift.last();
        assertTrue(!isIn || (total(result).compareTo(shift.best()) <= 0 && total(result).compareTo(shift.worst()) >= 0), shift + " " + result);
        return isIn;
    }

    private static Rational total(EnterpriseResult result) {
        return result.total().orElseThrow();
    }

    private static Evaluation evaluate(EvaluationRule rule, List<Firms.Firm> firms) {
        return LandAssessor.of(rule).evaluate(Firms.roll(rule, firms));
    }
}
