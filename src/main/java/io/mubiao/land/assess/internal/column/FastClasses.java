package io.mubiao.land.assess.internal.column;

import com.google.common.base.Suppliers;
import io.mubiao.formula.internal.Num;
import io.mubiao.formula.internal.Test;
import io.mubiao.land.ClassRule;
import io.mubiao.land.PostRule;
import io.mubiao.land.assess.internal.Classer;
import io.mubiao.land.assess.internal.Cohort;
import io.mubiao.land.assess.internal.Scope;
import io.mubiao.land.internal.CompiledRule.CompiledClasses;
import io.mubiao.land.internal.CompiledRule.CompiledGroup;
import io.mubiao.land.internal.CompiledRule.Role;
import io.mubiao.land.internal.CompiledRule.Slot;
import io.mubiao.land.internal.CompiledRule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Classes and what changes them, over blocks; a row of which a test is not told by its block is left to the exact evaluator. */
public final class FastClasses {
    /** Somebody else must look. */
    public static final int OPEN = -3;

    private final Cohort cohort;
    private final CompiledRule rule;
    private final List<String> names;
    private final ClassRule classes;
    /** The test that gives a class, by class; null where there is none. */
    private final List<@Nullable Truths> gives = new ArrayList<>();
    private final List<@Nullable Truths> requires = new ArrayList<>();
    private final List<@Nullable Truths> overrides = new ArrayList<>();

    private FastClasses(Cohort cohort, CompiledClasses classes) {
        this.cohort = cohort;
        this.rule = cohort.rule;
        this.classes = classes.rule();
        this.names = classes.rule().classes();
        Inputs inputs = new Inputs(cohort.binding, cohort.baselines);
        inputs.know(Scope.slots(rule), cohort.scope.rankings);
        VecCompiler compiler = new VecCompiler(inputs);
        int total = rule.slot("total");
        KnownRows.give(compiler, cohort, cohort.again());
        givePoints(compiler, inputs);
        for (String name : names) {
            gives.add(test(compiler, switch (classes.rule().method()) {
                case RANK -> null;
                case TESTS -> classes.tests().get(name);
                case SCORE -> classes.least().containsKey(name) ? new Test.Compare(Test.Relation.AT_MOST,
                        new Num.Const(classes.least().get(name)), new Num.Slot(total, "total")) : null;
            }));
            requires.add(test(compiler, classes.requires().get(name)));
        }
        rule.overrides().forEach(it -> overrides.add(test(compiler, it.orElse(null))));
    }

    /** Points of items, and their sum, are those of the group that a row is of. */
    private void givePoints(VecCompiler compiler, Inputs inputs) {
        Supplier<List<GroupProgram>> programs = Suppliers.memoize(
                () -> rule.groups().stream().map(group -> new GroupProgram(inputs, group)).toList());
        for (Slot slot : rule.slots()) {
            if (slot.role() == Role.SCORE || slot.role() == Role.SUBTOTAL) {
                compiler.giveLater(slot.symbol().slot(), () -> points(compiler, slot, programs.get()));
            }
        }
    }

    private Vec points(VecCompiler compiler, Slot slot, List<GroupProgram> programs) {
        int at = slot.symbol().slot();
        Vec points = null;
        for (int k = 0; k < programs.size(); k++) {
            CompiledGroup group = rule.groups().get(k);
            if (slot.role() == Role.SUBTOTAL || group.items().stream().anyMatch(item -> item.slot() == at)) {
                Vec own = programs.get(k).points(at);
                Vec[] alike = Factors.alike(own, points == null ? Vec.where(Vec.NONE, own) : points);
                points = programs.size() == 1 ? own : Vec.choice(compiler.tests().isOfGroup(group.group().id()), alike[0], alike[1]);
            }
        }
        if (points == null) {
            throw new VecCompiler.Unfit();
        }
        return points;
    }

    private static @Nullable Truths test(VecCompiler compiler, @Nullable Test test) {
        return test == null ? null : compiler.tests().test(test);
    }

