package io.mubiao.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mubiao.land.assess.Evaluation;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The bars of totals (总分分布) show every enterprise. */
class HistogramTest {
    private static final Pattern DATA = Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL);

    private static JsonNode option() throws IOException {
        Matcher data = DATA.matcher(EvaluationReport.of(Pages.evaluation()).html());
        assertTrue(data.find());
        JsonNode found = find(new ObjectMapper().readTree(data.group(1)));
        return found.get("option");
    }

    private static JsonNode find(JsonNode node) {
        if (node.isObject() && "distribution".equals(node.path("id").asText()) && node.has("option")) {
            return node;
        }
        JsonNode found = node.path("none");
        for (JsonNode it : node) {
            found = found.isMissingNode() ? find(it) : found;
        }
        return found;
    }

    @Test
    void barsOfAllClassesStandOnOneAnother() throws IOException {
        JsonNode option = option();
        JsonNode bins = option.get("xAxis").get(0);
        assertEquals("category", bins.path("type").asText(), "bars are stacked only on a category axis");
        long drawn = 0;
        for (JsonNode series : option.get("series")) {
            if (series.get("type").asText().equals("bar")) {
                assertEquals(bins.get("data").size(), series.get("data").size());
                for (JsonNode count : series.get("data")) {
                    drawn += count.asLong();
                }
            }
        }
        Evaluation evaluation = Pages.evaluation();
        long ranked = evaluation.league().stream().filter(it -> it.total().isPresent() && it.initialClass().isPresent())
                .collect(Collectors.groupingBy(it -> evaluation.ranking(it.id()), Collectors.counting())).values().stream()
                .mapToLong(Long::longValue).max().orElse(0);
        assertEquals(ranked, drawn, "everybody of the largest ranking");
    }

    @Test
    void theLinesStandOnTheSameScaleAsTheBars() throws IOException {
        JsonNode option = option();
        JsonNode spans = option.get("xAxis").get(0).get("data");
        JsonNode scale = option.get("xAxis").get(1);
        assertTrue(spans.get(0).asText().startsWith(scale.get("min").asText() + "–"), spans.get(0).asText());
        assertTrue(spans.get(spans.size() - 1).asText().endsWith("–" + scale.get("max").asText()), scale.toString());
        JsonNode lines = option.get("series").get(option.get("series").size() - 1);
        assertEquals(1, lines.get("xAxisIndex").asInt());
        assertTrue(lines.get("markLine").get("data").size() > 0);
    }
}
