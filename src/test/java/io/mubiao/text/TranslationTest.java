package io.mubiao.text;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.roll.RollWork;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Place;
import io.mubiao.problem.Problem;
import io.mubiao.problem.Reasoned;
import io.mubiao.text.internal.Translation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the library says in English it says in Chinese. */
class TranslationTest {
    private static final Path FOLDER = Path.of("src/main/resources/io/mubiao/text/zh");
    /** Texts with blanks that nobody reads as sentences: formulas, words of the file format, what a parser says. */
    private static final Set<String> NO_SENTENCES = Set.of(" su gr pa ov co ci to tt av me no re so pr ch da ex ", "Unexpected end-of-input",
            "simple key", "quoted scalar", "end of stream", "cannot start any token", "<stream end>",
            "mapping values are not allowed", "frozen ", "working-days ", "at-most ", "at-least ", "free ", "free {}",
            "rolling ", "from ", "word ", "percentage point", "coal equivalent", "orelse(capped_attainment, if(met, 1, 0))",
            "(x - low)", "(high - x)", "x / base", "w * x / base", "w * base / x", "w * ({} + {} * {} / (high - low))",
            "if(x / base >= 2, 0, (2 - x / base) * w / 2)", "w * max({}, 1 - {} * (x - 1))",
            "w * clamp((x - base) / (target - base), 0, 1)", "{}parameters.{}", "(no number)", " problem:", " problems:",
             ", got this instead: .*", "block end", "block mapping start", "block sequence start",
            "document end", "document start", "stream end", "it has ", "known are ", "{} of 2", "{} of 2 from {} on", "{} of 2 peers",
            "{} of {}", "{}, now {}", "\n  … and {} more", "a part that could not be read was used", "gave up", "beyond radicals",
            RollWork.LINES, RollWork.RESULTS, RollWork.PROBLEMS,
            "(.*?)\\s*[,，]\\s*(higher is better|lower is better|越高越好|越大越好|越低越好|越小越好)");

    /** A part that Chinese has no use for. */
    private static final Set<String> LEFT_OUT = Set.of("Unrecognized token '{}': was expecting {}");

    /** What YAML's and JSON's readers say. */
    private static final Path OF_READERS = FOLDER.resolve("parser.txt");

