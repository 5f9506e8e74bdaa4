package io.mubiao.observe;

import static io.mubiao.observe.Facts.increment;
import static io.mubiao.observe.Facts.scan;
import static io.mubiao.observe.Facts.sum;
import static io.mubiao.testing.TestUnits.UNITS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IncrementScanExactnessTest {
    private static ObservationLog log(String... amounts) {
        ObservationLog log = ObservationLog.empty();
        for (int i = 0; i < amounts.length; i++) {
            log.add(increment(LocalDate.of(2024, 1, 1).plusDays(i).toString(), amounts[i] + " 元"));
        }
        return log;
    }

    @Test
    void decimalsAreSummedAsDecimals() {
        assertEquals("2.95 元", sum(scan(log("0.45", "0.6", "0.5", "0.5", "0.5", "0.4"))));
        assertEquals("0.3 元", sum(scan(log("0.1", "0.2"))));
    }

    @Test
    void aSumBeyondALongSpillsExactly() {
        assertEquals("27670116110564327421 元",
                sum(scan(log("9223372036854775807", "9223372036854775807", "9223372036854775807"))));
        assertEquals("-27670116110564327424 元",
                sum(scan(log("-9223372036854775808", "-9223372036854775808", "-9223372036854775808"))));
        assertEquals("9223372036854775808 元", sum(scan(log("9223372036854775807", "1"))));
        assertEquals("-1 元", sum(scan(log("9223372036854775807", "-9223372036854775808"))));
    }

    @Test
    void amountsWithNoDigitsAndWith18MixInAnyOrder() {
        String sum = "1000000.123456789012345679 元";
        assertEquals(sum, sum(scan(log("1000000", "0.123456789012345678", "0.000000000000000001"))));
        assertEquals(sum, sum(scan(log("0.123456789012345678", "0.000000000000000001", "1000000"))));
        assertEquals(sum, sum(scan(log("0.000000000000000001", "1000000", "0.123456789012345678"))));
    }

    @Test
    void everyNumberOfDigitsMayStandBesideEveryOther() {
        String[] amounts = IntStream.rangeClosed(0, 18).mapToObj(digits -> "1" + (digits == 0 ? "" : "." + "0".repeat(
                digits - 1) + "1")).toArray(String[]::new);
        assertEquals("19." + "1".repeat(18) + " 元", sum(scan(log(amounts))));
    }

    @Test
    void digitsThatDoNotFitBesideALargeAmountAreKept() {
        assertEquals("9223372036854775807.000000000000000001 元",
                sum(scan(log("9223372036854775807", "0.000000000000000001"))));
        assertEquals("9223372036854775807.000000000000000001 元",
                sum(scan(log("0.000000000000000001", "9223372036854775807"))));
        assertEquals("922337203685477580.71 元", sum(scan(log("922337203685477580.7", "0.01"))));
        assertEquals("-922337203685477580.82 元", sum(scan(log("-922337203685477580.8", "-0.02"))));
    }

    @Test
    void amountsBeyondALongAreKept() {
        assertEquals("9223372036854775808 元", sum(scan(log("9223372036854775808"))));
        assertEquals("123456789012345678901234567890.5 元",
                sum(scan(log("123456789012345678901234567889", "1.5"))));
        assertEquals("0 元", sum(scan(log("123456789012345678901234567890", "-123456789012345678901234567890"))));
    }

    @Test
    void moreThan18DigitsAndThirdsAreKept() {
        assertEquals("1.0000000000000000001 元", sum(scan(log("0.0000000000000000001", "1"))));
        Quantity third = Quantity.of(Rational.of(1, 3), UNITS.get("元"));
        ObservationLog log = log("1");
        log.add(Observation.increment("s", Span.parse("2024-05-01"), third));
        assertEquals("4/3 元", sum(scan(log)));
    }
}
