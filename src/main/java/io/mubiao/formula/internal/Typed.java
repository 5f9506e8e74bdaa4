package io.mubiao.formula.internal;

import static com.google.common.base.Preconditions.checkArgument;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Symbol;
import io.mubiao.formula.Value;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A compiled number and its unit: how those of different units go together. */
public record Typed(Num num, Symbol.Kind kind, Unit unit) {
    private static final Frame NO_INPUTS = new Frame() {
        @Override
        public Value number(int slot) {
            throw new IllegalStateException("a fixed number has no inputs");
        }

        @Override
        public @Nullable String text(int slot) {
            throw new IllegalStateException("a fixed number has no inputs");
        }
    };

    /** Whether it fits every unit: zero, and what has no number. */
    public boolean isZero() {
        return num instanceof Num.Undefined || (num instanceof Num.Const constant && constant.number().signum() == 0);
    }

    static String kind(Symbol.Kind kind) {
        return switch (kind) {
            case NUMBER -> "a number";
            case TEXT -> "a text";
            case DAY -> "a day";
            case FLAG -> "yes or no";
        };
    }

    /** Both in the unit of the first; zero takes the unit of the other. */
    static List<Num> alike(String verb, Expr left, Typed a, Expr right, Typed b) {
        checkArgument(a.kind == b.kind, "cannot %s '%s' and '%s': one is %s, the other %s",
                verb, left, right, kind(a.kind), kind(b.kind));
        if (a.isZero() || b.isZero()) {
            return List.of(a.num, b.num);
        }
        if (!a.unit.isCompatibleWith(b.unit)) {
            throw new IllegalArgumentException("cannot " + verb + " '" + left + "' (" + name(a.unit) + ") and '" + right
                    + "' (" + name(b.unit) + "): the units do not convert into each other");
        }
        return List.of(a.num, convert(b, a.unit));
    }

    static String name(Unit unit) {
        return unit.equals(Unit.NONE) ? "a plain number" : "unit '" + unit + "'";
    }

    static Num convert(Typed typed, Unit unit) {
        return typed.isZero() ? typed.num : scaled(typed.num, typed.unit.in(unit));
    }

    private static Num scaled(Num num, Rational factor) {
        if (factor.equals(Rational.ONE)) {
            return num;
        }
        return num instanceof Num.Const constant
                ? new Num.Const(constant.number().times(factor))
                : new Num.Binary(Num.Op.TIMES, num, new Num.Const(factor));
    }

    /** Two numbers made into one, at once where both are fixed. */
    static Num binary(Num.Op op, Num left, Num right) {
        Num whole = new Num.Binary(op, left, right);
        if (left instanceof Num.Const && right instanceof Num.Const) {
            Value value = whole.value(NO_INPUTS);
            return value.isNumber() ? new Num.Const(value.number().low()) : whole;
        }
        return whole;
    }

    /** Many numbers made into one, so that none is nested deeply. */
    static Num halved(Num.Op op, List<Num> nums) {
        int half = nums.size() / 2;
        return nums.size() == 1 ? nums.get(0)
                : binary(op, halved(op, nums.subList(0, half)), halved(op, nums.subList(half, nums.size())));
    }

    static Typed product(Typed a, Typed b) {
        return plainIfShare(binary(Num.Op.TIMES, a.num, b.num), a.unit.times(b.unit));
    }

    static Typed quotient(Typed a, Typed b) {
        return plainIfShare(binary(Num.Op.DIVIDE, a.num, b.num), a.unit.per(b.unit));
    }

    private static Typed plainIfShare(Num num, Unit unit) {
        return unit.isShare()
                ? new Typed(scaled(num, unit.in(Unit.NONE)), Symbol.Kind.NUMBER, Unit.NONE)
                : new Typed(num, Symbol.Kind.NUMBER, unit);
    }
}
