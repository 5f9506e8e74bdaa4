package io.mubiao.land.clause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.land.assess.ClassHistory;
import io.mubiao.land.assess.Evaluation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code prior_class == "A"} of those without history is decided as the rule declares. */
class NoPriorClassTest {
    private static final String RULE = """
            columns: {s: {title: 得分}}
            indicators: {score: {title: 综合得分, formula: s}}
            groups: [{id: all, title: 全部, rank-on: score}]
            ranking: {on: unrounded, ties: best-place, small-groups: none}
            classes: {order: [A, B, C], by: rank, quota-base: ranked, quota-rounding: cumulative half-up, cuts: {A: 25 %, B: 75 %, C: 100 %}}
            overrides: [{id: kept, title: 上年A类降幅不超过一档, when: prior_class == "A", not-below: B}]
            refill: false
            """;
    private static final String[] ROWS = {"1 s=4", "2 s=3", "3 s=2", "4 s=1"};

    private static Evaluation found(String more, String... rows) {
        Law law = Law.of(RULE, more);
        return law.by(law.assessor().history(ClassHistory.of(Map.of("1", List.of("C"), "4", List.of("A"))))).on(rows);
    }

    @Test
    void undecidedWhereNothingIsDeclared() {
        assertEquals("1A 2– 3– 4B", Law.classes(found("", ROWS)));
    }

    @Test
    void decidedAsDeclared() {
        assertEquals("1A 2B 3B 4B", Law.classes(found("no-prior-class: 无\n", ROWS)));
        String[] five = {"1 s=4", "2 s=3", "3 s=2", "5 s=0", "4 s=1"};
        assertEquals("1A 2B 3B 5B 4B", Law.classes(found("no-prior-class: A\n", five)));
        assertTrue(Law.zh(found("no-prior-class: 无\n", ROWS), "2").contains("上年等级"), Law.zh(found("no-prior-class: 无\n", ROWS), "2"));
        assertTrue(Law.refused(RULE.replace("== \"A\"", "== \"没有\""), "no-prior-class: 无\n").contains("没有"));
    }
}
