package io.mubiao.land.assess.internal.column;

import io.mubiao.formula.Symbol;
import io.mubiao.formula.Value;
import io.mubiao.formula.internal.Num;
import io.mubiao.formula.internal.Test;
import io.mubiao.land.NumberColumn;
import io.mubiao.land.Policy;
import io.mubiao.land.assess.internal.Scoring;
import io.mubiao.land.assess.internal.near.NearMean;
import io.mubiao.land.internal.Arithmetic;
import io.mubiao.land.internal.CompiledRule.CompiledBonus;
import io.mubiao.land.internal.CompiledRule.CompiledGroup;
import io.mubiao.land.internal.CompiledRule.CompiledItem;
import io.mubiao.land.internal.CompiledRule.Slot;
import io.mubiao.land.internal.CompiledRule;
import io.mubiao.value.Rational;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The total of one group of items before it is rounded, as a block program. */
final class GroupProgram {
    private static final Arithmetic<Vec> BLOCKS = new Arithmetic<>(Constant::new, (a, b) -> Factors.sum(a, b, false),
            (a, b) -> VecCompiler.held(a, b, false), (a, b) -> VecCompiler.held(a, b, true));

    private final Inputs inputs;
    private final CompiledRule rule;
    private final VecCompiler compiler;
    private final List<NumberColumn> needed = new ArrayList<>();
    private final Vec total;

    /** @throws VecCompiler.Unfit if the group is not fit for blocks */
    GroupProgram(Inputs inputs, CompiledGroup group) {
        this.inputs = inputs;
        this.rule = inputs.binding.rule;
        this.compiler = new VecCompiler(inputs);
        this.total = group.rankOn() >= 0 ? compiler.compile(new Num.Slot(group.rankOn(), "")) : held(group);
    }

    Vec total() {
        return total;
    }

    /**
     * The points of an item of the group, or the sum of all of them.
     *
     * @throws VecCompiler.Unfit if the group has none
     */
    Vec points(int slot) {
        return compiler.compile(new Num.Slot(slot, ""));
    }

    /** Whether a row surely has no total, because a figure is missing that nothing stands in for. */
    boolean lacks(int row) {
        return lacks(needed, row);
    }

    private static boolean lacks(Collection<NumberColumn> needed, int row) {
        for (NumberColumn column : needed) {
            if (column.isMissing(row)) {
                return true;
            }
        }
        return false;
    }

    private Vec held(CompiledGroup group) {
        Vec sum = new Constant(Rational.ZERO);
        for (CompiledItem item : group.items()) {
            sum = Factors.sum(sum, item(group.group().id(), item), false);
        }
        compiler.give(rule.slot("subtotal"), sum);
        Map<String, Vec> bonuses = new LinkedHashMap<>();
        for (CompiledBonus bonus : rule.bonuses()) {
            bonuses.put(bonus.bonus().id(), bonus(bonus, sum));
        }
        return rule.total(sum, bonuses, BLOCKS);
    }

    private Vec item(String group, CompiledItem item) {
        CompiledItem other = item.instead().orElse(null);
        if (other == null) {
            return line(group, item);
        }
        if (isText(item) || isText(other)) {
            throw new VecCompiler.Unfit();
        }
        Truths isOther = Truths.both(lacks(item), Truths.not(lacks(other)));
        int before = needed.size();
        Vec[] alike = Factors.alike(line(group, item), line(group, other));
        needed.subList(before, needed.size()).clear();
        Vec score = Vec.choice(isOther, alike[1], alike[0]);
        compiler.give(item.slot(), score);
        return score;
    }

    private boolean isText(CompiledItem item) {
        return inputs.slot(item.indicator()).symbol().kind() == Symbol.Kind.TEXT;
    }

    private Truths lacks(CompiledItem item) {
        return compiler.tests().test(new Test.IsMissing(new Num.Slot(item.indicator(), "")));
    }

