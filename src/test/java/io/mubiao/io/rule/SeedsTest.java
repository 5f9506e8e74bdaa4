package io.mubiao.io.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.testing.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The shipped rules can be had without a file. */
class SeedsTest {
    @Test
    void theIndexNamesEverySeedFile() throws IOException {
        Path seeds = Path.of("seeds");
        try (Stream<Path> rules = Files.walk(seeds.resolve("rules")); Stream<Path> scoring = Files.walk(seeds.resolve("scoring"))) {
            assertEquals(Stream.concat(rules, scoring).filter(it -> it.toString().endsWith(".yaml")).map(it -> seeds.relativize(it).toString().replace('\\', '/'))
                    .sorted().toList(), Files.readAllLines(Path.of("src/main/resources/io/mubiao/io/rule/seeds.txt")));
        }
        assertTrue(Seeds.rules().contains("huaian-2024-by-county") && Seeds.scorecards().contains("c05-grades"));
        assertEquals(List.of(), Seeds.scoringRules().stream().filter(it -> it.contains("/")).toList());
    }

    @Test
    void aSeedIsTheRuleOfItsFile() {
        assertEquals(RuleFile.read(Path.of("seeds/rules/huaian-2024-by-county.yaml")), Seeds.rule("huaian-2024-by-county"));
        assertEquals(ScoringRuleFile.read(Path.of("seeds/scoring/c01-proportional.yaml")), Seeds.scoringRule("c01-proportional"));
        assertEquals(ScorecardFile.read(Path.of("seeds/scoring/scorecards/c05-grades.yaml")), Seeds.scorecard("c05-grades"));
        Refusal.naming(() -> Seeds.rule("huaian-2024-by-count"), "huaian-2024-by-county");
    }
}
