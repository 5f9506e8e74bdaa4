package io.mubiao.seeds;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the library says of the files beside it is in one language: no English word in the Chinese but ids, units and what
 * the files themselves call so, and nothing Chinese in the English but what they say.
 */
class OneLanguageTest {
    private static final Pattern WORD = Pattern.compile("[A-Za-z]+(?:[_-][A-Za-z]+)*");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");
    /** A word of an author: whatever stands together with Chinese letters. */
    private static final Pattern AUTHORS = Pattern.compile("[^\\s{}\\[\\],:\"'，、：；（）()《》“”·]*\\p{IsHan}[^\\s{}\\[\\],:\"'，、：；（）()《》“”]*");
    private static final Pattern IDS_AND_UNITS = Pattern.compile("\\b(?:id|unit|rate-unit|units|source|stream|evidence|order|labels?|kind|title|url|by): *([^,}\\n]*)");
    private static final Pattern CLAUSES = Pattern.compile("\\bclause: *([^\\n]*)");
    /** Items and inputs go by the names under which they stand. */
    private static final Pattern KEYS = Pattern.compile("(?m)^ *([a-z_-]+): *\\{title:");
    private static final Pattern PROBLEM = Pattern.compile("(?m)^.*(?:提醒|错误) [A-Z_]+：.*$");
    private static final Pattern SENTENCE = Pattern.compile("[a-z]{2,} [a-z]{2,}(?: [a-z]{2,})+");
    private static final String MADE_UP = "第\\d+厂|甲区|乙区";
    /** They are the same in all languages. */
    private static final String MEASURES = "[亩元是否万亿千平方米吨标煤个家户分格起项人次年天块套所公里件]";
    private static final Set<String> MADE = Set.of("X");
    private static final Map<String, String> TEXTS = new ConcurrentHashMap<>();

    private static String text(Path file) {
        try {
            return Scores.EXAMPLES.matcher(Files.readString(file)).replaceAll("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String texts(String folder) {
        return TEXTS.computeIfAbsent(folder, OneLanguageTest::read);
    }

    private static String read(String folder) {
        try (Stream<Path> files = Files.walk(Path.of("seeds", folder))) {
            StringBuilder all = new StringBuilder();
            files.filter(file -> file.toString().endsWith(".yaml")).forEach(file -> all.append(text(file)).append('\n'));
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the files call so: words of ids, units and clauses, and what authors write in Chinese, the longest first. */
    private record Vocabulary(Set<String> words, Set<String> authors) {
        private static final Map<String, Vocabulary> OF = new ConcurrentHashMap<>();

        static Vocabulary of(String files) {
            return OF.computeIfAbsent(files, Vocabulary::gathered);
        }

        private static Vocabulary gathered(String files) {
            Set<String> words = new HashSet<>(MADE);
            Set<String> authors = new TreeSet<>(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));
            all(AUTHORS, files).forEach(author -> {
                authors.add(author);
                authors.addAll(all(HAN, author));
                authors.add(author.replaceFirst("是否", ""));
                words.addAll(all(WORD, author));
            });
            CLAUSES.matcher(files).results().forEach(clause -> words.addAll(all(WORD, clause.group(1))));
            IDS_AND_UNITS.matcher(files).results().forEach(named -> words.addAll(all(WORD, named.group(1))));
            KEYS.matcher(files).results().forEach(key -> words.add(key.group(1)));
            return new Vocabulary(words, authors);
        }

        /** What is Chinese in a line beside what authors wrote. */
        List<String> left(String line) {
            if (!HAN.matcher(line).find()) {
                return List.of();
            }
            String rest = line.replaceAll(MADE_UP, "");
            for (String author : authors) {
                rest = rest.replace(author, "");
            }
            return all(HAN, rest.replaceAll(MEASURES, ""));
        }
    }

    private static void check(String files, BiConsumer<Locale, Consumer<String>> speaker) {
        Vocabulary known = Vocabulary.of(files);
        Set<String> wrong = new TreeSet<>();
        speaker.accept(Locale.SIMPLIFIED_CHINESE, text -> {
            PROBLEM.matcher(text).results().flatMap(line -> all(SENTENCE, line.group()).stream())
                    .filter(sentence -> !files.contains(sentence)).forEach(wrong::add);
            for (String line : PROBLEM.matcher(text).replaceAll("").split("\n", -1)) {
                all(WORD, line).stream().filter(word -> word.length() > 1 && !known.words().contains(word))
                        .forEach(word -> wrong.add(word + " in " + line));
            }
        });
        Set<String> lines = new HashSet<>();
        speaker.accept(Locale.ENGLISH, text -> lines.addAll(List.of(text.split("\n", -1))));
        lines.forEach(line -> {
            List<String> left = known.left(line);
            if (!left.isEmpty()) {
                wrong.add(left + " in " + line);
            }
        });
        assertEquals(Set.of(), wrong, () -> String.join("\n", new ArrayList<>(wrong).subList(0, Math.min(20, wrong.size()))));
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group()).toList();
    }

    static List<String> rules() {
        return Rules.ids();
    }

    static List<String> scoringRules() {
        return Scores.ids(Scores.FOLDER);
    }

    static List<String> scorecards() {
        return Scores.ids(Scores.CARDS);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void evaluations(String id) {
        check(texts("rules"), (locale, told) -> new SeedTexts(locale, told).ofRule(id));
    }

    @Test
    void registers() {
        SeedTexts.REGISTERS.forEach(id -> check(texts(id), (locale, told) -> new SeedTexts(locale, told).ofRegister(id)));
    }

    @Test
    void gaps() {
        check(texts(SeedTexts.REGISTERS.get(0)), (locale, told) -> new SeedTexts(locale, told).gaps());
    }

    @Test
    void theScorecardOfTheRegister() {
        check(texts(SeedTexts.REGISTERS.get(0)) + texts("scoring"), (locale, told) -> new SeedTexts(locale, told).ofScorecard(
                io.mubiao.Mubiao.readScorecard("seeds/jinan-2024/scorecard.yaml")));
    }

    @ParameterizedTest
    @MethodSource("scorecards")
    void scorecards(String id) {
        check(texts("scoring") + texts(SeedTexts.REGISTERS.get(0)), (locale, told) -> new SeedTexts(locale, told).ofScorecard(Scores.card(id)));
    }

    @ParameterizedTest
    @MethodSource("scoringRules")
    void scoringRules(String id) {
        check(texts("scoring"), (locale, told) -> new SeedTexts(locale, told).ofScoringRule(id));
    }
}
