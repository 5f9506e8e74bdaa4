package io.mubiao.work;

import static java.util.Objects.requireNonNull;

import io.mubiao.problem.Reasoned;
import io.mubiao.text.internal.Translation;
import java.io.Serial;
import java.util.Locale;

/**
 * Something is larger than the {@link CostBudget} allows (超出限度); says what, where, how large it is and what is allowed.
 * Readers that collect problems report it as one of them, with its place in the file.
 */
public final class TooCostlyException extends IllegalArgumentException implements Reasoned {
    @Serial
    private static final long serialVersionUID = 1L;

    /** What can be too large. */
    public enum Cost {
        /** Bytes of a file (字节数). */
        BYTES("bytes"),
        /** Characters of a text (字符数). */
        CHARACTERS("characters"),
        /** Levels of nesting (嵌套层数). */
        DEPTH("levels of nesting"),
        /** Values, lists and objects of a file (节点数). */
        NODES("nodes"),
        /** Targets, observations or enterprises (行数). */
        ROWS("rows"),
        /** Digits of an exact number (位数). */
        DIGITS("digits"),
        /** Steps of a search (步数). */
        STEPS("steps"),
        /** Milliseconds (耗时). */
        TIME("ms");

        private final String words;

        Cost(String words) {
            this.words = words;
        }
    }

    private final Cost cost;
    private final String where;
    private final long found;
    private final long most;

    /**
     * @param where the thing or place, such as {@code target P03}; empty where it is not known
     * @param found how much it is, or is at least
     * @param most how much is allowed
     */
    public TooCostlyException(Cost cost, String where, long found, long most) {
        super(message(requireNonNull(cost, "cost"), requireNonNull(where, "where"), found, most));
        this.cost = cost;
        this.where = where;
        this.found = found;
        this.most = most;
    }

    private static String message(Cost cost, String where, long found, long most) {
        return where.isEmpty() ? found + " " + cost.words + " is too much; expected at most " + most
                : where + ": " + found + " " + cost.words + " is too much; expected at most " + most;
    }

    @Override
    public String code() {
        return "TOO_LARGE";
    }

    /** What is too large. */
    public Cost cost() {
        return cost;
    }

    /** The thing or place; empty where it is not known. */
    public String where() {
        return where;
    }

    /** How much it is, or is at least. */
    public long found() {
        return found;
    }

    /** How much is allowed. */
    public long most() {
        return most;
    }

    /** The message in Chinese, or else in English. */
    public String message(Locale locale) {
        return Translation.translate(message(cost, where, found, most), locale);
    }
}
