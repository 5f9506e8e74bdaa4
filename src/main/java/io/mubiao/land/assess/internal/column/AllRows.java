package io.mubiao.land.assess.internal.column;

import io.mubiao.formula.internal.Test;
import io.mubiao.formula.internal.Truth;
import io.mubiao.land.assess.Progress;
import io.mubiao.land.assess.internal.BaselineTable;
import io.mubiao.land.assess.internal.Binding;
import io.mubiao.land.assess.internal.RankCodes;
import io.mubiao.land.assess.internal.Workers;
import io.mubiao.work.Threads;
import io.mubiao.work.internal.Checkpoint;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tests and texts of all rows of a roll, before anything is scored. */
public final class AllRows {
    private AllRows() {}

    /** The rows in which a test holds for sure; none without a test. */
    public static BitSet holding(Binding binding, Optional<Test> test, boolean isFast) {
        int size = binding.roll.size();
        BitSet holding = new BitSet(size);
        if (test.isEmpty()) {
            return holding;
        }
        Inputs inputs = new Inputs(binding, BaselineTable.NONE);
        Truths holds = isFast ? compiled(inputs, test.get()) : null;
        Block block = new Block();
        Truths.Bits bits = new Truths.Bits();
        Arrays.fill(bits.open, -1L);
        for (int start = 0; start < size; start += Block.SIZE) {
            block.at(start, size);
            Checkpoint.pass("row", start);
            if (holds != null) {
                holds.rows(block, bits);
            }
            for (int i = 0; i < block.rows; i++) {
                holding.set(start + i, (bits.yes[i / Long.SIZE] >>> i & 1) == 1
                        || ((bits.open[i / Long.SIZE] >>> i & 1) == 1 && inputs.frame(start + i).decided(test.get()) == Truth.TRUE));
            }
        }
        return holding;
    }

    private static @Nullable Truths compiled(Inputs inputs, Test test) {
        try {
            return new VecCompiler(inputs).tests().test(test);
        } catch (VecCompiler.Unfit e) {
            return null;
        }
    }

    /** The groups that the texts in a slot make. */
    public static RankCodes texts(Binding binding, int slot, boolean isFast) {
        if (isFast) {
            try {
                return new Inputs(binding, BaselineTable.NONE).codes(List.of(slot));
            } catch (VecCompiler.Unfit e) {
                // The exact evaluator does it.
            }
        }
        return RankCodes.of(binding, List.of(slot), BaselineTable.NONE, new Workers(Threads.ONE, Progress.NONE));
    }
}
