package io.mubiao.render.law;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.io.Format;
import io.mubiao.io.rule.RuleFile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Clauses that stand at one place of the file are each compared. */
class RuleDiffTest {
    private static RuleDiff diff(String before, String after) {
        return RuleDiff.of(text(before), text(after), Locale.ENGLISH);
    }

    private static RuleText text(String bounds) {
        return RuleText.of(RuleFile.parse("""
                id: t
                year: 2024
                columns: {v: {}}
                indicators: {i: {formula: v}}
                groups: [{id: all, rank-on: i}]
                ranking: {by: [], on: unrounded, ties: best-place, small-groups: none}
                classes: {order: [A, B], by: rank, cuts: {A: 30 %, B: 100 %}, quota-base: ranked, quota-rounding: cumulative half-up, bounds: {B: BOUNDS}}
                """.replace("BOUNDS", bounds), Format.YAML, "t"));
    }

    @Test
    void oneOfTwoBoundsOfAClassIsGone() {
        List<RuleDiff.Change> changes = diff("[at-least 5 %, at-most 90 %]", "at-most 90 %").changes();
        assertEquals(1, changes.size(), changes.toString());
        assertEquals(Optional.empty(), changes.get(0).after());
    }

    @Test
    void oneOfTwoBoundsOfAClassIsAnother() {
        List<RuleDiff.Change> changes = diff("[at-least 5 %, at-most 90 %]", "[at-least 6 %, at-most 90 %]").changes();
        assertEquals(1, changes.size(), changes.toString());
        assertEquals(changes.get(0).before().map(it -> it.replace("5%", "6%")), changes.get(0).after());
    }

    @Test
    void whatIsTheSameIsNotTold() {
        assertEquals(List.of(), diff("[at-least 5 %, at-most 90 %]", "[at-least 5 %, at-most 90 %]").changes());
    }
}