    private Vec line(String group, CompiledItem item) {
        Num indicator = new Num.Slot(item.indicator(), "");
        Vec plain = compiler.compile(item.score());
        boolean isText = isText(item);
        if (!isText && !Needs.of(item.score(), item.indicator())) {
            plain = Vec.where(compiler.compile(indicator), plain);
        }
        if (!isText && refuses(item.item().missing())) {
            Needs.columns(indicator, inputs).forEach(needed::add);
        }
        List<Policy> policies = List.of(item.item().missing(), item.item().zeroDivisor(), item.item().degenerate());
        Vec score = policies.stream().allMatch(GroupProgram::refuses) ? plain : answered(group, item, plain, policies);
        compiler.give(item.slot(), score);
        return score;
    }

    private static boolean refuses(Policy policy) {
        return policy.kind() == Policy.Kind.REFUSE || policy.kind() == Policy.Kind.COMPUTE;
    }

    /** With what the rule says where the formula gives nothing. */
    private Vec answered(String id, CompiledItem item, Vec plain, List<Policy> policies) {
        double least = plain.low;
        double most = plain.high;
        boolean whole = true;
        double rel = 0;
        double[] answers = new double[policies.size()];
        java.util.Arrays.fill(answers, Double.NaN);
        for (Policy policy : policies) {
            Num given = item.points().get(policy);
            if (given != null && !(given instanceof Num.Const)) {
                throw new VecCompiler.Unfit();
            }
            if (given instanceof Num.Const points) {
                Rational row = points.number().dividedBy(plain.factor);
                double answer = row.signum() == 0 ? 0 : Vec.nearest(row);
                least = Math.min(least, answer);
                most = Math.max(most, answer);
                whole &= row.denominator().equals(BigInteger.ONE);
                answers[policies.indexOf(policy)] = answer;
            }
            if (policy.kind() == Policy.Kind.MEAN_SCORE) {
                NearMean near = item.limits().rounding().isPresent() ? null : inputs.baselines.nearMeanScore(id, item.item().id());
                double answer = near != null ? Inputs.row(Value.of(near.number()), plain.factor)
                        : Inputs.row(Scoring.rounded(item, inputs.baselines.meanScore(id, item.item().id())), plain.factor);
                rel = near == null ? rel : Math.max(rel, near.share() + 2 * Vec.U);
                answers[policies.indexOf(policy)] = answer;
                whole = false;
            }
        }
        Slot slot = inputs.slot(item.slot());
        Set<NumberColumn> needs = Needs.columns(new Num.Slot(item.indicator(), ""), inputs);
        Policy onMissing = item.item().missing();
        double ifMissing = answers[policies.indexOf(onMissing)];
        boolean isKnown = refuses(onMissing) || onMissing.kind() == Policy.Kind.REWEIGHT || !Double.isNaN(ifMissing);
        return new Patched(plain, new double[] {least, most}, whole, rel, row -> isKnown && lacks(needs, row) ? ifMissing
                : Inputs.row(new Scoring(inputs.frame(row)).score(slot), plain.factor));
    }

    private Vec bonus(CompiledBonus bonus, Vec subtotal) {
        Vec points = compiler.compile(bonus.amount());
        points = bonus.bonus().ofSubtotal() ? compiler.times(points, subtotal) : points;
        points = bonus.limit().isPresent() ? BLOCKS.within().apply(points, bonus.limit().get()) : points;
        if (bonus.when().isPresent()) {
            Vec[] alike = Factors.alike(points, new Constant(Rational.ZERO));
            points = Vec.choice(compiler.tests().test(bonus.when().get()), alike[0], alike[1]);
        }
        if (!bonus.bonus().missingIsNone()) {
            return points;
        }
        Rational factor = points.factor;
        return new Patched(points, new double[] {0, 0}, true, row -> Inputs.row(new Scoring(inputs.frame(row)).bonus(bonus), factor));
    }
}
