package io.mubiao.land.assess;

import static com.google.common.base.Preconditions.checkArgument;

import io.mubiao.land.assess.internal.BaselineSums;
import io.mubiao.land.internal.CompiledRule;
import io.mubiao.text.internal.Characters;

/**
 * What some enterprises contribute to the baselines: a partial result to be merged with those of other threads, chunks
 * or machines. {@link #merge} is associative and exact; the order of merging changes nothing.
 */
public final class BaselinePart {
    private final CompiledRule rule;
    private final BaselineSums sums;

    BaselinePart(CompiledRule rule, BaselineSums sums) {
        this.rule = rule;
        this.sums = sums;
    }

    /**
     * These enterprises and the others together; changes neither part.
     *
     * @throws IllegalArgumentException if the other part belongs to another rule
     */
    public BaselinePart merge(BaselinePart other) {
        checkArgument(rule.rule().equals(other.rule.rule()), "parts of different rules do not merge");
        BaselineSums whole = new BaselineSums(rule);
        whole.take(sums);
        whole.take(other.sums);
        return new BaselinePart(rule, whole);
    }

    /** The baselines, multiplied and rounded as declared. */
    public Baselines finish() {
        return new Baselines(sums.finish());
    }

    @Override
    public String toString() {
        return Characters.shown("BaselinePart[" + sums.size() + " baselines]");
    }
}
