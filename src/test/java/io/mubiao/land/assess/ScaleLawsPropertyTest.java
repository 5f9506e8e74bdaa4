package io.mubiao.land.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.value.Rational;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Money in another unit, or after inflation, is the same money: all of it times a factor leaves totals and classes alone. */
class ScaleLawsPropertyTest {
    private static final EvaluationRule CONSTANT = Made.rule("parameters: {tax_base: {unit: 万元/亩}, added_base: {unit: 万元/吨标煤}}\n",
            Firms.SCORES, Firms.ITEMS.replace("{kind: ratio-of-sums, population: evaluated, by: [town]}", "tax_base")
                    .replace("{kind: ratio-of-sums, population: graded, round: 3 half-up}", "added_base"), Made.RANKING, Made.CLASSES);
    private static final EvaluationRule FORMED = Made.rule(Firms.SCORES, Firms.ITEMS.replace(", round: 3 half-up", ""),
            Firms.TOWNS, Made.CLASSES);

    @Provide
    Arbitrary<List<Firms.Firm>> firms() {
        return Firms.lists(1, 25);
    }

    @Property
    void moneyAndItsConstantBaselineTogether(@ForAll("firms") List<Firms.Firm> firms,
            @ForAll @IntRange(min = 1, max = 100_000) int thousandths) {
        BigDecimal factor = BigDecimal.valueOf(thousandths, 3);
        assertEquals(outcome(CONSTANT.with(bases(BigDecimal.ONE)), firms, BigDecimal.ONE),
                outcome(CONSTANT.with(bases(factor)), firms, factor));
    }

    @Property
    void moneyWhoseBaselinesAreFormedOfIt(@ForAll("firms") List<Firms.Firm> firms,
            @ForAll @IntRange(min = 1, max = 100_000) int thousandths) {
        assertEquals(outcome(FORMED, firms, BigDecimal.ONE), outcome(FORMED, firms, BigDecimal.valueOf(thousandths, 3)));
    }

    private static Map<String, String> bases(BigDecimal factor) {
        return Map.of("tax_base", Rational.of(factor).times(Rational.parse("7.3")) + " 万元/亩",
                "added_base", Rational.of(factor).times(Rational.parse("2.1")) + " 万元/吨标煤");
    }

    private static String outcome(EvaluationRule rule, List<Firms.Firm> firms, BigDecimal factor) {
        Roll roll = Firms.roll(rule, firms.stream().map(it -> it.timesMoney(factor)).toList());
        return Made.outcome(LandAssessor.of(rule).evaluate(roll));
    }
}
