package io.mubiao.report.internal;

import io.mubiao.render.ResultSigns;
import io.mubiao.scorecard.NodeScore;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;

/** The words of a page, a file a language; what another language has no file or word for is said in English. {@code {0}} stands for what is told beside. */
final class ReportWords {
    private static final String OF_SCRIPT = "js.";

    private final Properties words;
    private final String language;
    private final Locale locale;

    ReportWords(Locale locale) {
        this.locale = locale;
        language = ReportWords.class.getResource(file(locale.getLanguage())) == null ? "en" : locale.getLanguage();
        words = language.equals("en") ? read("en") : read(language, read("en"));
    }

    private static String file(String language) {
        return "words_" + language + ".properties";
    }

    static Properties read(String language) {
        return read(language, new Properties());
    }

    private static Properties read(String language, Properties otherwise) {
        String name = file(language);
        try (InputStream file = ReportWords.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the jar lacks " + name);
            }
            Properties words = new Properties(otherwise);
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The code of the language as pages say it. */
    String code() {
        return language.equals("zh") ? "zh-CN" : language;
    }

    String of(String key, Object... parts) {
        String text = words.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no words for " + key);
        }
        for (int i = 0; i < parts.length; i++) {
            text = text.replace("{" + i + "}", parts[i].toString());
        }
        return text;
    }

    /** The name of a node of a view. */
    String node(NodeScore it) {
        return it.id().isEmpty() ? of("all") : ResultSigns.node(it.title(), locale);
    }

    /** What the script of the page says. */
    Map<String, String> ofScript() {
        Map<String, String> said = new LinkedHashMap<>();
        for (String key : new TreeSet<>(words.stringPropertyNames())) {
            if (key.startsWith(OF_SCRIPT)) {
                said.put(key.substring(OF_SCRIPT.length()), of(key));
            }
        }
        return said;
    }
}
