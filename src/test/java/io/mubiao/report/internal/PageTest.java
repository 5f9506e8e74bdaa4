package io.mubiao.report.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PageTest {
    @Test
    void bothLanguagesHaveTheSameWordsAndEachIsUsed() throws IOException {
        Set<String> chinese = new TreeSet<>(ReportWords.read("zh").stringPropertyNames());
        assertEquals(chinese, new TreeSet<>(ReportWords.read("en").stringPropertyNames()));
        StringBuilder used = new StringBuilder();
        for (Path folder : List.of(Path.of("src/main/java/io/mubiao/report/internal"), Path.of("src/main/resources/io/mubiao/report/internal"))) {
            try (var files = Files.list(folder)) {
                for (Path file : files.filter(it -> !it.toString().endsWith(".properties")).toList()) {
                    used.append(Files.readString(file));
                }
            }
        }
        assertEquals(Set.of(), chinese.stream().filter(key -> !key.startsWith("tone."))
                .filter(key -> key.startsWith("js.") ? !Pattern.compile("words\\." + key.substring(3) + "\\b|words\\(\"" + key.substring(3) + "\"")
                        .matcher(used).find() : used.indexOf("\"" + key + "\"") < 0).collect(Collectors.toSet()));
        for (String key : chinese) {
            assertEquals(holes(ReportWords.read("zh").getProperty(key)), holes(ReportWords.read("en").getProperty(key)), key);
        }
    }

    private static Set<String> holes(String text) {
        return new HashSet<>(Pattern.compile("\\{\\d}").matcher(text).results().map(it -> it.group()).toList());
    }

    /** {@code words_eo.properties} of the tests has one word. */
    @Test
    void anotherLanguageIsAFileAndWhatItLacksIsSaidInEnglish() {
        ReportWords words = new ReportWords(new Locale("eo"));
        assertEquals("eo", words.code());
        assertEquals("Serĉi", words.of("js.search"));
        assertEquals("Contents", words.of("js.contents"));
        assertEquals("en", new ReportWords(Locale.FRENCH).code());
        assertEquals("zh-CN", new ReportWords(Locale.TAIWAN).code());
    }

    @Test
    void whatLacksIsNamed() {
        ClassLoader empty = new ClassLoader(null) {};
        assertTrue(String.valueOf(assertThrows(IllegalStateException.class, () -> PageWriter.check(empty)).getMessage())
                .endsWith("add the dependencies org.freemarker:freemarker:2.3.35 and org.webjars.npm:echarts:5.3.1"));
        assertTrue(String.valueOf(assertThrows(IllegalStateException.class, () -> ChartLibrary.script(empty)).getMessage())
                .contains("add the dependency org.webjars.npm:echarts:5.3.1"));
        assertThrows(IllegalArgumentException.class, () -> new ReportWords(Locale.ENGLISH).of("nonsense"));
    }

    @Test
    void theVersionsNamedAreThoseOfThePom() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        assertTrue(pom.contains("<echarts.version>5.3.1</echarts.version>") && pom.contains("<freemarker.version>2.3.35</freemarker.version>"));
    }

    @Test
    void longTitlesAreCutWhereChineseCountsTwo() {
        assertEquals("short", Chart.beginning("short"));
        assertEquals("一二三四五六七八九十一二三四…", Chart.beginning("一二三四五六七八九十一二三四五六七八九十"));
    }
}
