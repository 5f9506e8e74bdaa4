package io.mubiao.land.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Refill;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** An override never breaks its bound: a ceiling lets nobody above, a floor nobody below, in whatever order they stand. */
class OverrideLawsPropertyTest {
    private static final List<String> CLASSES = List.of("A", "B", "C", "D");
    private static final String FOUR = """
            classes: {order: [A, B, C, D], by: rank, cuts: {A: 25 %, B: 50 %, C: 75 %, D: 100 %}, quota-base: ranked, quota-rounding: cumulative half-up}
            """;
    private static final List<String> COMPATIBLE = List.of("{id: a, when: veto, not-above: B}", "{id: b, when: grace, not-below: C}",
            "{id: c, when: veto and grace, not-above: A}", "{id: d, when: tax < 0 万元, not-above: B}", "{id: e, when: grace, not-below: D}");

    @Provide
    Arbitrary<List<Firms.Firm>> firms() {
        return Firms.lists(1, 30);
    }

    /** No ceiling lies below a floor, so all of them hold at once. */
    @Property
    void ceilingsAndFloorsThatAgreeHoldInEveryOrder(@ForAll("firms") List<Firms.Firm> firms, @ForAll long seed,
            @ForAll Refill refill) {
        List<String> order = new ArrayList<>(COMPATIBLE);
        Collections.shuffle(order, new Random(seed));
        Evaluation evaluation = evaluate(firms, order, refill);
        for (int i = 0; i < firms.size(); i++) {
            EnterpriseResult result = evaluation.get(Integer.toString(i));
            if (result.finalClass().isPresent()) {
                int found = CLASSES.indexOf(result.finalClass().get());
                boolean ceiling = is(firms.get(i), "veto") || firms.get(i).value("tax").startsWith("-");
                assertTrue(!ceiling || found >= 1, "above a ceiling: " + result + " " + order);
                assertTrue(!is(firms.get(i), "grace") || found <= 2, "below a floor: " + result + " " + order);
            }
        }
    }

    /** Where they contradict each other the later one has the last word, and each one holds where it stands. */
    @Property
    void theLaterOfTwoThatContradictHolds(@ForAll("firms") List<Firms.Firm> firms, @ForAll boolean ceilingLast) {
        List<String> order = new ArrayList<>(List.of("{id: floor, when: grace, not-below: B}", "{id: ceiling, when: veto, not-above: D}"));
        if (!ceilingLast) {
            Collections.reverse(order);
        }
        Evaluation evaluation = evaluate(firms, order, Refill.NONE);
        for (int i = 0; i < firms.size(); i++) {
            EnterpriseResult result = evaluation.get(Integer.toString(i));
            if (result.finalClass().isEmpty()) {
                continue;
            }
            boolean veto = is(firms.get(i), "veto");
            boolean grace = is(firms.get(i), "grace");
            int initial = CLASSES.indexOf(result.initialClass().orElseThrow());
            int expected = veto && (ceilingLast || !grace) ? 3 : grace ? Math.min(veto ? 3 : initial, 1) : initial;
            assertEquals(CLASSES.get(expected), result.finalClass().get());
            evaluation.explain(result.id()).overrides().forEach(OverrideLawsPropertyTest::assertHoldsWhereItStands);
        }
    }

    private static void assertHoldsWhereItStands(Explanation.OverrideLine line) {
        int after = CLASSES.indexOf(line.after());
        if (!line.fired().orElseThrow()) {
            assertEquals(line.before(), line.after());
        } else {
            assertTrue(line.id().equals("floor") ? after <= 1 : after >= 3, line.toString());
        }
    }

    private static boolean is(Firms.Firm firm, String flag) {
        return firm.value(flag).equals("是");
    }

    private static Evaluation evaluate(List<Firms.Firm> firms, List<String> overrides, Refill refill) {
        EvaluationRule rule = Firms.rule(Firms.TOWNS, FOUR, "overrides: [" + String.join(", ", overrides) + "]\nrefill: " + refill.name().toLowerCase(Locale.ROOT) + "\n");
        return LandAssessor.of(rule).evaluate(Firms.roll(rule, firms));
    }
}
