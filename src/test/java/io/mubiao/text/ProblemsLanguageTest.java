package io.mubiao.text;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.problem.Problem;
import io.mubiao.testing.BadFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is wrong with a file is told in one language: the words of the library's sentences stand in the Chinese of none. */
class ProblemsLanguageTest {
    private static final Pattern WORD = Pattern.compile("(?<![\\w\\u4e00-\\u9fff.-])[A-Za-z]{2,}(?![\\w.-])");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");

    /** Words that a file may hold: headers. */
    private static final Set<String> FORMAT = Set.of("统一社会信用代码", "信用代码", "企业名称", "名称");

    /** The words of the English sentences that no Chinese one has. */
    private static Set<String> sentenceWords() throws IOException {
        Set<String> english = new HashSet<>();
        Set<String> kept = new HashSet<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/io/mubiao/text/zh"))) {
            for (Path file : files.toList()) {
                for (String line : Files.readAllLines(file)) {
                    Set<String> words = line.startsWith("  ") ? kept : english;
                    WORD.matcher(line).results().forEach(it -> words.add(it.group()));
                }
            }
        }
        english.removeAll(kept);
        return english;
    }

    @Test
    void problemsOfBadFilesAreToldInOneLanguage() throws IOException {
        Set<String> english = sentenceWords();
        Map<String, String> wrong = new TreeMap<>();
        int[] told = new int[1];
        BadFiles.forEach(Integer.getInteger("mubiao.spoilt", 2), (text, problems) -> {
            Set<String> own = words(WORD, text);
            for (Problem problem : problems) {
                told[0]++;
                String chinese = problem.message(Locale.CHINESE).replaceAll("“[^”]*”|\\[[^\\[\\]]*]", "")
                        .replaceAll("(?<=可用 )[^；]+|应为 [\\w, -]+ 之一", "");
                WORD.matcher(chinese).results().map(it -> it.group()).filter(it -> english.contains(it) && !own.contains(it))
                        .forEach(word -> wrong.putIfAbsent(sentence(problem), problem.message(Locale.CHINESE) + "\n      <- " + problem.message()));
                String plain = problem.message(Locale.ENGLISH).replaceAll("'[^']*'", "");
                HAN.matcher(plain).results().map(it -> it.group()).filter(it -> !text.contains(it) && !FORMAT.contains(it))
                        .forEach(word -> wrong.putIfAbsent(sentence(problem), word + " in " + problem.message(Locale.ENGLISH)));
            }
        });
        assertTrue(told[0] > 200, () -> "only " + told[0] + " problems");
        assertTrue(wrong.isEmpty(), () -> wrong.size() + " sentences\n" + wrong.values().stream().limit(Integer.getInteger("limit", 20)).collect(Collectors.joining("\n")));
    }

    /** A problem without what varies. */
    private static String sentence(Problem problem) {
        return problem.code() + problem.message().replaceAll("'[^']*'|\\[[^\\]]*]|[\\d\\p{IsHan}]+|<[^>]*>", "");
    }

    private static Set<String> words(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(it -> it.group()).collect(Collectors.toSet());
    }
}
