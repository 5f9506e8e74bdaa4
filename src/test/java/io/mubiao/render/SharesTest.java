package io.mubiao.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.value.Display;
import io.mubiao.value.Rational;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is shown adds up, tells different numbers apart, and is never round where the number is not. */
class SharesTest {
    @Property
    void sharesAddUpAndOnlyAllOfItIsAHundred(@ForAll @Size(min = 1, max = 6) List<@LongRange(max = 3000) Long> counts) {
        long whole = counts.stream().mapToLong(Long::longValue).sum();
        if (whole > 0) {
            List<BigDecimal> shown = Display.percents(counts, 1);
            assertEquals(0, BigDecimal.valueOf(100).compareTo(shown.stream().reduce(BigDecimal.ZERO, BigDecimal::add)), shown.toString());
            for (int i = 0; i < counts.size(); i++) {
                assertEquals(counts.get(i) == whole, shown.get(i).compareTo(BigDecimal.valueOf(100)) == 0, shown.toString());
                BigDecimal exact = BigDecimal.valueOf(counts.get(i) * 100).divide(BigDecimal.valueOf(whole), 9, java.math.RoundingMode.HALF_UP);
                assertTrue(shown.get(i).subtract(exact).abs().compareTo(new BigDecimal("0.2")) < 0, shown + " " + counts);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"9999 1, 99.9 0.1", "3 0, 100.0 0.0", "1 1 1, 33.4 33.3 33.3", "1999 1, 99.9 0.1"})
    void asShown(String counts, String shown) {
        assertEquals(shown, Display.percents(Arrays.stream(counts.split(" ", -1)).map(Long::valueOf).toList(), 1).stream()
                .map(BigDecimal::toPlainString).collect(java.util.stream.Collectors.joining(" ")));
    }

    @ParameterizedTest
    @CsvSource({"16.601058, 16.601058", "0.000000000000000001, 0.000000000000000001", "2/3, 0.6667", "1/7000, 0.0001429", "100, 100",
        "299999/100000, 2.99999", "8999999/90000, 99.99999", "-1/30000, -0.00003333", "268199999/3000000, 89.3999997"})
    void numbersAreShownInFullOrSoThatTheyAreNotTakenForRoundOnes(String value, String shown) {
        assertEquals(shown, PlainNumber.of(Rational.parse(value)));
    }
}
