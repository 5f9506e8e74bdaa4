package io.mubiao.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.mubiao.assess.Assessment;
import io.mubiao.observe.Observation;
import io.mubiao.target.Goal;
import io.mubiao.target.SampleReading;
import io.mubiao.target.Target;
import io.mubiao.testing.Ask;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rounding;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The mean reading equals the certified means of NIST StRD to the printed digits. */
class NistMeanTest {
    private record Sample(String name, String mean, List<String> values) {}

    @TestFactory
    Stream<DynamicTest> meansAreAsCertified() throws IOException {
        List<Sample> sets = sets();
        assertEquals(8, sets.size());
        return sets.stream().map(set -> DynamicTest.dynamicTest(set.name(), () -> check(set)));
    }

    private static void check(Sample set) {
        LocalDate first = LocalDate.of(2021, 1, 1);
        List<Observation> samples = new ArrayList<>();
        for (String value : set.values()) {
            samples.add(Observation.level("T", first.plusDays(samples.size()),
                    Quantity.of(new BigDecimal(value), Ask.UNITS.get("个"))));
        }
        Target target = Target.of("T", set.name(), Goal.maintain(Ask.bound(">= -1000000000 个"), SampleReading.mean()),
                new Span(first, LocalDate.of(2024, 12, 31)));
        Assessment assessment = Ask.assess(target, "2024-12-31", samples.toArray(Observation[]::new));
        BigDecimal certified = new BigDecimal(set.mean());
        assertEquals(certified, assessment.actual().orElseThrow().round(Rounding.halfUp(certified.scale())));
    }

    private static List<Sample> sets() throws IOException {
        List<Sample> sets = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(
                        NistMeanTest.class.getResourceAsStream("/oracle/commons/nist_univariate.json"));
                JsonParser json = new JsonFactory().createParser(in)) {
            String name = "";
            String mean = "";
            List<String> values = new ArrayList<>();
            while (json.nextToken() != null) {
                if (json.currentToken() != JsonToken.FIELD_NAME) {
                    continue;
                }
                String field = json.currentName();
                json.nextToken();
                switch (field) {
                    case "name" -> name = json.getText();
                    case "certified_mean" -> mean = json.getText();
                    case "values" -> {
                        values.clear();
                        while (json.nextToken() != JsonToken.END_ARRAY) {
                            values.add(json.getText());
                        }
                        sets.add(new Sample(name, mean, List.copyOf(values)));
                    }
                    default -> { }
                }
            }
        }
        return sets;
    }
}
