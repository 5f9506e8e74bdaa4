package io.mubiao.land.assess;

import io.mubiao.formula.Value;
import io.mubiao.land.assess.internal.BaselineTable;
import io.mubiao.problem.NoSuchIdException;
import io.mubiao.text.internal.Characters;
import io.mubiao.value.Enclosure;
import java.util.List;
import java.util.Optional;

/**
 * The baselines of an evaluation (基准值), formed once and then given to every score. Immutable. Keep them to evaluate
 * with frozen baselines: {@code LandAssessor.of(rule).frozen(evaluation.baselines())}.
 */
public final class Baselines {
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
        Value value = table.value(index, List.of(by));
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
