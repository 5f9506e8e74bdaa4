package io.mubiao.io;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.mubiao.Mubiao;
import io.mubiao.io.register.ObservationFile;
import io.mubiao.io.register.RegisterFile;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.io.rule.ScorecardFile;
import io.mubiao.io.rule.ScoringRuleFile;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import io.mubiao.target.Register;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Every kind of file may say in which version of its format it is; a newer one is refused for that alone. */
class FormatVersionTest {
    private static final Register REGISTER = Mubiao.readRegister("seeds/jinan-2024/register.yaml");
    private static final Map<String, Function<String, Object>> DEFINITIONS = Map.of(
            "seeds/jinan-2024/register.yaml", text -> RegisterFile.parse(text, Format.YAML, "f"),
            "seeds/rules/huaian-2024-by-county.yaml", text -> RuleFile.parse(text, Format.YAML, "f"),
            "seeds/scoring/c01-proportional.yaml", text -> ScoringRuleFile.parse(text, Format.YAML, "f"),
            "seeds/scoring/scorecards/c05-grades.yaml", text -> ScorecardFile.read(Input.of(text, "f.yaml")
                    .withFiles(file -> Input.of(Path.of("seeds/scoring/scorecards").resolve(file)))));

    private static String text(String file) throws IOException {
        return Files.readString(Path.of(file));
    }

    private static List<String> codes(Function<String, Object> reader, String text) {
        return assertThrows(InvalidDefinitionException.class, () -> reader.apply(text)).problems().stream().map(Problem::code).toList();
    }

    @Test
    void definitionsOfThisFormatAreReadAndNewerOnesRefusedForThatAlone() throws IOException {
        for (Map.Entry<String, Function<String, Object>> it : DEFINITIONS.entrySet()) {
            String text = text(it.getKey());
            assertEquals(it.getValue().apply(text), it.getValue().apply("format: 1\n" + text), it.getKey());
            assertEquals(List.of("NEWER_FORMAT"), codes(it.getValue(), "format: 2\nwhat-comes-then: true\n" + text), it.getKey());
            assertEquals(List.of("BAD_VALUE"), codes(it.getValue(), "format: new\n" + text), it.getKey());
        }
    }

    @Test
    void soAreObservations() throws IOException {
        String text = text("seeds/jinan-2024/observations.yaml");
        assertEquals(ObservationFile.parse(text, Format.YAML, "f", REGISTER).value(),
                assertDoesNotThrow(() -> ObservationFile.parse("format: 1\n" + text, Format.YAML, "f", REGISTER).orThrow()));
        assertEquals(List.of("NEWER_FORMAT"), ObservationFile.parse("format: 2\n" + text, Format.YAML, "f", REGISTER).problems()
                .stream().map(Problem::code).toList());
    }

    @Test
    void nothingInsideOfAFileHasAVersion() throws IOException {
        String text = text("seeds/jinan-2024/register.yaml");
        String inside = text.replaceFirst("(?m)^(  )- (?=id: P01)", "$1- format: 1\n$1  ");
        assertEquals(List.of("UNKNOWN_FIELD"), codes(it -> RegisterFile.parse(it, Format.YAML, "f"), inside));
    }
}
