package io.mubiao.time;

import java.time.LocalDate;
import java.util.Locale;

/** A calendar period that divides the year. */
public enum CalendarUnit {
    /** 月. */
    MONTH(1, "month"),
    /** 季度. */
    QUARTER(3, "quarter"),
    /** 半年. */
    HALF_YEAR(6, "half-year"),
    /** 年. */
    YEAR(12, "year");

    private final int months;
    private final String word;

    CalendarUnit(int months, String word) {
        this.months = months;
        this.word = word;
    }

    int months() {
        return months;
    }

    String word() {
        return word;
    }

    String label(LocalDate first) {
        int year = first.getYear();
        int index = (first.getMonthValue() - 1) / months + 1;
        return switch (this) {
            case MONTH -> String.format(Locale.ROOT, "%d-%02d", year, index);
            case QUARTER -> year + "-Q" + index;
            case HALF_YEAR -> year + "-H" + index;
            case YEAR -> Integer.toString(year);
        };
    }
}
