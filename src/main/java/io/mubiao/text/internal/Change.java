package io.mubiao.text.internal;

/** What was changed in a text before it was read (规范化); whoever reads a file says so, once for each kind. */
public enum Change {
    /** Full-width digits, letters and signs became half-width ones. */
    FULL_WIDTH("full-width characters are read as half-width ones"),
    /** No-break blanks and others became plain ones. */
    BLANKS("no-break and other unusual blanks are read as plain ones"),
    /** Characters that nobody sees were left out. */
    INVISIBLE("invisible characters are left out"),
    /** A day was not written as 2024-09-30. */
    DAY_FORM("days in other forms are read as such as 2024-09-30"),
    /** A day was a spreadsheet's number of days. */
    SERIAL_DAY("a spreadsheet's numbers of days are read as days"),
    /** A time of day stood behind a day. */
    TIME_OF_DAY("times of day behind days are left out");

    private final String words;

    Change(String words) {
        this.words = words;
    }

    /** What was done, for messages. */
    public String words() {
        return words;
    }

    /** What a text became, where that is more than another spelling; else empty. */
    public String example(String typed) {
        return this == SERIAL_DAY ? "the first, " + TypedText.of(typed).text() + ", is the day " + DayText.of(typed).day() : "";
    }
}
