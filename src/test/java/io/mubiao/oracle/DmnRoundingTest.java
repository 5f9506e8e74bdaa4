package io.mubiao.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rounding facts of the DMN technology compatibility kit. */
class DmnRoundingTest {
    private static final Map<String, RoundingMode> MODES = Map.of(
            "decimal", RoundingMode.HALF_EVEN,
            "floor", RoundingMode.FLOOR,
            "ceiling", RoundingMode.CEILING,
            "round up", RoundingMode.UP,
            "round down", RoundingMode.DOWN,
            "round half up", RoundingMode.HALF_UP,
            "round half down", RoundingMode.HALF_DOWN);

    record Fact(RoundingMode mode, BigDecimal value, int digits, BigDecimal expected, String source) {
        @Override
        public String toString() {
            return source + ": " + mode + " of " + value + " to " + digits;
        }
    }

    static List<Fact> facts() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/oracle/dmn_tck/rounding_and_stats.csv")).stream()
                .map(line -> line.split(",", -1))
                .filter(cells -> MODES.containsKey(cells[0]))
                .map(DmnRoundingTest::fact)
                .toList();
    }

    private static Fact fact(String... cells) {
        String[] args = cells[1].split(" ", -1);
        int digits = args.length == 1 ? 0 : Integer.parseInt(args[1]);
        return new Fact(MODES.get(cells[0]), new BigDecimal(args[0]), digits, new BigDecimal(cells[2]),
                cells[3] + "/" + cells[4]);
    }

    @ParameterizedTest
    @MethodSource("facts")
    void agreesWithTheDecisionModelStandard(Fact fact) {
        Rounding rounding = new Rounding(fact.digits(), fact.mode());
        assertEquals(0, fact.expected().compareTo(rounding.apply(fact.value())));
        assertEquals(0, fact.expected().compareTo(Rational.of(fact.value()).round(rounding)));
    }

    @Test
    void everyFunctionOfTheFileIsTried() throws IOException {
        assertEquals(36, facts().size());
        assertEquals(MODES.size(), facts().stream().map(Fact::mode).distinct().count());
    }
}
