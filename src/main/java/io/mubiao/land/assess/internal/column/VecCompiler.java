package io.mubiao.land.assess.internal.column;

import io.mubiao.formula.Num;
import io.mubiao.formula.Test;
import io.mubiao.formula.Value;
import io.mubiao.land.NumberColumn;
import io.mubiao.land.TextColumn;
import io.mubiao.land.assess.Progress;
import io.mubiao.land.assess.internal.BaselineTable;
import io.mubiao.land.assess.internal.Binding;
import io.mubiao.land.assess.internal.RankCodes;
import io.mubiao.land.assess.internal.Scope;
import io.mubiao.land.assess.internal.Workers;
import io.mubiao.land.internal.CompiledRule.CompiledBaseline;
import io.mubiao.land.internal.CompiledRule.Role;
import io.mubiao.land.internal.CompiledRule.Slot;
import io.mubiao.value.Enclosure;
import io.mubiao.value.Rational;
import io.mubiao.work.Threads;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes block programs of compiled formulas; what it cannot do it refuses, and the exact evaluator does it. */
final class VecCompiler {
    /** A formula is not fit for blocks. */
    static final class Unfit extends RuntimeException {
        @java.io.Serial
        private static final long serialVersionUID = 1L;

        Unfit() {
            super("unfit", null, false, false);
        }
    }

    private final Binding binding;
    private final BaselineTable baselines;
    private final Map<List<Integer>, RankCodes> codes = new HashMap<>();
    private final Map<Num, Vec> made = new HashMap<>();
    private final Set<Vec> shared = new HashSet<>();

    VecCompiler(Binding binding, BaselineTable baselines, Scope scope) {
        this.binding = binding;
        this.baselines = baselines;
        codes.put(Scope.slots(binding.rule), scope.rankings);
    }

    /**
     * The program of a formula, the same one for equal formulas.
     *
     * @throws Unfit if it cannot be done
     */
    Vec compile(Num num) {
        Vec known = made.get(num);
        if (known == null) {
            known = make(num);
            if (!known.isUsable()) {
                throw new Unfit();
            }
            made.put(num, known);
        }
        return known;
    }

    private Vec make(Num num) {
        if (num instanceof Num.Const constant) {
            return constant(constant.number());
        }
        if (num instanceof Num.Slot slot) {
            return slot(binding.rule.slots().get(slot.slot()));
        }
        if (num instanceof Num.Binary binary) {
            return binary(binary);
        }
        if (num instanceof Num.Choice choice) {
            Vec then = compile(choice.then());
            Vec otherwise = compile(choice.otherwise());
            return Vec.choice(test(choice.test()), Vec.plain(then), Vec.plain(otherwise));
        }
        if (num instanceof Num.Rounded rounded && isHalf(rounded) && Math.abs(rounded.rounding().digits()) <= 15) {
            Rational unit = Rational.ONE.dividedBy(Rational.of(10).power(Math.max(0, rounded.rounding().digits())));
            Vec of = compile(rounded.of());
            return Vec.roundedToWhole(Vec.plain(Vec.times(of, Rational.ONE.dividedBy(unit))), unit);
        }
        throw new Unfit();
    }

    private static boolean isHalf(Num.Rounded rounded) {
        return rounded.rounding().digits() >= 0 && switch (rounded.rounding().mode()) {
            case HALF_UP, HALF_DOWN, HALF_EVEN -> true;
            default -> false;
        };
    }

    private static Vec constant(Rational number) {
        return new Vec(number, 1, 1, 0, 0, true) {
            @Override
            void rows(Block block, double[] into) {
                java.util.Arrays.fill(into, 0, block.rows, 1);
            }
        };
    }

    private Vec slot(Slot slot) {
        return switch (slot.role()) {
            case COLUMN -> column(slot);
            case DERIVED, INDICATOR -> compile(slot.num().orElseThrow());
            case BASELINE -> baseline(slot);
            default -> throw new Unfit();
        };
    }

    private Vec column(Slot slot) {
        NumberColumn column = binding.numbers(slot.symbol().slot());
        if (column == null || Math.max(Math.abs((double) column.least()), Math.abs((double) column.most())) >= Vec.EXACT
                || (column.hasGaps() && !binding.rule.rule().columns().get(slot.index()).otherwise().isEmpty())) {
            throw new Unfit();
        }
        return new RawColumn(column);
    }

