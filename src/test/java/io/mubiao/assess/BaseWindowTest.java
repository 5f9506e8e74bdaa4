package io.mubiao.assess;

import static io.mubiao.testing.Ask.assess;
import static io.mubiao.testing.Ask.bound;
import static io.mubiao.testing.Ask.day;
import static io.mubiao.testing.Ask.increment;
import static io.mubiao.testing.Ask.q;
import static io.mubiao.testing.Ask.total;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.observe.Observation;
import io.mubiao.target.Baseline;
import io.mubiao.target.ChangeForm;
import io.mubiao.target.Goal;
import io.mubiao.target.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What an observed base is taken of: of what adds up, the same part of the base's year from its first day on; of a level,
 * the day of the base.
 */
class BaseWindowTest {
    private static Optional<Object> growth(Measure measure, String base, String asOf, Observation... observations) {
        Goal goal = Goal.growth(measure, ChangeForm.RELATIVE, Baseline.observed(day(base)), bound(">= 5 %"));
        return assess(goal, asOf, observations).actual().map(it -> (Object) it);
    }

    /** Every month of a year 10, and 1,000 on the days before and behind it. */
    private static List<Observation> months(int year, String amount) {
        List<Observation> all = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            String first = String.format("%d-%02d-01", year, month);
            all.add(increment(first + '/' + day(first).plusMonths(1).minusDays(1), amount));
        }
        return all;
    }

    private static Observation[] with(List<Observation> some, Observation... others) {
        List<Observation> all = new ArrayList<>(some);
        all.addAll(Arrays.asList(others));
        return all.toArray(new Observation[0]);
    }

    @Test
    void incrementsOfTheWholeYearAreTheBaseOnceThePeriodIsOver() {
        List<Observation> both = new ArrayList<>(months(2023, "10 万元"));
        both.addAll(months(2024, "11 万元"));
        assertEquals(Optional.of(q("10 %")), growth(Measure.total(), "2023-12-31", "2025-01-01", with(both,
                increment("2022-12-31/2022-12-31", "1000 万元"))));
    }

    @ParameterizedTest
    @CsvSource({"01-31, 1", "06-30, 6", "11-30, 11"})
    void untilThenTheBaseIsTheSamePartOfItsYear(String asOf, int months) {
        List<Observation> both = new ArrayList<>(months(2023, "10 万元"));
        both.addAll(months(2024, "12 万元").subList(0, months));
        assertEquals(Optional.of(q("20 %")), growth(Measure.total(), "2023-12-31", asOf, both.toArray(new Observation[0])));
    }

    @Test
    void theFirstDayOfTheBaseYearCountsAndTheDayBeforeDoesNot() {
        assertEquals(Optional.of(q("100 %")), growth(Measure.total(), "2023-12-31", "06-30",
                increment("2022-12-31/2022-12-31", "70 万元"), increment("2023-01-01/2023-01-01", "10 万元"),
                increment("2023-06-30/2023-06-30", "10 万元"), increment("2023-07-01/2023-07-01", "90 万元"),
                increment("2024-06-30/2024-06-30", "40 万元")));
    }

    @Test
    void aBaseOfAnEarlierYearIsThePartOfThatYear() {
        List<Observation> years = new ArrayList<>(months(2022, "5 万元"));
        years.addAll(months(2023, "100 万元"));
        years.addAll(months(2024, "6 万元").subList(0, 9));
        assertEquals(Optional.of(q("20 %")), growth(Measure.total(), "2022-12-31", "09-30", years.toArray(new Observation[0])));
    }

    @Test
    void aRunningTotalIsHeldAgainstTheRunningTotalOfTheSameDay() {
        assertEquals(Optional.of(q("50 %")), growth(Measure.total(), "2023-12-31", "06-30",
                total("2023-05-31", "30 万元"), total("2023-06-30", "40 万元"), total("2023-07-31", "60 万元"),
                total("2024-06-30", "60 万元")));
        assertEquals(Optional.empty(), growth(Measure.total(), "2023-12-31", "06-30",
                total("2023-05-31", "30 万元"), total("2023-07-31", "60 万元"), total("2024-06-30", "60 万元")),
                "no figure of the same day: no growth");
    }
}
