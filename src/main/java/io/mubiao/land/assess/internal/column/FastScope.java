package io.mubiao.land.assess.internal.column;

import io.mubiao.formula.internal.Test;
import io.mubiao.land.Exclusion;
import io.mubiao.land.assess.Standing;
import io.mubiao.land.assess.internal.BaselineTable;
import io.mubiao.land.assess.internal.Binding;
import io.mubiao.land.assess.internal.RankCodes;
import io.mubiao.land.assess.internal.Scope;
import io.mubiao.land.assess.internal.Workers;
import io.mubiao.land.internal.CompiledRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Standings and groups over blocks; a row of which a test is not told by its block is left to the exact evaluator. */
public final class FastScope {
    private static final byte OUT = Scope.code(Standing.OUT);
    private static final byte GRADED = Scope.code(Standing.GRADED);
    private static final byte UNDECIDED = Scope.code(Standing.UNDECIDED);
    private static final byte OPEN = -1;
    private static final boolean[] IS_SCORED = new boolean[Standing.values().length];

    static {
        for (Standing standing : Standing.values()) {
            IS_SCORED[Scope.code(standing)] = standing.isScored();
        }
    }

    private final Inputs inputs;
    /** Who does not meet a requirement. */
    private final List<Truths> requirements = new ArrayList<>();
    /** The weakest first, so that the strongest has the last word. */
    private final List<Truths> exclusions = new ArrayList<>();
    private final List<Byte> standings = new ArrayList<>();
    private final @Nullable TextCodes groups;

    private FastScope(Inputs inputs) {
        this.inputs = inputs;
        CompiledRule rule = inputs.binding.rule;
        TestCompiler compiler = new VecCompiler(inputs).tests();
        for (Test test : rule.requirements()) {
            requirements.add(Truths.not(compiler.test(test)));
        }
        List<Exclusion> all = rule.rule().exclusions();
        for (int i : IntStream.range(0, all.size()).boxed().sorted(Comparator.<Integer, Exclusion.Effect>comparing(i ->
                all.get(i).effect()).thenComparing(i -> i).reversed()).toList()) {
            exclusions.add(compiler.test(rule.exclusions().get(i)));
            standings.add(Scope.code(standing(all.get(i).effect())));
        }
        groups = rule.groups().isEmpty() ? null : compiler.groups();
    }

    /** Null where a test of the rule is not fit for blocks. */
    public static @Nullable FastScope of(Binding binding) {
        try {
            return new FastScope(new Inputs(binding, BaselineTable.NONE));
        } catch (VecCompiler.Unfit e) {
            return null;
        }
    }

    private static Standing standing(Exclusion.Effect effect) {
        return switch (effect) {
            case OUT -> Standing.OUT;
            case COLLECTED -> Standing.COLLECTED;
            case UNGRADED -> Standing.UNGRADED;
            case TREATED_AS -> Standing.TREATED_AS;
        };
    }

    /** The rankings that the rule's texts make; null where a block cannot tell them. */
    public @Nullable RankCodes rankings(List<Integer> slots) {
        try {
            return inputs.codes(slots);
        } catch (VecCompiler.Unfit e) {
            return null;
        }
    }

    /** Fills in rows from one to before another. */
    public void run(int from, int end, RankCodes rankings, byte[] standingOf, short[] groupOf, IntConsumer exact,
            Workers.Counter counter) {
        Block block = new Block();
        byte[] found = new byte[Block.SIZE];
        int[] group = new int[Block.SIZE];
        for (int start = from; start < end; start += Block.SIZE) {
            block.at(start, end);
            block(block, found, group);
            int[] codes = block.codes(rankings);
            for (int i = 0; i < block.rows; i++) {
                int row = start + i;
                if (found[i] == OPEN) {
                    exact.accept(row);
                } else {
                    groupOf[row] = (short) group[i];
                    standingOf[row] = found[i] == GRADED && codes[i] == 0 ? UNDECIDED : found[i];
                }
            }
            counter.row(from, start + block.rows - 1);
        }
    }

    private void block(Block block, byte[] found, int[] group) {
        java.util.Arrays.fill(found, 0, block.rows, GRADED);
        Truths.Bits test = block.takeBits();
        for (int k = 0; k < exclusions.size(); k++) {
            exclusions.get(k).rows(block, test);
            mark(block, test, standings.get(k), found);
        }
        groups(block, found, group);
        for (Truths requirement : requirements) {
            requirement.rows(block, test);
            mark(block, test, OUT, found);
        }
        block.giveBits(test);
    }

    /** Where a test holds; whoever was open stays so. */
    private static void mark(Block block, Truths.Bits test, byte standing, byte[] found) {
        for (int w = 0; w < block.words(); w++) {
            for (long some = test.yes[w] | test.open[w]; some != 0; some &= some - 1) {
                int i = w * Long.SIZE + Long.numberOfTrailingZeros(some);
                found[i] = found[i] == OPEN || (test.open[w] >>> i & 1) == 1 ? OPEN : standing;
            }
        }
    }

    /** Whoever is in no group is out, where he would be scored. */
    private void groups(Block block, byte[] found, int[] group) {
        if (groups == null) {
            java.util.Arrays.fill(group, 0, block.rows, -1);
            return;
        }
        groups.read(block, group);
        for (int i = 0; i < block.rows; i++) {
            boolean isNone = group[i] == TextCodes.MISSING && found[i] != OPEN && IS_SCORED[found[i]];
            found[i] = group[i] == TextCodes.OPEN ? OPEN : isNone ? OUT : found[i];
        }
    }
}
