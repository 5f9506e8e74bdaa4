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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sentences of one language beside the English ones.
 *
 * @param begun those that begin with fixed words, by their first character
 * @param spanning those that begin with anything and have fixed words on both sides of a joint
 * @param open all that begin with anything
 * @param words the words of the English ones that the language has not itself
 * @param joint what stands between two sentences
 */
record Sentences(ImmutableListMultimap<Character, Phrase> begun, ImmutableList<Phrase> spanning, ImmutableList<Phrase> open,
        ImmutableSet<String> words, String joint) {
    /** What is appended to a sentence begins so. */
    static final String JOINT = "; ";

    private static final List<String> FILES = List.of("facts", "values", "formulas", "land", "scores", "files", "sheets", "rest", "parser");
    private static final Sentences NONE = new Sentences(ImmutableListMultimap.of(), ImmutableList.of(), ImmutableList.of(), ImmutableSet.of(), "");
    private static final Map<String, Sentences> KNOWN = new ConcurrentHashMap<>();

    /** Those of a language; of an unknown one there are none. */
    static Sentences of(String language) {
        boolean isOne = language.length() == 2 || language.length() == 3;
        return isOne && !language.equals("en") ? KNOWN.computeIfAbsent(language, Sentences::read) : NONE;
    }

    /** What comes before the code of a problem. */
    String severity(String english) {
        return joint.equals(JOINT) ? english : english.charAt(0) == 'E' ? "错误" : "提醒";
    }

    /** What stands between a place and what is said of it. */
    String colon() {
        return joint.equals(JOINT) ? ": " : "：";
    }

    boolean isEmpty() {
        return begun.isEmpty() && open.isEmpty();
    }

    private static Sentences read(String language) {
        List<Phrase> phrases = FILES.stream().flatMap(file -> phrases(language + "/" + file + ".txt"))
                .sorted(Comparator.comparing(Phrase::size).reversed()).toList();
        Set<String> kept = phrases.stream().flatMap(phrase -> wordsOf(phrase.other())).collect(Collectors.toSet());
        return new Sentences(
                phrases.stream().filter(it -> !it.isOpen())
                        .collect(ImmutableListMultimap.toImmutableListMultimap(it -> it.pieces().get(0).charAt(0), it -> it)),
                phrases.stream().filter(it -> it.isOpen() && it.spans(JOINT)).collect(ImmutableList.toImmutableList()),
                phrases.stream().filter(Phrase::isOpen).collect(ImmutableList.toImmutableList()),
                phrases.stream().flatMap(phrase -> phrase.pieces().stream()).flatMap(Sentences::wordsOf)
                        .filter(word -> !kept.contains(word)).collect(ImmutableSet.toImmutableSet()),
                language.equals("zh") ? "；" : JOINT);
    }

    private static Stream<String> wordsOf(String text) {
        return Translation.WORD.matcher(text).results().map(it -> it.group());
    }

    private static Stream<Phrase> phrases(String file) {
        InputStream in = Sentences.class.getResourceAsStream("/io/mubiao/text/" + file);
        if (in == null) {
            return Stream.empty();
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, UTF_8))) {
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
}
