package io.mubiao.forecast;

import static io.mubiao.testing.Ask.bound;
import static io.mubiao.testing.Ask.q;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.forecast.internal.LevelForecast.Point;
import io.mubiao.forecast.internal.LevelForecast;
import io.mubiao.forecast.internal.Levels;
import io.mubiao.value.Rounding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Levels and rates: a weighted line with a t interval. */
class LevelForecastTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final BigDecimal LEVEL = new BigDecimal("0.8");

    private static List<Point> points(String... values) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            points.add(new Point(FIRST.plusDays(i), q(values[i])));
        }
        return points;
    }

    /** Reference: the textbook interval, SciPy's t(2). */
    @Test
    void equalWeightsGiveTheTextbookInterval() {
        LevelForecast line = LevelForecast.of(points("1 个", "2 个", "4 个", "5 个"), FIRST.plusDays(4), 0).orElseThrow();
        assertEquals(q("6.5 个"), line.expected());
        PredictionInterval interval = line.interval(LEVEL);
        assertEquals("5.557191", interval.low().round(Rounding.halfUp(6)).toPlainString());
        assertEquals("7.442809", interval.high().round(Rounding.halfUp(6)).toPlainString());
        assertEquals(new BigDecimal("0.788675"), line.probability(bound(">= 6 个")));
    }

    @Test
    void bothDirectionsAndBandsAddUp() {
        LevelForecast line = LevelForecast.of(points("9 %", "8 %", "8.5 %", "7 %", "7.5 %"), FIRST.plusDays(6), 30)
                .orElseThrow();
        BigDecimal sum = line.probability(bound("< 6 %")).add(line.probability(bound("[6 %, 7 %]")))
                .add(line.probability(bound("> 7 %")));
        assertEquals(0, sum.subtract(BigDecimal.ONE).abs().compareTo(new BigDecimal("0.000002")) <= 0 ? 0 : 1);
        assertEquals(line.probability(bound("[6 %, 7 %]")), line.probability(bound("~ 6.5 % ± 0.5 %")));
    }

    @Test
    void recentLevelsWeighMore() {
        List<Point> turned = points("1 个", "2.1 个", "2.9 个", "4 个", "5.1 个", "5 个", "4 个", "3.1 个", "2 个");
        LocalDate due = FIRST.plusDays(10);
        assertTrue(LevelForecast.of(turned, due, 3).orElseThrow().expected()
                .compareAmount(LevelForecast.of(turned, due, 0).orElseThrow().expected()) < 0);
    }

    /** The table of methods: a bounded rate is forecast through its logit and never leaves its bounds. */
    @Test
    void aBoundedRateStaysWithinItsBounds() {
        List<Point> rising = points("80 %", "88 %", "91 %", "96 %", "97 %", "99 %");
        LocalDate due = FIRST.plusDays(12);
        PredictionInterval free = LevelForecast.of(rising, due, 0).orElseThrow().interval(LEVEL);
        assertTrue(free.high().compareAmount(q("100 %")) > 0, free::toString);
        PredictionInterval held = LevelForecast.bounded(rising, due, 0, q("0 %"), q("100 %")).orElseThrow().interval(LEVEL);
        assertTrue(held.high().compareAmount(q("100 %")) <= 0, held::toString);
        assertTrue(LevelForecast.bounded(points("100 %", "99 %", "100 %", "98 %"), due, 0, q("0 %"), q("100 %"))
                .isPresent());
        assertThrows(IllegalArgumentException.class,
                () -> LevelForecast.bounded(points("101 %"), due, 0, q("0 %"), q("100 %")));
    }

    @Test
    void noLineNoForecast() {
        LocalDate due = FIRST.plusDays(9);
        assertTrue(LevelForecast.of(List.of(), due, 0).isEmpty());
        assertTrue(LevelForecast.of(points("1 个", "2 个"), due, 0).isEmpty());
        assertTrue(LevelForecast.of(points("1 个", "2 个", "3 个", "4 个"), due, 0).isEmpty());
        assertTrue(LevelForecast.of(points("3 个", "3 个", "3 个", "3 个"), due, 0).isEmpty());
        assertTrue(LevelForecast.of(Collections.nCopies(4, points("3 个").get(0)), due, 0).isEmpty());
    }
}
