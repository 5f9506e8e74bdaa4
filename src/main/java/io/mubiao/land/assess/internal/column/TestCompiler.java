package io.mubiao.land.assess.internal.column;

import io.mubiao.formula.internal.Num;
import io.mubiao.formula.internal.Test;
import io.mubiao.formula.internal.Truth;
import io.mubiao.land.TextColumn;
import io.mubiao.land.internal.CompiledRule.CompiledGroup;
import io.mubiao.land.internal.CompiledRule.Slot;
import io.mubiao.land.internal.CompiledRule;
import io.mubiao.value.Rational;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Makes block programs of tests and of the texts that they ask for. */
final class TestCompiler {
    private final Inputs inputs;
    private final VecCompiler numbers;

    TestCompiler(Inputs inputs, VecCompiler numbers) {
        this.inputs = inputs;
        this.numbers = numbers;
    }

    /**
     * 1 where a test holds, 0 where it does not, NaN where somebody else must look.
     *
     * @throws VecCompiler.Unfit if it cannot be done
     */
    Vec test(Test test) {
        if (test instanceof Test.Compare compare) {
            return compare(compare);
        }
        if (test instanceof Test.Both both) {
            return Truths.both(test(both.left()), test(both.right()), both.and());
        }
        if (test instanceof Test.Not not) {
            return Truths.not(test(not.of()));
        }
        if (test instanceof Test.TextIn in) {
            TextCodes texts = texts(in.slot());
            return Truths.ofCode(texts, table(texts, in));
        }
        if (test instanceof Test.SameText same) {
            return Truths.same(texts(same.left()), texts(same.right()));
        }
        if (test instanceof Test.TextIsMissing missing) {
            return Truths.isMissing(texts(missing.slot()));
        }
        if (test instanceof Test.IsMissing missing) {
            return isMissing(missing);
        }
        throw new VecCompiler.Unfit();
    }

    /** A test that everybody passes if there is none. */
    Vec test(Optional<Test> test) {
        return test.isEmpty() ? new Constant(Rational.ONE) : test(test.get());
    }

    private Vec compare(Test.Compare compare) {
        Vec difference = Factors.sum(numbers.compile(compare.left()), numbers.compile(compare.right()), true);
        return switch (compare.relation()) {
            case EQUAL -> Truths.isZero(difference);
            case LESS -> Truths.isBelowZero(difference, false);
            case AT_MOST -> Truths.isBelowZero(difference, true);
        };
    }

    private static double[] table(TextCodes texts, Test.TextIn in) {
        double[] table = new double[texts.texts().size() - TextCodes.OPEN];
        java.util.Arrays.fill(table, 0, -TextCodes.OPEN, Double.NaN);
        for (int i = 0; i < texts.texts().size(); i++) {
            table[i - TextCodes.OPEN] = in.accepts(texts.texts().get(i)) ? 1 : 0;
        }
        return table;
    }

    private Vec isMissing(Test.IsMissing test) {
        Vec there = Vec.where(numbers.compile(test.of()), new Constant(Rational.ZERO));
        IntPredicate isSo = test.of() instanceof Num.Slot slot && inputs.isPlainColumn(slot.slot())
                ? row -> inputs.isMissing(slot.slot(), row)
                : row -> test.holds(inputs.frame(row)) == Truth.TRUE;
        return new Patched(there, new double[] {0, 1}, true, row -> isSo.test(row) ? 1 : 0);
    }

    /**
     * The texts in a slot.
     *
     * @throws VecCompiler.Unfit if a block cannot tell them
     */
    TextCodes texts(int at) {
        Slot slot = inputs.slot(at);
        CompiledRule rule = inputs.binding.rule;
        return switch (slot.role()) {
            case COLUMN -> column(at);
            case LABEL -> TextCodes.ofFirst(rule.rule().labels().get(slot.index()).choices().stream().map(it -> it.label())
                    .toList(), rule.labels().get(slot.index()).stream().map(this::test).toList());
            case GROUP -> groups();
            case CLASS -> TextCodes.ofClass(rule.classes().orElseThrow().rule().classes());
            case PRIOR_COLUMN -> inputs.binding.priorTexts(slot).map(TextCodes::of).orElseThrow(VecCompiler.Unfit::new);
            case PRIOR_CLASS -> TextCodes.of(inputs.binding.priorClasses());
            default -> throw new VecCompiler.Unfit();
        };
    }

    /** The group of a row. */
    TextCodes groups() {
        List<CompiledGroup> all = inputs.binding.rule.groups();
        return TextCodes.ofFirst(all.stream().map(it -> it.group().id()).toList(), all.stream().map(it -> test(it.when())).toList());
    }

    private TextCodes column(int slot) {
        TextColumn column = inputs.binding.texts(slot);
        if (column == null) {
            throw new VecCompiler.Unfit();
        }
        return TextCodes.of(column);
    }
}
