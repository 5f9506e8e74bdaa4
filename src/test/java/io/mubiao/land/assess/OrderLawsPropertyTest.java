package io.mubiao.land.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The order of the rows and the number of threads change nothing: no total, place, class, baseline or explanation. */
class OrderLawsPropertyTest {
    private static final EvaluationRule RULE = Firms.rule(Firms.TOWNS, Made.CLASSES, """
            overrides:
              - {id: veto, when: veto, not-above: B}
              - {id: grace, when: grace, not-below: B}
            refill: false
            """);

    @Provide
    Arbitrary<List<Firms.Firm>> few() {
        return Firms.lists(1, 30);
    }

    @Provide
    Arbitrary<List<Firms.Firm>> some() {
        return Firms.lists(20, 60);
    }

    @Property
    void anyOrderOfTheRows(@ForAll("few") List<Firms.Firm> firms, @ForAll long seed) {
        Roll roll = Firms.roll(RULE, firms);
        assertAlike(LandAssessor.of(RULE).evaluate(roll),
                LandAssessor.of(RULE).evaluate(roll.withRows(Firms.shuffled(roll.size(), seed))), firms.size());
    }

    /** A roll is only shared among threads from some thousands on. */
    @Property(tries = 6)
    void anyNumberOfThreadsAndAnyOrder(@ForAll("some") List<Firms.Firm> firms, @ForAll long seed) {
        List<Firms.Firm> many = new ArrayList<>();
        while (many.size() < 6200) {
            many.addAll(firms);
        }
        Roll roll = Firms.roll(RULE, many);
        Evaluation alone = LandAssessor.of(RULE).evaluate(roll);
        for (int threads : new int[] {2, 3}) {
            assertAlike(alone, LandAssessor.of(RULE).threads(threads).evaluate(roll), firms.size());
        }
        assertAlike(alone, LandAssessor.of(RULE).threads(3).evaluate(roll.withRows(Firms.shuffled(roll.size(), seed))), firms.size());
    }

    private static void assertAlike(Evaluation expected, Evaluation actual, int explained) {
        Map<String, EnterpriseResult> results = Firms.results(expected);
        assertEquals(results.size(), actual.size());
        actual.forEach(it -> assertEquals(results.get(it.id()), it));
        assertEquals(expected.baselines(), actual.baselines());
        assertEquals(expected.classCounts(), actual.classCounts());
        for (int i = 0; i < Math.min(explained, 10); i++) {
            String id = Integer.toString(i);
            assertEquals(expected.explain(id).toString(), actual.explain(id).toString());
        }
    }
}