    private static Map<String, String> phrases() throws IOException {
        Map<String, String> phrases = new TreeMap<>();
        List<String> twice = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                List<String> lines = Files.readAllLines(file);
                for (int i = 0; i < lines.size(); i += 2) {
                    assertTrue(lines.get(i + 1).startsWith("  "), file + ":" + (i + 2) + " " + lines.get(i + 1));
                    if (phrases.put(lines.get(i), lines.get(i + 1).substring(2)) != null) {
                        twice.add(lines.get(i));
                    }
                }
            }
        }
        assertEquals(List.of(), twice);
        return phrases;
    }

    /** A sentence without the varying parts and blanks at its ends, as pieces are joined to sentences in many ways. */
    private static String core(String sentence) {
        return sentence.replaceAll("^(\\{}|\\s)+|(\\{}|\\s)+$", "");
    }

    /** A sentence is told by its own Chinese, not by that of a shorter one that it contains. */
    @Test
    void noSentenceIsTakenForAnother() throws IOException {
        Pattern english = Pattern.compile("[A-Za-z]{3,}");
        Map<String, String> wrong = new TreeMap<>();
        phrases().forEach((sentence, chinese) -> {
            String told = Translation.translate(sentence.replace("{}", "甲"), Locale.CHINESE);
            Set<String> own = words(english, chinese);
            Set<String> left = words(english, told.replaceAll("“[^”]*”|\\[[^\\]]*]", ""));
            left.removeAll(own);
            if (!left.isEmpty()) {
                wrong.put(sentence, told);
            }
        });
        assertEquals(Map.of(), wrong);
    }

    private static Set<String> words(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(it -> it.group()).collect(toSet());
    }

    @Test
    void everySentenceOfTheSourceHasItsChinese() throws IOException {
        Set<String> known = phrases().keySet().stream().map(TranslationTest::core).collect(toSet());
        assertEquals(Set.of(), SourceSentences.all().stream()
                .filter(sentence -> !NO_SENTENCES.contains(sentence) && !known.contains(core(sentence)))
                .collect(toCollection(TreeSet::new)));
    }

    @Test
    void nothingIsTranslatedThatNobodySays() throws IOException {
        Set<String> said = SourceSentences.all().stream().map(TranslationTest::core).collect(toSet());
        Set<String> ofReaders = Set.copyOf(Files.readAllLines(OF_READERS));
        assertEquals(Set.of(), phrases().keySet().stream().filter(phrase -> !ofReaders.contains(phrase))
                .filter(phrase -> core(phrase).matches(".*[a-z] .*| .*[a-z].*") && !phrase.startsWith("as of") && !said.contains(core(phrase))).collect(toCollection(TreeSet::new)));
    }

    @Test
    void noVaryingPartIsLost() throws IOException {
        phrases().forEach((english, chinese) -> {
            int parts = english.split("\\{}", -1).length - 1;
            List<String> used = new ArrayList<>();
            Matcher matcher = Pattern.compile("\\{(\\d?)}").matcher(chinese);
            while (matcher.find()) {
                used.add(matcher.group(1));
            }
            boolean inOrder = used.stream().allMatch(String::isEmpty) && used.size() == parts;
            boolean numbered = IntStream.rangeClosed(1, parts).mapToObj(String::valueOf).collect(toSet()).equals(new HashSet<>(used));
            boolean hint = english.matches(".*\\(.*\\p{IsHan}.*\\).*");
            assertTrue(inOrder || numbered || hint || LEFT_OUT.contains(english), english + "\n" + chinese);
        });
    }

    @Test
    void aProblemReadsInBothLanguages() {
        Problem problem = Problem.error("UNKNOWN_FIELD", new Place("目标.yaml", 3, 5, "targets[0]"),
                "a target has no field 'perid'; did you mean 'period'?");
        assertEquals("目标.yaml:3:5 targets[0]：错误 UNKNOWN_FIELD：目标没有字段“perid”；是否应为“period”？", problem.toString(Locale.CHINESE));
        assertEquals(problem.toString(), problem.toString(Locale.ENGLISH));
    }

    /** {@code Reasoned.problem} has no more than the message of an exception. */
    @Test
    void aListOfProblemsReadsLineByLine() {
        InvalidDefinitionException refused = new InvalidDefinitionException("register 'd'", List.of(
                Problem.error("UNKNOWN_FIELD", new Place("目标.yaml", 3, 5, ""), "a target has no field 'perid'; did you mean 'period'?"),
                Problem.warning("X", Place.of("a"), "no day")));
        assertEquals(refused.message(Locale.CHINESE), Reasoned.problem(refused, "", Place.of("x")).message(Locale.CHINESE));
    }

    @Test
    void whatIsAppendedToAListToChooseFromStandsBehindTheSentence() {
        assertEquals("未知指标“丙”；应为 [甲, 乙] 之一；是否应为“甲”？", Translation.translate("unknown indicator '丙'; expected one of [甲, 乙]; did you mean '甲'?", Locale.CHINESE));
    }

    @Test
    void partsAppendedOneAfterTheOtherAreEachTranslated() {
        assertEquals("“i”越高越好，却越高得分越少；各档得分可能应为 0, 5, 10；如果越小越好，请在指标上写 better: lower",
                Translation.translate("more of 'i' is better, but more of it gives fewer points; the points 0, 5, 10 were probably meant; where less is "
                        + "better write better: lower at the indicator", Locale.CHINESE));
    }

    @Test
    void wordsOfTheAuthorStayAsTheyAre() {
        assertEquals("目标“no day”是自己的组成部分", Translation.translate("target 'no day' is a part of itself", Locale.CHINESE));
        assertEquals("现为“{1}”，应为整数", Translation.translate("found '{1}', expected a whole number", Locale.CHINESE));
        assertEquals("目标册“r”没有目标“P99”；是否应为“P09”？",
                Translation.translate("register 'r' has no target 'P99'; did you mean 'P09'?", Locale.CHINESE));
        assertEquals("no target 'a'", Translation.translate("no target 'a'", Locale.FRENCH));
    }

    /** The tests have a few sentences of a third language in {@code text/eo/rest.txt}. */
    @Test
    void aThirdLanguageIsAFolderAndWhatItLacksStaysEnglish() {
        Locale third = new Locale("eo");
        assertEquals("la celo 'no day' estas parto de si mem; neniu tago; no target 'a'",
                Translation.translate("target 'no day' is a part of itself; no day; no target 'a'", third));
        Problem problem = Problem.error("X", new Place("f", 1, 2, ""), "no day");
        assertEquals("f:1:2: ERROR X: neniu tago", problem.toString(third));
    }

    @Test
    void whatNobodyTranslatedIsShownAsItIs() {
        assertEquals("plain nonsense；没有日期", Translation.translate("plain nonsense; no day", Locale.CHINESE));
    }
}
