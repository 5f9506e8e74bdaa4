package io.mubiao.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.testing.ArbitraryTimes;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.Provide;

class CadencePropertyTest {
    @Provide
    Arbitrary<Span> spans() {
        return ArbitraryTimes.spans();
    }

    @Provide
    Arbitrary<Cadence> calendars() {
        return Arbitraries.of(Cadence.monthly(), Cadence.quarterly(), Cadence.halfYearly(), Cadence.yearly());
    }

    @Provide
    Arbitrary<WeekNumbering> numberings() {
        return Arbitraries.oneOf(Arbitraries.just(WeekNumbering.iso()),
                ArbitraryTimes.days().map(WeekNumbering::countedFrom));
    }

    @Property
    void calendarSlotsCoverEveryDayOfTheSpanOnce(
            @ForAll("calendars") Cadence cadence, @ForAll("spans") Span span) {
        List<LocalDate> covered = cadence.slots(span).stream()
                .flatMap(slot -> slot.span().first().datesUntil(slot.span().last().plusDays(1))).toList();
        assertEquals(span.first().datesUntil(span.last().plusDays(1)).toList(), covered);
    }

    @Property
    void aWholeNumberOfUnitsHasAsManySlots(@ForAll("spans") Span any, @ForAll @IntRange(min = 1, max = 5) int number) {
        Map.of(Cadence.monthly(), 1, Cadence.quarterly(), 3, Cadence.halfYearly(), 6, Cadence.yearly(), 12).forEach((cadence, months) -> {
            LocalDate first = any.first().withDayOfMonth(Math.min(28, any.first().getDayOfMonth()));
            Span span = new Span(first, first.plusMonths((long) number * months).minusDays(1));
            assertEquals(number, cadence.slots(span).size(), span + " " + cadence);
        });
    }

    @Property
    void labelsOfASpanAreUnique(@ForAll("calendars") Cadence cadence, @ForAll("numberings") WeekNumbering numbering,
            @ForAll("spans") Span span) {
        for (Cadence each : List.of(cadence, Cadence.weekly(numbering))) {
            List<String> labels = Slots.labels(each.slots(span));
            assertEquals(labels.stream().distinct().toList(), labels);
        }
    }

    @Property
    void weeksHaveSevenDaysAndTheirMiddleInTheSpan(
            @ForAll("numberings") WeekNumbering numbering, @ForAll("spans") Span span) {
        for (Slot week : Cadence.weekly(numbering).slots(span)) {
            assertEquals(7, week.span().days());
            assertTrue(span.contains(week.span().first().plusDays(3)));
        }
    }

    @Property
    void oddAndEvenWeeksTogetherAreAllWeeks(
            @ForAll("numberings") WeekNumbering numbering, @ForAll("spans") Span span) {
        List<Slot> both = Stream.concat(Cadence.oddWeeks(numbering).slots(span).stream(),
                Cadence.evenWeeks(numbering).slots(span).stream())
                .sorted((a, b) -> a.span().first().compareTo(b.span().first())).toList();
        assertEquals(Cadence.weekly(numbering).slots(span), both);
    }

    @Property
    void everyThursdayOfTheSpanHasItsIsoWeek(@ForAll("spans") Span span) {
        long thursdays = LongStream.range(0, span.days())
                .filter(day -> span.first().plusDays(day).getDayOfWeek() == java.time.DayOfWeek.THURSDAY).count();
        assertEquals(thursdays, Cadence.weekly(WeekNumbering.iso()).slots(span).size());
    }
}
