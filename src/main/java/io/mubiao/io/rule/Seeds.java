package io.mubiao.io.rule;

import static com.google.common.base.Preconditions.checkState;

import io.mubiao.io.Input;
import io.mubiao.land.EvaluationRule;
import io.mubiao.problem.NoSuchIdException;
import io.mubiao.scorecard.ScorecardRule;
import io.mubiao.scoring.ScoringRule;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The rules of real documents that come with the library (内置办法), by the names of their files without ending, such as
 * {@code huaian-2024-by-county}. They lie in the jar: no file is needed.
 */
public final class Seeds {
    private static final String FOLDER = "/io/mubiao/seeds/";
    private static final String RULES = "rules/";
    private static final String SCORING_RULES = "scoring/";
    private static final String SCORECARDS = "scoring/scorecards/";
    private static final String ENDING = ".yaml";

    private Seeds() {}

    /** The names of the evaluation rules (评价办法). */
    public static List<String> rules() {
        return names(RULES);
    }

    /** The names of the rules that score an item (计分办法). */
    public static List<String> scoringRules() {
        return names(SCORING_RULES);
    }

    /** The names of the scorecards (考核办法). */
    public static List<String> scorecards() {
        return names(SCORECARDS);
    }

    /**
     * An evaluation rule.
     *
     * @throws NoSuchIdException if there is none of this name
     */
    public static EvaluationRule rule(String name) {
        return RuleFile.read(input(RULES, name));
    }

    /**
     * A rule that scores an item.
     *
     * @throws NoSuchIdException if there is none of this name
     */
    public static ScoringRule scoringRule(String name) {
        return ScoringRuleFile.read(input(SCORING_RULES, name));
    }

    /**
     * A scorecard, with the scoring rules that it names.
     *
     * @throws NoSuchIdException if there is none of this name
     */
    public static ScorecardRule scorecard(String name) {
        return ScorecardFile.read(input(SCORECARDS, name));
    }

    private static Input input(String folder, String name) {
        List<String> names = names(folder);
        if (!names.contains(name)) {
            throw NoSuchIdException.of("the library", "seed", name, names);
        }
        return input(folder + name + ENDING);
    }

    /** A file and those that it names. */
    private static Input input(String file) {
        return Input.of(address(file)).withFiles(other -> input(URI.create(file).resolve(URI.create(other)).toString()));
    }

    private static URL address(String file) {
        URL address = Seeds.class.getResource(FOLDER + file);
        checkState(address != null, "the jar of the library lacks its seed '%s'", file);
        return address;
    }

    private static List<String> names(String folder) {
        try (InputStream index = Seeds.class.getResourceAsStream("seeds.txt")) {
            return new BufferedReader(new InputStreamReader(index, StandardCharsets.UTF_8)).lines()
                    .filter(it -> it.startsWith(folder) && it.indexOf('/', folder.length()) < 0)
                    .map(it -> it.substring(folder.length(), it.length() - ENDING.length())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
