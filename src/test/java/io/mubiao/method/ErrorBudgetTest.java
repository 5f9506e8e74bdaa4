package io.mubiao.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.method.BurnAlert.State;
import io.mubiao.time.CalendarUnit;
import io.mubiao.time.Span;
import io.mubiao.value.Rational;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Budgets, burn rates, windows: OpenSLO examples, SRE workbook, and the issues named in domain reference part 4. */
class ErrorBudgetTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Rational NINETY_FIVE = Rational.of(95, 100);

    @Test
    void o7TwoWeeksOfMinutesAtNinetyFivePercent() {
        Window window = Window.rolling(Period.ofWeeks(2), Instant.parse("2024-06-15T00:00:00Z"), SHANGHAI);
        Rational slices = window.slices(Duration.ofMinutes(1));
        assertEquals(Rational.of(20160), slices);
        ErrorBudget budget = ErrorBudget.timeslices(NINETY_FIVE, Rational.ONE, List.of(new Slice(1, 1)), Slice.Idle.LEFT_OUT,
                slices);
        assertEquals(Rational.of(1008), budget.allowed().amount());
        assertEquals(Duration.ofHours(16).plusMinutes(48), ErrorBudget.time(NINETY_FIVE, window.length()));
    }

    @Test
    void o10BudgetAsTime() {
        assertEquals(Duration.ofMinutes(5).plusMillis(2400),
                ErrorBudget.time(Rational.parse("0.9995"), Duration.ofMinutes(10_080)));
    }

    @Test
    void o11PublishedAlertsAreSharesOfThirtyDays() {
        assertEquals(List.of(Rational.parse("14.4"), Rational.of(6), Rational.ONE),
                BurnAlert.standard().stream().map(BurnAlert::factor).toList());
        BurnAlert.over(Duration.ofDays(366)).forEach(alert -> assertTrue(Stream.of("0.02", "0.05", "0.1")
                .map(Rational::parse).anyMatch(ErrorBudget.consumed(alert.factor(), alert.longWindow(),
                        Duration.ofDays(366)).amount()::equals)));
    }

    @Test
    void bothWindowsMustExceed() {
        BurnAlert page = BurnAlert.standard().get(0);
        Figure fast = Figure.of("burn", Rational.of(15));
        Figure calm = Figure.of("burn", Rational.parse("14.4"));
        Figure none = Figure.missing("burn");
        assertEquals(State.FIRING, page.state(fast, fast));
        assertEquals(State.CALM, page.state(fast, calm));
        assertEquals(State.CALM, page.state(calm, fast));
        assertEquals(State.CALM, page.state(none, calm));
        assertEquals(State.UNKNOWN, page.state(none, fast));
    }

    @Test
    void occurrencesBurnAndSpend() {
        ErrorBudget budget = ErrorBudget.occurrences(Rational.of(99, 100), 980, 1000);
        assertEquals(Rational.of(2), budget.burn().amount());
        assertEquals(Rational.of(2), budget.spent().amount());
        assertEquals(Rational.of(-10), budget.left().amount());
        List.of(budget.allowed(), budget.left(), budget.spent(), budget.burn()).forEach(Replays::check);
    }

    /** slogen 36. */
    @Test
    void aBudgetOnEventsSoFarIsNotOneOnTheWholeWindow() {
        ErrorBudget soFar = ErrorBudget.occurrences(Rational.of(99, 100), 990, 1000);
        ErrorBudget whole = ErrorBudget.occurrences(Rational.of(99, 100), 990, 1000, Rational.of(4000));
        assertEquals(Rational.ZERO, soFar.left().amount());
        assertEquals(Rational.of(30), whole.left().amount());
        assertEquals(Rational.of(1, 4), whole.spent().amount());
        assertEquals(soFar.burn(), whole.burn());
        assertThrows(IllegalArgumentException.class,
                () -> ErrorBudget.occurrences(Rational.of(99, 100), 990, 1000, Rational.of(999)));
    }

    /** google/slo-generator 42: no bad events is a burn of 0; no events at all is no answer. */
    @Test
    void nothingBadIsZeroAndNothingAtAllIsNoAnswer() {
        assertEquals(Rational.ZERO, ErrorBudget.occurrences(NINETY_FIVE, 10, 10).burn().amount());
        assertEquals(Optional.of(NoAnswer.NO_TRAFFIC), ErrorBudget.occurrences(NINETY_FIVE, 0, 0).burn().reason());
        assertEquals(Optional.of(NoAnswer.NO_TRAFFIC), ErrorBudget.occurrences(NINETY_FIVE, 0, 0).spent().reason());
    }

    @Test
    void anObjectiveOfAllLeavesNoBudgetToBurn() {
        ErrorBudget budget = ErrorBudget.occurrences(Rational.ONE, 9, 10);
        assertEquals(Optional.of(NoAnswer.ZERO_BUDGET), budget.burn().reason());
        assertEquals(Optional.of(NoAnswer.ZERO_BUDGET), budget.spent().reason());
        assertEquals(Rational.of(-1), budget.left().amount());
    }

    /** newchat PR 140. */
    @Test
    void idleSlicesDoNotCountAsGoodUnlessDeclared() {
        List<Slice> slices = Stream.concat(Stream.generate(() -> new Slice(10, 10)).limit(3),
                Stream.concat(Stream.of(new Slice(9, 10)), Stream.generate(() -> new Slice(0, 0)).limit(4))).toList();
        assertEquals(List.of("1 of 4", "1 of 8", "5 of 8"), Stream.of(Slice.Idle.values())
                .map(idle -> ErrorBudget.timeslices(NINETY_FIVE, NINETY_FIVE, slices, idle))
                .map(budget -> budget.bad().amount() + " of " + budget.counted().amount()).toList());
        List<Slice> idle = List.of(new Slice(0, 0));
        assertEquals(Optional.of(NoAnswer.NO_TRAFFIC),
                ErrorBudget.timeslices(NINETY_FIVE, NINETY_FIVE, idle, Slice.Idle.LEFT_OUT).burn().reason());
        assertEquals(Optional.of(NoAnswer.NO_TRAFFIC),
                ErrorBudget.ratioTimeslices(NINETY_FIVE, idle, Slice.Idle.LEFT_OUT).burn().reason());
    }

    @Test
    void ratioTimeslicesCountEachSliceAlike() {
        List<Slice> slices = List.of(new Slice(0, 1), new Slice(1000, 1000), new Slice(900, 1000), new Slice(0, 0));
        ErrorBudget budget = ErrorBudget.ratioTimeslices(Rational.of(1, 2), slices, Slice.Idle.LEFT_OUT);
        assertEquals(Rational.parse("1.1"), budget.bad().amount());
        assertEquals(Rational.of(3), budget.counted().amount());
        assertEquals(Rational.of(11, 15), budget.burn().amount());
        Replays.check(budget.burn());
        assertEquals(Rational.parse("2.1"),
                ErrorBudget.ratioTimeslices(Rational.of(1, 2), slices, Slice.Idle.BAD).bad().amount());
    }

    /** OpenSLO 267; sloth 96, kibana 142785. */
    @Test
    void aMonthIsNotThirtyDaysAndAQuarterNotNinety() {
        assertEquals(29, month("2024-02-10", SHANGHAI).toDays());
        assertEquals(31, month("2024-03-31", SHANGHAI).toDays());
        assertEquals(91, Window.calendar(CalendarUnit.QUARTER, LocalDate.of(2024, 1, 1), SHANGHAI).length().toDays());
        assertEquals(366, Window.calendar(CalendarUnit.YEAR, LocalDate.of(2024, 7, 1), SHANGHAI).length().toDays());
        assertEquals(31, Window.rolling(Period.ofMonths(1), Instant.parse("2024-03-31T16:00:00Z"), SHANGHAI)
                .length().toDays());
    }

    @Test
    void aDayOnWhichTheClocksChangeHasTwentyThreeOrTwentyFiveHours() {
        assertEquals(Duration.ofHours(23), Window.of(Span.parse("2024-03-31"), BERLIN).length());
        assertEquals(Duration.ofHours(31 * 24 - 1), month("2024-03-01", BERLIN));
        assertEquals(Duration.ofHours(25),
                Window.rolling(Period.ofDays(1), Instant.parse("2024-10-27T23:00:00Z"), BERLIN).length());
        assertEquals(Duration.ofHours(24),
                Window.rolling(Duration.ofHours(24), Instant.parse("2024-10-27T23:00:00Z")).length());
    }

    @Test
    void whatMakesNoSenseIsRefusedWithItsValue() {
        assertEquals("objective must be between 0 and 1, got 95", assertThrows(IllegalArgumentException.class,
                () -> ErrorBudget.occurrences(Rational.of(95), 1, 1)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Slice(2, 1));
        assertThrows(IllegalArgumentException.class, () -> ErrorBudget.time(NINETY_FIVE.negate(), Duration.ofDays(1)));
        Instant now = Instant.parse("2024-10-27T23:00:00Z");
        assertThrows(IllegalArgumentException.class, () -> new Window(now, now));
        assertFalse(new Slice(0, 0).equals(new Slice(1, 1)));
    }

    private static Duration month(String day, ZoneId zone) {
        return Window.calendar(CalendarUnit.MONTH, LocalDate.parse(day), zone).length();
    }
}
