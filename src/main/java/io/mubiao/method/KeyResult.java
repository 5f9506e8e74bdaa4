package io.mubiao.method;

import io.mubiao.assess.Assessment;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.util.List;

/**
 * OKR: the score of a key result and what it means.
 *
 * <p>Formula: (now − start) ÷ (target − start), as {@link GoalProgress#of(Quantity, Quantity, Quantity)}. Published: 0.7 to
 * 1.0 green, 0.4 to 0.6 yellow, 0 to 0.3 red. Worked: 0.7 green, 0.65 nothing, 0.5 yellow, 0.35 nothing, 0.3 red.
 *
 * <p>Edge cases: between 0.3 and 0.4 and between 0.6 and 0.7 the published table has holes, kept as
 * {@link NoAnswer#PUBLISHED_HOLE}; a declared rounding to one digit closes them. Below 0 is red and above 1 green, both
 * outside the published range and ours. A committed result is met at 1, a stretch one at 0.7; which it is must be said, it
 * does not follow from a soft verb such as 力争.
 *
 * <p>Source: Doerr, Measure What Matters, through a reader's note.
 */
public final class KeyResult {
    private static final List<Light.Row> LIGHTS = List.of(
            new Light.Row(Light.GREEN, Rational.of(7, 10), Rational.ONE),
            new Light.Row(Light.YELLOW, Rational.of(4, 10), Rational.of(6, 10)),
            new Light.Row(Light.RED, Rational.ZERO, Rational.of(3, 10)));

    private KeyResult() {}

    /** What is expected of a key result. */
    public enum Ambition {
        /** All of it. */
        COMMITTED,
        /** 0.7 of it. */
        STRETCH;

        /** The score that is expected. */
        public Rational expected() {
            return this == COMMITTED ? Rational.ONE : Rational.of(7, 10);
        }
    }

    /** Whether an expectation holds. */
    public enum Outcome {
        /** It holds. */
        AS_EXPECTED,
        /** It does not. */
        SHORT
    }

    /** The score. */
    public static Figure score(Quantity start, Quantity now, Quantity target) {
        return GoalProgress.of(start, now, target);
    }

    /** The score of an assessed target from a start. */
    public static Figure score(Assessment assessment, Quantity start) {
        return GoalProgress.of(assessment, start);
    }

    /** The published light, with its holes. */
    public static Graded<Light> light(Figure score) {
        return score.isPresent() ? Light.of(score, score.amount(), LIGHTS) : Graded.none(score);
    }

    /** The light of the score under a declared rounding. */
    public static Graded<Light> light(Figure score, Rounding rounding) {
        return score.isPresent() ? Light.of(score, score.amount(), rounding, LIGHTS) : Graded.none(score);
    }

    /** Whether the score is what was expected. */
    public static Graded<Outcome> outcome(Figure score, Ambition ambition) {
        return score.isPresent()
                ? Graded.of(score, score.amount().compareTo(ambition.expected()) >= 0 ? Outcome.AS_EXPECTED : Outcome.SHORT)
                : Graded.none(score);
    }
}
