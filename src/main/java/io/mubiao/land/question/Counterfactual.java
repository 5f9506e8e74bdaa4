package io.mubiao.land.question;

import static java.util.Objects.requireNonNull;

import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.internal.Shown;
import io.mubiao.text.internal.Characters;
import io.mubiao.value.Quantity;
import java.util.Optional;

/**
 * The least change in one input that lifts an enterprise to a class, or that there is none (反事实分析). Immutable.
 *
 * @param id the enterprise
 * @param column the input
 * @param target the class
 * @param now the input as it is
 * @param needed the input nearest to that with which the class is reached, in steps of the column's declared decimals;
 *     empty if no input of the domain reaches it
 * @param after the result with it
 * @param least the least input of the domain
 * @param most the largest input of the domain
 * @param examined how many ranges were examined; together they cover every input nearer than the one found, or the domain
 */
public record Counterfactual(String id, String column, String target, Quantity now, Optional<Quantity> needed,
        Optional<EnterpriseResult> after, Quantity least, Quantity most, long examined) {
    public Counterfactual {
        requireNonNull(id, "id");
        requireNonNull(column, "column");
        requireNonNull(target, "target");
        requireNonNull(now, "now");
        requireNonNull(needed, "needed");
        requireNonNull(after, "after");
        requireNonNull(least, "least");
        requireNonNull(most, "most");
    }

    /**
     * The least change in one number column that lifts an enterprise to a class, with frozen baselines.
     *
     * @throws IllegalArgumentException if there is no such enterprise, number column or class, or the number is missing
     */
    public static Counterfactual of(Evaluation evaluation, String id, String column, String target) {
        return new CounterfactualSearch(requireNonNull(evaluation, "evaluation"), id, target).byColumn(column);
    }

    /** Needed less now; empty if there is none. */
    public Optional<Quantity> change() {
        return needed.map(number -> number.minus(now));
    }

    @Override
    public String toString() {
        return Characters.shown(id + ": " + column + " " + Shown.number(now) + needed.map(it -> " -> " + Shown.number(it)).orElse(", no number")
                + " reaches " + target + " (" + examined + " ranges examined)");
    }
}
