package io.mubiao.land;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.rule.Cite;
import io.mubiao.shape.Limits;
import io.mubiao.shape.Shape;
import io.mubiao.text.internal.Characters;
import io.mubiao.value.Rational;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One scored line (计分项). Immutable; equal weights and limits are formulas of fixed numbers and parameters.
 *
 * @param id its name; the score is known in formulas as {@code score_<id>}
 * @param indicator what is scored
 * @param weight its weight in points
 * @param shape how the value becomes points
 * @param references baselines, fixed numbers or parameters, by the name the shape gives them: base, low, high, target
 * @param limits what holds and rounds the points; cap and floor may use w
 * @param instead what is scored where the indicator is missing and this one is not; empty for nothing
 * @param negative what a negative indicator scores, before cap and floor
 * @param zero what an indicator of zero scores, whatever cap and floor say (倒扣)
 * @param missing what a missing indicator scores
 * @param zeroDivisor what an indicator scores whose own divisor is zero (no land, no energy)
 * @param degenerate what is scored where the shape divides by zero (baseline zero, maximum = minimum, nobody to form it)
 * @param cite where it stands
 */
public record Item(String id, String indicator, Formula weight, Shape shape, Map<String, Formula> references,
        Limits<Formula> limits, Optional<Instead> instead, Policy negative, Policy zero, Policy missing, Policy zeroDivisor,
        Policy degenerate, Cite cite) {
    /**
     * Another indicator for those who lack the first (单位能耗税收或单位电耗税收), scored by the same shape with its own references.
     *
     * @param indicator what is scored
     * @param references as of the item
     */
    public record Instead(String indicator, Map<String, Formula> references) {
        public Instead {
            requireNonNull(indicator, "indicator");
            references = ImmutableMap.copyOf(references);
        }
    }

    public Item {
        requireNonNull(id, "id");
        requireNonNull(indicator, "indicator");
        requireNonNull(weight, "weight");
        requireNonNull(shape, "shape");
        references = ImmutableMap.copyOf(references);
        requireNonNull(limits, "limits");
        requireNonNull(instead, "instead");
        requireNonNull(negative, "negative");
        requireNonNull(zero, "zero");
        requireNonNull(missing, "missing");
        requireNonNull(zeroDivisor, "zeroDivisor");
        requireNonNull(degenerate, "degenerate");
        requireNonNull(cite, "cite");
    }

    /** The score of an indicator that is there: shape, negative values, cap, floor, rounding, zero, in this order. */
    public Formula formula(boolean higherIsBetter) {
        Formula score = plainFormula(higherIsBetter);
        if (negative.points().isPresent()) {
            Formula isNegative = Formula.call("<", Formula.name(indicator), Formula.of(Rational.ZERO));
            score = Formula.call("if", isNegative, negative.points().get().with(meanings()), score);
        }
        Formula held = Limits.held(limits, score, meanings());
        if (zero.points().isEmpty()) {
            return held;
        }
        Formula isZero = Formula.call("==", Formula.name(indicator), Formula.of(Rational.ZERO));
        return Formula.call("if", isZero, zero.points().get().with(meanings()), held);
    }

    /** The line of those who lack the indicator and have the other one; empty if there is none. */
    public Optional<Item> other() {
        return instead.map(it -> new Item(id, it.indicator(), weight, shape, it.references(), limits, Optional.empty(), negative,
                zero, missing, zeroDivisor, degenerate, cite));
    }

    /** What the shape alone gives. */
    public Formula plainFormula(boolean higherIsBetter) {
        return shape.formula(higherIsBetter).with(meanings());
    }

    /** What the shape scores: the indicator, or by places its place in the group. */
    private Formula scored() {
        if (!(shape instanceof Shape.RankPoints ranks)) {
            return Formula.name(indicator);
        }
        return Formula.call("place", Stream.concat(Stream.of(indicator), ranks.by().stream()).map(text -> Formula.of(new Expr.Text(text)))
                .toArray(Formula[]::new));
    }

    private Map<String, Formula> meanings() {
        return ImmutableMap.<String, Formula>builder().put("x", scored()).put("w", weight).putAll(references)
                .build();
    }

    @Override
    public String toString() {
        return Characters.shown(this);
    }
}
