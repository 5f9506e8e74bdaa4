package io.mubiao.land.assess.internal.column;

import io.mubiao.formula.Num;
import io.mubiao.formula.Test;
import io.mubiao.land.assess.internal.BaselineTable;
import io.mubiao.land.assess.internal.Binding;
import io.mubiao.land.assess.internal.Histogram;
import io.mubiao.land.assess.internal.Scope;
import io.mubiao.land.assess.internal.Totals;
import io.mubiao.land.assess.internal.Workers;
import io.mubiao.land.internal.CompiledRule.CompiledGroup;
import io.mubiao.land.internal.CompiledRule.CompiledItem;
import io.mubiao.land.internal.CompiledRule;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Totals over blocks of columns; a total whose rounding is not proved is left to the exact evaluator. */
public final class FastTotals {
    private final Scope scope;
    private final List<Vec> programs;

    private FastTotals(Scope scope, List<Vec> programs) {
        this.scope = scope;
        this.programs = programs;
    }

    /** The totals of each group in units of the last digit, or null where the rule or the data are not fit for it. */
    public static @Nullable FastTotals of(Binding binding, Scope scope, BaselineTable baselines) {
        CompiledRule rule = binding.rule;
        Rounding rounding = rule.limits().rounding().orElse(null);
        if (rounding == null || rounding.digits() < 0 || rounding.digits() > 12 || !rule.bonuses().isEmpty()
                || !isHalf(rounding) || rule.groups().stream().anyMatch(group -> group.rankOn() >= 0)) {
            return null;
        }
        try {
            VecCompiler compiler = new VecCompiler(binding, baselines, scope);
            Rational scale = Rational.of(10).power(rounding.digits());
            List<Vec> programs = new ArrayList<>();
            for (CompiledGroup group : rule.groups()) {
                programs.add(program(compiler, rule, group, scale));
            }
            return new FastTotals(scope, programs);
        } catch (VecCompiler.Unfit e) {
            return null;
        }
    }

    private static boolean isHalf(Rounding rounding) {
        return switch (rounding.mode()) {
            case HALF_UP, HALF_DOWN, HALF_EVEN -> true;
            default -> false;
        };
    }

    private static Vec program(VecCompiler compiler, CompiledRule rule, CompiledGroup group, Rational scale) {
        Num sum = null;
        for (CompiledItem item : group.items()) {
            if (!needs(item.score(), item.indicator())) {
                throw new VecCompiler.Unfit();
            }
            sum = sum == null ? item.score() : new Num.Binary(Num.Op.PLUS, sum, item.score());
        }
        if (sum == null) {
            throw new VecCompiler.Unfit();
        }
        Num held = rule.limits().bound(sum, Num.Const::new, (most, it) -> new Num.Binary(Num.Op.MIN, it, most),
                (least, it) -> new Num.Binary(Num.Op.MAX, it, least));
        Vec total = Vec.plain(Vec.times(compiler.compile(held), scale));
        if (!total.isUsable() || total.magnitude() >= Vec.EXACT) {
            throw new VecCompiler.Unfit();
        }
        return total;
    }

    /** Whether a formula gives no number wherever a slot holds none: a score without its indicator is left to its policy. */
    private static boolean needs(Num num, int slot) {
        if (num instanceof Num.Slot it) {
            return it.slot() == slot;
        }
        if (num instanceof Num.Binary it) {
            return needs(it.left(), slot) || needs(it.right(), slot);
        }
        if (num instanceof Num.Rounded it) {
            return needs(it.of(), slot);
        }
        if (num instanceof Num.Choice it) {
            boolean tested = it.test() instanceof Test.Compare compare
                    && (needs(compare.left(), slot) || needs(compare.right(), slot));
            return tested || (needs(it.then(), slot) && needs(it.otherwise(), slot));
        }
        return false;
    }

    /** An empty histogram as wide as the totals can be, if that is not too wide. */
    public Optional<Histogram> histogram() {
        double low = programs.stream().mapToDouble(program -> program.low).min().orElse(0);
        double high = programs.stream().mapToDouble(program -> program.high).max().orElse(-1);
        return Math.max(Math.abs(low), Math.abs(high)) > 1e9 ? Optional.empty() : Optional.ofNullable(
                Histogram.of((long) Math.floor(low) - 1, (long) Math.ceil(high) + 1, scope.rankings.size()));
    }

    public void run(int from, int end, Totals totals, Workers.Counter counter, Optional<Histogram> counts, IntConsumer exact) {
        Block block = new Block();
        double[] rows = block.take();
        PlainTotals plain = PlainTotals.of(programs.get(0), totals, counts.orElse(null), scope);
        if (plain == null) {
            totals.clear(from, end);
        }
        int groups = scope.isPlain() ? 1 : programs.size();
        for (int start = from; start < end; start += Block.SIZE) {
            block.at(start, end);
            if (plain != null) {
                programs.get(0).rows(block, rows);
                plain.block(block, rows, exact);
            } else {
                for (int group = 0; group < groups; group++) {
                    Vec program = programs.get(group);
                    program.rows(block, rows);
                    round(block, rows, program, scope.isPlain() ? -1 : group, totals, exact);
                }
                counts.ifPresent(histogram -> histogram.count(block, scope, totals));
            }
            counter.row(from, start + block.rows - 1);
        }
        block.give(rows);
    }

    private void round(Block block, double[] rows, Vec program, int group, Totals totals, IntConsumer exact) {
        for (int i = 0; i < block.rows; i++) {
            int row = block.from + i;
            if (group < 0 || (scope.group(row) == group && scope.standing(row).isScored())) {
                double whole = Vec.half(rows[i], program.rel, program.abs);
                if (!Double.isNaN(whole)) {
                    totals.setScaled(row, (long) whole);
                } else {
                    exact.accept(row);
                }
            }
        }
    }
}
