package io.mubiao.io.internal.table;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/** Headers and fixed words of tables: in English the names of files of other formats, in Chinese those of the properties. */
public final class TableWords {
    private static final Properties CHINESE = read();
    private static final Splitter WORDS = Splitter.on(',');

    private TableWords() {}

    private static Properties read() {
        Properties words = new Properties();
        try (InputStream file = requireNonNull(TableWords.class.getResourceAsStream("columns_zh.properties"));
                Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    /** Every word for a name of a group that is read, in both languages. */
    public static List<String> all(String group, String name) {
        List<String> all = new ArrayList<>(List.of(name));
        all.addAll(WORDS.splitToList(CHINESE.getProperty(group + "." + name, name)));
        return all;
    }

    /** The word for a name that is written. */
    public static String of(String group, String name, Locale locale) {
        return locale.getLanguage().equals("zh") ? all(group, name).get(1) : name;
    }

    /** Which of the names a word means, whatever its language, width and blanks. */
    public static Optional<String> meant(String group, List<String> names, String word) {
        String key = key(word);
        return names.stream().filter(name -> all(group, name).stream().anyMatch(it -> key(it).equals(key))).findFirst();
    }

    private static String key(String word) {
        return CellText.key(word).toLowerCase(Locale.ROOT);
    }

    /** How the example of a template is marked in front of its row. */
    public static String example(Locale locale) {
        return locale.getLanguage().equals("zh") ? WORDS.splitToList(CHINESE.getProperty("example")).get(0) : "example";
    }

    /** Whether a cell marks its row as the example of a template. */
    public static boolean isExample(String cell) {
        String key = key(cell);
        return key.equals("example") || WORDS.splitToList(CHINESE.getProperty("example")).contains(key);
    }
}
