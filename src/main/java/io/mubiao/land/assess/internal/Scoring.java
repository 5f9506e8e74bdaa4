package io.mubiao.land.assess.internal;

import io.mubiao.formula.Value;
import io.mubiao.formula.internal.Num;
import io.mubiao.formula.internal.Truth;
import io.mubiao.land.Bonus;
import io.mubiao.land.Policy;
import io.mubiao.land.internal.Arithmetic;
import io.mubiao.land.internal.CompiledRule.CompiledBonus;
import io.mubiao.land.internal.CompiledRule.CompiledGroup;
import io.mubiao.land.internal.CompiledRule.CompiledItem;
import io.mubiao.land.internal.CompiledRule.Slot;
import io.mubiao.land.internal.CompiledRule;
import io.mubiao.value.Enclosure;
import io.mubiao.value.Rational;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Item scores, bonuses and the total of one enterprise, exact. */
public final class Scoring {
    private static final Enclosure ZERO = Enclosure.of(Rational.ZERO);
    private static final Arithmetic<Enclosure> EXACT = new Arithmetic<>(Enclosure::of, Enclosure::plus, Enclosure::min, Enclosure::max);

    private final RowFrame frame;
    private final CompiledRule rule;

    public Scoring(RowFrame frame) {
        this.frame = frame;
        this.rule = frame.binding.rule;
    }

    public @Nullable CompiledGroup group() {
        int group = frame.group();
        return group < 0 ? null : rule.groups().get(group);
    }

    /** The score of an item in the enterprise's own group. */
    public Value score(Slot slot) {
        CompiledGroup group = group();
        if (group != null) {
            for (CompiledItem item : group.items()) {
                if (item.slot() == slot.symbol().slot()) {
                    return score(group, item);
                }
            }
        }
        return Value.missing(slot.symbol().name());
    }

    private Value score(CompiledGroup group, CompiledItem listed) {
        CompiledItem item = chosen(listed);
        Value plain = plainScore(item);
        if (plain.isNumber() || plain.is(Value.Absence.OPEN)) {
            return plain;
        }
        Policy policy = policy(item);
        return switch (policy.kind()) {
            case POINTS -> points(item, policy).value(frame);
            case MEAN_SCORE -> rounded(item, frame.baselines().meanScore(group.group().id(), item.item().id()));
            case REWEIGHT, REFUSE, COMPUTE -> plain;
        };
    }

    /** The line by which the enterprise is scored: that of the other indicator, if it has only that one. */
    public CompiledItem chosen(CompiledItem item) {
        return item.instead().filter(other -> frame.scored(item.indicator()).isMissing()
                && !frame.scored(other.indicator()).isMissing()).orElse(item);
    }

    static Num points(CompiledItem item, Policy policy) {
        Num points = item.points().get(policy);
        if (points == null) {
            throw new IllegalStateException("no points of " + policy);
        }
        return points;
    }

    /** The mean score under the rounding of the item. */
    public static Value rounded(CompiledItem item, Value mean) {
        return mean.isNumber() && item.limits().rounding().isPresent()
                ? Value.of(mean.number().rounded(item.limits().rounding().get()))
                : mean;
    }

    /** What the formula gives, without policies for missing and degenerate cases. */
    public Value plainScore(CompiledItem listed) {
        CompiledItem item = chosen(listed);
        Value x = frame.scored(item.indicator());
        return x.isNumber() ? item.score().value(frame) : x;
    }

    /** The policy that applies where {@link #plainScore} gives nothing. */
    public Policy policy(CompiledItem listed) {
        CompiledItem item = chosen(listed);
        Value x = frame.scored(item.indicator());
        if (x.isMissing()) {
            return item.item().missing();
        }
        if (x.is(Value.Absence.ZERO_DIVISOR)) {
            return item.item().zeroDivisor();
        }
        // Another figure that the shape needs and that is missing is answered by no policy.
        return item.score().value(frame).is(Value.Absence.MISSING) ? Policy.REFUSE : item.item().degenerate();
    }

