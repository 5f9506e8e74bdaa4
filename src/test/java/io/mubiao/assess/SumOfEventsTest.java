package io.mubiao.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.gap.Gap;
import io.mubiao.gap.Gaps;
import io.mubiao.io.Format;
import io.mubiao.io.register.ObservationFile;
import io.mubiao.io.register.RegisterFile;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.render.Explainer;
import io.mubiao.target.Register;
import io.mubiao.testing.Ask;
import io.mubiao.testing.Refusal;
import io.mubiao.value.Rational;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** 签约项目投资额合计不低于30亿元: an attribute of events, added up. */
class SumOfEventsTest {
    private static final String TEXT = """
            register: demo
            zone: Asia/Shanghai
            period: 2024-01-01/2024-12-31
            units: [个, 件]
            targets:
              - {id: 签约, goal: {kind: amount, of: count, require: 不少于3个}}
              - {id: 投资, goal: {kind: amount, of: sum, stream: 签约, attribute: 投资额, require: 不低于30亿元}}
              - {id: 平均, goal: {kind: amount, of: ratio, numerator: {of: sum, stream: 签约, attribute: 投资额}, denominator: {of: count, stream: 签约},
                  require: ">= 9 亿元/件"}}
            """;
    private static final Register REGISTER = RegisterFile.parse(TEXT, Format.YAML, "册.yaml");
    private static final String ROWS = """
            observations: demo
            source: 招商局
            recorded: 2025-01-08T09:00:00+08:00
            rows:
              - {kind: event, stream: 签约, on: 2024-03-01, attributes: {投资额: 12 亿元}}
              - {kind: event, stream: 签约, on: 2024-05-01, attributes: {投资额: 95000 万元}}
              - {kind: event, stream: 签约, on: 2024-09-01, attributes: {投资额: 8.5 亿元}}
              - {kind: complete, stream: 签约, span: 2024-01-01/2024-12-31}
            """;

    private static ObservationLog log(String rows) {
        return ObservationLog.of(ObservationFile.parse(rows, Format.YAML, "data.yaml", REGISTER).orThrow());
    }

    private static Assessment of(String rows, String id) {
        return Assessor.assess(REGISTER, log(rows), Ask.day("12-31")).get(id);
    }

    @Test
    void theAttributeIsAddedUpAcrossUnits() {
        assertEquals("30 亿元", of(ROWS, "投资").actual().orElseThrow().toString());
        assertEquals(Verdict.MET, of(ROWS, "投资").verdict());
        assertEquals(Verdict.NOT_MET, of(ROWS.replace("8.5 亿元", "8.4999 亿元"), "投资").verdict());
        assertEquals(Rational.of(10), of(ROWS, "平均").actual().orElseThrow().in(REGISTER.units().get("亿元/件")).amount());
    }

    @Test
    void noEventInACompletePeriodIsZero() {
        String none = ROWS.lines().filter(line -> !line.contains("kind: event")).reduce("", (a, b) -> a + b + "\n");
        assertEquals("0 亿元", of(none, "投资").actual().orElseThrow().toString());
    }

    @Test
    void anEventWithoutTheAttributeIsNeverZero() {
        String message = ObservationFile.parse(ROWS.replace("{投资额: 12 亿元}", "{规模: 12 亿元}"), Format.YAML, "data.yaml", REGISTER).problems().toString();
        assertTrue(message.contains("data.yaml:5") && message.contains("attribute '投资额' is missing or not a quantity"), message);
        String unit = ObservationFile.parse(ROWS.replace("12 亿元", "12 公里"), Format.YAML, "data.yaml", REGISTER).problems().toString();
        assertTrue(unit.contains("'公里'") && unit.contains("'亿元'"), unit);
    }

    @Test
    void theExplanationAndTheGapTellIt() {
        assertTrue(Explainer.explain(of(ROWS, "投资"), Locale.CHINESE).contains("30 亿元"), Explainer.explain(of(ROWS, "投资"), Locale.CHINESE));
        Gap gap = Gaps.of(REGISTER, log(ROWS.replace("8.5 亿元", "6.5 亿元").replace("12-31}", "06-30}")), AsOf.of(Ask.day("12-31"))).get("投资");
        assertTrue(gap.toString().contains("2 亿元"), gap.toString());
    }

    @Test
    void whatWasReadIsWrittenAndReadBack() {
        String written = RegisterFile.write(REGISTER, Format.YAML);
        assertEquals(REGISTER.targets(), RegisterFile.parse(written, Format.YAML, "again").targets());
    }

    private static void refused(String right, String wrong, String... words) {
        Refusal.naming(InvalidDefinitionException.class, () -> RegisterFile.parse(TEXT.replace(right, wrong), Format.YAML, "册.yaml"), words);
    }

    @Test
    void whatIsWrittenWronglyNamesPlaceAndWord() {
        refused("of: sum, stream: 签约, attribute: 投资额, require", "of: sum, stream: 签约, require", "册.yaml:7", "'attribute'", "投资额");
        refused("of: sum, stream: 签约, attribute: 投资额, require", "of: summ, stream: 签约, attribute: 投资额, require", "册.yaml:7", "did you mean 'sum'?");
        refused("of: sum, stream: 签约, attribute: 投资额, require", "of: sum, stream: 签约, atribute: 投资额, require", "册.yaml:7",
                "did you mean 'attribute'?");
        refused("of: count, require", "of: count, attribute: 投资额, require", "册.yaml:6", "'attribute' belongs to a sum");
        refused("of: sum, stream: 签约", "of: sum, straem: 签约", "册.yaml:7", "did you mean 'stream'?");
    }
}
