package io.mubiao.io.internal;

import io.mubiao.target.Goal;
import io.mubiao.text.internal.Spelling;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The kinds of goal, and what files call them: whoever reads or writes goals names every one. */
public enum GoalKind {
    AMOUNT, MILESTONE, STAGE_COUNT, QUOTA, COVERAGE, CHANGE, RED_LINE, MAINTAIN, JUDGED;

    /** The kind of a goal. */
    public static GoalKind of(Goal goal) {
        return goal.match(new Goal.Cases<>(amount -> AMOUNT, milestone -> MILESTONE, count -> STAGE_COUNT, quota -> QUOTA,
                coverage -> COVERAGE, change -> CHANGE, redLine -> RED_LINE, maintain -> MAINTAIN, judged -> JUDGED));
    }

    private static final List<String> MEASURES = List.of("total", "level", "count", "sum", "ratio");

    /**
     * The kind that a file names.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static GoalKind parse(String word) {
        return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst().orElseThrow(() -> {
            if (isMeasure(word)) {
                return new IllegalArgumentException("'" + word + "' is what is measured, no kind of goal; write kind: amount, of: " + word);
            }
            List<String> words = Stream.of(values()).map(GoalKind::word).toList();
            return new IllegalArgumentException("unknown kind of goal '" + word + "'" + Spelling.hint(word, words)
                    + "; expected one of amount, milestone, stage-count, quota, coverage, change, red-line, maintain, judged");
        });
    }

    /** Whether a word says what an amount is measured by, such as {@code total}. */
    public static boolean isMeasure(String word) {
        return MEASURES.contains(word);
    }

    /** What files call it, such as {@code red-line}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
