package io.mubiao.target.internal;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A word in front of a figure that says how strongly it is meant, not how much it is (力度用语). Immutable.
 *
 * @param word such as 力争
 * @param strength as registers write it: aspiration
 * @param rest what is behind the word
 */
public record StrengthWord(String word, String strength, String rest) {
    /** Longer words stand before the shorter ones that they begin with. */
    private static final ImmutableMap<String, String> STRENGTHS = ImmutableMap.<String, String>builder()
            .put("努力实现", "aspiration").put("努力达到", "aspiration").put("努力", "aspiration").put("力争", "aspiration")
            .put("争取", "aspiration").put("力求", "aspiration").put("确保", "promise").put("坚决", "promise").put("严格", "promise")
            .put("推进", "push").put("加快", "push").build();

    /** (力争)60 个. */
    private static final Pattern ENCLOSED = Pattern.compile("^[(（](\\p{IsHan}{2,4})[)）]");
    private static final Pattern COLON = Pattern.compile("^\\s*[:：]");

    public StrengthWord {
        requireNonNull(word, "word");
        requireNonNull(strength, "strength");
        requireNonNull(rest, "rest");
    }

    /** The word that a text begins with; empty if it is none of these. */
    public static Optional<StrengthWord> of(String typed) {
        String text = ENCLOSED.matcher(typed).replaceFirst("$1");
        return STRENGTHS.entrySet().stream().filter(it -> text.startsWith(it.getKey())).findFirst()
                .map(it -> new StrengthWord(it.getKey(), it.getValue(), COLON.matcher(text.substring(it.getKey().length())).replaceFirst("").strip()));
    }
}
