package io.mubiao.land.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NestedLabelsTest {
    /** The ranking asks for the group, the group for a label, the label for another. */
    @Test
    void aGroupMayBeFoundByALabelThatIsFoundByALabel() {
        Evaluation evaluation = Made.evaluate(Made.rule("""
                id: t
                year: 2022
                columns: {v: {decimals: 2}}
                indicators: {i: {formula: v}}
                labels:
                  size: {choices: [{label: big, when: v > 5}, {label: small}]}
                  kind: {choices: [{label: x, when: 'size in ("big")'}, {label: y}]}
                groups: [{id: g1, when: 'kind in ("x")', rank-on: i}, {id: g2, rank-on: i}]
                """, Made.RANKING.replace("[]", "[group]"), Made.CLASSES), "a v=9", "b v=8", "c v=3", "d v=1");
        assertEquals("9#1A 8#2C 3#1A 1#2C", Made.outcome(evaluation));
    }
}
