package io.mubiao.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.testing.Locales;
import io.mubiao.testing.Refusal;
import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

class CadenceParseTest {
    private static final WeekNumbering COUNTED = WeekNumbering.countedFrom(LocalDate.of(2024, 1, 2));

    @ParameterizedTest
    @ValueSource(strings = {"month", "quarter", "half-year", "year", "week", "odd-week", "even-week", "monday",
            "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "rolling P30D", "rolling P1M"})
    void whatIsReadIsPrintedAgain(String text) {
        assertEquals(text, Cadence.parse(text, COUNTED).toString());
    }

    @Test
    void everyWordMeansItsCadence() {
        assertEquals(Cadence.halfYearly(), Cadence.parse("half-year", COUNTED));
        assertEquals(Cadence.oddWeeks(COUNTED), Cadence.parse("odd-week", COUNTED));
        assertEquals(Cadence.evenWeeks(COUNTED), Cadence.parse("even-week", COUNTED));
        assertEquals(Cadence.weekly(COUNTED), Cadence.parse("week", COUNTED));
        assertEquals(Cadence.rolling(Period.ofDays(30)), Cadence.parse("rolling P30D", COUNTED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Month", "MONDAY", "weekly", "fortnight", "rolling", "rolling ", "rolling 30",
            "rolling P0D", "rolling PT5H", "每周", "month "})
    void anythingElseIsRefusedByName(String text) {
        Refusal.naming(() -> Cadence.parse(text, COUNTED), text.replace("rolling ", ""));
    }

    @Test
    void onlyWeeksNeedANumbering() {
        assertTrue(Cadence.needsNumbering("odd-week"));
        assertTrue(Cadence.needsNumbering("week"));
        assertFalse(Cadence.needsNumbering("sunday"));
        assertFalse(Cadence.needsNumbering("rolling P7D"));
    }

    @ParameterizedTest
    @MethodSource("io.mubiao.testing.Locales#troublesome")
    void wordsAndLabelsDoNotDependOnTheDefaultLocale(Locale locale) {
        Locales.under(locale, () -> {
            assertEquals("friday", Cadence.parse("friday", COUNTED).toString());
            assertEquals("2024-02", Cadence.monthly().slots(Span.year(2024)).get(1).label());
            assertEquals("2024-Q3", Cadence.quarterly().slots(Span.year(2024)).get(2).label());
            assertEquals("2024-W07", Cadence.weekly(WeekNumbering.iso()).slots(Span.year(2024)).get(6).label());
            assertEquals("2024-02-01/2024-02-29", Span.parse("2024-02-01/2024-02-29").toString());
            assertEquals("from 2024-01-02", WeekNumbering.parse("from 2024-01-02").toString());
        });
    }
}
