package io.mubiao.io.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.Mubiao;
import io.mubiao.assess.Assessments;
import io.mubiao.io.Format;
import io.mubiao.io.internal.Node;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.io.internal.TreeReader;
import io.mubiao.observe.ObservationLog;
import io.mubiao.scorecard.Scorecard;
import io.mubiao.target.Register;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The JSON of a scorecard holds everything that the table shows. */
class ScorecardJsonTest {
    private static Node parse(String json) {
        ProblemList problems = new ProblemList("json", 10);
        Node node = TreeReader.parse(json, Format.JSON, problems);
        assertTrue(problems.isEmpty());
        return node;
    }

    private static Node at(Node node, String... path) {
        Node at = node;
        for (String step : path) {
            at = Objects.requireNonNull(at.fields.get(step), step);
        }
        return at;
    }

    private static String text(Node node, String... path) {
        return at(node, path).text;
    }

    @Test
    void itemsNodesForecastsAndAssessments() {
        Register register = Mubiao.readRegister("seeds/jinan-2024/register.yaml");
        ObservationLog log = Mubiao.readObservations("seeds/jinan-2024/observations.yaml", register).orThrow();
        Assessments assessments = Mubiao.assess(register, log, LocalDate.of(2024, 9, 30));
        Scorecard card = Mubiao.score(Mubiao.readScorecard("seeds/jinan-2024/scorecard.yaml"), assessments);
        Node root = parse(Mubiao.json(card, Mubiao.forecast(assessments, log)));
        Node items = at(root, "items");
        assertEquals(111, items.items.size());
        Node item = items.items.stream().filter(node -> text(node, "id").equals("P05")).findFirst().orElseThrow();
        assertEquals("6.290323", text(item, "points"));
        assertEquals("195/31", text(item, "pointsExact"));
        assertEquals("红", text(item, "light"));
        assertEquals("likely", text(item, "forecast", "kind"));
        assertEquals("39", text(item, "assessment", "actual", "value"));
        assertEquals("个", text(item, "assessment", "actual", "unit"));
        assertEquals("195/31", text(item, "trace", "value", "exact"));
        assertEquals("69.92", text(root, "views", "chapter", "points"));
        assertEquals("69.92", text(root, "views", "owner", "points"));
        Node units = at(root, "views", "owner", "nodes");
        assertEquals(card.root("owner").nodes().stream().map(node -> node.id()).collect(Collectors.toSet()),
                units.items.stream().map(node -> text(node, "id")).collect(Collectors.toSet()));
        assertEquals("2", text(units.items.get(0), "place"));
    }
}
