package io.mubiao.land.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.internal.Cohort;
import io.mubiao.land.assess.internal.column.FastSums;
import io.mubiao.land.assess.internal.column.FastTotals;
import io.mubiao.value.Rational;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The promise to an appeals officer: totals, places and classes are those of arithmetic in fractions, for every enterprise,
 * on any number of threads and in chunks, also where a total lies exactly on a boundary or less than a double can tell
 * beside it.
 *
 * <p>The default build makes up and compares about 50,000 enterprises under 16 rules. {@code mvn -B verify -Pexhaustive}
 * compares about four million under 1,200 rules; {@code -Dmubiao.exact.rules=N} any number (about 3,400 enterprises a rule).
 */
class FastPathExactTest {
    private static final int ENTERPRISES = 3_400;

    static LongStream seeds() {
        return LongStream.range(0, Integer.getInteger("mubiao.exact.rules", 16));
    }

    @ParameterizedTest(name = "rule {0}")
    @MethodSource("seeds")
    void everyTotalPlaceAndClassIsThatOfFractions(long seed) {
        PlainRule rule = PlainRules.of(seed);
        BoundaryRolls.Size size = List.of(BoundaryRolls.Size.values()).get((int) (seed % 4));
        PlainRoll roll = BoundaryRolls.of(rule, size, ENTERPRISES, seed);
        PlainReference reference = new PlainReference(rule, roll);
        EvaluationRule engineRule = rule.engineRule();
        Roll engineRoll = roll.engineRoll(engineRule);
        LandAssessor assessor = LandAssessor.of(engineRule);
        Evaluation evaluation = assessor.evaluate(engineRoll);
        assertBaselines(rule, roll, reference, evaluation.baselines());
        assertSame(reference, evaluation, 0);
        assertSame(reference, assessor.threads(2).evaluate(engineRoll), 0);
        if (seed % 3 == 0) {
            assertChunksAgree(reference, assessor, roll);
        }
    }

    private static void assertBaselines(PlainRule rule, PlainRoll roll, PlainReference reference, Baselines formed) {
        for (int k = 0; k < rule.items().size(); k++) {
            if (rule.items().get(k).kind() == PlainRule.Base.CONSTANT) {
                continue;
            }
            boolean ofAll = rule.items().get(k).kind() == PlainRule.Base.SUMS_OF_ALL;
            for (int industry : new java.util.TreeSet<>(roll.industries)) {
                Fraction expected = reference.base(k, industry);
                var actual = ofAll ? formed.find(id(formed, k)) : formed.find(id(formed, k), "C" + industry);
                assertEquals(expected == null ? null : expected.reduced(), actual.map(it -> it.low()).orElse(null),
                        "baseline of item " + k + " in C" + industry);
            }
        }
    }

    /** The engine names a baseline that stands in an item after the item. */
    private static String id(Baselines formed, int k) {
        String text = formed.toString();
        int at = text.indexOf("i" + k + "_");
        return text.substring(at, text.indexOf('[', at));
    }

    private static void assertSame(PlainReference reference, Evaluation evaluation, int from) {
        for (int i = 0; i < evaluation.size(); i++) {
            int row = from + i;
            EnterpriseResult result = evaluation.resultOf(i);
            BigDecimal total = reference.totals[row];
            String about = "enterprise " + row + " of " + evaluation;
            assertEquals(total == null ? null : Rational.of(total), result.total().orElse(null), about);
            assertEquals(reference.places[row], result.place().orElse(0), about);
            assertEquals(reference.classes[row], result.initialClass().orElse(""), about);
            assertEquals(reference.classes[row], result.finalClass().orElse(""), about);
        }
    }

    private static void assertChunksAgree(PlainReference reference, LandAssessor assessor, PlainRoll roll) {
        List<Roll> chunks = new ArrayList<>();
        Map<Roll, Integer> first = new HashMap<>();
        int[] ends = {roll.size() / 7, roll.size() / 2, roll.size()};
        int from = 0;
        for (int end : ends) {
            chunks.add(0, roll.engineRoll(assessor.rule(), from, end));
            first.put(chunks.get(0), from);
            from = end;
        }
        List<Evaluation> results = new ArrayList<>();
        Chunks.of(assessor).evaluate(chunks, results::add);
        assertEquals(3, results.size());
        results.forEach(it -> assertSame(reference, it, java.util.Objects.requireNonNull(first.get(it.roll()))));
    }

    /** Else the comparison would say nothing of the fast path. A few rules round scores that may be too large for it. */
    @Test
    void nearlyAllRulesTakeTheFastPath() {
        int rules = 0;
        int fast = 0;
        for (long seed : seeds().limit(200).toArray()) {
            PlainRule rule = PlainRules.of(seed);
            PlainRoll roll = BoundaryRolls.of(rule, BoundaryRolls.Size.ORDINARY, 100, seed);
            Cohort cohort = LandAssessor.of(rule.engineRule()).evaluate(roll.engineRoll(rule.engineRule())).cohort();
            FastSums sums = FastSums.of(cohort.binding, cohort.scope, false);
            assertEquals(rule.items().stream().anyMatch(it -> it.kind() != PlainRule.Base.CONSTANT), !sums.isEmpty(), rule.yaml());
            rules++;
            fast += FastTotals.near(cohort.binding, cohort.scope, cohort.baselines) != null ? 1 : 0;
        }
        assertTrue(fast >= rules * 9 / 10, fast + " of " + rules);
    }
}
