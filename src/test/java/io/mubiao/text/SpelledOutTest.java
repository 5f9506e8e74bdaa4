package io.mubiao.text;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.text.internal.Translation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A sentence that is put together of words to choose from is told in Chinese with each of them, and its parts do not run together. */
class SpelledOutTest {
    private static final Path FOLDER = Path.of("src/main/resources/io/mubiao/text/zh");
    private static final Pattern WORD = Pattern.compile("(?<![\\w.-])[A-Za-z]{3,}(?![\\w.-])");
    private static final Pattern QUOTED = Pattern.compile("“[^”]*”|'[^']*'|\\[[^\\]]*]");

    @Test
    void noChoiceOfWordsStaysEnglish() throws IOException {
        Set<String> kept;
        try (Stream<Path> files = Files.list(FOLDER)) {
            kept = files.flatMap(SpelledOutTest::lines).filter(line -> line.startsWith("  ")).flatMap(SpelledOutTest::words).collect(toSet());
        }
        Set<String> plain = SourceSentences.all();
        Map<String, String> wrong = new TreeMap<>();
        for (String sentence : SourceSentences.spelledOut()) {
            String told = Translation.translate(sentence.replace("{}", "7"), Locale.CHINESE);
            if (!plain.contains(sentence) && !sentence.startsWith(", {} problem") && words(QUOTED.matcher(told).replaceAll("")).anyMatch(word -> !kept.contains(word))) {
                wrong.put(sentence, told);
            }
        }
        assertEquals(Map.of(), wrong);
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Stream<String> words(String text) {
        return WORD.matcher(text).results().map(it -> it.group());
    }
}
