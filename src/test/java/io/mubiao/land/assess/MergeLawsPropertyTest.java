package io.mubiao.land.assess;

import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

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

    @Property(tries = 30)
    void everyKindOfBaseline(@ForAll("firms") List<Firms.Firm> firms, @ForAll @IntRange(min = 1, max = 40) int most, @ForAll long seed) {
        assertAlike(RULE, firms, most, seed);
    }

    /** Means are enclosed, and two of them are only told apart, or found equal, with more digits. */
    @Property(tries = 25)
    void unroundedMeans(@ForAll("firms") List<Firms.Firm> firms, @ForAll @IntRange(min = 1, max = 40) int most, @ForAll long seed) {
        assertAlike(UNROUNDED, firms, most, seed);
    }

    private static void assertAlike(EvaluationRule rule, List<Firms.Firm> firms, int most, long seed) {
        LandAssessor assessor = LandAssessor.of(rule);
        Roll roll = Firms.roll(rule, firms);
        InParts.of(assessor, most, seed).assertSame(assessor.evaluate(roll), roll);
    }
}
