package io.mubiao.render;

import static java.util.Objects.requireNonNull;

import io.mubiao.text.internal.Translation;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** The words for the library's enums: a file a language, {@code words_zh.properties} and {@code words_en.properties}. */
final class Words {
    private static final Properties CHINESE = read("zh");
    private static final Properties ENGLISH = read("en");

    private final Locale locale;
    private final boolean chinese;

    Words(Locale locale) {
        this.locale = locale;
        chinese = locale.getLanguage().equals("zh");
    }

    private static Properties read(String language) {
        Properties words = new Properties();
        try (InputStream file = requireNonNull(Words.class.getResourceAsStream("words_" + language + ".properties"), language);
                Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    boolean isChinese() {
        return chinese;
    }

    /** The word for a constant. */
    String of(Enum<?> constant) {
        return word(key(constant));
    }

    /** A detail of a result: {@code NO_OBSERVATION: nothing was reported} with the words for the constant and the sentence. */
    String said(String detail) {
        int colon = detail.indexOf(": ");
        String constant = colon < 0 ? detail : detail.substring(0, colon);
        for (String type : List.of("Reason.", "NoPoints.", "Status.", "Basis.")) {
            String word = (chinese ? CHINESE : ENGLISH).getProperty(type + constant);
            if (word != null) {
                return colon < 0 ? word : word + either("：", ": ") + Translation.translate(detail.substring(colon + 2), locale);
            }
        }
        return Translation.translate(detail, locale);
    }

    /** The title of a node; of the one for all that name none in the reader's language. */
    String node(String title) {
        return title.equals("未列明") ? either(title, "not stated") : title;
    }

    /** The name of a part that a document leaves open. */
    String part(String part) {
        return word("part." + part);
    }

    private String word(String key) {
        String word = (chinese ? CHINESE : ENGLISH).getProperty(key);
        if (word == null) {
            throw new IllegalArgumentException("no words for " + key);
        }
        return word;
    }

    /** The constant with its types, without the package: {@code Note.Kind.LEFT_OUT}. */
    static String key(Enum<?> constant) {
        Class<?> type = constant.getDeclaringClass();
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.') + "." + constant.name();
    }

    /** One of two texts. */
    String either(String inChinese, String inEnglish) {
        return chinese ? inChinese : inEnglish;
    }
}
