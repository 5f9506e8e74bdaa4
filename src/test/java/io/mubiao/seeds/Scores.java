package io.mubiao.seeds;

import io.mubiao.io.Format;
import io.mubiao.io.rule.ScorecardFile;
import io.mubiao.io.rule.ScoringRuleFile;
import io.mubiao.scorecard.ScorecardRule;
import io.mubiao.scoring.Given;
import io.mubiao.scoring.Score;
import io.mubiao.scoring.ScoringRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The scoring rules and scorecards beside the library, and short ways to ask them. */
final class Scores {
    static final Path FOLDER = Path.of("seeds/scoring");
    static final Path CARDS = FOLDER.resolve("scorecards");

    /** The examples of a file, up to its end. */
    static final Pattern EXAMPLES = Pattern.compile("(?ms)^examples:.*");

    private Scores() {}

    static ScoringRule rule(String id) {
        return ScoringRuleFile.read(FOLDER.resolve(id + ".yaml"));
    }

    static ScorecardRule card(String id) {
        return ScorecardFile.read(CARDS.resolve(id + ".yaml"));
    }

    static ScoringRule parseRule(String text) {
        return ScoringRuleFile.parse(text, Format.YAML, "test");
    }

    static ScorecardRule parseCard(String text) {
        return ScorecardFile.parse(text, Format.YAML, "test");
    }

    /** The text of a shipped scorecard with its scoring rule written out and without its examples, for {@link #parseCard}. */
    static String cardText(String id) {
        return EXAMPLES.matcher(text(CARDS.resolve(id + ".yaml"))).replaceAll("").replace("proportional: {file: ../c01-proportional.yaml}",
                "proportional: {points: 10, parts: {done: {of: attainment, score: {formula: w * x}}}}");
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> ids(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.replace(".yaml", "")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The score of inputs written as {@code done=85 %; $few=5; value*=3,7,11; points=20}. */
    static Score score(String id, String inputs) {
        ScoringRule rule = rule(id);
        Given given = Given.of();
        for (String pair : inputs.split(";", -1)) {
            int at = pair.lastIndexOf('=');
            String name = pair.substring(0, at).strip();
            String text = pair.substring(at + 1).strip();
            if (name.startsWith("$")) {
                rule = rule.with(name.substring(1), text);
            } else if (name.endsWith("*")) {
                given = given.withPeers(name.substring(0, name.length() - 1), text.split(",", -1));
            } else if (name.equals("points")) {
                given = given.points(text);
            } else if (!text.isEmpty()) {
                given = given.with(name, text);
            }
        }
        return rule.score(given);
    }
}
