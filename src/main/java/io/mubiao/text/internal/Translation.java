package io.mubiao.text.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The library's English sentences in Chinese (消息译文). A sentence is found by its fixed words, and what stands between them is
 * put into the Chinese one; what stood in quotes or in a list to choose from is a word to be written so and stays as it is. Where
 * a text can be taken as several sentences, it is the one that leaves the fewest English words, and of such the longest.
 *
 * <p>The sentences lie in {@code zh/*.txt}: a line of English, {@code {}} for each part that varies, and an indented line of
 * Chinese, with {@code {1}}, {@code {2}} where the order is another one.
 */
public final class Translation {
    private static final List<String> FILES = List.of("facts", "values", "formulas", "land", "scores", "files", "sheets", "rest", "parser");
    private static final int DEEPEST = 12;
    /** How many sentences are tried on one text; whoever writes what looks like hundreds of sentences reads some in English. */
    private static final int MOST_TRIED = 2_000;
    private static final Pattern WORD = Pattern.compile("(?<![\\w.-])[A-Za-z]{2,}(?![\\w.-])");
    private static final Pattern LETTERS = Pattern.compile("[a-z]{2}");
    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\\[[^\\[\\]]*]");
    /** What is appended to a sentence begins so. */
    private static final String JOINT = "; ";

    private static final ImmutableList<Phrase> PHRASES = FILES.stream().flatMap(Translation::phrases)
            .sorted(Comparator.comparing(Phrase::size).reversed()).collect(ImmutableList.toImmutableList());
    /** By their first character. */
    private static final ImmutableListMultimap<Character, Phrase> BEGUN = PHRASES.stream().filter(it -> !it.isOpen())
            .collect(ImmutableListMultimap.toImmutableListMultimap(it -> it.pieces().get(0).charAt(0), it -> it));
    private static final ImmutableList<Phrase> OPEN = PHRASES.stream().filter(Phrase::isOpen).collect(ImmutableList.toImmutableList());
    private static final ImmutableSet<String> WORDS = words();

    private final Map<String, Told> known = new HashMap<>();
    private int tried;

    private Translation() {}

    /** The text in the language: in Chinese as far as it is known, for any other locale as it is. */
    public static String translate(String english, Locale locale) {
        return locale.getLanguage().equals("zh") ? new Translation().told(english, 0).text() : english;
    }

    private Told told(String english, int depth) {
        Told before = known.get(english);
        if (before != null) {
            return before;
        }
        Told asItIs = new Told(english, wordsIn(english));
        if (depth > DEEPEST || !LETTERS.matcher(english).find()) {
            return asItIs;
        }
        Told best = best(english, asItIs, depth);
        known.put(english, best);
        return best;
    }

    /** The sentences that begin with fixed words first: what begins with anything may be anything. */
    private Told best(String english, Told asItIs, int depth) {
        Told best = better(null, BEGUN.get(english.charAt(0)), english, depth);
        if (best == null || best.left() > 0) {
            best = better(joined(english, depth), best);
        }
        if (best == null || best.left() > 0) {
            best = better(best, OPEN, english, depth);
        }
        return best != null && best.left() <= asItIs.left() ? best : asItIs;
    }

    private @Nullable Told better(@Nullable Told sofar, List<Phrase> phrases, String english, int depth) {
        Told best = sofar;
        for (Phrase phrase : phrases) {
            if (tried > MOST_TRIED || (best != null && best.left() == 0)) {
                break;
            }
            best = better(as(phrase, english, depth), best);
        }
        return best;
    }

    private static @Nullable Told better(@Nullable Told told, @Nullable Told best) {
        return told == null || (best != null && best.left() <= told.left()) ? best : told;
    }

    private @Nullable Told as(Phrase phrase, String english, int depth) {
        int[] left = new int[1];
        String chinese = phrase.chinese(english, part -> {
            tried++;
            Told told = told(part, depth + 1);
            left[0] += told.left();
            return told.text();
        });
        return chinese == null ? null : new Told(chinese, left[0]);
    }

    /** Two sentences, or one and what is appended to it. */
    private @Nullable Told joined(String english, int depth) {
        if (english.startsWith(JOINT)) {
            Told rest = told(english.substring(JOINT.length()), depth + 1);
            return new Told("；" + rest.text(), rest.left());
        }
        int joint = joint(english);
        if (joint < 0) {
            return null;
        }
        Told one = told(english.substring(0, joint), depth + 1);
        Told appended = told(english.substring(joint), depth + 1);
        return new Told(one.text() + appended.text(), one.left() + appended.left());
    }

    private static int joint(String english) {
        for (int at = english.indexOf(JOINT, 1); at > 0; at = english.indexOf(JOINT, at + 1)) {
            if (english.substring(0, at).chars().filter(it -> it == '\'').count() % 2 == 0) {
                return at;
            }
        }
        return -1;
    }

    /** How many words of English sentences a text has outside of quotes and lists. */
    private static int wordsIn(String text) {
        return (int) WORD.matcher(QUOTED.matcher(text).replaceAll("''")).results().filter(it -> WORDS.contains(it.group())).count();
    }

    private static ImmutableSet<String> words() {
        Set<String> kept = PHRASES.stream().flatMap(phrase -> wordsOf(phrase.chinese())).collect(Collectors.toSet());
        return PHRASES.stream().flatMap(phrase -> phrase.pieces().stream()).flatMap(Translation::wordsOf)
                .filter(word -> !kept.contains(word)).collect(ImmutableSet.toImmutableSet());
    }

    private static Stream<String> wordsOf(String text) {
        return WORD.matcher(text).results().map(it -> it.group());
    }

    private static Stream<Phrase> phrases(String file) {
        try (InputStream in = Objects.requireNonNull(Translation.class.getResourceAsStream("/io/mubiao/text/zh/" + file + ".txt"), file);
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

    /** A text in Chinese and how many English words were left in it. */
    private record Told(String text, int left) {}
}
