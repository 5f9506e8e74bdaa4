package io.mubiao.seeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.Chunk;
import io.mubiao.land.assess.Chunks;
import io.mubiao.land.assess.ClassHistory;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.InParts;
import io.mubiao.land.assess.LandAssessor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/**
 * Every shipped rule and two that merge: a roll that is split, sent, merged and evaluated in parts, or on several threads, has the results of the
 * whole in all they say. Last year's figures, closed enterprises among them, and earlier classes come with the rows.
 */
class InPartsPropertyTest {
    /** Parks are evaluated as one, firms also on their own; last year's parks form the baselines. */
    private static final String MERGING = """
            id: parks
            title: 园区合并评价
            jurisdiction: 测试县
            year: 2024
            columns:
              park: {kind: text}
              town: {kind: text, values: [甲镇, 乙镇, 其他]}
              land: {unit: 亩, decimals: 1}
              tax: {unit: 万元, decimals: 1}
              lead: {kind: flag, if-empty: 否}
              alone: {kind: flag, if-empty: 否}
            merge: {by: park, except: alone, lead: lead, also-independent: true}
            indicators:
              tax_per_mu: {formula: tax / land, unit: 万元/亩, title: 亩均税收}
              growth: {formula: tax - prior("tax"), unit: 万元, title: 税收增长}
            groups:
              - id: all
                weights-total: 100
                items:
                  tax_per_mu: {weight: 70, score: ratio, base: {kind: ratio-of-sums, year: prior, population: evaluated, by: [town]}, missing: zero, zero-divisor: zero}
                  growth: {weight: 30, score: ratio, base: {kind: percentile, share: 60 %, method: linear-inclusive, population: graded}, cap: w, missing: mean-score, degenerate: zero}
            ranking: {by: [town], on: unrounded, ties: dense, break-by: [growth], small-groups: {under: 3, join: 其他}}
            classes: {order: [A, B, C], by: rank, cuts: {A: 20 %, B: 70 %, C: 100 %}, quota-base: ranked, quota-rounding: cumulative half-up}
            refill: counted
            overrides: [{id: kept, when: prior_class == "A" and tax > 0, not-above: B}]
            """;
    /** The same of what is no fraction. */
    private static final String ROOTS = MERGING.replace("{formula: tax / land, unit: 万元/亩,", "{formula: sqrt(tax / land / 1 万元/亩),")
            .replace("kind: ratio-of-sums, year: prior", "kind: sample-deviation").replace("on: unrounded", "on: rounded")
            .replace("ranking:", "total: {round: 2 half-up}\nranking:");

    @Provide
    Arbitrary<String> rules() {
        return Arbitraries.frequencyOf(Tuple.of(6, Arbitraries.of(Rules.ids())), Tuple.of(2, Arbitraries.of("parks", "roots")),
                Tuple.of(1, Arbitraries.of("anyang-2018")));
    }

    @Property(tries = 24)
    void aRollInPartsIsTheRoll(@ForAll("rules") String id, @ForAll @IntRange(min = 1, max = 30) int size, @ForAll boolean large,
            @ForAll @IntRange(min = 1, max = 60) int most, @ForAll long seed) {
        boolean inOnePlace = id.equals("parks") || id.equals("roots");
        EvaluationRule rule = inOnePlace ? Rules.parse(id.equals("parks") ? MERGING : ROOTS) : MadeRolls.filled(Rules.read(id));
        Roll roll = MadeRolls.roll(rule, large ? 7 * size : size + 5, seed);
        Roll prior = MadeRolls.roll(rule, large ? 6 * size : size + 8, seed + 1);
        ClassHistory history = history(rule, roll, seed);
        LandAssessor assessor = LandAssessor.of(rule);
        Evaluation whole = assessor.prior(prior).history(history).evaluate(roll);
        InParts.of(assessor, inOnePlace ? 100_000 : most, seed).making(rows -> chunk(rule, rows, prior, history, roll)).assertSame(whole, roll);
        Evaluation threaded = assessor.threads(2 + size % 3).prior(prior).history(history).evaluate(roll);
        assertEquals(whole.ids(), threaded.ids());
        whole.forEach(one -> assertEquals(one, threaded.get(one.id())));
        assertEquals(whole.problems(), threaded.problems());
    }

    private static ClassHistory history(EvaluationRule rule, Roll roll, long seed) {
        Random random = new Random(seed);
        Map<String, List<String>> classes = new LinkedHashMap<>();
        rule.classes().ifPresent(it -> roll.forEach(row -> {
            if (random.nextInt(3) == 0) {
                String name = it.classes().get(random.nextInt(it.classes().size()));
                classes.put(row.id(), List.of(name, random.nextBoolean() ? name : it.classes().get(0)));
            }
        }));
        return ClassHistory.of(classes);
    }

    /** Last year's enterprises of one key go where the enterprise of some number is now. */
    private static Chunk chunk(EvaluationRule rule, Roll rows, Roll prior, ClassHistory history, Roll roll) {
        List<String> keys = Chunks.of(LandAssessor.of(rule)).keysOfLastYear(prior);
        Roll own = some(prior, row -> rows.find(prior.id(row)).isPresent());
        Roll before = some(prior, row -> rows.find("E" + (1 + Math.floorMod(keys.get(row).hashCode(), Math.min(5, roll.size())))).isPresent());
        return Chunk.of(rows).prior(own).before(before).history(history);
    }

    private static Roll some(Roll roll, IntPredicate rows) {
        return roll.withRows(IntStream.range(0, roll.size()).filter(rows).toArray());
    }

    @net.jqwik.api.Example
    void equalRulesHaveEqualDigests() {
        for (String id : Rules.ids()) {
            EvaluationRule rule = Rules.read(id);
            assertEquals(rule.digest(), rule.toBuilder().build().digest(), id);
            assertEquals(rule.digest(), Rules.read(id).digest(), id);
            assertEquals(64, rule.digest().length());
        }
        String text = Rules.text("huaian-2024");
        assertEquals(Rules.parse(text).digest(), Rules.parse("# a remark\n" + text).digest());
        assertNotEquals(Rules.parse(text).digest(), Rules.parse(text).toBuilder().year(2025).build().digest());
        assertEquals(Rules.ids().size(), Rules.ids().stream().map(id -> Rules.read(id).digest()).distinct().count());
    }
}
