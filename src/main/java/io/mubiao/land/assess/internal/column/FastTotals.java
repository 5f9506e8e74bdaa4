package io.mubiao.land.assess.internal.column;

import io.mubiao.land.assess.internal.BaselineTable;
import io.mubiao.land.assess.internal.Binding;
import io.mubiao.land.assess.internal.Histogram;
import io.mubiao.land.assess.internal.Scope;
import io.mubiao.land.assess.internal.Totals;
import io.mubiao.land.assess.internal.Workers;
import io.mubiao.land.assess.internal.near.NearTotals;
import io.mubiao.land.internal.CompiledRule.CompiledGroup;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Totals over blocks of columns. A total whose rounding is not proved is left to the exact evaluator, and so are all of a group
 * that is not fit for blocks.
 */
public final class FastTotals {
    private final Scope scope;
    private final List<@Nullable GroupProgram> groups;
    /** The totals of each group: rounded whole numbers of the last digit, or unrounded ones of one factor. */
    private final List<@Nullable Vec> programs;
    /** Totals of everybody in units of the last digit before they are rounded. */
    private final @Nullable Vec plain;

    private FastTotals(Scope scope, List<@Nullable GroupProgram> groups, List<@Nullable Vec> programs, @Nullable Vec plain) {
        this.scope = scope;
        this.groups = groups;
        this.programs = programs;
        this.plain = plain;
    }

    /** Rounded totals; null where no group is fit for blocks. */
    public static @Nullable FastTotals rounded(Binding binding, Scope scope, BaselineTable baselines, Rounding rounding) {
        List<@Nullable GroupProgram> groups = groups(binding, baselines, scope);
        if (groups.stream().allMatch(java.util.Objects::isNull) || Math.abs(rounding.digits()) > 12) {
            return null;
        }
        List<@Nullable Vec> programs = new ArrayList<>();
        for (GroupProgram group : groups) {
            programs.add(group == null ? null : usable(Vec.plain(Vec.times(VecCompiler.rounded(group.total(), rounding),
                    Rational.of(10).power(Math.max(0, rounding.digits()))))));
        }
        GroupProgram first = groups.get(0);
        Vec plain = first == null || rounding.digits() < 0 || !WholeNumbers.isHalf(rounding.mode()) ? null
                : usable(Vec.plain(Vec.times(first.total(), Rational.of(10).power(rounding.digits()))));
        return new FastTotals(scope, groups, programs, plain);
    }

    /** Unrounded totals; null where no group is fit for blocks. */
    public static @Nullable FastTotals near(Binding binding, Scope scope, BaselineTable baselines) {
        List<@Nullable GroupProgram> groups = groups(binding, baselines, scope);
        if (groups.stream().allMatch(java.util.Objects::isNull)) {
            return null;
        }
        List<@Nullable Vec> programs = new ArrayList<>();
        groups.forEach(group -> programs.add(group == null ? null : group.total()));
        for (int i = 1; i < programs.size(); i++) {
            for (int k = 0; k < i; k++) {
                Vec a = programs.get(k);
                Vec b = programs.get(i);
                if (a != null && b != null) {
                    Vec[] alike = Factors.alike(a, b);
                    programs.set(k, alike[0]);
                    programs.set(i, alike[1]);
                }
            }
        }
        return new FastTotals(scope, groups, programs, null);
    }

    private static @Nullable Vec usable(Vec vec) {
        return vec.isUsable() && vec.magnitude() < Vec.EXACT ? vec : null;
    }

    private static List<@Nullable GroupProgram> groups(Binding binding, BaselineTable baselines, Scope scope) {
        Inputs inputs = new Inputs(binding, baselines);
        inputs.know(Scope.slots(binding.rule), scope.rankings);
        List<@Nullable GroupProgram> groups = new ArrayList<>();
        for (CompiledGroup group : binding.rule.groups()) {
            groups.add(program(inputs, group));
        }
        return groups;
    }

    private static @Nullable GroupProgram program(Inputs inputs, CompiledGroup group) {
        try {
            GroupProgram program = new GroupProgram(inputs, group);
            return program.total().isUsable() ? program : null;
        } catch (VecCompiler.Unfit e) {
            return null;
        }
    }

    /** Whether no group is left to the exact evaluator as a whole. */
    public boolean isOfAllGroups() {
        return !programs.contains(null);
    }

