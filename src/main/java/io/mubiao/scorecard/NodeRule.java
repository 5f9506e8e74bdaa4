package io.mubiao.scorecard;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import io.mubiao.shape.Limits;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.util.Map;
import java.util.Optional;

/**
 * How one node rolls up (节点规则). Immutable. Order: roll-up, scaling, cap, floor, rounding, grade.
 *
 * @param rollup how points are made of those below
 * @param weights the weights of the children by name; empty for none: then points count as they are
 * @param weightsTotal what the weights must sum to; empty where there are none
 * @param outOf the full points it is scaled to, such as 100; empty for the sum of those below
 * @param missing what is done about children without points
 * @param complete the least share of the full points that must be known, from 0 to 1
 * @param limits what holds and rounds the points, before grades
 * @param graded whether it gets a grade; empty for: where its full points are those that the bands of the grades are of
 * @param best of how many children, those with the most points, it is made (取最好的几项); empty for all
 */
public record NodeRule(Rollup rollup, Map<String, Rational> weights, Optional<Rational> weightsTotal,
        Optional<Rational> outOf, Missing missing, Rational complete, Limits<Rational> limits,
        Optional<Boolean> graded, Optional<Integer> best) {
    /** As the canonical one, made of all children; without a grade, or with one where its full points are those of the bands. */
    public NodeRule(Rollup rollup, Map<String, Rational> weights, Optional<Rational> weightsTotal, Optional<Rational> outOf,
            Missing missing, Rational complete, Limits<Rational> limits, boolean graded) {
        this(rollup, weights, weightsTotal, outOf, missing, complete, limits, graded ? Optional.empty() : Optional.of(false), Optional.empty());
    }

    /** Points add up; a child without points leaves the node without; nothing is rounded; grades are given. */
    public static final NodeRule PLAIN = new NodeRule(Rollup.WEIGHTED_SUM, Map.of(), Optional.empty(), Optional.empty(),
            Missing.REFUSE, Rational.ZERO, Limits.none(), Optional.empty(), Optional.empty());

    public NodeRule {
        requireNonNull(rollup, "rollup");
        weights = ImmutableMap.copyOf(weights);
        requireNonNull(weightsTotal, "weightsTotal");
        requireNonNull(outOf, "outOf");
        requireNonNull(missing, "missing");
        requireNonNull(graded, "graded");
        Limits.clash(limits).ifPresent(message -> {
            throw new IllegalArgumentException(message);
        });
        if (complete.signum() < 0 || complete.compareTo(Rational.ONE) > 0) {
            throw new IllegalArgumentException("complete must be from 0 % to 100 %, got " + complete);
        }
        if (outOf.isPresent() && outOf.get().signum() <= 0) {
            throw new IllegalArgumentException("out-of must be above 0, got " + outOf.get());
        }
        if (!weights.isEmpty() && rollup != Rollup.WEIGHTED_SUM) {
            throw new IllegalArgumentException("weights belong to weighted-sum, got " + rollup);
        }
        if (best.isPresent() && (best.get() < 1 || rollup != Rollup.WEIGHTED_SUM || !weights.isEmpty() || missing == Missing.REWEIGHT)) {
            throw new IllegalArgumentException("best must be at least 1 and belongs to weighted-sum without weights and without missing: "
                    + "reweight, got best " + best.get() + " of " + rollup);
        }
        for (Map.Entry<String, Rational> weight : weights.entrySet()) {
            if (weight.getValue().signum() < 0) {
                throw new IllegalArgumentException("weight of '" + weight.getKey() + "' must be at least 0, got "
                        + weight.getValue());
            }
        }
        Rational sum = Rational.sum(weights.values());
        if (!weights.isEmpty() && weightsTotal.isEmpty()) {
            throw new IllegalArgumentException("weights-total must say what the weights sum to");
        }
        if (weightsTotal.isPresent() && !sum.equals(weightsTotal.get())) {
            throw new IllegalArgumentException("the weights sum to " + sum + ", expected " + weightsTotal.get());
        }
    }

    /** The same with this roll-up. */
    public NodeRule rollup(Rollup value) {
        return new NodeRule(value, weights, weightsTotal, outOf, missing, complete, limits, graded, best);
    }

    /** The same with named weights that sum to a total. */
    public NodeRule weights(Map<String, Rational> values, Rational total) {
        return new NodeRule(rollup, values, Optional.of(total), outOf, missing, complete, limits, graded, best);
    }

    /** The same scaled to full points. */
    public NodeRule outOf(long full) {
        return new NodeRule(rollup, weights, weightsTotal, Optional.of(Rational.of(full)), missing, complete, limits, graded, best);
    }

    /** The same with this policy for children without points. */
    public NodeRule missing(Missing value) {
        return new NodeRule(rollup, weights, weightsTotal, outOf, value, complete, limits, graded, best);
    }

    /** The same with a completeness gate. */
    public NodeRule complete(Rational leastShare) {
        return new NodeRule(rollup, weights, weightsTotal, outOf, missing, leastShare, limits, graded, best);
    }

    /** The same with a grade whatever its full points, or without. */
    public NodeRule graded(boolean value) {
        return new NodeRule(rollup, weights, weightsTotal, outOf, missing, complete, limits, Optional.of(value), best);
    }

    /** The same with at most so many points. */
    public NodeRule cap(Rational most) {
        return limits(limits.cap(most));
    }

    /** The same made of so many children alone, those with the most points. */
    public NodeRule best(int children) {
        return new NodeRule(rollup, weights, weightsTotal, outOf, missing, complete, limits, graded, Optional.of(children));
    }

    /** The same rounded. */
    public NodeRule rounding(Rounding rule) {
        return limits(limits.rounding(rule));
    }

    /** The same under limits. */
    public NodeRule limits(Limits<Rational> value) {
        return new NodeRule(rollup, weights, weightsTotal, outOf, missing, complete, value, graded, best);
    }
}
