package io.mubiao.land.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Small groups that join 其他 are ranked together, whether or not anybody belongs to 其他 by itself. */
class SmallGroupsTest {
    private static final EvaluationRule RULE = Made.rule("""
            id: t
            year: 2022
            columns: {v: {decimals: 2}, town: {kind: text}}
            indicators: {i: {formula: v}}
            groups: [{id: all, rank-on: i}]
            ranking: {by: [town], on: rounded, ties: best-place, small-groups: {under: 3, join: 其他}}
            """, Made.CLASSES);
    private static final String[] SMALL = {"a v=9 town=x", "b v=8 town=x", "c v=3 town=y", "d v=1 town=z"};

    @Test
    void smallGroupsMeetWhereNobodyElseIs() {
        assertEquals("9#1A 8#2B 3#3B 1#4C", Made.outcome(Made.evaluate(RULE, SMALL)));
        assertEquals(List.of("其他"), Made.evaluate(RULE, SMALL).explain("c").ranking().orElseThrow().group());
    }

    /** Who is there without a total changes nothing. */
    @Test
    void whoIsNotRankedThereChangesNothing() {
        assertEquals("9#1A 8#2B 3#3B 1#4C -#--",
                Made.outcome(Made.evaluate(RULE, SMALL[0], SMALL[1], SMALL[2], SMALL[3], "e town=其他")));
    }

    @Test
    void inChunksTheyMeetToo() {
        List<Roll> chunks = new ArrayList<>();
        for (String row : SMALL) {
            chunks.add(Made.roll(RULE, row));
        }
        List<String> outcomes = new ArrayList<>();
        Chunks.of(LandAssessor.of(RULE)).evaluate(chunks, it -> outcomes.add(Made.outcome(it)));
        assertEquals(List.of("9#1A", "8#2B", "3#3B", "1#4C"), outcomes);
    }
}
