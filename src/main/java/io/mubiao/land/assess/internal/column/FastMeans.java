package io.mubiao.land.assess.internal.column;

import io.mubiao.formula.Value;
import io.mubiao.formula.internal.Num;
import io.mubiao.land.NumberColumn;
import io.mubiao.land.assess.internal.Accumulator;
import io.mubiao.land.assess.internal.BaselineTable;
import io.mubiao.land.assess.internal.Binding;
import io.mubiao.land.assess.internal.Scope;
import io.mubiao.land.assess.internal.Scoring;
import io.mubiao.land.assess.internal.near.NearSums;
import io.mubiao.land.internal.CompiledRule.CompiledGroup;
import io.mubiao.land.internal.CompiledRule.CompiledItem;
import io.mubiao.value.ExactSum;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Mean scores of items over blocks: nearly, and exactly when somebody asks for that. */
public final class FastMeans {
    private final Inputs inputs;
    private final Scope scope;
    private final List<One> all = new ArrayList<>();

    private record One(int group, BaselineTable.Mean key, CompiledItem item, Vec score, @Nullable Ratio ratio, Set<NumberColumn> needed) {}

    private FastMeans(Inputs inputs, Scope scope) {
        this.inputs = inputs;
        this.scope = scope;
    }

    /** What of the items that ask for their mean score can be summed in blocks. */
    public static FastMeans of(Binding binding, Scope scope, BaselineTable baselines, Predicate<CompiledItem> needsMean) {
        Inputs inputs = new Inputs(binding, baselines);
        inputs.know(Scope.slots(binding.rule), scope.rankings);
        FastMeans means = new FastMeans(inputs, scope);
        for (int group = 0; group < binding.rule.groups().size(); group++) {
            CompiledGroup of = binding.rule.groups().get(group);
            for (CompiledItem item : of.items()) {
                if (needsMean.test(item) && item.instead().isEmpty() && Needs.of(item.score(), item.indicator())) {
                    means.add(group, new BaselineTable.Mean(of.group().id(), item.item().id()), item);
                }
            }
        }
        return means;
    }

    private void add(int group, BaselineTable.Mean key, CompiledItem item) {
        try {
            Vec score = new VecCompiler(inputs).compile(item.score());
            all.add(new One(group, key, item, score, Ratio.of(score), Needs.columns(new Num.Slot(item.indicator(), ""), inputs)));
        } catch (VecCompiler.Unfit e) {
            // The exact evaluator does it.
        }
    }

    /** Whether a mean is found here. */
    public boolean has(BaselineTable.Mean key) {
        return all.stream().anyMatch(one -> one.key().equals(key));
    }

    /** The sums of some rows. */
    public Map<BaselineTable.Mean, Accumulator> part(int from, int end) {
        Map<BaselineTable.Mean, Accumulator> part = new HashMap<>();
        Block block = new Block();
        double[] own = block.take();
        for (One one : all) {
            Accumulator.Mean mean = new Accumulator.Mean();
            NearSums near = new NearSums(one.score().factor, one.score().rel, one.score().abs, 1);
            long count = 0;
            for (int start = from; start < end; start += Block.SIZE) {
                block.at(start, end);
                count += add(one, block, one.score().shared(block, own), near, mean);
            }
            mean.defer(near.sum(0), count, () -> sum(one));
            if (mean.count > 0) {
                part.put(one.key(), mean);
            }
        }
        return part;
    }

    private boolean belongs(One one, int row) {
        return scope.group(row) == one.group() && scope.standing(row).isScored();
    }

    private long add(One one, Block block, double[] scores, NearSums near, Accumulator.Mean mean) {
        long count = 0;
        for (int i = 0; i < block.rows; i++) {
            int row = block.from + i;
            if (!belongs(one, row)) {
                continue;
            }
            if (!Double.isNaN(scores[i])) {
                near.add(scores[i], 0);
                count++;
            } else if (one.needed().stream().noneMatch(column -> column.isMissing(row))) {
                Value score = new Scoring(inputs.frame(row)).plainScore(one.item());
                if (score.isNumber()) {
                    mean.sum.add(score.number());
                    mean.count++;
                }
            }
        }
        return count;
    }

    /** The exact sum of those scores that a block knows. */
    private ExactSum sum(One one) {
        ExactSum sum = new ExactSum();
        Block block = new Block();
        double[] scores = block.take();
        double[] overs = block.take();
        double[] unders = block.take();
        int size = inputs.binding.roll.size();
        for (int start = 0; start < size; start += Block.SIZE) {
            block.at(start, size);
            one.score().rows(block, scores);
            Ratio ratio = one.ratio();
            if (ratio != null) {
                ratio.rows(block, overs, unders);
            }
            for (int i = 0; i < block.rows; i++) {
                if (!Double.isNaN(scores[i]) && belongs(one, start + i)) {
                    if (ratio != null) {
                        ratio.add(overs[i], unders[i], sum);
                    } else {
                        sum.add(new Scoring(inputs.frame(start + i)).plainScore(one.item()).number());
                    }
                }
            }
        }
        return sum;
    }
}
