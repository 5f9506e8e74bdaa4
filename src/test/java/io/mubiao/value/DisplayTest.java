package io.mubiao.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What is shown lies on the same side of every mark as the number itself, and shares of a whole add up to it. */
class DisplayTest {
    @Property
    void theShownNumberStandsToEveryMarkAsTheExactOne(@ForAll @LongRange(min = -200_000, max = 200_000) long numerator,
            @ForAll @LongRange(min = 1, max = 99_991) long denominator, @ForAll @IntRange(max = 4) int decimals,
            @ForAll @LongRange(min = -3000, max = 3000) long mark) {
        Rational value = Rational.of(numerator, denominator);
        Rational at = Rational.of(mark, 1000);
        Rational shown = Rational.of(Display.rounded(value, decimals, at, Rational.ZERO));
        assertEquals(Integer.signum(value.compareTo(at)), Integer.signum(shown.compareTo(at)));
        assertEquals(value.signum(), shown.signum());
    }

    @Property
    void awayFromItsMarksANumberIsRoundedHalfUp(@ForAll @LongRange(min = 1, max = 99_999) long value) {
        Rational share = Rational.of(value, 100_000);
        BigDecimal plain = share.times(Rational.HUNDRED).round(Rounding.halfUp(2));
        boolean onMark = plain.signum() == 0 || plain.compareTo(BigDecimal.valueOf(100)) == 0;
        assertTrue(onMark || plain.compareTo(Display.percent(share, 2)) == 0);
    }

    @Property
    void sharesAddUpToAHundredAndHideNobody(@ForAll @Size(min = 1, max = 30) List<@LongRange(max = 100_000) Long> counts,
            @ForAll @IntRange(max = 2) int decimals) {
        if (counts.stream().allMatch(count -> count == 0)) {
            return;
        }
        List<BigDecimal> shown = Display.percents(counts, decimals);
        assertEquals(0, shown.stream().reduce(BigDecimal.ZERO, BigDecimal::add).compareTo(BigDecimal.valueOf(100)));
        for (int i = 0; i < counts.size(); i++) {
            assertEquals(counts.get(i) == 0, shown.get(i).signum() == 0);
        }
    }

    @Test
    void theWorkedFigures() {
        assertEquals(new BigDecimal("99.99"), Display.percent(Rational.parse("2.9999").dividedBy(Rational.of(3)), 2));
        assertEquals(new BigDecimal("0.01"), Display.percent(Rational.of(1, 1_000_000), 2));
        assertEquals(new BigDecimal("100.01"), Display.percent(Rational.parse("1.00001"), 2));
        assertEquals(List.of(new BigDecimal("33.4"), new BigDecimal("33.3"), new BigDecimal("33.3")),
                Display.percents(List.of(1L, 1L, 1L), 1));
        assertEquals(List.of(new BigDecimal("99.9"), new BigDecimal("0.1")), Display.percents(List.of(99_999L, 1L), 1));
        assertEquals(new BigDecimal("327.27"), Display.rounded(Rational.of(3600, 11), 2, Rational.ZERO, Rational.of(3600, 11), Rational.of(400)));
        assertEquals(new BigDecimal("0.0005"), Display.rounded(Rational.parse("0.0005"), 1, Rational.ZERO, Rational.of(1, 1000)));
    }

    @Test
    void nothingHasNoShares() {
        assertThrows(IllegalArgumentException.class, () -> Display.percents(List.of(0L), 1));
        assertThrows(IllegalArgumentException.class, () -> Display.percents(List.of(2L, -1L), 1));
    }
}
