package io.mubiao.target;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;

/**
 * An ordered list of names (有序等级), lowest first: stages of a project, grades of an accident. Immutable.
 *
 * @param id the name a register uses
 * @param steps the names, lowest first; at least one, none twice
 */
public record Scale(String id, List<String> steps) {
    /** planned 谋划, applied 申报, approved 批复, started 开工, built 建成, in use 投用. */
    public static final Scale STAGES =
            new Scale("standard", List.of("planned", "applied", "approved", "started", "built", "in use"));

    public Scale {
        requireNonNull(id, "id");
        steps = List.copyOf(steps);
        if (steps.isEmpty() || new HashSet<>(steps).size() != steps.size()) {
            throw new IllegalArgumentException(
                    "scale '" + id + "' must have at least one step and none twice, got " + steps);
        }
    }

    /** Whether the scale has this step. */
    public boolean has(String step) {
        return steps.contains(step);
    }

    /**
     * Whether a step is at or above another.
     *
     * @throws IllegalArgumentException if one of them is not on the scale
     */
    public boolean reaches(String step, String wanted) {
        return index(step) >= index(wanted);
    }

    private int index(String step) {
        int index = steps.indexOf(step);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "'" + step + "' is not on scale '" + id + "'; expected one of " + steps);
        }
        return index;
    }
}