    /** One number a group, looked up by the group of each row; enclosed where it is no fraction. */
    private Vec baseline(Slot slot) {
        CompiledBaseline it = binding.rule.baselines().get(slot.index());
        if (it.constant().isPresent()) {
            Value value = baselines.value(slot.index(), List.of());
            if (value.isNumber() && value.number().isExact()) {
                return constant(value.number().low());
            }
            throw new Unfit();
        }
        RankCodes groups = codes(it.by());
        Rational[] numbers = new Rational[groups.size()];
        for (int code = 0; code < numbers.length; code++) {
            Value value = baselines.value(slot.index(), groups.key(code));
            numbers[code] = value.isNumber() && value.number().isExact() ? value.number().low() : Rational.ZERO;
            if (value.isNumber() && !value.number().isExact()) {
                numbers[code] = nearlyExact(value.number());
            }
        }
        return new PerGroup(new GroupNumbers(groups, numbers));
    }

    /** An enclosure as narrow as the error of a double counts as one number; else the group is left to the exact way. */
    private static Rational nearlyExact(Enclosure number) {
        Rational width = number.high().minus(number.low());
        boolean narrow = width.times(1L << 60).compareTo(number.low().abs()) <= 0;
        return narrow ? number.low() : Rational.ZERO;
    }

    RankCodes codes(List<Integer> slots) {
        RankCodes known = codes.get(slots);
        if (known == null) {
            known = RankCodes.of(binding, slots, BaselineTable.NONE, new Workers(Threads.ONE, Progress.NONE));
            codes.put(slots, known);
        }
        return known;
    }

    /** A fixed number for each group; products and quotients with it are made in one multiplication. */
    private static final class PerGroup extends Vec {
        private final GroupNumbers numbers;

        PerGroup(GroupNumbers numbers) {
            super(Rational.ONE, -numbers.magnitude(), numbers.magnitude(), 3 * U, 0, false);
            this.numbers = numbers;
        }

        @Override
        void rows(Block block, double[] into) {
            double[] table = numbers.table();
            int[] codes = block.codes(numbers.groups);
            for (int i = 0; i < block.rows; i++) {
                into[i] = table[codes[i]];
            }
        }
    }

    /**
     * Rows times the number of their group. Of a quotient that one takes the number which no other formula has read yet:
     * it is read here alone, and the other one once for all.
     */
    private Vec byGroup(Vec of, GroupNumbers numbers) {
        if (of instanceof Quotient quotient && quotient.isOfWholes()) {
            boolean inDivisor = shared.contains(quotient.over()) && !shared.contains(quotient.under());
            shared.add(inDivisor ? quotient.over() : quotient.under());
            return quotient.byGroup(numbers, inDivisor);
        }
        return ByGroup.of(of, numbers.times(of.factor));
    }

    private Vec binary(Num.Binary binary) {
        Vec a = compile(binary.left());
        Vec b = compile(binary.right());
        return switch (binary.op()) {
            case TIMES -> times(a, b, binary);
            case DIVIDE -> divide(a, b, binary);
            case PLUS, MINUS -> sum(a, b, binary.op() == Num.Op.MINUS);
            case MIN, MAX -> held(a, b, binary);
            case FULL_YEARS, PLUS_YEARS, PLUS_MONTHS -> throw new Unfit();
        };
    }

    private Vec times(Vec a, Vec b, Num.Binary binary) {
        if (binary.left() instanceof Num.Const constant) {
            return nonZero(Vec.times(b, constant.number()), constant);
        }
        if (binary.right() instanceof Num.Const constant) {
            return nonZero(Vec.times(a, constant.number()), constant);
        }
        return b instanceof PerGroup right ? byGroup(a, right.numbers)
                : a instanceof PerGroup left ? byGroup(b, left.numbers) : Vec.product(a, b);
    }

    private static Vec nonZero(Vec vec, Num.Const factor) {
        if (factor.number().signum() == 0) {
            throw new Unfit();
        }
        return vec;
    }

