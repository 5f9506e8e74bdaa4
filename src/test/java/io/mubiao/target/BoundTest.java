package io.mubiao.target;

import static io.mubiao.testing.TestUnits.UNITS;
import static io.mubiao.testing.TestUnits.q;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.testing.Refusal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.params.provider.CsvSource;

class BoundTest {
    private static boolean accepts(String bound, String amount) {
        return Bound.parse(bound, UNITS).accepts(q(amount));
    }

    @ParameterizedTest
    @CsvSource({
        "10个,false,true,true", ">= 10个,false,true,true", "> 10个,false,false,true", "<= 10个,true,true,false",
        "< 10个,true,false,false", "= 10个,false,true,false"
    })
    void aLimitDecidesBelowAtAndAbove(String bound, boolean below, boolean at, boolean above) {
        assertEquals(below, accepts(bound, "9.999 个"));
        assertEquals(at, accepts(bound, "10 个"));
        assertEquals(above, accepts(bound, "10.001 个"));
    }

    @ParameterizedTest
    @CsvSource({
        "'[49 %, 51 %)',true,false", "'(49 %, 51 %]',false,true", "'(49 %, 51 %)',false,false",
        "'[49 %, 51 %]',true,true"
    })
    void theEndsOfARangeBelongAsWritten(String range, boolean low, boolean high) {
        assertEquals(low, accepts(range, "49 %"));
        assertEquals(high, accepts(range, "51 %"));
        assertTrue(accepts(range, "50 %"));
        assertFalse(accepts(range, "48.999 %"));
        assertFalse(accepts(range, "51.001 %"));
    }

    @Test
    void aToleranceIncludesBothEnds() {
        Bound about = Bound.about(q("7.5 %"), q("0.2 %"));
        assertTrue(about.accepts(q("7.3 %")));
        assertTrue(about.accepts(q("7.7 %")));
        assertFalse(about.accepts(q("7.29 %")));
        assertFalse(about.accepts(q("7.71 %")));
    }

    /** Unemployment of 9 % is not about 5.5 %; growth of 9 % is about 7.5 % and more. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            7.5%左右，越高越好                   | 7.5 %  | 7.49 % | HIGHER_IS_BETTER
            7.5%左右, 越大越好                   | 100 %  | 7.49 % | HIGHER_IS_BETTER
            5.5%左右，越低越好                   | 5.5 %  | 9 %    | LOWER_IS_BETTER
            ~ 5.5 %, lower is better             | 0 %    | 5.51 % | LOWER_IS_BETTER
            ~ 5.5 % ± 0.2 %, lower is better     | 5.7 %  | 5.71 % | LOWER_IS_BETTER
            7.5%±0.2%左右，越高越好              | 7.3 %  | 7.29 % | HIGHER_IS_BETTER
            7.5%±0.2%左右                        | 7.7 %  | 7.71 % | TWO_SIDED
            """)
    void aboutAValueSaysWhichSideIsBad(String text, String good, String bad, Direction direction) {
        assertTrue(accepts(text, good));
        assertFalse(accepts(text, bad));
        Bound bound = Bound.parse(text, UNITS);
        assertEquals(direction, bound.direction());
        assertEquals(bound, Bound.parse(bound.toString(), UNITS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.5%左右", "~ 5.5 %"})
    void aboutAValueThatDoesNotSayWhichSideIsBadIsRefusedWithWhatToWrite(String text) {
        Refusal.naming(() -> Bound.parse(text, UNITS), "左右", "越高越好", "越低越好", "±");
    }

    @Test
    void aToleranceIsNotNegative() {
        Refusal.naming(() -> Bound.about(q("7 %"), q("-1 %")), "tolerance", "-1 %");
    }

    @Test
    void amountsInOtherUnitsAreConvertedExactly() {
        assertTrue(accepts(">= 1000 公顷", "1.5 万亩"));
        assertFalse(accepts(">= 1000 公顷", "14999.999 亩"));
        assertTrue(accepts("[1 万亩, 1000 公顷]", "1.5 万亩"));
        assertFalse(accepts("[1 万亩, 1000 公顷)", "1.5 万亩"));
    }

    @Test
    void amountsInUnitsThatDoNotConvertAreRefusedNamingBoth() {
        Refusal.naming(() -> accepts(">= 2 所", "3 条"), "'所'", "'条'");
        Refusal.naming(() -> accepts("< 5 %", "3 个"), "'%'", "'个'");
    }

    @Test
    void anEmptyRangeIsRefused() {
        Refusal.naming(() -> Bound.parse("[51 %, 49 %]", UNITS), "[51 %, 49 %]");
        assertThrows(IllegalArgumentException.class, () -> Bound.parse("[50 %, 50 %)", UNITS));
        assertThrows(IllegalArgumentException.class, () -> Bound.parse("(50 %, 50 %]", UNITS));
        assertTrue(accepts("[50 %, 50 %]", "50 %"));
    }

    @ParameterizedTest
    @CsvSource({"62 个,HIGHER_IS_BETTER", ">= 1 个,HIGHER_IS_BETTER", "> 1 个,HIGHER_IS_BETTER",
            "<= 1 个,LOWER_IS_BETTER", "< 1 个,LOWER_IS_BETTER", "= 1 个,TWO_SIDED", "'[1 个, 2 个]',TWO_SIDED",
            "<= ? 严控,LOWER_IS_BETTER"})
    void aBoundKnowsWhichWayIsGood(String bound, Direction direction) {
        assertEquals(direction, Bound.parse(bound, UNITS).direction());
    }

    @Test
    void attainmentIsMeasuredAgainstTheOneNumber() {
        assertEquals(Optional.of(q("62 个")), Bound.bare(q("62 个")).reference());
        assertEquals(Optional.of(q("7 %")), Bound.about(q("7 %"), q("1 %")).reference());
        assertEquals(Optional.empty(), Bound.between(q("1 个"), q("2 个")).reference());
        assertEquals(Optional.of(UNITS.get("个")), Bound.between(q("1 个"), q("2 个")).unit());
    }

    @Test
    void aHoleKeepsItsComparatorAndWordsAndDecidesNothing() {
        Bound open = Bound.parse("<= ? 严控", UNITS);
        assertEquals(Bound.open(Comparison.AT_MOST, "严控"), open);
        assertEquals(Optional.of(new Hole("limit", "严控")), open.hole());
        assertEquals(Optional.empty(), open.reference());
        assertEquals(Optional.empty(), open.unit());
        Refusal.naming(IllegalStateException.class, () -> open.accepts(q("1 个")), "严控");
        assertEquals(Optional.empty(), Bound.bare(q("1 个")).hole());
    }

    @Test
    void anOpenValueWithAToleranceIsAHoleToo() {
        assertEquals(Optional.of(new Hole("limit", "持平")), Bound.parse("~ ? 持平 ± 0.2 %", UNITS).hole());
    }
}
