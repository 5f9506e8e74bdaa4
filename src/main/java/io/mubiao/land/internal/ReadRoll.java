package io.mubiao.land.internal;

import static java.util.Objects.requireNonNull;

import io.mubiao.land.EvaluationRule;
import io.mubiao.land.NameColumn;
import io.mubiao.land.NumberColumn;
import io.mubiao.land.Roll;
import io.mubiao.land.TextColumn;
import java.lang.invoke.MethodHandles;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes rolls of what a reader has read, whose ids, names and texts are kept as they must be and need no second look. */
public interface ReadRoll {
    /** The roll. */
    Roll make(EvaluationRule rule, NameColumn ids, NameColumn names, Map<String, NumberColumn> numbers, Map<String, TextColumn> texts);

    /** How rolls are made so. */
    static ReadRoll maker() {
        try {
            MethodHandles.lookup().ensureInitialized(Roll.class);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
        return requireNonNull(Known.maker, "maker");
    }

    /** By whom rolls are made so; only the roll itself says it. */
    static void by(ReadRoll maker) {
        Known.maker = maker;
    }

    /** Who has said it. */
    final class Known {
        private static volatile @Nullable ReadRoll maker;

        private Known() {}
    }
}
