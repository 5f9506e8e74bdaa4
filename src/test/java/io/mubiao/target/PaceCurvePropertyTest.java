package io.mubiao.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.testing.ArbitraryTimes;
import io.mubiao.time.Span;
import io.mubiao.value.Rational;
import java.time.LocalDate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class PaceCurvePropertyTest {
    @Provide
    Arbitrary<PaceCurve> curves() {
        return ArbitraryTimes.curves();
    }

    @Provide
    Arbitrary<Span> terms() {
        return ArbitraryTimes.spans();
    }

    private static Rational share(PaceCurve curve, LocalDate day, Span term) {
        return curve.shareBy(day, term).orElseThrow();
    }

    @Property
    void sharesNeverFallAndStayBetweenNothingAndEverything(@ForAll("curves") PaceCurve curve,
            @ForAll("terms") Span term, @ForAll @IntRange(min = 0, max = 800) int offset) {
        Assume.that(curve.shareBy(term.first(), term).isPresent());
        LocalDate day = term.first().plusDays(offset);
        Rational there = share(curve, day, term);
        assertTrue(there.compareTo(share(curve, day.plusDays(1), term)) <= 0);
        assertTrue(there.signum() >= 0 && there.compareTo(Rational.ONE) <= 0);
    }

    @Property
    void nothingIsOwedBeforeTheTermAndEverythingWithItsLastDay(
            @ForAll("curves") PaceCurve curve, @ForAll("terms") Span term) {
        Assume.that(curve.shareBy(term.first(), term).isPresent());
        assertEquals(Rational.ZERO, share(curve, term.first().minusDays(1), term));
        assertEquals(Rational.ONE, share(curve, term.last(), term));
    }

    @Property
    void theFirstDayReachingAShareIsTheFirst(@ForAll("curves") PaceCurve curve, @ForAll("terms") Span term,
            @ForAll @IntRange(min = 1, max = 1000) int thousandths) {
        Assume.that(curve.shareBy(term.first(), term).isPresent());
        Rational wanted = Rational.of(thousandths, 1000);
        LocalDate day = curve.firstDayReaching(wanted, term).orElseThrow();
        assertTrue(term.contains(day));
        assertTrue(share(curve, day, term).compareTo(wanted) >= 0);
        assertTrue(share(curve, day.minusDays(1), term).compareTo(wanted) < 0);
    }

    @Property
    void theFirstDayReachingAShareThatIsOwedThatDayIsNotLater(@ForAll("curves") PaceCurve curve,
            @ForAll("terms") Span term, @ForAll @IntRange(min = 0, max = 800) int offset) {
        LocalDate day = term.first().plusDays(Math.min(offset, term.days() - 1));
        Assume.that(curve.shareBy(day, term).isPresent());
        Rational owed = share(curve, day, term);
        Assume.that(owed.signum() > 0);
        assertTrue(!curve.firstDayReaching(owed, term).orElseThrow().isAfter(day));
    }
}
