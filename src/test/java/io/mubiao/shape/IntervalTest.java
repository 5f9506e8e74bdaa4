package io.mubiao.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.formula.Formula;
import io.mubiao.testing.Refusal;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stretches of numbers, what lies in two of them, and labels that are earned by them. */
class IntervalTest {
    private static final Grades GRADES = new Grades(List.of("优", "良", "差", "否决"), Bands.of(bands("优", ">= 90", "良", "[60, 90)", "差", "< 60"),
            List.of(), Interval.ALL));

    private static List<Bands.Band> bands(String... texts) {
        return IntStream.range(0, texts.length / 2)
                .mapToObj(i -> new Bands.Band(texts[2 * i], Interval.parse(texts[2 * i + 1]))).toList();
    }

    private static Rational r(String text) {
        return Rational.parse(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"[1, 2] | [1, 2]", "(1, 2] | (1, 2]", "≥90 | >= 90", "≤ 9 | <= 9", "< -5 | < -5", "> 1/3 | > 1/3", "= 5 | = 5",
        "[5, 5] | = 5", "[10 %, 50%) | [0.1, 0.5)", "(１０， 20] | (10, 20]", "all numbers | all numbers"})
    void isReadAsItIsWritten(String text, String said) {
        assertEquals(said, Interval.parse(text).toString());
        assertEquals(Interval.parse(text), Interval.parse(said));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[2, 1]", "(1, 1]", "[1, 1)", "(1, 1)"})
    void oneThatHoldsNoNumberIsRefused(String text) {
        Refusal.naming(() -> Interval.parse(text), "no number lies in");
    }

    /** By trying numbers: in both is in what both have, and nothing else is. */
    @Test
    void whatBothHaveIsWhatIsInBoth() {
        List<Interval> all = Stream.of("[1, 3]", "(1, 3]", "[1, 3)", "(1, 3)", "[2, 5]", "(3, 5)", "[3, 4]", "= 3", "= 1", "> 2", ">= 3", "< 2", "<= 1",
                "[4, 6]", "all numbers").map(Interval::parse).toList();
        for (Interval one : all) {
            for (Interval other : all) {
                Optional<Interval> both = one.intersection(other);
                for (int i = 0; i <= 28; i++) {
                    Rational number = Rational.of(i, 4);
                    assertEquals(one.contains(number) && other.contains(number), both.filter(it -> it.contains(number)).isPresent(), one + " " + other);
                }
                if (one.isBelow(other)) {
                    assertTrue(both.isEmpty() || both.get().low().equals(both.get().high()), one + " " + other);
                }
            }
        }
        assertTrue(Interval.parse("[1, 3]").isBelow(Interval.parse("[3, 4]")));
        assertFalse(Interval.parse("[1, 3]").isBelow(Interval.parse("[2, 4]")));
        assertFalse(Interval.parse("> 3").isBelow(Interval.parse("> 4")));
        assertFalse(Interval.parse("< 3").isBelow(Interval.parse("< 4")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"[1, 2) | x >= 1 万元 and x < 2 万元", "> 1 | x > 1 万元", "<= 2 | x <= 2 万元", "= 3 | x >= 3 万元 and x <= 3 万元", "all numbers | x == x"})
    void theTestIsAFormula(String text, String test) {
        assertEquals(Formula.parse(test), Interval.parse(text).test(Formula.parse("x"), "万元"));
    }

    /** By trying numbers: what a domain rounds to, end to end. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"(0, 100] | HALF_UP | [0, 100]", "(0, 100] | CEILING | [1, 100]", "[0, 100) | HALF_UP | [0, 100]", "[0, 100) | FLOOR | [0, 99]",
        "(0.5, 1) | HALF_UP | = 1", "(0.2, 0.4) | HALF_UP | = 0", "> 2.5 | HALF_UP | >= 3", "< 2.5 | HALF_UP | <= 2", "[2.5, 3] | HALF_UP | = 3", "all numbers | HALF_UP | all numbers"})
    void whatADomainRoundsTo(String domain, RoundingMode mode, String rounded) {
        assertEquals(rounded, Interval.parse(domain).rounded(new Rounding(0, mode)).toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"(1, 2) | 0 | false", "(1, 2) | 1 | true", "[1, 2) | 0 | true", "(1, 2] | 0 | true", "(0.9, 1.1) | 0 | true", "(1.1, 1.9) | 0 | false",
        "> 1 | 0 | true", "< 1 | 0 | true", "(1, 1.1) | 1 | false", "(1, 1.1) | 2 | true"})
    void whetherItHoldsARoundedNumber(String text, int digits, boolean holds) {
        assertEquals(holds, Interval.parse(text).holdsRounded(digits));
    }

    @Test
    void aVetoIsNeverOutvoted() {
        assertEquals("否决", GRADES.worse("优", "否决"));
        assertEquals("否决", GRADES.worse("否决", "优"));
        assertEquals("良", GRADES.worse("良", "良"));
        assertTrue(GRADES.atLeast("良", "良") && GRADES.atLeast("优", "差"));
        assertFalse(GRADES.atLeast("差", "优"));
        assertTrue(GRADES.has("否决"));
        assertFalse(GRADES.has("中"));
        assertEquals(Optional.of("良"), GRADES.grade(r("89.99")));
        assertEquals(Optional.empty(), GRADES.falling());
        Refusal.naming(() -> new Grades(List.of("优", "优"), GRADES.bands()), "twice");
        Refusal.naming(() -> new Grades(List.of("优", "良"), GRADES.bands()), "差", "lacks");
    }

    @Test
    void aBetterLabelForLowerNumbersIsTold() {
        assertEquals(Optional.of("差 >= 60 is worse than 优 < 60"),
                new Grades(List.of("优", "差"), Bands.of(bands("差", ">= 60", "优", "< 60"), List.of(), Interval.ALL)).falling());
    }

    @Test
    void aTableSaysWhatItIsMadeOf() {
        List<Bands.Band> lines = bands("优", "[90, 100]", "良", "[80, 90)", "优", "[50, 60)", "差", "[0, 50)");
        List<Interval> holes = List.of(Interval.parse("[60, 80)"));
        Bands table = Bands.of(lines, holes, Interval.parse("[0, 100]"));
        Bands rounded = Bands.of(lines, holes, Interval.parse("[0, 100]"), Rounding.halfUp(0));
        assertEquals(holes, table.holes());
        assertEquals(Optional.empty(), table.rounding());
        assertEquals(Optional.of(Rounding.halfUp(0)), rounded.rounding());
        assertEquals(Optional.of(Interval.parse("[50, 60)")), table.lowest("优"));
        assertEquals(Optional.empty(), table.lowest("中"));
        assertEquals(Optional.empty(), table.label(r("70")));
        assertEquals(table, Bands.of(lines, holes, Interval.parse("[0, 100]")));
        assertEquals(table.hashCode(), Bands.of(lines, holes, Interval.parse("[0, 100]")).hashCode());
        assertNotEquals(table, rounded);
        assertNotEquals(table, Bands.of(bands("优", "[80, 100]", "优", "[50, 60)", "差", "[0, 50)"), holes, Interval.parse("[0, 100]")));
        assertNotEquals(table.toString(), rounded.toString());
        assertTrue(table.toString().contains("良 [80, 90)"), table::toString);
    }

    @Test
    void holesSideBySideAreOneAndThoseApartAreTwo() {
        assertEquals(List.of("no band holds [10, 20]", "no band holds (30, 40)", "no band holds > 50"), Bands.problems(bands("a", "< 10", "b", "(20, 30]", "c", "[40, 50]"),
                List.of(), Interval.ALL).stream().map(it -> it.replaceAll(";.*", "")).toList());
    }

    @Test
    void limitsThatLeaveNoRoomSaySo() {
        assertEquals(Optional.of("cap and floor are both 5, so everybody has that"), Limits.clash(Limits.<Rational>none().cap(r("5")).floor(r("5"))));
        assertEquals(Optional.of("the cap 4 is below the floor 5"), Limits.clash(Limits.<Rational>none().cap(r("4")).floor(r("5"))));
        assertEquals(Optional.empty(), Limits.clash(Limits.<Rational>none().cap(r("6")).floor(r("5"))));
        assertEquals(Optional.empty(), Limits.clash(Limits.<Rational>none().cap(r("6"))));
    }
}
