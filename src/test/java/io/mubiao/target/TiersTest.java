package io.mubiao.target;

import static io.mubiao.testing.TestUnits.q;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.testing.Refusal;
import io.mubiao.target.Tiers.Reading;
import io.mubiao.target.Tiers.Tier;
import io.mubiao.value.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TiersTest {
    private static final List<Tier> JINAN =
            List.of(new Tier("P05", q("1 亿元")), new Tier("P06", q("10 亿元")), new Tier("P07", q("30 亿元")));
    private static final Tiers NESTED = new Tiers("invest", Reading.NESTED, "investment", JINAN);
    private static final Tiers DISJOINT = new Tiers("invest", Reading.DISJOINT, "investment", JINAN);

    private static List<Long> counts(Tiers tiers, String... sizes) {
        return tiers.tiers().stream().map(tier -> Stream.of(sizes).filter(text -> {
            Quantity size = q(text);
            return size.compareAmount(tiers.from(tier.target()).orElseThrow()) >= 0
                    && tiers.below(tier.target()).filter(limit -> size.compareAmount(limit) >= 0).isEmpty();
        }).count()).toList();
    }

    @Test
    void nestedTiersCountEverythingOfTheirSizeAndAbove() {
        assertEquals(List.of(4L, 2L, 1L), counts(NESTED, "31 亿元", "12 亿元", "2 亿元", "1 亿元", "0.9 亿元"));
    }

    @Test
    void disjointBandsCountUpToTheNextSize() {
        assertEquals(List.of(2L, 1L, 1L), counts(DISJOINT, "31 亿元", "12 亿元", "2 亿元", "1 亿元", "0.9 亿元"));
    }

    @Test
    void aSizeOnTheThresholdBelongsToTheHigherTier() {
        assertEquals(List.of(0L, 1L, 0L), counts(DISJOINT, "100000 万元"));
        assertEquals(List.of(1L, 1L, 0L), counts(NESTED, "100000 万元"));
        assertEquals(List.of(1L, 0L, 0L), counts(DISJOINT, "99999.99 万元"));
    }

    @Test
    void thresholdsAreThoseDeclared() {
        assertEquals(Optional.of(q("10 亿元")), DISJOINT.from("P06"));
        assertEquals(Optional.of(q("30 亿元")), DISJOINT.below("P06"));
        assertEquals(Optional.empty(), DISJOINT.below("P07"));
        assertEquals(Optional.empty(), NESTED.below("P05"));
    }

    @Test
    void aTargetOutsideTheTiersHasNoThreshold() {
        assertEquals(Optional.empty(), DISJOINT.from("P99"));
        assertEquals(Optional.empty(), DISJOINT.below("P99"));
    }

    @Test
    void sizesRise() {
        Refusal.naming(() -> new Tiers("invest", Reading.NESTED, "investment",
                List.of(new Tier("a", q("1 亿元")), new Tier("b", q("10000 万元")))), "invest", "1 亿元", "10000 万元");
        Refusal.naming(() -> new Tiers("invest", Reading.DISJOINT, "investment",
                List.of(new Tier("a", q("2 亿元")), new Tier("b", q("1 亿元")))), "rising");
    }

    @Test
    void sizesConvertIntoEachOther() {
        Refusal.naming(() -> new Tiers("mixed", Reading.NESTED, "investment",
                List.of(new Tier("a", q("1 亿元")), new Tier("b", q("10 亩")))), "'亿元'", "'亩'");
    }
}
