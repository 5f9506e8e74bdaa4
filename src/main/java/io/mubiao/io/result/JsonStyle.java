package io.mubiao.io.result;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import io.mubiao.text.internal.Translation;
import java.util.Locale;

/**
 * How results are written as data (结果数据样式): how much of them, with how many digits, on how many lines. Immutable.
 *
 * <p>Numbers are numbers, rounded half up to so many digits; beside a rounded {@code total} stands the exact fraction as
 * {@code totalExact}. Amounts have {@code value}, {@code unit} and, where that is rounded, {@code exact}; shares {@code percent}
 * and {@code exact}. Days are ISO texts, enums lower case with hyphens. Sentences are English, or of the
 * {@link #locale}. What is absent is left out.
 */
public final class JsonStyle {
    /** Everything, with traces and exact fractions, six digits after the point, a field a line. */
    public static final JsonStyle FULL = new JsonStyle(6, true, true, true, Locale.ROOT);
    /** What a page or a table shows: the main fields alone, no traces, no fractions, all on one line. */
    public static final JsonStyle COMPACT = new JsonStyle(6, false, false, false, Locale.ROOT);

    private static final int MOST_DECIMALS = 40;

    private final int decimals;
    private final boolean whole;
    private final boolean trace;
    private final boolean indent;

    private final Locale locale;

    private JsonStyle(int decimals, boolean whole, boolean trace, boolean indent, Locale locale) {
        this.decimals = decimals;
        this.whole = whole;
        this.trace = trace;
        this.indent = indent;
        this.locale = locale;
    }

    /**
     * This style with at most so many digits after the point.
     *
     * @throws IllegalArgumentException if they are not from 0 to 40
     */
    public JsonStyle decimals(int digits) {
        checkArgument(digits >= 0 && digits <= MOST_DECIMALS, "digits after the point must be from 0 to %s, got %s", MOST_DECIMALS, digits);
        return new JsonStyle(digits, whole, trace, indent, locale);
    }

    /** This style with or without traces; the compact one has none. */
    public JsonStyle trace(boolean with) {
        return new JsonStyle(decimals, whole, with, indent, locale);
    }

    /** This style with a field a line, or all on one line. */
    public JsonStyle indent(boolean lines) {
        return new JsonStyle(decimals, whole, trace, lines, locale);
    }

    /** This style with messages and reasons in Chinese, or for any other locale in English; words to be compared are the same in all. */
    public JsonStyle locale(Locale language) {
        return new JsonStyle(decimals, whole, trace, indent, requireNonNull(language, "locale"));
    }

    String said(String sentence) {
        return Translation.translate(sentence, locale);
    }

    int decimals() {
        return decimals;
    }

    boolean isWhole() {
        return whole;
    }

    boolean isTraced() {
        return whole && trace;
    }

    boolean isIndented() {
        return indent;
    }
}
