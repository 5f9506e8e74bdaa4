package io.mubiao.land.clause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.land.assess.Evaluation;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 参与排序但不定级（T类保留名次）; 占名额与不占名额. */
class KeptPlacesTest {
    private static String rule(String keeps, String on, String overrides) {
        return """
                columns: {s: {title: 得分}, new: {title: 是否新办, kind: flag, if-empty: 否}, held: {kind: flag, if-empty: 否}}
                scope: {exclude: [{id: new, title: 新办企业, when: new, effect: ungraded, label: T KEEPS}]}
                indicators: {score: {title: 综合得分, formula: s}}
                groups: [{id: all, title: 全部, weights-total: 1, items: {score: {weight: 1, score: {per-unit: 1}}}}]
                total: {round: 1 half-up}
                ranking: {on: ON, ties: best-place, small-groups: none}
                classes: {order: [A, B, C], by: rank, quota-base: ranked, quota-rounding: cumulative half-up, cuts: {A: 40 %, B: 80 %, C: 100 %}}
                """.replace("KEEPS", keeps).replace("ON", on) + overrides;
    }

    private static String places(Evaluation evaluation) {
        return evaluation.ids().stream().map(id -> evaluation.get(id)).map(it -> it.id() + " "
                + (it.place().isPresent() ? it.place().getAsLong() : "–") + " " + it.finalClass().orElse(it.label())).collect(Collectors.joining(", "));
    }

    private static final String[] ROWS = {"1 s=9", "2 s=8 new=是", "3 s=7", "4 s=6", "5 s=5", "6 s=4"};

    /** Five graded: A to place 2, B to place 4. Six with the one that counts: A to place 2, B to place 5. */
    @ParameterizedTest
    @ValueSource(strings = {"rounded", "unrounded"})
    void aPlaceThatIsKept(String on) {
        assertEquals("1 1 A, 2 – T, 3 2 A, 4 3 B, 5 4 B, 6 5 C", places(Law.of(rule("", on, "")).on(ROWS)));
        Evaluation counted = Law.of(rule(", keeps-place: counted", on, "")).on(ROWS);
        assertEquals("1 1 A, 2 2 T, 3 3 B, 4 4 B, 5 5 B, 6 6 C", places(counted));
        assertTrue(Law.zh(counted, "2").contains("参与排序不定级，占名额：新办企业"), Law.zh(counted, "2"));
        assertEquals("{A=1, B=3, C=1}", counted.classCounts().toString());
        Evaluation uncounted = Law.of(rule(", keeps-place: uncounted", on, "")).on(ROWS);
        assertEquals("1 1 A, 2 2 T, 3 2 A, 4 3 B, 5 4 B, 6 5 C", places(uncounted));
        assertTrue(Law.zh(uncounted, "2").contains("第 2 名，共 5 家"), Law.zh(uncounted, "2"));
    }

    /** The first is held at C: the place he leaves is taken by the next; who is not graded keeps his. */
    @Test
    void vacatedPlacesAreFilledAroundIt() {
        String held = """
                overrides: [{id: held, when: held, not-above: C}]
                refill: uncounted
                """;
        String[] rows = ROWS.clone();
        rows[0] = "1 s=9 held=是";
        assertEquals("1 1 C, 2 2 T, 3 3 A, 4 4 B, 5 5 B, 6 6 B",
                places(Law.of(rule(", keeps-place: counted", "rounded", held)).on(rows)));
        assertEquals("1 1 C, 2 2 T, 3 2 A, 4 3 A, 5 4 B, 6 5 B",
                places(Law.of(rule(", keeps-place: uncounted", "rounded", held)).on(rows)));
    }

    @Test
    void whoIsOutHasNoPlace() {
        assertTrue(Law.refused(rule(", keeps-place: counted", "rounded", "").replace("ungraded", "out")).contains("'keeps-place' belongs to"));
    }
}
