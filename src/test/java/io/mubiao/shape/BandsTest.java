package io.mubiao.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.testing.Refusal;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published band tables: what they leave open or give twice is named exactly. */
class BandsTest {
    private static List<Bands.Band> lines(String... labelsAndIntervals) {
        List<Bands.Band> lines = new ArrayList<>();
        for (int i = 0; i < labelsAndIntervals.length; i += 2) {
            lines.add(new Bands.Band(labelsAndIntervals[i], Interval.parse(labelsAndIntervals[i + 1])));
        }
        return lines;
    }

    private static Bands over(String domain, Optional<Rounding> rounding, String... labelsAndIntervals) {
        List<Bands.Band> bands = lines(labelsAndIntervals);
        return rounding.map(rule -> Bands.of(bands, List.of(), Interval.parse(domain), rule))
                .orElseGet(() -> Bands.of(bands, List.of(), Interval.parse(domain)));
    }

    private static final String[] MOF = {"优", "[90, 100]", "良", "[80, 89]", "中", "[60, 79]", "差", "[0, 59]"};
    private static final String[] YINCHUAN = {"绿", "<= 0", "黄", "[10, 30]", "红", "> 30"};

    /** O42: integer bands are complete after rounding to integers and refused without. */
    @Test
    void integerGradesAreRefusedWithoutRoundingAndEveryHoleIsNamed() {
        Refusal.naming(() -> over("[0, 100]", Optional.empty(), MOF), "(89, 90)", "(79, 80)", "(59, 60)");
    }

    @ParameterizedTest
    @CsvSource({"90, 优", "89.5, 优", "89.4, 良", "89, 良", "60, 中", "59.9, 中", "59.4, 差", "0, 差", "100, 优"})
    void integerGradesAreCompleteAfterRounding(String value, String label) {
        assertEquals(Optional.of(label), over("[0, 100]", Optional.of(Rounding.halfUp(0)), MOF).label(Rational.parse(value)));
    }

    /** C5: 80 falls in two grades, 94.5 in none. */
    @Test
    void energyGradesAreRefusedForTheirOverlapAndTheirHole() {
        Refusal.naming(() -> over("[0, 100]", Optional.empty(), "超额完成", ">= 95", "完成", "[80, 94]", "基本完成", "[60, 80]",
                "未完成", "< 60"), "= 80 lies in both", "完成 [80, 94]", "基本完成 [60, 80]", "(94, 95)");
        assertEquals(1, Bands.problems(lines("超额完成", ">= 95", "完成", "[80, 94]", "基本完成", "[60, 80]", "未完成", "< 60"),
                List.of(), Interval.ALL, Rounding.halfUp(0)).size());
    }

    /** O40: 0 to 10 points behind has no light. */
    @Test
    void yinchuanIsRefusedAndWithItsHoleDeclaredComesOutAsPublished() {
        Refusal.naming(() -> Bands.of(lines(YINCHUAN), List.of(), Interval.ALL), "(0, 10)");
        Bands declared = Bands.of(lines(YINCHUAN), List.of(Interval.parse("(0, 10)")), Interval.ALL);
        assertEquals(List.of("绿", "-", "黄", "黄", "红"), List.of("0", "5", "10", "30", "30.1").stream()
                .map(value -> declared.label(Rational.parse(value)).orElse("-")).toList());
    }

    /** Site schedule rule: yellow to 7 days, orange 7 to 15, red from 15. */
    @Test
    void overlappingEndsAreNamed() {
        Refusal.naming(() -> over(">= 0", Optional.empty(), "黄", "<= 7", "橙", "[7, 15]", "红", ">= 15"), "= 7 lies in both",
                "= 15 lies in both");
    }

    @Test
    void aDeclaredHoleThatABandFillsIsRefused() {
        Refusal.naming(() -> Bands.of(lines("甲", "< 5", "乙", ">= 5"), List.of(Interval.parse("[4, 6)")), Interval.ALL), "[4, 5)", "[5, 6)", "a declared hole");
    }

    /** Rounding moves a number of the domain out of it: 0.3 of (0, 100] becomes 0. */
    @Test
    void whatTheDomainRoundsToNeedsALabelToo() {
        Refusal.naming(() -> over("(0, 100]", Optional.of(Rounding.halfUp(0)), "甲", "(0, 100]"), "= 0");
        Bands table = over("(0, 100]", Optional.of(Rounding.halfUp(0)), "甲", "[0, 100]");
        assertEquals(Optional.of("甲"), table.label(Rational.parse("0.3")));
        Refusal.naming(() -> over("[0, 9.5]", Optional.of(Rounding.halfUp(0)), "甲", "[0, 9.5]"), "10");
        Bands floor = over("(0, 100)", Optional.of(new Rounding(0, RoundingMode.CEILING)), "甲", "(0, 100]");
        assertEquals(Optional.of("甲"), floor.label(Rational.parse("99.2")));
        assertEquals(Optional.of("甲"), floor.label(Rational.parse("0.2")));
    }

    @Test
    void outsideOfTheDomainThereIsNoLabel() {
        Bands table = over("[0, 100]", Optional.empty(), "甲", "[0, 100]");
        assertEquals(Optional.empty(), table.label(Rational.parse("100.001")));
        assertEquals(Optional.empty(), table.label(Rational.parse("-1")));
    }
}
