package io.mubiao.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.rule.ScorecardFile;
import io.mubiao.io.rule.ScoringRuleFile;
import io.mubiao.scorecard.ScorecardRule;
import io.mubiao.scoring.Given;
import io.mubiao.scoring.Reading;
import io.mubiao.scoring.Score;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.shape.Shape;
import io.mubiao.value.Rational;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of seeds/scoring/README.md read, and it names every reading. */
class ScoringReferenceTest {
    private static final Path FOLDER = Path.of("seeds/scoring");

    private static String text() throws IOException {
        return Files.readString(FOLDER.resolve("README.md"));
    }

    private static List<String> examples() throws IOException {
        List<String> blocks = new ArrayList<>();
        Matcher blocksOf = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(text());
        while (blocksOf.find()) {
            blocks.add(blocksOf.group(1));
        }
        return blocks;
    }

    @Test
    void theFirstScoreIsTheOneItSays() throws IOException {
        assertTrue(text().contains("""
                ScoringRule rule = ScoringRuleFile.read(Path.of("seeds/scoring/c10-efficacy.yaml"));
                Score score = rule.score(Given.of("value", "7").withPeers("value", "3", "7", "11"));   // 16 of 20
                """));
        ScoringRule rule = ScoringRuleFile.read(Path.of("seeds/scoring/c10-efficacy.yaml"));
        Score score = rule.score(Given.of("value", "7").withPeers("value", "3", "7", "11"));
        assertEquals(Optional.of(Rational.of(16)), score.points());
        assertEquals(Rational.of(20), rule.points());
    }

    @Test
    void theScoringRuleReads() throws IOException {
        ScoringRule rule = ScoringRuleFile.parse(examples().get(0), Format.YAML, "README.md");
        assertEquals(List.of("base", "extra"), rule.parts().stream().map(part -> part.id()).toList());
    }

    @Test
    void theScorecardReads(@TempDir Path folder) throws IOException {
        try (Stream<Path> rules = Files.list(FOLDER)) {
            for (Path rule : rules.toList()) {
                Files.copy(rule, folder.resolve(rule.getFileName()));
            }
        }
        Path file = Files.createDirectory(folder.resolve("own")).resolve("card.yaml");
        Files.writeString(file, String.join("", examples().subList(1, examples().size())));
        ScorecardRule rule = ScorecardFile.read(file);
        assertEquals(2, rule.views().size());
        assertTrue(rule.grades().isPresent() && rule.lights().isPresent() && rule.nodeLights().isPresent());
        assertEquals(2, rule.overrides().size());
    }

    @Test
    void everyShapeOfTheTableReads() throws IOException {
        Matcher shapes = Pattern.compile("(?m)^\\| `(\\{.*?\\}|ratio|progress|inverse-mean)` \\|").matcher(text());
        Set<String> found = new TreeSet<>();
        while (shapes.find()) {
            String shape = shapes.group(1).replace("…", "x");
            String of = shape.startsWith("{words") ? "band" : "attainment";
            ScoringRule rule = ScoringRuleFile.parse("id: r\npoints: 10\nparts: {a: {of: " + of
                    + ", base: 1, low: 1, high: 2, target: 2, score: " + shape + "}}", Format.YAML, shape);
            found.add(rule.parts().get("a").shape().orElseThrow().getClass().getSimpleName());
        }
        assertEquals(Stream.of(Shape.class.getPermittedSubclasses()).map(Class::getSimpleName).collect(Collectors.toCollection(TreeSet::new)),
                found);
    }

    @Test
    void everyReadingIsNamed() throws IOException {
        String text = text();
        for (Reading reading : Reading.values()) {
            assertTrue(text.contains('`' + reading.word() + '`'), reading.word());
        }
    }
}