    /** The sum of the items; items to be left out raise the others in proportion to their weights. */
    Value subtotal() {
        CompiledGroup group = group();
        if (group == null) {
            return Value.missing("group");
        }
        if (group.rankOn() >= 0) {
            return frame.number(group.rankOn());
        }
        Enclosure sum = ZERO;
        boolean open = false;
        List<CompiledItem> present = new ArrayList<>();
        for (CompiledItem item : group.items()) {
            Value score = frame.number(item.slot());
            if (score.isNumber()) {
                sum = sum.plus(score.number());
                present.add(item);
            } else if (score.is(Value.Absence.OPEN)) {
                open = true;
            } else if (policy(item).kind() != Policy.Kind.REWEIGHT) {
                return score.about(item.item().id());
            }
        }
        if (open) {
            return Value.open();
        }
        if (present.size() == group.items().size()) {
            return Value.of(sum);
        }
        Value weight = weight(group.items());
        Value kept = weight(present);
        if (!weight.isNumber() || !kept.isNumber()) {
            return weight.isNumber() ? kept : weight;
        }
        return kept.number().sign().orElse(0) == 0
                ? Value.missing("all items")
                : Value.of(sum.times(weight.number().dividedBy(kept.number())));
    }

    private Value weight(List<CompiledItem> items) {
        Enclosure sum = ZERO;
        for (CompiledItem item : items) {
            Value weight = item.weight().value(frame);
            if (!weight.isNumber()) {
                return weight.about(item.item().id());
            }
            sum = sum.plus(weight.number());
        }
        return Value.of(sum);
    }

    /** The points of a bonus after its own limit; zero where it is not given. */
    public Value bonus(CompiledBonus bonus) {
        Truth given = bonus.when().isEmpty() ? Truth.TRUE : bonus.when().get().holds(frame);
        if (given == Truth.FALSE) {
            return Value.of(ZERO);
        }
        Bonus it = bonus.bonus();
        Value amount = bonus.amount().value(frame);
        if (given == Truth.UNKNOWN || amount.isMissing()) {
            return it.missingIsNone() ? Value.of(ZERO)
                    : (given == Truth.UNKNOWN ? bonus.when().orElseThrow().absent(frame) : amount).about(it.id());
        }
        if (!amount.isNumber()) {
            return amount.is(Value.Absence.OPEN) ? amount : amount.about(it.id());
        }
        Enclosure points = amount.number();
        if (it.ofSubtotal()) {
            Value subtotal = frame.number(rule.slot("subtotal"));
            if (!subtotal.isNumber()) {
                return subtotal;
            }
            points = points.times(subtotal.number());
        }
        points = bonus.limit().isPresent() ? EXACT.within().apply(points, bonus.limit().get()) : points;
        return Value.of(given == Truth.OPEN ? points.hull(ZERO) : points);
    }

    /** Items and bonuses, held between floor and cap, not rounded. */
    public Value unrounded() {
        Value subtotal = frame.number(rule.slot("subtotal"));
        CompiledGroup group = group();
        if (!subtotal.isNumber() || (group != null && group.rankOn() >= 0)) {
            return subtotal;
        }
        Map<String, Enclosure> bonuses = new LinkedHashMap<>();
        for (CompiledBonus bonus : rule.bonuses()) {
            Value points = bonus(bonus);
            if (!points.isNumber()) {
                return points;
            }
            bonuses.put(bonus.bonus().id(), points.number());
        }
        return Value.of(rule.total(subtotal.number(), bonuses, EXACT));
    }

    /** The total under the rule's rounding. */
    public Value total() {
        Value total = unrounded();
        return total.isNumber() && rule.limits().rounding().isPresent()
                ? Value.of(total.number().rounded(rule.limits().rounding().get()))
                : total;
    }
}
