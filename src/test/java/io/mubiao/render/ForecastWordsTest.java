package io.mubiao.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.assess.AsOf;
import io.mubiao.assess.Assessor;
import io.mubiao.assess.Verdict;
import io.mubiao.forecast.Forecast;
import io.mubiao.forecast.ForecastFigure;
import io.mubiao.forecast.Forecaster;
import io.mubiao.forecast.Method;
import io.mubiao.forecast.NoForecast;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.target.Goal;
import io.mubiao.testing.Ask;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Forecasts in words. */
class ForecastWordsTest {
    static Stream<Enum<?>> constants() {
        return Stream.of(Method.values(), NoForecast.values(), ForecastFigure.Name.values()).flatMap(Stream::of);
    }

    @ParameterizedTest
    @MethodSource("constants")
    void everyConstantHasWords(Enum<?> constant) {
        assertFalse(ForecastWords.word(constant, Locale.CHINESE).isBlank());
        assertFalse(ForecastWords.word(constant, Locale.ENGLISH).isBlank());
    }

    private static Forecast of(Goal goal, String asOf, Observation... observations) {
        ObservationLog log = ObservationLog.of(observations);
        return Forecaster.of().forecast(Assessor.assess(Ask.register(Ask.target(goal).build()), log,
                AsOf.of(Ask.day(asOf))), log, "T");
    }

    @Test
    void aProbabilityAndItsInterval() {
        Forecast count = of(Goal.total(Ask.q("62 个")), "06-30", Ask.total("06-30", "31 个"));
        assertEquals("约 53%(53–73 个)", ForecastWords.cell(count, Locale.CHINESE));
        assertEquals("about 53 % (53–73 个)", ForecastWords.cell(count, Locale.ENGLISH));
        assertEquals("按负二项分布，达成约 53%，期末预计 62.5 个，80%区间 53–73 个(自 2024-06-30 起推算，已完成 31 个，"
                + "计划已过 50 %，余下预计 31.5 个，此后每 30 天需 5.05 个，目前每 30 天 5.11 个，要求 ≥ 62 个)。",
                ForecastWords.sentence(count, Locale.CHINESE));
    }

    @Test
    void aPointAFactAndAReason() {
        Forecast point = of(Goal.total(Ask.q("30 亿元")), "09-30", Ask.total("09-30", "24 亿元"));
        assertEquals("可达(约 32 亿元)", ForecastWords.cell(point, Locale.CHINESE));
        assertEquals("heading there (about 32 亿元)", ForecastWords.cell(point, Locale.ENGLISH));
        Forecast fact = new Forecast.Known(false, Verdict.MISSED, true);
        assertEquals("逾期未达成", ForecastWords.cell(fact, Locale.CHINESE));
        assertTrue(ForecastWords.sentence(fact, Locale.ENGLISH).startsWith("a fact, not a forecast"));
        Forecast early = of(Goal.total(Ask.q("62 个")), "01-10", Ask.total("01-10", "3 个"));
        assertEquals("不好说：过早", ForecastWords.cell(early, Locale.CHINESE));
        assertEquals("cannot say: too early", ForecastWords.cell(early, Locale.ENGLISH));
    }

    @Test
    void whatIsOnlyLikelyIsNeverPrintedAsCertain() {
        Forecast sure = of(Goal.total(Ask.q("62 个")), "06-30", Ask.total("06-30", "61 个"));
        assertTrue(ForecastWords.cell(sure, Locale.CHINESE).startsWith("99% 以上"));
        Forecast lost = of(Goal.total(Ask.q("62 个")), "11-30", Ask.total("11-30", "2 个"));
        assertTrue(ForecastWords.cell(lost, Locale.CHINESE).startsWith("不到 1%"));
        Forecast line = of(Goal.redLine(), "12-30", Ask.completeThrough("12-30"));
        assertFalse(ForecastWords.cell(line, Locale.CHINESE).contains("100%"));
    }
}