    private Vec divide(Vec a, Vec b, Num.Binary binary) {
        if (binary.right() instanceof Num.Const constant) {
            if (constant.number().signum() == 0) {
                throw new Unfit();
            }
            return Vec.times(a, Rational.ONE.dividedBy(constant.number()));
        }
        return b instanceof PerGroup right ? byGroup(a, right.numbers.inverse()) : Quotient.of(a, b);
    }

    private static Vec sum(Vec a, Vec b, boolean minus) {
        if (a.factor.equals(b.factor)) {
            return Vec.sum(a, b, minus);
        }
        if (a.whole && b.whole && a.factor.signum() > 0 && b.factor.signum() > 0) {
            // Bring both to the finer decimal: exact while the whole numbers stay below 2^53.
            Rational ratio = a.factor.dividedBy(b.factor);
            boolean finer = ratio.compareTo(Rational.ONE) > 0;
            Rational times = finer ? ratio : Rational.ONE.dividedBy(ratio);
            if (times.denominator().equals(java.math.BigInteger.ONE)) {
                Vec left = finer ? wholeTimes(a, times, b.factor) : a;
                Vec right = finer ? b : wholeTimes(b, times, a.factor);
                return Vec.sum(left, right, minus);
            }
        }
        return Vec.sum(Vec.plain(a), Vec.plain(b), minus);
    }

    private static Vec wholeTimes(Vec of, Rational times, Rational factor) {
        double k = Vec.nearest(times);
        if (of.magnitude() * k >= Vec.EXACT) {
            throw new Unfit();
        }
        return new Vec(factor, of.low * k, of.high * k, 0, 0, true) {
            @Override
            void rows(Block block, double[] into) {
                of.rows(block, into);
                for (int i = 0; i < block.rows; i++) {
                    into[i] *= k;
                }
            }
        };
    }

    private Vec held(Vec a, Vec b, Num.Binary binary) {
        boolean max = binary.op() == Num.Op.MAX;
        if (binary.left() instanceof Num.Const constant) {
            return Held.of(Vec.plain(b), Vec.nearest(constant.number()), max);
        }
        if (binary.right() instanceof Num.Const constant) {
            return Held.of(Vec.plain(a), Vec.nearest(constant.number()), max);
        }
        Vec difference = positive(sum(a, b, true));
        Vec smaller = Vec.isBelowZero(difference, true);
        return max ? Vec.choice(smaller, Vec.plain(b), Vec.plain(a)) : Vec.choice(smaller, Vec.plain(a), Vec.plain(b));
    }

    /** 1 where a test holds, 0 where it does not, NaN where somebody else must look. */
    private Vec test(Test test) {
        if (test instanceof Test.Compare compare && compare.relation() != Test.Relation.EQUAL) {
            Vec left = compile(compare.left());
            Vec right = compile(compare.right());
            boolean zero = compare.right() instanceof Num.Const constant && constant.number().signum() == 0;
            Vec difference = positive(zero ? left : sum(left, right, true));
            return Vec.isBelowZero(difference, compare.relation() == Test.Relation.AT_MOST);
        }
        if (test instanceof Test.TextIn in && binding.rule.slots().get(in.slot()).role() == Role.COLUMN) {
            return textIn(in);
        }
        throw new Unfit();
    }

    private static Vec positive(Vec vec) {
        if (vec.factor.signum() <= 0) {
            throw new Unfit();
        }
        return vec;
    }

    private Vec textIn(Test.TextIn in) {
        TextColumn column = binding.texts(in.slot());
        if (column == null) {
            throw new Unfit();
        }
        double[] table = new double[column.texts().size() + 1];
        table[0] = Double.NaN;
        for (int i = 0; i < column.texts().size(); i++) {
            table[i + 1] = in.accepts(column.texts().get(i)) ? 1 : 0;
        }
        return new Vec(Rational.ONE, 0, 1, 0, 0, true) {
            @Override
            void rows(Block block, double[] into) {
                column.read(block.from, block.rows, block.ints);
                for (int i = 0; i < block.rows; i++) {
                    into[i] = table[block.ints[i] + 1];
                }
            }
        };
    }
}
