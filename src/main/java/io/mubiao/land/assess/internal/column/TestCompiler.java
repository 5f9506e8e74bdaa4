package io.mubiao.land.assess.internal.column;

import io.mubiao.formula.internal.Num;
import io.mubiao.formula.internal.Test;
import io.mubiao.formula.internal.Truth;
import io.mubiao.land.TextColumn;
import io.mubiao.land.internal.CompiledRule.CompiledGroup;
import io.mubiao.land.internal.CompiledRule.Slot;
import io.mubiao.land.internal.CompiledRule;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** Makes block programs of tests and of the texts that they ask for. */
final class TestCompiler {
    private final Inputs inputs;
    private final VecCompiler numbers;

    TestCompiler(Inputs inputs, VecCompiler numbers) {
        this.inputs = inputs;
        this.numbers = numbers;
    }

    /**
     * The program of a test.
     *
     * @throws VecCompiler.Unfit if it cannot be done
     */
    Truths test(Test test) {
        if (test instanceof Test.Compare compare) {
            return compare(compare);
        }
        if (test instanceof Test.Both both) {
            Truths left = test(both.left());
            Truths right = test(both.right());
            return both.and() ? Truths.both(left, right) : Truths.not(Truths.both(Truths.not(left), Truths.not(right)));
        }
        if (test instanceof Test.Not not) {
            return Truths.not(test(not.of()));
        }
        if (test instanceof Test.TextIn in) {
            TextCodes texts = texts(in.slot());
            return Truths.ofCode(texts, table(texts, in::accepts));
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
    Truths test(Optional<Test> test) {
        return test.isEmpty() ? Truths.ALWAYS : test(test.get());
    }

    private Truths compare(Test.Compare compare) {
        Vec left = numbers.compile(compare.left());
        Vec right = numbers.compile(compare.right());
        Test.Relation relation = compare.relation();
        if (left instanceof RawColumn column && column.column.isNarrow() && right instanceof Constant limit) {
            return Truths.ofColumn(column, limit.number, relation == Test.Relation.AT_MOST, relation == Test.Relation.EQUAL);
        }
        if (right instanceof RawColumn column && column.column.isNarrow() && left instanceof Constant limit) {
            return relation == Test.Relation.EQUAL ? Truths.ofColumn(column, limit.number, false, true)
                    : Truths.not(Truths.ofColumn(column, limit.number, relation == Test.Relation.LESS, false));
        }
        if (left instanceof Constant && !(right instanceof Constant)) {
            return switch (relation) {
                case EQUAL -> Truths.isZero(Factors.difference(right, left));
                case LESS -> Truths.not(Truths.isBelowZero(Factors.difference(right, left), true));
                case AT_MOST -> Truths.not(Truths.isBelowZero(Factors.difference(right, left), false));
            };
        }
        Vec difference = Factors.difference(left, right);
        return switch (relation) {
            case EQUAL -> Truths.isZero(difference);
            case LESS -> Truths.isBelowZero(difference, false);
            case AT_MOST -> Truths.isBelowZero(difference, true);
        };
    }

    private static byte[] table(TextCodes texts, Predicate<String> accepts) {
        byte[] table = new byte[texts.texts().size() - TextCodes.OPEN];
        java.util.Arrays.fill(table, 0, -TextCodes.OPEN, Truths.OPEN);
        for (int i = 0; i < texts.texts().size(); i++) {
            table[i - TextCodes.OPEN] = accepts.test(texts.texts().get(i)) ? Truths.YES : Truths.NO;
        }
        return table;
    }

    private Truths isMissing(Test.IsMissing test) {
        IntPredicate isSo = test.of() instanceof Num.Slot slot && inputs.isPlainColumn(slot.slot())
                ? row -> inputs.isMissing(slot.slot(), row)
                : row -> test.holds(inputs.frame(row)) == Truth.TRUE;
        return Truths.isMissing(numbers.compile(test.of()), isSo);
    }

    /**
     * The texts in a slot.
     *
     * @throws VecCompiler.Unfit if a block cannot tell them
     */
    TextCodes texts(int at) {
        Slot slot = inputs.slot(at);
        CompiledRule rule = inputs.binding.rule;
        if (!inputs.isShort(at)) {
            throw new VecCompiler.Unfit();
        }
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

    /** Whether a row is of a group. */
    Truths isOfGroup(String id) {
        TextCodes groups = groups();
        return Truths.ofCode(groups, table(groups, id::equals));
    }

    private TextCodes column(int slot) {
        TextColumn column = inputs.binding.texts(slot);
        if (column == null) {
            throw new VecCompiler.Unfit();
        }
        return TextCodes.of(column);
    }
}
