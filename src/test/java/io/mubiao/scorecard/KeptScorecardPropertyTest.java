package io.mubiao.scorecard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.assess.AsOf;
import io.mubiao.assess.Assessment;
import io.mubiao.assess.Assessments;
import io.mubiao.assess.Assessor;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.shape.Ties;
import io.mubiao.testing.Ask;
import io.mubiao.testing.Mixed;
import io.mubiao.testing.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A kept scorecard equals a fresh one after every change: points, peers, places, lights, grades, vetoes, all views. */
class KeptScorecardPropertyTest {
    private static final String RULE = """
            id: c
            rules:
              alone: {points: 10, parts: {p: {of: 'orelse(attainment, if(met, 1, 0))', score: {formula: w * x}, cap: w}}}
              rank:
                points: 20
                ties: worst-place
                inputs: {other: {of: attainment}}
                parts:
                  place: {of: 'place("attainment")', score: {rank-points: {step: 5 %}}}
                  spread: {score: {formula: 'orelse(attainment - mean("attainment"), 0)'}, cap: 3, floor: -3}
                  far: {score: {formula: 'orelse(min(other, peers("attainment")), 1)'}, cap: 2}
            assign: [{when: 'kind == "quota"', rule: none}, {rule: alone}]
            items:
              r1: {rule: rank, target: sum, peers: all, targets: {other: level}}
              r2: {rule: rank, target: running, peers: all, targets: {other: sum}}
              r3: {rule: rank, target: listed, peers: all}
              r4: {rule: rank, target: level, peers: all}
            views:
              kind: {root: {missing: skip, round: 2 half-up}, levels: [{by: kind, missing: zero, out-of: 100}], ranking: dense}
              owner:
                root: {missing: reweight, out-of: 100}
                levels: [{by: owner, missing: skip}, {by: kind, rollup: worst-of, missing: skip}]
                credit: {lead: 60 %}
                ranking: best-place
              pool: {root: {rollup: opportunity, missing: skip}, levels: [{by: owner, rollup: opportunity, missing: zero}]}
            grades: {order: [优, 良, 差], bands: {优: ">= 80", 良: "[40, 80)", 差: "< 40"}}
            lights: {order: [绿, 黄, 红], of: points_behind, bands: {绿: "<= 0", 黄: "> 0"},
                memory: [{lights: [黄], in-a-row: 2, becomes: 红}]}
            node-lights: {order: [绿, 红], bands: {绿: ">= 50", 红: "< 50"}}
            vetoes: {line: {when: breached, grade: 差}}
            duties: {late: {when: behind}}
            """;

    /** Everything that a scorecard says, in words. */
    private static List<String> words(Scorecard card) {
        List<String> words = new ArrayList<>();
        card.forEach(item -> words.add(item + " " + item.full() + " " + item.score().raw() + " " + item.vetoes() + " "
                + item.duties() + " " + item.assessment()));
        for (String view : card.views()) {
            card.nodes(view).forEach(node -> words.add(view + " " + node + " " + node.raw() + " " + node.place() + " "
                    + node.light() + " " + node.vetoes() + " " + node.completeness() + " " + node.byBindingness()));
        }
        return words;
    }

    private static Assessments assess(List<Observation> observations, String day) {
        return Assessor.assess(Mixed.REGISTER, ObservationLog.of(observations), AsOf.of(Ask.day(day)));
    }

    @Property
    void updatesEqualAFreshScore(@ForAll long seed, @ForAll @IntRange(min = 1, max = 90) int count) {
        Random random = new Random(seed);
        ScorecardRule rule = Cards.card(RULE).toBuilder().owners(CreditPropertyTest.owners(random)).build();
        List<Observation> all = Mixed.observations(seed, count);
        int start = random.nextInt(count);
        Assessor assessor = Assessor.of(Mixed.REGISTER, ObservationLog.of(all.subList(0, start)), AsOf.of(Ask.day("08-31")));
        List<Assessments> history = random.nextBoolean() ? List.of()
                : List.of(assess(all.subList(0, start), "06-30"), assess(all.subList(0, start), "07-31"));
        Scorer scorer = Scorer.of(rule, Mixed.REGISTER);
        KeptScorecard kept = scorer.keep(assessor.assessments(), history);
        for (Observation next : all.subList(start, count)) {
            for (Assessment changed : assessor.addDespiteProblems(next).assessments()) {
                kept.update(changed);
            }
            if (random.nextInt(8) == 0) {
                assertEquals(words(scorer.score(assessor.assessments(), history)), words(kept.scorecard()));
            }
        }
        Scorecard fresh = scorer.score(assessor.assessments(), history);
        assertEquals(words(fresh), words(kept.scorecard()));
        fresh.forEach(item -> assertEquals(item.toString(), kept.get(item.id()).toString()));
        fresh.views().forEach(view -> assertEquals(fresh.root(view).toString(), kept.root(view).toString()));
    }

    /** Only what reads a target, its peers and the way up is worked out anew. */
    @Test
    void oneChangeTouchesItsItemsAndTheirPeersOnly() {
        KeptScorecard kept = Scorer.of(Cards.card(RULE), Mixed.REGISTER).keep(assess(List.of(), "08-31"));
        Assessments after = assess(List.of(Observation.total("max", Ask.day("06-30"), Ask.q("9 万元")),
                Observation.total("running", Ask.day("06-30"), Ask.q("9 万元"))), "08-31");
        assertEquals(List.of("max"), kept.update(after.get("max")).stream().map(ItemScore::id).toList());
        assertEquals(List.of("r1", "r2", "r3", "r4"),
                kept.update(after.get("running")).stream().map(ItemScore::id).toList());
    }

    @Test
    void anAssessmentOfAnotherDayOrRegisterIsRefused() {
        KeptScorecard kept = Scorer.of(Cards.card(RULE), Mixed.REGISTER).keep(assess(List.of(), "08-31"));
        Refusal.naming(() -> kept.update(assess(List.of(), "09-30").get("max")), "2024-08-31", "2024-09-30", "max");
        Refusal.naming(() -> kept.update(GivenCard.nothing().get("T")), "'T'");
        Refusal.naming(() -> Scorer.of(Cards.card(RULE), Mixed.REGISTER).score(GivenCard.nothing()), "'mixed'", "'r'");
        assertEquals(Ties.DENSE, Cards.card(RULE).views().get(0).ranking().orElseThrow());
    }
}
