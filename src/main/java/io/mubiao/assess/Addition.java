package io.mubiao.assess;

import static java.util.Objects.requireNonNull;

import io.mubiao.observe.Observation;
import io.mubiao.problem.Problem;
import java.util.List;

/**
 * What adding an observation did to assessments, or would do (追加结果). Immutable.
 *
 * @param observation as it was taken, with its recorded-at
 * @param effects what it did to each target that reads its stream, in register order; empty if none does
 * @param problems what is wrong or doubtful about it in the eyes of the register
 * @param assessments of the targets that read its stream, with it
 */
public record Addition(Observation observation, List<Effect> effects, List<Problem> problems, List<Assessment> assessments) {
    public Addition {
        requireNonNull(observation, "observation");
        effects = List.copyOf(effects);
        problems = List.copyOf(problems);
        assessments = List.copyOf(assessments);
    }

    /** Whether the assessment of any target is another one. */
    public boolean tookEffect() {
        return effects.stream().anyMatch(effect -> effect.kind() == Effect.Kind.TOOK_EFFECT);
    }
}
