package io.mubiao.io.jackson;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mubiao.Mubiao;
import io.mubiao.assess.Assessments;
import io.mubiao.forecast.Forecasts;
import io.mubiao.io.Format;
import io.mubiao.io.result.JsonStyle;
import io.mubiao.io.result.ResultTree;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.Place;
import io.mubiao.problem.Problem;
import io.mubiao.problem.WithProblems;
import io.mubiao.scorecard.Scorecard;
import io.mubiao.target.Goal;
import io.mubiao.target.Register;
import io.mubiao.testing.Ask;
import io.mubiao.value.Rational;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A host's own mapper writes results that somebody can use, whichever Jackson it has. */
class MappersTest {
    private static final ObjectMapper TWO = new ObjectMapper().registerModule(new Jackson2Module())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final JsonMapper THREE = JsonMapper.builder().addModule(new Jackson3Module()).build();

    private static Evaluation evaluation() {
        EvaluationRule rule = RuleFile.parse("""
                id: t
                year: 2024
                columns: {land: {title: 用地面积, unit: 亩}, tax: {title: 税收, unit: 万元}}
                indicators: {t: {title: 亩均税收, formula: tax / land, unit: 万元/亩}}
                groups: [{id: all, weights-total: 100, items: {t: {weight: 100, score: ratio, base: 7 万元/亩, cap: 1.2 * w, floor: 0}}}]
                total: {round: 4 half-up}
                ranking: {on: unrounded, ties: best-place, small-groups: none}
                """, Format.YAML, "t");
        return LandAssessor.of(rule).evaluate(Roll.builder(rule).add("1", "甲", Map.of("land", "3", "tax", "5"))
                .add("2", "乙", Map.of("land", "3", "tax", "1")).build());
    }

    private static Map<String, Object> results() {
        Register register = Mubiao.readRegister("seeds/jinan-2024/register.yaml");
        ObservationLog log = Mubiao.readObservations("seeds/jinan-2024/observations.yaml", register).orThrow();
        Assessments assessments = Mubiao.assess(register, log, LocalDate.of(2024, 9, 30));
        Scorecard card = Mubiao.score(Mubiao.readScorecard("seeds/jinan-2024/scorecard.yaml"), assessments);
        Forecasts forecasts = Mubiao.forecast(assessments, log);
        Evaluation evaluation = evaluation();
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("assessment", assessments.get("P05"));
        results.put("assessments", assessments);
        results.put("forecast", forecasts.get("P05"));
        results.put("scorecard", card);
        results.put("item", card.get("P05"));
        results.put("node", card.root("owner"));
        results.put("score", card.get("P05").score());
        results.put("evaluation", evaluation);
        results.put("enterprise", evaluation.get("1"));
        results.put("explanation", evaluation.explain("1"));
        results.put("problem", new WithProblems<>("x", List.of(Problem.error("BAD_VALUE", new Place("a.csv", 3, 2, "rows[1]"), "no"))));
        results.put("quantity", Ask.q("39 个"));
        results.put("number", Rational.of(195, 31));
        return results;
    }

    private static void holdsWhatWasAsked(JsonNode all) {
        all.fieldNames().forEachRemaining(it -> assertTrue(all.get(it).size() >= 2, it));
        assertFalse(all.toString().contains("{}"));
        assertEquals(39, all.at("/assessment/actual/value").decimalValue().intValueExact());
        assertEquals("个", all.at("/assessment/actual/unit").textValue());
        assertEquals(111, all.at("/assessments/assessments").size());
        assertEquals("likely", all.at("/forecast/kind").textValue());
        assertTrue(all.at("/forecast/probability").isNumber());
        assertEquals("6.290323", all.at("/item/points").decimalValue().toPlainString());
        assertEquals("195/31", all.at("/item/pointsExact").textValue());
        assertEquals("195/31", all.at("/score/pointsExact").textValue());
        assertEquals("69.92", all.at("/scorecard/views/owner/points").decimalValue().toPlainString());
        assertEquals(2, all.at("/scorecard/views/owner/nodes/0/place").longValue());
        assertEquals("69.92", all.at("/node/points").decimalValue().toPlainString());
        assertEquals("甲", all.at("/evaluation/results/0/name").textValue());
        assertEquals("23.8095", all.at("/evaluation/results/0/total").decimalValue().toPlainString());
        assertEquals(1, all.at("/enterprise/place").longValue());
        assertEquals("500/21", all.at("/explanation/items/0/score/value/exact").textValue());
        assertEquals(3, all.at("/problem/problems/0/place/line").longValue());
        assertEquals("error", all.at("/problem/problems/0/severity").textValue());
        assertEquals(39, all.at("/quantity/value").longValue());
        assertEquals("195/31", all.at("/number/exact").textValue());
    }

    @Test
    void jackson2AndJackson3WriteTheSame() throws IOException {
        Map<String, Object> results = results();
        JsonNode two = TWO.readTree(TWO.writeValueAsString(results));
        holdsWhatWasAsked(two);
        assertEquals(two, TWO.readTree(THREE.writeValueAsString(results)));
    }

    @Test
    void aStyleDecidesHowMuch() throws IOException {
        Assessments assessments = Mubiao.assess(Ask.register(Ask.target(Goal.total(Ask.q("62 个"))).build()),
                ObservationLog.of(Ask.total("06-30", "31 个")), Ask.day("06-30"));
        String compact = new ObjectMapper().registerModule(new Jackson2Module(JsonStyle.COMPACT)).writeValueAsString(assessments.get("T"));
        assertEquals(compact, JsonMapper.builder().addModule(new Jackson3Module(JsonStyle.COMPACT)).build()
                .writeValueAsString(assessments.get("T")));
        assertFalse(compact.contains("trace") || compact.contains("exact"), compact);
        assertTrue(compact.contains("\"attainment\":{\"percent\":50.00}"), compact);
    }

    /** Without any module: the tree itself is what every mapper knows. */
    @Test
    void aTreeNeedsNoModule() throws IOException {
        Map<String, Object> results = results();
        Object card = requireNonNull(results.get("scorecard"));
        assertEquals(TWO.readTree(TWO.writeValueAsString(card)), TWO.readTree(new ObjectMapper().writeValueAsString(ResultTree.tree(card))));
    }
}
