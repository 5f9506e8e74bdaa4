package io.mubiao.land.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Parts merge in any order and any brackets to the same whole, which is that of the roll at once. */
class MergeLawsPropertyTest {
    /** Every kind of baseline there is. */
    private static final EvaluationRule RULE = Made.rule(Firms.SCORES, """
            baselines:
              mean: {of: tax_per_mu, kind: mean, population: evaluated}
              most: {of: tax_per_mu, kind: max, population: graded, by: [town]}
              least: {of: tax_per_mu, kind: min, population: graded}
              median: {of: added_per_tce, kind: percentile, share: 50 %, method: linear-inclusive, population: graded}
              upper: {of: added_per_tce, kind: percentile, share: 80 %, method: nearest-rank, population: graded, by: [town]}
            """, Firms.ITEMS.replace("{weight: 40", "{weight: 20").replace("total: {round: 2",
            "      third: {of: tax_per_mu, weight: 20, score: {formula: 'w * (x - least) / (mean * 4 + most)'}, degenerate: zero}\n"
                    + "total: {round: 2"), Firms.TOWNS.replace("none", "{under: 3, join: x}"), Made.CLASSES);

    private static final EvaluationRule UNROUNDED = Made.rule(Firms.SCORES,
            Firms.ITEMS.replace("ratio-of-sums", "mean").replace(", round: 3 half-up", "").replace("total: {round: 2 half-up}\n", ""),
            Firms.TOWNS.replace("on: rounded", "on: unrounded"), Made.CLASSES);

    @Provide
    Arbitrary<List<Firms.Firm>> firms() {
        return Firms.lists(3, 24);
    }

    private record Split(Roll a, Roll b, Roll c, Roll whole) {
        static Split of(EvaluationRule rule, List<Firms.Firm> firms) {
            int first = firms.size() / 3;
            int second = firms.size() / 2 + 1;
            return new Split(Firms.roll(rule, firms.subList(0, first)), Firms.roll(rule, firms.subList(first, second), first),
                    Firms.roll(rule, firms.subList(second, firms.size()), second), Firms.roll(rule, firms));
        }
    }

    @Property(tries = 80)
    void baselineParts(@ForAll("firms") List<Firms.Firm> firms) {
        Chunks chunks = Chunks.of(LandAssessor.of(RULE));
        Split split = Split.of(RULE, firms);
        BaselinePart a = chunks.baselines(split.a());
        BaselinePart b = chunks.baselines(split.b());
        BaselinePart c = chunks.baselines(split.c());
        Baselines whole = chunks.baselines(split.whole()).finish();
        assertEquals(whole, a.merge(b).merge(c).finish());
        assertEquals(whole, a.merge(b.merge(c)).finish());
        assertEquals(whole, c.merge(b).merge(a).finish());
        assertEquals(chunks.baselines(split.a()).finish(), a.finish());
    }

    @Property(tries = 80)
    void scoreParts(@ForAll("firms") List<Firms.Firm> firms) {
        Chunks chunks = Chunks.of(LandAssessor.of(RULE));
        Split split = Split.of(RULE, firms);
        Baselines baselines = LandAssessor.of(RULE).evaluate(split.whole()).baselines();
        ScorePart a = chunks.scores(split.a(), baselines);
        ScorePart b = chunks.scores(split.b(), baselines);
        ScorePart c = chunks.scores(split.c(), baselines);
        ScorePart whole = chunks.scores(split.whole(), baselines);
        assertEquals(whole, a.merge(b).merge(c));
        assertEquals(whole, a.merge(b.merge(c)));
        assertEquals(whole, c.merge(b).merge(a));
        assertEquals(chunks.scores(split.a(), baselines), a);
        assertEquals(whole.ranked(), a.ranked() + b.ranked() + c.ranked());
    }

    @Property(tries = 80)
    void resultsInChunks(@ForAll("firms") List<Firms.Firm> firms) {
        assertAlike(RULE, firms);
    }

    /** In chunks means are enclosed, and two of them are only told apart, or found equal, with more digits. */
    @Property(tries = 40)
    void resultsInChunksThatRankUnroundedMeans(@ForAll("firms") List<Firms.Firm> firms) {
        assertAlike(UNROUNDED, firms);
    }

    private static void assertAlike(EvaluationRule rule, List<Firms.Firm> firms) {
        Split split = Split.of(rule, firms);
        Map<String, EnterpriseResult> inChunks = new HashMap<>();
        Chunks.of(LandAssessor.of(rule)).evaluate(List.of(split.c(), split.a(), split.b()),
                part -> inChunks.putAll(Firms.results(part)));
        List<EnterpriseResult> expected = new ArrayList<>(LandAssessor.of(rule).evaluate(split.whole()).stream().toList());
        assertEquals(expected.size(), inChunks.size());
        expected.forEach(it -> assertEquals(it, inChunks.get(it.id())));
    }
}
