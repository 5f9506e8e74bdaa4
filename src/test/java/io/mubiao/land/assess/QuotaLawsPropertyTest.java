package io.mubiao.land.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Every enterprise with a total has one class, and no class is larger than its share unless equals share a place. */
class QuotaLawsPropertyTest {
    private static final List<String> CLASSES = List.of("A", "B", "C");
    private static final int[] CUTS = {30, 70, 100};

    @Provide
    Arbitrary<List<Firms.Firm>> firms() {
        return Firms.lists(1, 40);
    }

    @Property
    void countsAddUpAndQuotasHold(@ForAll("firms") List<Firms.Firm> firms, @ForAll io.mubiao.shape.Ties ties) {
        var rule = Firms.rule(Firms.TOWNS.replace("best-place", ties.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')),
                Made.CLASSES);
        Evaluation evaluation = LandAssessor.of(rule).evaluate(Firms.roll(rule, firms));
        long graded = evaluation.stream().filter(it -> it.total().isPresent()).count();
        assertEquals(graded, evaluation.classCounts().values().stream().mapToLong(Long::longValue).sum());
        assertEquals(firms.size(), evaluation.standingCounts().values().stream().mapToLong(Long::longValue).sum());
        Map<List<String>, List<EnterpriseResult>> rankings = evaluation.stream()
                .filter(it -> it.place().isPresent())
                .collect(Collectors.groupingBy(it -> evaluation.ranking(it.id())));
        rankings.values().forEach(ranked -> assertQuotas(ranked, ties));
    }

    private static void assertQuotas(List<EnterpriseResult> ranked, io.mubiao.shape.Ties ties) {
        TreeMap<Long, Long> byPlace = new TreeMap<>();
        ranked.forEach(it -> byPlace.merge(it.place().orElseThrow(), 1L, Long::sum));
        for (int k = 0; k < 2; k++) {
            int worst = k;
            long end = BigDecimal.valueOf(CUTS[k]).multiply(BigDecimal.valueOf(ranked.size()))
                    .divide(BigDecimal.valueOf(100)).setScale(0, RoundingMode.HALF_UP).longValueExact();
            long inClass = ranked.stream().filter(it -> CLASSES.indexOf(it.finalClass().orElseThrow()) <= worst).count();
            long byEnd = byPlace.headMap(end, true).values().stream().mapToLong(Long::longValue).sum();
            assertEquals(byEnd, inClass);
            assertTrue(ties != io.mubiao.shape.Ties.WORST_PLACE || inClass <= end, "never more than the quota");
            assertTrue(ties != io.mubiao.shape.Ties.BEST_PLACE || inClass >= end, "never less than the quota");
        }
    }
}
