package io.mubiao.land.assess.internal.column;

import com.google.common.base.Suppliers;
import io.mubiao.formula.Value;
import io.mubiao.formula.internal.Num;
import io.mubiao.land.internal.CompiledRule.Slot;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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

    private final Inputs inputs;
    private final TestCompiler tests;
    private final Map<Integer, Supplier<Vec>> given = new HashMap<>();
    private final Map<Num, Vec> made = new HashMap<>();
    private final Set<Vec> shared = new HashSet<>();

    VecCompiler(Inputs inputs) {
        this.inputs = inputs;
        this.tests = new TestCompiler(inputs, this);
    }

    TestCompiler tests() {
        return tests;
    }

    /** Says what a slot holds that depends on more than columns. */
    void give(int slot, Vec vec) {
        given.put(slot, () -> vec);
    }

    /** The same, made only if it is asked for. */
    void giveLater(int slot, Supplier<Vec> vec) {
        given.put(slot, Suppliers.memoize(vec::get));
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
            return new Constant(constant.number());
        }
        if (num instanceof Num.Slot slot) {
            return slot(inputs.slot(slot.slot()));
        }
        if (num instanceof Num.Binary binary) {
            return binary(binary);
        }
        if (num instanceof Num.Choice choice) {
            Vec[] alike = Factors.alike(compile(choice.then()), compile(choice.otherwise()));
            return Vec.choice(tests.test(choice.test()), alike[0], alike[1]);
        }
        if (num instanceof Num.Rounded rounded && Math.abs(rounded.rounding().digits()) <= 15) {
            return rounded(compile(rounded.of()), rounded.rounding());
        }
        if (num instanceof Num.Abs abs) {
            return Vec.size(compile(abs.of()));
        }
        if (num instanceof Num.Steps steps) {
            return StepTable.of(compile(steps.of()), steps);
        }
        if (num instanceof Num.Root root) {
            return Vec.root(Vec.plain(compile(root.of())), root.degree());
        }
        if (num instanceof Num.Log log) {
            return Vec.logarithm(Vec.plain(compile(log.of())), log.toTen());
        }
        if (num instanceof Num.Undefined) {
            return Vec.where(Vec.NONE, new Constant(Rational.ONE));
        }
        if (num instanceof Num.OrElse it) {
            IntPredicate isColumn = it.first() instanceof Num.Slot slot && inputs.isPlainColumn(slot.slot())
                    ? row -> inputs.isMissing(slot.slot(), row) : null;
            return instead(it, compile(it.first()), compile(it.second()), isColumn);
        }
        if (num instanceof Num.IfZeroDivisor it) {
            return instead(it, compile(it.first()), compile(it.second()), null);
        }
        throw new Unfit();
    }

    /** One number where the first is none; of a plain column that needs no exact evaluator. */
    private Vec instead(Num whole, Vec first, Vec second, @Nullable IntPredicate isMissing) {
        Vec[] alike = Factors.alike(first, second);
        if (isMissing != null) {
            return Vec.choice(Truths.isMissing(first, isMissing), alike[1], alike[0]);
        }
        Vec one = alike[0];
        return new Patched(one, new double[] {alike[1].low, alike[1].high}, alike[1].whole,
                row -> Inputs.row(whole.value(inputs.frame(row)), one.factor));
    }

    private Vec slot(Slot slot) {
        Supplier<Vec> known = given.get(slot.symbol().slot());
        if (known != null) {
            return known.get();
        }
        return switch (slot.role()) {
            case COLUMN, PRIOR_COLUMN -> inputs.column(slot);
            case DERIVED, INDICATOR -> inputs.isShort(slot.symbol().slot()) ? compile(slot.num().orElseThrow()) : unfit();
            case BASELINE -> inputs.baseline(slot);
            case TABLE -> inputs.table(slot);
            case YEAR_END -> inputs.binding.isDated()
                    ? new Constant(Rational.of(LocalDate.of(inputs.binding.year, 12, 31).toEpochDay())) : unfit();
            case PLACE_OF, PEERS_OF -> inputs.places(slot);
            case CONSECUTIVE -> new RawColumn(inputs.binding.consecutive(slot));
            default -> throw new Unfit();
        };
    }

    private static Vec unfit() {
        throw new Unfit();
    }

    static Vec rounded(Vec of, Rounding rounding) {
        Rational ten = Rational.of(10).power(Math.abs(rounding.digits()));
        Rational unit = rounding.digits() >= 0 ? Rational.ONE.dividedBy(ten) : ten;
        Vec units = Vec.times(of, Rational.ONE.dividedBy(unit));
        if (units.whole && units.factor.denominator().equals(java.math.BigInteger.ONE)) {
            return of;
        }
        if (units.whole && units.factor.numerator().equals(java.math.BigInteger.ONE)
                && units.factor.denominator().bitLength() < 53) {
            return WholeNumbers.of(units, units.factor.denominator().longValueExact(), rounding.mode(), unit);
        }
        return WholeNumbers.of(Vec.plain(units), rounding.mode(), unit);
    }

    private Vec binary(Num.Binary binary) {
        Vec a = compile(binary.left());
        Vec b = compile(binary.right());
        if (a instanceof Constant && b instanceof Constant) {
            Value value = binary.value(inputs.frame(0));
            if (!value.isNumber() || !value.number().isExact()) {
                throw new Unfit();
            }
            return new Constant(value.number().low());
        }
        Vec fixed = fixed(binary.op(), a, b);
        if (fixed != null) {
            return fixed;
        }
        return switch (binary.op()) {
            case TIMES -> times(a, b);
            case DIVIDE -> divide(a, b);
            case PLUS -> Factors.sum(a, b, false);
            case MINUS -> Factors.sum(a, b, true);
            case MIN, MAX -> held(a, b, binary.op() == Num.Op.MAX);
            case FULL_YEARS -> FullYears.of(a, b);
            case PLUS_YEARS -> FullYears.later(a, b, 12);
            case PLUS_MONTHS -> FullYears.later(a, b, 1);
        };
    }

    /** Numbers that are fixed, or fixed for each group, on both sides: worked out once a group, exactly. */
    private static @Nullable Vec fixed(Num.Op op, Vec a, Vec b) {
        if (a instanceof PerGroup left && b instanceof PerGroup right) {
            return left.numbers.groups == right.numbers.groups ? PerGroup.of(op, left, right) : null;
        }
        return a instanceof PerGroup left && b instanceof Constant right ? PerGroup.of(op, left, right)
                : a instanceof Constant left && b instanceof PerGroup right ? PerGroup.of(op, left, right) : null;
    }

    /** The product. */
    Vec times(Vec a, Vec b) {
        if (a instanceof Constant constant) {
            return scaled(b, constant.number);
        }
        if (b instanceof Constant constant) {
            return scaled(a, constant.number);
        }
        return b instanceof PerGroup right ? byGroup(a, right.numbers)
                : a instanceof PerGroup left ? byGroup(b, left.numbers) : Vec.product(a, b);
    }

    private static Vec scaled(Vec of, Rational number) {
        if (number.signum() == 0) {
            return Vec.product(of, new Constant(number));
        }
        Vec sized = Vec.times(of, number.abs());
        return number.signum() > 0 ? sized : Vec.negated(sized);
    }

    private Vec divide(Vec a, Vec b) {
        if (b instanceof Constant constant) {
            if (constant.number.signum() == 0) {
                throw new Unfit();
            }
            return scaled(a, Rational.ONE.dividedBy(constant.number));
        }
        return b instanceof PerGroup right ? byGroup(a, right.numbers.inverse()) : Quotient.of(a, Quotient.divisor(b));
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
        return PerGroup.Times.of(of, numbers.times(of.factor));
    }

    /** The smaller, or larger. */
    static Vec held(Vec a, Vec b, boolean max) {
        Vec[] alike = Factors.alike(a, b);
        if (alike[0].whole && alike[1].whole) {
            return Vec.extreme(alike[0], alike[1], max);
        }
        return a instanceof Constant left ? Bounded.of(Vec.plain(b), Vec.nearest(left.number), max)
                : b instanceof Constant right ? Bounded.of(Vec.plain(a), Vec.nearest(right.number), max)
                : Vec.extreme(alike[0], alike[1], max);
    }
}
