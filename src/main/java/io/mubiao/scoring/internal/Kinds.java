package io.mubiao.scoring.internal;

import io.mubiao.target.Goal;
import java.util.Locale;

/** The words for kinds of goals in formulas. */
public final class Kinds {
    private Kinds() {}

    /** {@code stage-count} for a {@link Goal.StageCount}. */
    public static String word(Goal goal) {
        return word(goal.getClass());
    }

    static String word(Class<?> kind) {
        String name = kind.getSimpleName();
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
