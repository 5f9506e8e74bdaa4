package io.mubiao.text.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The library's English sentences in other languages (消息译文). A sentence is found by its fixed words, and what stands between them is
 * put into the other one; what stood in quotes or in a list to choose from is a word to be written so and stays as it is. Where
 * a text can be taken as several sentences, it is the one that leaves the fewest English words, and of such the longest.
 *
 * <p>The sentences of a language lie in a folder of its name, Chinese ones in {@code zh/*.txt}: a line of English, {@code {}} for each
 * part that varies, and an indented line of the other language, with {@code {1}}, {@code {2}} where the order is another one. What
 * a language lacks stays English.
 */
public final class Translation {
    private static final int DEEPEST = 12;
    /** How many sentences are tried on one text; whoever writes what looks like hundreds of sentences reads some in English. */
    private static final int MOST_TRIED = 2_000;
    static final Pattern WORD = Pattern.compile("(?<![\\w.-])[A-Za-z]{2,}(?![\\w.-])");
    private static final Pattern LETTERS = Pattern.compile("[a-z]{2}");
    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\\[[^\\[\\]]*]");

    private static final Pattern PROBLEM = Pattern.compile("( +)(.*?)(?:: )?(ERROR|WARNING)( [A-Z][A-Z0-9_]*): (.*)");

    private final Sentences sentences;
    private final Map<String, Told> known = new HashMap<>();
    private int tried;

    private Translation(Sentences sentences) {
        this.sentences = sentences;
    }

    /** The text in the language of the locale, as far as it is known in it. */
    public static String translate(String english, Locale locale) {
        Sentences known = Sentences.of(locale.getLanguage());
        return known.isEmpty() ? english
                : Stream.of(english.split("\n", -1)).map(line -> line(line, known)).collect(Collectors.joining("\n"));
    }

    /** A sentence, or a problem of a list of problems. */
    private static String line(String line, Sentences known) {
        Matcher problem = PROBLEM.matcher(line);
        if (!problem.matches()) {
            return new Translation(known).told(line, 0).text();
        }
        String colon = known.colon();
        String place = problem.group(2);
        return problem.group(1) + place + (place.isEmpty() ? "" : colon) + known.severity(problem.group(3)) + problem.group(4) + colon
                + line(problem.group(5), known);
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
        Told best = better(null, sentences.begun().get(english.charAt(0)), english, depth);
        if (best == null || best.left() > 0) {
            best = better(best, english.contains(Sentences.JOINT) ? sentences.spanning() : List.of(), english, depth);
        }
        if (best == null || best.left() > 0) {
            best = better(joined(english, depth), best);
        }
        if (best == null || best.left() > 0) {
            best = better(best, sentences.open(), english, depth);
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
        String[] open = {""};
        String told = phrase.other(english, part -> {
            tried++;
            Told inner = told(part, depth + 1);
            left[0] += inner.left();
            if (english.endsWith(part) && joint(part) > 0) {
                open[0] = inner.text();
            }
            return inner.text();
        });
        if (told != null && !told.endsWith(open[0])) {
            // What is appended to a sentence would stand in the middle of it.
            left[0]++;
        }
        return told == null ? null : new Told(told, left[0]);
    }

    /** Two sentences, or one and what is appended to it. */
    private @Nullable Told joined(String english, int depth) {
        int joint = joint(english);
        if (english.startsWith(Sentences.JOINT)) {
            Told rest = told(english.substring(Sentences.JOINT.length()), depth + 1);
            Told whole = new Told(sentences.joint() + rest.text(), rest.left());
            return whole.left() == 0 || joint < 0 ? whole : better(split(english, joint, depth), whole);
        }
        return joint < 0 ? null : split(english, joint, depth);
    }

    private Told split(String english, int joint, int depth) {
        Told one = told(english.substring(0, joint), depth + 1);
        Told appended = told(english.substring(joint), depth + 1);
        return new Told(one.text() + appended.text(), one.left() + appended.left());
    }

    private static int joint(String english) {
        for (int at = english.indexOf(Sentences.JOINT, 1); at > 0; at = english.indexOf(Sentences.JOINT, at + 1)) {
            if (english.substring(0, at).chars().filter(it -> it == '\'').count() % 2 == 0) {
                return at;
            }
        }
        return -1;
    }

    /** How many words of English sentences a text has outside of quotes and lists. */
    private int wordsIn(String text) {
        return (int) WORD.matcher(QUOTED.matcher(text).replaceAll("''")).results()
                .filter(it -> sentences.words().contains(it.group())).count();
    }

    /** A text in the other language and how many English words were left in it. */
    private record Told(String text, int left) {}
}
