package io.mubiao.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.testing.Refusal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {
    private static final Span MARCH = Span.parse("2024-03-01/2024-03-31");

    @Test
    void bothEndsAreIncluded() {
        assertTrue(MARCH.contains(LocalDate.of(2024, 3, 1)));
        assertTrue(MARCH.contains(LocalDate.of(2024, 3, 31)));
        assertFalse(MARCH.contains(LocalDate.of(2024, 2, 29)));
        assertFalse(MARCH.contains(LocalDate.of(2024, 4, 1)));
        assertEquals(31, MARCH.days());
    }

    @Test
    void aLeapYearHas366Days() {
        assertEquals(366, Span.year(2024).days());
        assertEquals(365, Span.year(2023).days());
        assertEquals(Span.parse("2024-01-01/2024-12-31"), Span.year(2024));
    }

    @Test
    void aSpanContainsAnotherIfItContainsEveryDay() {
        assertTrue(Span.year(2024).contains(MARCH));
        assertTrue(MARCH.contains(MARCH));
        assertFalse(MARCH.contains(Span.parse("2024-03-01/2024-04-01")));
        assertFalse(MARCH.contains(Span.parse("2024-02-29/2024-03-31")));
    }

    @Test
    void aSingleDayIsASpanOfOneDay() {
        Span day = Span.parse("2024-02-29");
        assertEquals(1, day.days());
        assertEquals("2024-02-29/2024-02-29", day.toString());
    }

    @Test
    void whatIsPrintedIsReadBack() {
        assertEquals(MARCH, Span.parse(MARCH.toString()));
    }

    @Test
    void theLastDayIsNotBeforeTheFirst() {
        Refusal.naming(() -> Span.parse("2024-03-02/2024-03-01"), "2024-03-02", "2024-03-01");
    }

    @ParameterizedTest
    @CsvSource({"2024, 2024-01-01/2024-12-31", "2024年, 2024-01-01/2024-12-31", "２０２４年度, 2024-01-01/2024-12-31", "2024年2月, 2024-02-01/2024-02-29",
        "2024-12, 2024-12-01/2024-12-31", "2024年第三季度, 2024-07-01/2024-09-30", "2024Q4, 2024-10-01/2024-12-31", "2024年1季度, 2024-01-01/2024-03-31",
        "2024年上半年, 2024-01-01/2024-06-30", "2024下半年, 2024-07-01/2024-12-31"})
    void aPeriodThatIsNamedIsRefusedWithItsDays(String text, String days) {
        Refusal.naming(() -> Span.parse(text), text, days);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024年13月", "2024年第五季度", "24年", "2024年中"})
    void whatNamesNoPeriodIsRefusedWithoutAGuess(String text) {
        assertFalse(assertThrows(IllegalArgumentException.class, () -> Span.parse(text)).toString().contains("meant"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-12-31/2024-01-01", "2024-01-01/+10000-01-01"})
    void yearsHaveFourDigitsAndBeginWithOne(String text) {
        Refusal.naming(() -> Span.parse(text), "years", "9999");
        assertEquals(3_652_059, Span.parse("0001-01-01/9999-12-31").days());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-1-1/2024-3-31", "2024/1/1/2024/3/31", "2024年1月1日至2024年3月31日", "20240101/20240331",
            "２０２４-01-01／2024-03-31", "2024-01-01 / 2024-03-31", "2024.1.1~2024.3.31", "2024/1/1 0:00:00/2024/3/31 0:00:00"})
    void daysMayBeWrittenAsPeopleWriteThem(String text) {
        assertEquals("2024-01-01/2024-03-31", Span.parse(text).toString());
    }

    @Test
    void aDayOfTwoReadingsNamesBoth() {
        Refusal.naming(() -> Span.parse("03/04/2024"), "2024-04-03", "2024-03-04");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "2024", "2024-02-30", "2023-02-29", "2024-01-01/", "/2024-01-01", "2024-01",
            "2024-01-01/2024-01-02/2024-01-03", "2024年", "2024/1", "01/02/2024", "24/1/1"})
    void anythingElseIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Span.parse(text));
    }
}
