package io.mubiao.time;

import org.jspecify.annotations.Nullable;

/** Which weeks count. */
public enum WeekParity {
    /** 每周. */
    EVERY("week"),
    /** 单周. */
    ODD("odd-week"),
    /** 双周. */
    EVEN("even-week");

    private final String word;

    WeekParity(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    boolean accepts(int number) {
        return switch (this) {
            case EVERY -> true;
            case ODD -> number % 2 == 1;
            case EVEN -> number % 2 == 0;
        };
    }

    static @Nullable WeekParity of(String word) {
        for (WeekParity parity : values()) {
            if (parity.word.equals(word)) {
                return parity;
            }
        }
        return null;
    }
}
