package io.mubiao.land.assess;

import static java.util.Objects.requireNonNull;

import io.mubiao.formula.Value;
import io.mubiao.land.assess.internal.BaselineTable;
import io.mubiao.problem.NoSuchIdException;
import io.mubiao.text.internal.Characters;
import io.mubiao.value.Enclosure;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The baselines of an evaluation (基准值), formed once and then given to every score. Immutable. Keep them to evaluate
 * with frozen baselines: {@code LandAssessor.of(rule).frozen(evaluation.baselines())}.
 */
public final class Baselines {
    /**
     * A baseline of those with certain texts.
     *
     * @param baseline its id
     * @param by the texts it is formed by, in the rule's order; none for one of all
     * @param value its number, or an enclosure of it where it is no short fraction; empty if its denominator is zero
     * @param count how many enterprises formed it
     */
    public record FormedBaseline(String baseline, List<String> by, Optional<Enclosure> value, long count) {
        public FormedBaseline {
            requireNonNull(baseline, "baseline");
            by = List.copyOf(by);
            requireNonNull(value, "value");
        }
    }

    /**
     * The mean score of an item in a group, which who has no figure gets where the rule says so.
     *
     * @param value the mean, or an enclosure of it; empty if nobody has a score
     * @param count how many enterprises formed it
     */
    public record MeanScore(String group, String item, Optional<Enclosure> value, long count) {
        public MeanScore {
            requireNonNull(group, "group");
            requireNonNull(item, "item");
            requireNonNull(value, "value");
        }
    }

    private final BaselineTable table;

    Baselines(BaselineTable table) {
        this.table = table;
    }

    BaselineTable table() {
        return table;
    }

    /**
     * A baseline: its number, or an enclosure of it where it is no short fraction.
     *
     * @param baseline its id
     * @param by the texts it is formed by, in the rule's order; none for one of all
     * @return empty if nobody formed it or its denominator is zero
     * @throws NoSuchIdException if the rule has no such baseline
     */
    public Optional<Enclosure> find(String baseline, String... by) {
        int index = table.index(baseline);
        if (index < 0) {
            throw NoSuchIdException.of("the rule", "baseline", baseline, table.names());
        }
        return number(table.value(index, List.of(by)));
    }

    /** The baselines that were formed, in the rule's order. */
    public Stream<FormedBaseline> stream() {
        return table.formed().entrySet().stream().sorted(Comparator.<Map.Entry<BaselineTable.Key, BaselineTable.Formed>>comparingInt(
                it -> it.getKey().baseline()).thenComparing(it -> it.getKey().by().toString()))
                .map(it -> new FormedBaseline(table.names().get(it.getKey().baseline()), it.getKey().by(), number(it.getValue().value()),
                        it.getValue().count()));
    }

    /** The mean scores of items that were formed, by group and item. */
    public Stream<MeanScore> meanScores() {
        return table.means().entrySet().stream().map(it -> new MeanScore(it.getKey().group(), it.getKey().item(),
                number(it.getValue().value()), it.getValue().count())).sorted(Comparator.comparing(MeanScore::group).thenComparing(MeanScore::item));
    }

    private static Optional<Enclosure> number(Value value) {
        return value.isNumber() ? Optional.of(value.number()) : Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Baselines that && table.equals(that.table);
    }

    @Override
    public int hashCode() {
        return table.hashCode();
    }

    @Override
    public String toString() {
        return Characters.shown(table.toString());
    }
}
