package io.mubiao.io.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.io.Format;
import io.mubiao.io.schema.Schemas;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A misspelt field of a scoring rule is one problem: of every shipped one every name, where it first stands. */
class OneSlipInScoringTest {
    private static final Pattern FIELD = Pattern.compile("(?m)(?:^|[ {])([a-z][a-z-]{3,}):(?: |$)");

    private static List<Problem> problems(String text) {
        try {
            ScoringRuleFile.parse(text, Format.YAML, "r");
            return List.of();
        } catch (InvalidDefinitionException e) {
            return e.problems();
        }
    }

    @Test
    void aMisspeltFieldIsOneProblem() throws IOException {
        Set<String> words = Pattern.compile("\"([a-z][a-z-]{3,})\" : \\{").matcher(Schemas.schema("scoring-rule")).results().map(it -> it.group(1))
                .collect(Collectors.toSet());
        Map<String, String> many = new TreeMap<>();
        try (Stream<Path> files = Files.list(Path.of("seeds/scoring"))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".yaml")).sorted().toList()) {
                String text = Files.readString(file);
                Set<String> seen = new HashSet<>();
                FIELD.matcher(text).results().filter(it -> words.contains(it.group(1)) && seen.add(it.group(1))).forEach(it -> {
                    List<Problem> found = problems(text.substring(0, it.end(1)) + "x" + text.substring(it.end(1)));
                    if (found.size() > 1 && found.stream().anyMatch(one -> one.code().equals("UNKNOWN_FIELD"))) {
                        many.put(file.getFileName() + " " + it.group(1), found.stream().map(one -> "\n    " + one).collect(Collectors.joining()) + "\n");
                    }
                });
            }
        }
        assertEquals(Map.of(), many);
    }
}
