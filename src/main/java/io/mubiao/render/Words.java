package io.mubiao.render;

import com.google.common.collect.ImmutableMap;
import io.mubiao.formula.Symbol;
import io.mubiao.text.internal.Characters;
import io.mubiao.text.internal.Translation;
import io.mubiao.value.Rational;
import io.mubiao.work.internal.Checkpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The words for the library's enums, a file a language: {@code words_zh.properties}, {@code words_en.properties}. What another
 * language has no file or word for is said in English.
 */
final class Words {
    private static final Properties ENGLISH = read("en", new Properties());
    private static final Map<String, Properties> OTHERS = new ConcurrentHashMap<>();

    private final Locale locale;
    private final Properties words;
    private final boolean chinese;

    Words(Locale locale) {
        this.locale = locale;
        chinese = locale.getLanguage().equals("zh");
        words = of(locale.getLanguage());
    }

    private static Properties of(String language) {
        boolean isOne = language.length() == 2 || language.length() == 3;
        return isOne ? OTHERS.computeIfAbsent(language, it -> read(it, ENGLISH)) : ENGLISH;
    }

    private static Properties read(String language, Properties otherwise) {
        try (InputStream file = Words.class.getResourceAsStream("words_" + language + ".properties")) {
            Properties words = new Properties(otherwise);
            if (file != null) {
                words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            }
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
            String word = words.getProperty(type + constant);
            if (word != null) {
                return colon < 0 ? word : word + either("：", ": ") + Translation.translate(detail.substring(colon + 2), locale);
            }
        }
        return Translation.translate(detail, locale);
    }

    /** Words by which items are put together, in Chinese: kinds of goals, and whether they bind. */
    private static final ImmutableMap<String, String> KEYS = ImmutableMap.<String, String>builder().put("amount", "数量").put("milestone", "节点")
            .put("stage-count", "阶段个数").put("quota", "定额").put("coverage", "覆盖").put("change", "增减").put("red-line", "红线")
            .put("maintain", "保持").put("judged", "定性").put("binding", "约束性").put("expected", "预期性").build();

    /** The title of a node; of the one for all that name none, and of a word of the library, in the reader's language. */
    String node(String title) {
        return title.equals("未列明") ? either(title, "not stated") : chinese ? KEYS.getOrDefault(title, title) : title;
    }

    /** A number, day or flag as it is kept, as people read it. */
    String held(Symbol.Kind kind, Rational number) {
        return switch (kind) {
            case DAY -> LocalDate.ofEpochDay(number.numerator().longValueExact()).toString();
            case FLAG -> number.signum() == 0 ? either("否", "no") : either("是", "yes");
            case NUMBER, TEXT -> PlainNumber.of(number);
        };
    }

    /** The name of a part that a document leaves open. */
    String part(String part) {
        return word("part." + part);
    }

    private String word(String key) {
        String word = words.getProperty(key);
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

    /** One of two texts; in another language the English one as far as it is translated. */
    String either(String inChinese, String inEnglish) {
        return chinese ? inChinese : Translation.translate(inEnglish, locale);
    }

    /** Lines as a text in which no name can begin another line, colour a terminal or turn the direction of writing. */
    static String lines(List<String> lines) {
        return Checkpoint.each(lines.stream()).map(Characters::shown).collect(Collectors.joining("\n", "", "\n"));
    }
}
