package io.mubiao.work;

import static java.util.Objects.requireNonNull;

import java.io.Serial;
import java.util.Locale;

/**
 * Something is larger than the {@link CostBudget} allows (超出限度); says what, where, how large it is and what is allowed.
 * Readers that collect problems report it as one of them, with its place in the file.
 */
public final class TooCostlyException extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** What can be too large. */
    public enum Cost {
        /** Bytes of a file (字节数). */
        BYTES("bytes", "字节"),
        /** Characters of a text (字符数). */
        CHARACTERS("characters", "个字符"),
        /** Levels of nesting (嵌套层数). */
        DEPTH("levels of nesting", "层嵌套"),
        /** Values, lists and objects of a file (节点数). */
        NODES("nodes", "个节点"),
        /** Targets, observations or enterprises (行数). */
        ROWS("rows", "行"),
        /** Digits of an exact number (位数). */
        DIGITS("digits", "位数字"),
        /** Steps of a search (步数). */
        STEPS("steps", "步"),
        /** Milliseconds (耗时). */
        TIME("ms", "毫秒");

        private final String english;
        private final String chinese;

        Cost(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
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
        super(message(requireNonNull(cost, "cost"), requireNonNull(where, "where"), found, most, false));
        this.cost = cost;
        this.where = where;
        this.found = found;
        this.most = most;
    }

    private static String message(Cost cost, String where, long found, long most, boolean chinese) {
        String place = where.isEmpty() ? "" : where + (chinese ? "：" : ": ");
        return chinese ? place + found + " " + cost.chinese + "，超出限度；最多 " + most
                : place + found + " " + cost.english + " is too much; expected at most " + most;
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
        return message(cost, where, found, most, locale.getLanguage().equals("zh"));
    }
}