    /** A closer look at single rows; for one thread. */
    public Closely closely() {
        Block one = new Block();
        Block other = new Block();
        return new Closely() {
            @Override
            public boolean areSame(int a, int b) {
                int group = scope.group(a);
                Vec program = group < 0 || group != scope.group(b) ? null : programs.get(group);
                one.at(a, a + 1);
                other.at(b, b + 1);
                return program != null && (program.isSame(one, other)
                        || (program.isFixed(one) && program.isFixed(other) && program.row(one) == program.row(other)));
            }

            @Override
            public double error(int row) {
                Vec program = scope.group(row) < 0 ? null : programs.get(scope.group(row));
                one.at(row, row + 1);
                return program == null ? Double.NaN : program.error(one) * 2;
            }
        };
    }

    /** What takes too long to be asked of every row. */
    public interface Closely {
        /** Whether the totals of two rows surely are one. */
        boolean areSame(int a, int b);

        /** How far the double of a row can be from its total; NaN where that is not known better than for all. */
        double error(int row);
    }

    /** What unrounded totals are multiples of. */
    public Rational factor() {
        return programs.stream().filter(java.util.Objects::nonNull).findFirst().orElseThrow().factor;
    }

    public double rel() {
        return programs.stream().mapToDouble(it -> it == null ? 0 : it.rel).max().orElse(0);
    }

    public double abs() {
        return programs.stream().mapToDouble(it -> it == null ? 0 : it.abs).max().orElse(0);
    }

    /** An empty histogram as wide as the totals of so many rows can be, if that is not too wide. */
    public Optional<Histogram> histogram(int size) {
        if (!isOfAllGroups()) {
            return Optional.empty();
        }
        double low = programs.stream().mapToDouble(it -> it == null ? 0 : it.low).min().orElse(0);
        double high = programs.stream().mapToDouble(it -> it == null ? 0 : it.high).max().orElse(-1);
        return Math.max(Math.abs(low), Math.abs(high)) > 1e9 ? Optional.empty() : Optional.ofNullable(
                Histogram.of((long) Math.floor(low) - 1, (long) Math.ceil(high) + 1, scope.rankings.size(), size));
    }

    public void run(int from, int end, Totals totals, Workers.Counter counter, Optional<Histogram> counts, IntConsumer exact) {
        Block block = new Block();
        double[] rows = block.take();
        PlainTotals fused = plain == null ? null : PlainTotals.of(plain, totals, counts.orElse(null), scope);
        if (fused == null) {
            totals.clear(from, end);
        }
        for (int start = from; start < end; start += Block.SIZE) {
            block.at(start, end);
            if (fused != null && plain != null) {
                plain.rows(block, rows);
                fused.block(block, rows, row -> left(0, row, exact));
            } else {
                for (int group = 0; group < (scope.isPlain() ? 1 : programs.size()); group++) {
                    group(block, rows, group, totals, exact);
                }
                counts.ifPresent(histogram -> histogram.count(block, scope, totals));
            }
            counter.row(from, start + block.rows - 1);
        }
        block.give(rows);
    }

    private void left(int group, int row, IntConsumer exact) {
        GroupProgram program = groups.get(group);
        if (program == null || !program.lacks(row)) {
            exact.accept(row);
        }
    }

    private void group(Block block, double[] rows, int group, Totals totals, IntConsumer exact) {
        boolean[] wanted = scope.isPlain() ? null : scope.scored(block, group);
        Vec program = programs.get(group);
        if (wanted != null && !any(wanted, block.rows)) {
            return;
        }
        if (program == null) {
            java.util.Arrays.fill(rows, 0, block.rows, Double.NaN);
        } else {
            block.wanted = wanted;
            program.rows(block, rows);
            block.wanted = null;
        }
        NearTotals near = totals.near();
        for (int i = 0; i < block.rows; i++) {
            if (wanted == null || wanted[i]) {
                if (Double.isNaN(rows[i])) {
                    left(group, block.from + i, exact);
                } else if (near != null) {
                    near.set(block.from + i, rows[i]);
                } else {
                    totals.setScaled(block.from + i, (long) rows[i]);
                }
            }
        }
    }

    private static boolean any(boolean[] wanted, int rows) {
        for (int i = 0; i < rows; i++) {
            if (wanted[i]) {
                return true;
            }
        }
        return false;
    }
}
