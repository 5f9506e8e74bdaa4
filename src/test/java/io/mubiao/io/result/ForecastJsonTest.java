package io.mubiao.io.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.assess.AsOf;
import io.mubiao.assess.Assessor;
import io.mubiao.assess.Verdict;
import io.mubiao.forecast.Forecast;
import io.mubiao.forecast.Forecaster;
import io.mubiao.forecast.NoForecast;
import io.mubiao.io.Format;
import io.mubiao.io.internal.TreeWriter;
import io.mubiao.observe.ObservationLog;
import io.mubiao.target.Goal;
import io.mubiao.testing.Ask;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Forecasts as JSON fields. */
class ForecastJsonTest {
    @Test
    void aForecastCarriesMethodNumbersAndWhatItWasMadeFrom() {
        ObservationLog log = ObservationLog.of(Ask.total("06-30", "31 个"));
        Forecast count = Forecaster.of().forecast(Assessor.assess(
                Ask.register(Ask.target(Goal.total(Ask.q("62 个"))).build()), log, AsOf.of(Ask.day("06-30"))), log, "T");
        Map<String, Object> tree = ForecastJson.row(count, JsonStyle.FULL).map();
        assertEquals("negative-binomial", tree.get("method"));
        assertEquals(new BigDecimal("0.525383"), tree.get("probability"));
        assertEquals(Map.of("value", new BigDecimal("62.5"), "unit", "个"), tree.get("expected"));
        String json = TreeWriter.write(tree, Format.JSON);
        assertTrue(json.replaceAll("\\s", "").contains("\"low\":{\"value\":53,\"unit\":\"个\"}"), json);
        assertTrue(json.contains("elapsed-share") && json.contains("neededPerDay"), json);
    }

    @Test
    void whatIsAbsentIsLeftOut() {
        Map<String, Object> cannot = ForecastJson.row(new Forecast.CannotSay(NoForecast.TOO_EARLY, "3 % < 5 %"), JsonStyle.FULL).map();
        assertEquals("{kind=cannot-say, why=too-early, detail=3 % < 5 %}", cannot.toString());
        Map<String, Object> fact = ForecastJson.row(new Forecast.Known(true, Verdict.MET, true), JsonStyle.FULL).map();
        assertEquals("{kind=known, probability=1, met=true, verdict=met, settled=true}", fact.toString());
    }
}