    /** Null where a test is not fit for blocks. */
    public static @Nullable FastClasses of(Cohort cohort) {
        try {
            return new FastClasses(cohort, cohort.rule.classes().orElseThrow());
        } catch (VecCompiler.Unfit e) {
            return null;
        }
    }

    /**
     * Finds the classes of the rows of a block.
     *
     * @param found by row of the block the class by place, where the rule goes by rank, else any class; below 0 for none. Becomes
     *     the class before overrides, or {@link #OPEN}
     */
    public void find(Block block, int[] found) {
        if (!cohort.goesByRank()) {
            first(block, found);
        }
        block.classes = NOBODY;
        for (int k = 0; k < classes.rest(); k++) {
            Truths more = requires.get(k);
            if (more != null && has(found, k, block.rows)) {
                Truths.Bits holds = block.takeBits();
                int next = classes.next(k);
                more.rows(block, holds);
                for (int i = 0; i < block.rows; i++) {
                    if (found[i] == k) {
                        found[i] = is(holds.yes, i) ? k : !is(holds.open, i) ? next : OPEN;
                    }
                }
                block.giveBits(holds);
            }
        }
    }

    private static boolean is(long[] bits, int i) {
        return (bits[i / Long.SIZE] >>> i & 1) == 1;
    }

    private static final int[] NOBODY = nobody();

    private static int[] nobody() {
        int[] classes = new int[Block.SIZE];
        java.util.Arrays.fill(classes, TextCodes.MISSING);
        return classes;
    }

    private static boolean has(int[] found, int what, int rows) {
        for (int i = 0; i < rows; i++) {
            if (found[i] == what) {
                return true;
            }
        }
        return false;
    }

    /** The first class whose test holds, the one that takes all others where none does. */
    private void first(Block block, int[] found) {
        block.classes = NOBODY;
        int[] given = block.takeInts();
        java.util.Arrays.fill(given, 0, block.rows, classes.rest());
        Truths.Bits holds = block.takeBits();
        for (int k = classes.rest() - 1; k >= 0; k--) {
            Truths test = gives.get(k);
            if (test != null) {
                test.rows(block, holds);
                for (int w = 0; w < block.words(); w++) {
                    for (long some = holds.yes[w] | holds.open[w]; some != 0; some &= some - 1) {
                        int i = w * Long.SIZE + Long.numberOfTrailingZeros(some);
                        given[i] = is(holds.yes, i) ? k : OPEN;
                    }
                }
            }
        }
        block.giveBits(holds);
        for (int i = 0; i < block.rows; i++) {
            found[i] = found[i] < 0 ? found[i] : given[i];
        }
        block.giveInts(given);
    }

    /** What the overrides make of classes: changes them, and notes {@link #OPEN} where an exact evaluator must look. */
    public void override(Block block, int[] classes) {
        Truths.Bits holds = block.takeBits();
        for (int k = 0; k < overrides.size(); k++) {
            Truths test = overrides.get(k);
            PostRule it = rule.rule().overrides().get(k);
            if (test == null) {
                given(block, classes);
                continue;
            }
            block.classes = classes;
            test.rows(block, holds);
            int[] after = after(it);
            for (int w = 0; w < block.words(); w++) {
                for (long some = holds.yes[w] | holds.open[w]; some != 0; some &= some - 1) {
                    int i = w * Long.SIZE + Long.numberOfTrailingZeros(some);
                    if (classes[i] >= 0) {
                        classes[i] = is(holds.yes, i) ? after[classes[i]] : OPEN;
                    }
                }
            }
        }
        block.classes = NOBODY;
        block.giveBits(holds);
    }

    /** Whoever has a class given by hand is left to the exact evaluator. */
    private void given(Block block, int[] classes) {
        for (int i = 0; !cohort.manual.isEmpty() && i < block.rows; i++) {
            if (classes[i] >= 0 && cohort.manual.containsKey(cohort.roll.id(block.from + i))) {
                classes[i] = OPEN;
            }
        }
    }

    private int[] after(PostRule it) {
        int[] after = new int[names.size()];
        for (int now = 0; now < after.length; now++) {
            after[now] = Classer.apply(it, now, names);
        }
        return after;
    }
}
