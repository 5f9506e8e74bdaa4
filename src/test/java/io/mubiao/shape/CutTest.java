package io.mubiao.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.formula.Formula;
import io.mubiao.testing.Refusal;
import io.mubiao.value.Rational;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Up to which place a class reaches, and how shares become whole places. */
class CutTest {
    private static Cut cut(String text) {
        return Cut.of(Formula.parse(text), Set.of("所"));
    }

    private static List<Rational> shares(String... texts) {
        return Stream.of(texts).map(Rational::parse).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"20 % | 20 %", "0.2 | 20 %", "1 | 100 %", "0 | 0 %", "30 户 | 30 户", "30 家 | 30 户", "30 所 | 30 户", "0 户 | 0 户",
        "2.0 户 | 2 户", "min(30 户, 20 %) | min(30 户, 20 %)", "min(20 %, 30 户) | min(30 户, 20 %)"})
    void aCutIsAShareACountOrTheSmallerOfBothAndSaysSo(String text, String said) {
        assertEquals(said, cut(text).toString());
        assertEquals(cut(text), cut(said));
    }

    @ParameterizedTest
    @ValueSource(strings = {"min(20 %, 30 %)", "min(20 户, 30 户)", "max(30 户, 20 %)", "min(30 户, 20 %, 10 %)", "tax", "30 条", "20 % + 1 %"})
    void whatIsNoneOfTheseIsRefusedWithWhatToWrite(String text) {
        Refusal.naming(() -> cut(text), text, "30 户", "20 %");
    }

    @Test
    void aNumberAboveOneThatSaysNeitherIsRefusedWithBoth() {
        Refusal.naming(() -> cut("30"), "30 户", "30 %");
        Refusal.naming(() -> cut("2.5 户"), "2.5 户", "whole number");
        Refusal.naming(() -> new Cut(Optional.empty(), Optional.empty()), "a share, a count");
    }

    @Test
    void theSmallerOfBothChangesWithTheNumber() {
        List<Cut> cuts = List.of(cut("min(30 户, 20 %)"), cut("60 %"), cut("100 %"));
        assertEquals(shares("3/20", "3/5", "1"), Cut.shares(cuts, 200));
        for (long base : List.of(150L, 100L, 30L, 1L, 0L)) {
            assertEquals(shares("1/5", "3/5", "1"), Cut.shares(cuts, base));
        }
    }

    @Test
    void aCountIsAShareOfItsNumberAndNoneIsBelowTheOneBefore() {
        assertEquals(shares("3/10", "3/10", "1"), Cut.shares(List.of(cut("30 户"), cut("10 %"), cut("100 %")), 100));
        assertEquals(shares("1", "1"), Cut.shares(List.of(cut("30 户"), cut("60 户")), 0));
        assertEquals(shares("1/2", "1"), Cut.shares(List.of(cut("1 户"), cut("2 户")), 2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"true | HALF_UP | -1 | 20 121 182 202", "true | FLOOR | -1 | 20 121 181 202", "true | CEILING | -1 | 21 122 182 202",
        "false | HALF_UP | 1 | 20 121 182 202", "false | HALF_UP | 2 | 20 121 182 202", "false | FLOOR | 0 | 21 122 182 202", "false | CEILING | 3 | 21 122 183 202"})
    void sharesOfTwoHundredAndTwo(boolean cumulative, RoundingMode mode, int remainder, String expected) {
        List<Long> ends = new Quota(cumulative, mode, remainder).lastPlaces(shares("1/10", "6/10", "9/10", "1"), 202, 202);
        assertEquals(expected, ends.stream().map(Object::toString).collect(Collectors.joining(" ")));
    }

    @Test
    void aClassByItselfTakesItsOwnShareAndTheRemainderWhatIsLeft() {
        // 25 % of 10 is 2.5: 3 + 3 + 3 leave one.
        assertEquals(List.of(3L, 6L, 9L, 10L), new Quota(false, RoundingMode.HALF_UP, 3).lastPlaces(shares("1/4", "1/2", "3/4", "1"), 10, 10));
        assertEquals(List.of(1L, 4L, 7L, 10L), new Quota(false, RoundingMode.HALF_UP, 0).lastPlaces(shares("1/4", "1/2", "3/4", "1"), 10, 10));
        assertEquals(List.of(3L, 5L, 8L, 10L), new Quota(true, RoundingMode.HALF_UP, -1).lastPlaces(shares("1/4", "1/2", "3/4", "1"), 10, 10));
    }

    @Test
    void noClassTakesMorePlacesThanThereAreAndNoneFewerThanNone() {
        for (long places = 0; places < 5; places++) {
            for (Quota quota : List.of(new Quota(true, RoundingMode.HALF_UP, -1), new Quota(false, RoundingMode.CEILING, 0),
                    new Quota(false, RoundingMode.CEILING, 1), new Quota(false, RoundingMode.FLOOR, 2))) {
                List<Long> ends = quota.lastPlaces(shares("1/3", "2/3", "1"), 9, places);
                long before = 0;
                for (long end : ends) {
                    assertEquals(true, end >= before && end <= places, quota + " " + ends);
                    before = end;
                }
                assertEquals(places, before);
            }
        }
    }

    @Test
    void aRemainderBelongsToRoundingOfEachClass() {
        Refusal.naming(() -> new Quota(true, RoundingMode.FLOOR, 0), "remainder");
        Refusal.naming(() -> new Quota(false, RoundingMode.FLOOR, -1), "remainder");
        Refusal.naming(() -> new Quota(true, RoundingMode.UNNECESSARY, -1), "must round");
    }
}
