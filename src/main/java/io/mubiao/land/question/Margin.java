package io.mubiao.land.question;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.internal.Shown;
import io.mubiao.text.internal.Characters;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How far an enterprise is from the next better class, everybody else staying as he is (距上一等级差距). Immutable.
 *
 * @param id the enterprise
 * @param target the next better class; a better one where all that leads away from the present class leads past the next
 * @param points the points its total lacks, or has too many where less is better; empty where points alone do not lead there
 * @param places the places it has to gain, 1 or more, where vacated places are filled again those that the points gain it; empty
 *     where places do not decide, as its own would do or none has the class
 * @param indicators for each indicator, scored or asked for by a test, that alone can lead there, the nearest number that does, to
 *     four decimals
 * @param columns where neither points nor an indicator lead there, for each column that a test reads and that alone does, the nearest number
 *     that can be filed and does
 * @param isOpen whether nobody can tell what leads there, as places decide on who is moved and vacated places are filled again; a
 *     {@link Counterfactual} can, which tries each number
 */
public record Margin(String id, String target, Optional<Rational> points, OptionalLong places,
        Map<String, Quantity> indicators, Map<String, Quantity> columns, boolean isOpen) {
    public Margin {
        requireNonNull(id, "id");
        requireNonNull(target, "target");
        requireNonNull(points, "points");
        requireNonNull(places, "places");
        indicators = ImmutableMap.copyOf(indicators);
        columns = ImmutableMap.copyOf(columns);
    }

    /** Whether something that an enterprise can change alone leads there. */
    public boolean isReachable() {
        return points.isPresent() || !indicators.isEmpty() || !columns.isEmpty();
    }

    /**
     * How far an enterprise is from the next better class, with frozen baselines.
     *
     * @return empty if it is not graded or has the best class already
     * @throws io.mubiao.problem.NoSuchIdException if there is no such enterprise
     */
    public static Optional<Margin> of(Evaluation evaluation, String id) {
        return Margins.of(requireNonNull(evaluation, "evaluation"), id);
    }

    @Override
    public String toString() {
        return Characters.shown(id + ": to " + target + points.map(it -> " " + Shown.number(it) + " points").orElse("")
                + (places.isEmpty() ? "" : " " + places.getAsLong() + " places") + Stream.of(indicators, columns).flatMap(it -> it.entrySet().stream())
                        .map(it -> ", or " + it.getKey() + " " + Shown.number(it.getValue())).collect(Collectors.joining()));
    }
}
