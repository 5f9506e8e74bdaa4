package io.mubiao.io.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.internal.Node;
import io.mubiao.observe.Observation;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import io.mubiao.value.Units;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What has to be looked at again among rows that are good in themselves. */
class StagedRowsTest {
    private static final Units UNITS = Units.builtIn().with("个");

    private static StagedRows rows(int column, List<String> days) {
        StagedRows rows = new StagedRows();
        Node root = new Node(Node.Kind.OBJECT, null, "", 1, 0);
        Node list = new Node(Node.Kind.LIST, root, "rows", 1, column);
        for (int i = 0; i < days.size(); i++) {
            Node place = new Node(Node.Kind.NOTHING, list, String.valueOf(i), i + 2, column);
            rows.add(new ObservationRow(place, Observation.increment("A", Span.parse(days.get(i)), Quantity.parse("1.5 个", UNITS))));
        }
        return rows;
    }

    private static StagedRows ofSources(String... sources) {
        StagedRows rows = new StagedRows();
        Node list = new Node(Node.Kind.LIST, new Node(Node.Kind.OBJECT, null, "", 1, 0), "rows", 1, 0);
        for (int i = 0; i < sources.length; i++) {
            String amount = sources[i].startsWith("!") ? "12345678901234567890" : "7";
            rows.add(new ObservationRow(new Node(Node.Kind.NOTHING, list, String.valueOf(i), i + 2, 0),
                    Observation.increment("A", Span.parse("2024-0" + (1 + i / 3) + "-01"), Quantity.parse(amount + " 个", UNITS)).source(sources[i])));
        }
        return rows;
    }

    /** Where more than two report, each reports his part; of a figure too long for columns all beside it are looked at. */
    @ParameterizedTest
    @CsvSource({"a b, '{0, 1}'", "a b a, '{0, 1, 2}'", "a b c, {}", "a b c a, {}", "a !b, '{0, 1}'", "!b a c, '{0, 1, 2}'", "a, {}"})
    void rowsOfTheSameDaysAreDoubtfulWhereTwoReport(String sources, String rows) {
        assertEquals(rows, ofSources(sources.split(" ", -1)).doubtful().toString());
    }

    /** The column of a stream, from 1, or none in a tree. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void plainIncrementsWithoutAnOverlapNeedNoSecondLookWhereverTheyStand(int column) {
        assertTrue(rows(column, List.of("2024-01-01/2024-01-31", "2024-02-01/2024-02-29", "2024-03-01/2024-03-31")).doubtful().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void overlapsAreToldWhereTheyStand(int column) {
        StagedRows rows = rows(column, List.of("2024-01-01/2024-01-31", "2024-01-31/2024-02-29"));
        BitSet doubtful = rows.doubtful();
        List<String> places = new ArrayList<>();
        rows.good(doubtful, looked -> {
            looked.forEach(row -> places.add(row.node().line + ":" + row.node().column + " " + row.node().key));
            return looked;
        });
        assertEquals(List.of("2:" + column + " 0", "3:" + column + " 1"), places);
    }
}
