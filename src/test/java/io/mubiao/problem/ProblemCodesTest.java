package io.mubiao.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.rule.Rule;
import io.mubiao.text.internal.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The codes of problems are a vocabulary that programs may hold on to: one for each kind of thing, listed with what it means. */
class ProblemCodesTest {
    private static final Path VOCABULARY = Path.of("src/test/resources/io/mubiao/problem/codes.txt");
    private static final Pattern CODE = Pattern.compile("\"([A-Z]{2,}(?:_[A-Z]+)*)\"");
    /** What the command's help shows in place of an argument. */
    private static final Pattern PLACEHOLDER = Pattern.compile("paramLabel = \"[A-Z]+\"");
    /** Names of sums in a formula, the beginning of an encoding, a colour, the width of a terminal and nothing in YAML, which are in capitals too. */
    private static final Set<String> OTHERS = Set.of("WT", "WTT", "WY", "WTY", "UTF", "BFBFBF", "COLUMNS", "NULL");

    @Test
    void everyCodeIsInTheVocabularyAndEachOfItsWordsIsSaid() throws IOException {
        assertEquals(new TreeSet<>(vocabulary().keySet()), said());
    }

    @Test
    void noTwoCodesMeanTheSame() throws IOException {
        Map<String, String> vocabulary = vocabulary();
        assertEquals(vocabulary.size(), Set.copyOf(vocabulary.values()).size());
        assertEquals(List.copyOf(vocabulary.keySet()), Files.readAllLines(VOCABULARY).stream().map(it -> it.substring(0, it.indexOf(' '))).toList(),
                "by the alphabet, each once");
    }

    private static Map<String, String> vocabulary() throws IOException {
        Map<String, String> vocabulary = new TreeMap<>();
        for (String line : Files.readAllLines(VOCABULARY)) {
            vocabulary.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1).strip());
        }
        return vocabulary;
    }

    /** What stands as text (of values their exceptions alone, since units are in capitals too), what was changed in texts, and how sure a rule is. */
    private static Set<String> said() throws IOException {
        List<Path> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            files.filter(it -> it.toString().endsWith(it.startsWith("src/main/java/io/mubiao/value") ? "Exception.java" : ".java"))
                    .forEach(sources::add);
        }
        Set<String> said = new TreeSet<>();
        for (Path source : sources) {
            Matcher code = CODE.matcher(PLACEHOLDER.matcher(Files.readString(source)).replaceAll(""));
            while (code.find()) {
                said.add(code.group(1));
            }
        }
        assertTrue(said.containsAll(OTHERS), said.toString());
        said.removeAll(OTHERS);
        Stream.of(Change.values()).map(Change::name).forEach(said::add);
        Stream.of(Rule.Status.values()).filter(it -> it != Rule.Status.PUBLISHED).map(Rule.Status::name).forEach(said::add);
        return said;
    }
}
