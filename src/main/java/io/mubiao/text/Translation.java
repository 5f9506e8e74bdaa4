package io.mubiao.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The library's English sentences in Chinese (消息译文). A sentence is found by its fixed words, and what stands between them is
 * put into the Chinese one; what stood in quotes is an author's word and stays as it is.
 *
 * <p>The sentences lie in {@code zh/*.txt}: a line of English, {@code {}} for each part that varies, and an indented line of
 * Chinese, with {@code {1}}, {@code {2}} where the order is another one.
 */
public final class Translation {
    private static final List<String> FILES = List.of("facts", "values", "formulas", "land", "scores", "files", "sheets", "rest");
    private static final int DEEPEST = 4;
    private static final ImmutableList<Phrase> PHRASES = FILES.stream().flatMap(Translation::phrases)
            .sorted(Comparator.comparing(Phrase::size).reversed()).collect(ImmutableList.toImmutableList());

    private Translation() {}

    /** The text in the language: in Chinese as far as it is known, for any other locale as it is. */
    public static String translate(String english, Locale locale) {
        return locale.getLanguage().equals("zh") ? chinese(english, 0) : english;
    }

    private static String chinese(String english, int depth) {
        if (depth > DEEPEST || english.isEmpty()) {
            return english;
        }
        return PHRASES.stream().map(phrase -> phrase.chinese(english, part -> chinese(part, depth + 1)))
                .filter(Objects::nonNull).findFirst().orElseGet(() -> english.contains("; ")
                        ? Stream.of(english.split("; ", -1)).map(part -> chinese(part, depth + 1)).collect(Collectors.joining("；"))
                        : english);
    }

    private static Stream<Phrase> phrases(String file) {
        try (InputStream in = Objects.requireNonNull(Translation.class.getResourceAsStream("zh/" + file + ".txt"), file);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            List<String> lines = reader.lines().toList();
            Stream.Builder<Phrase> phrases = Stream.builder();
            for (int i = 0; i + 1 < lines.size(); i += 2) {
                phrases.add(Phrase.of(lines.get(i), lines.get(i + 1).substring(2)));
            }
            return phrases.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An English sentence cut at its varying parts, and the Chinese one. */
    private record Phrase(ImmutableList<String> pieces, String chinese, int size) {
        static Phrase of(String english, String chinese) {
            ImmutableList<String> pieces = ImmutableList.copyOf(english.split("\\{}", -1));
            return new Phrase(pieces, chinese, pieces.stream().mapToInt(String::length).sum());
        }

        /** The text in Chinese, or null where it is another sentence. */
        @org.jspecify.annotations.Nullable
        String chinese(String text, UnaryOperator<String> inner) {
            String first = pieces.get(0);
            String last = pieces.get(pieces.size() - 1);
            if (!text.startsWith(first) || !text.endsWith(last) || text.length() < size || (pieces.size() == 1 && !text.equals(first))) {
                return null;
            }
            String[] parts = new String[pieces.size() - 1];
            int at = first.length();
            for (int i = 0; i < parts.length; i++) {
                String next = pieces.get(i + 1);
                int end = i == parts.length - 1 ? text.length() - last.length() : text.indexOf(next, at);
                if (end < at) {
                    return null;
                }
                boolean quoted = pieces.get(i).endsWith("'") && next.startsWith("'");
                parts[i] = quoted ? text.substring(at, end) : inner.apply(text.substring(at, end));
                at = end + next.length();
            }
            return filled(parts);
        }

        private String filled(String... parts) {
            StringBuilder text = new StringBuilder();
            int next = 0;
            int at = 0;
            for (int open = chinese.indexOf('{'); open >= 0; open = chinese.indexOf('{', at)) {
                text.append(chinese, at, open);
                int close = chinese.indexOf('}', open);
                String which = close < 0 ? "-" : chinese.substring(open + 1, close);
                if (which.isEmpty() || (which.length() == 1 && Character.isDigit(which.charAt(0)))) {
                    text.append(parts[which.isEmpty() ? next++ : which.charAt(0) - '1']);
                    at = close + 1;
                } else {
                    text.append('{');
                    at = open + 1;
                }
            }
            return text.append(chinese, at, chinese.length()).toString();
        }
    }
}
