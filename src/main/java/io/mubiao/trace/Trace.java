package io.mubiao.trace;

import static java.util.Objects.requireNonNull;

import io.mubiao.formula.Formula;
import io.mubiao.formula.Symbol;
import io.mubiao.text.internal.Characters;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.util.List;
import java.util.Optional;

/**
 * One step of how a result came about. Sealed and immutable.
 */
public sealed interface Trace {
    /** What this step is. */
    Term term();

    /** A number taken from observations. */
    record Input(Term term, Quantity value, Evidence evidence) implements Trace {
        public Input {
            requireNonNull(term, "term");
            requireNonNull(value, "value");
            requireNonNull(evidence, "evidence");
        }
    }

    /** A number taken from the definition, a calendar or a curve. */
    record Given(Term term, Quantity value) implements Trace {
        public Given {
            requireNonNull(term, "term");
            requireNonNull(value, "value");
        }
    }

    /** A number computed from the operands, in order. */
    record Calc(Term term, Op op, Quantity value, List<Trace> operands) implements Trace {
        public Calc {
            requireNonNull(term, "term");
            requireNonNull(op, "op");
            requireNonNull(value, "value");
            operands = List.copyOf(operands);
        }
    }

    /** A computed number held against what is required. */
    record Check(Term term, Trace left, String bound, boolean holds) implements Trace {
        public Check {
            requireNonNull(term, "term");
            requireNonNull(left, "left");
            requireNonNull(bound, "bound");
        }
    }

    /** A fact that is not a number: a day, a label, an id. */
    record Fact(Term term, String text) implements Trace {
        public Fact {
            requireNonNull(term, "term");
            requireNonNull(text, "text");
        }
    }

    /**
     * A named input of a formula: a number, a day, a flag, a text, or nothing where it is missing.
     *
     * @param name its name in formulas
     * @param title its name for people
     * @param kind what it is
     * @param unit the unit of its number, also where that is missing
     * @param number the number, day (days since 1970-01-01) or flag (1 or 0); empty for a text or where it is missing
     * @param text the text; empty where it is none
     * @param origin where it comes from
     */
    record Leaf(String name, String title, Symbol.Kind kind, Unit unit, Optional<Quantity> number, String text,
            Origin origin) implements Trace {
        public Leaf {
            requireNonNull(name, "name");
            requireNonNull(title, "title");
            requireNonNull(kind, "kind");
            requireNonNull(unit, "unit");
            requireNonNull(number, "number");
            requireNonNull(text, "text");
            requireNonNull(origin, "origin");
        }

        @Override
        public Term term() {
            return Term.NAMED_INPUT;
        }

        @Override
        public String toString() {
            return Characters.shown(this);
        }
    }

    /** Where a named input comes from. */
    enum Origin {
        /** A column of the data. */
        COLUMN,
        /** What the rule says of an empty cell, or of who had no class last year. */
        BY_RULE,
        /** A column of the data with the number that the rule gives an empty cell, which nobody can tell from one that was filed. */
        COLUMN_OR_RULE,
        /** A column of last year's data. */
        PRIOR_YEAR,
        /** A table of the rule. */
        TABLE,
        /** A label worked out by the rule. */
        LABEL,
        /** A baseline formed by others or published. */
        BASELINE,
        /** The mean score of others. */
        MEAN_SCORE,
        /** The place among others. */
        PLACE,
        /** Points the rule gives where there is no ordinary answer. */
        POLICY,
        /** The classes of earlier years, or the values of earlier periods. */
        HISTORY,
        /** The assessment of a target. */
        ASSESSMENT,
        /** The same input of all peers. */
        PEERS,
        /** Handed over by the caller, or by the office. */
        ARGUMENT
    }

    /**
     * A number worked out by a formula of named operands.
     *
     * @param name its name in formulas
     * @param title its name for people
     * @param formula the formula
     * @param unit the unit of its number, also where there is none
     * @param number the number, empty where the formula gives none; of a number that is no fraction one that decides every
     *     rounding alike
     * @param operands what the formula uses, each under its name
     */
    record Worked(String name, String title, Formula formula, Unit unit, Optional<Quantity> number, List<Trace> operands)
            implements Trace {
        public Worked {
            requireNonNull(name, "name");
            requireNonNull(title, "title");
            requireNonNull(formula, "formula");
            requireNonNull(unit, "unit");
            requireNonNull(number, "number");
            operands = List.copyOf(operands);
        }

        /** One that gives a number. */
        public Worked(String name, String title, Formula formula, Quantity value, List<Trace> operands) {
            this(name, title, formula, value.unit(), Optional.of(value), operands);
        }

        @Override
        public Term term() {
            return Term.WORKED_OUT;
        }

        @Override
        public String toString() {
            return Characters.shown(this);
        }
    }

    /** What a computed number was computed by. */
    enum Op {
        /** First less the others. */
        MINUS,
        /** First times a share. */
        TIMES_SHARE,
        /** First ÷ second: a share in %, or a quotient of units. */
        PER,
        /** (first − second) ÷ |second|, in %. */
        RELATIVE_CHANGE,
        /** Second less first, in percentage points. */
        POINTS,
        /** Held between 0 and 100 %. */
        CAP,
        /** (first ÷ second)^(1 ÷ third) − 1, in %, rounded half up to {@link #ROOT_DIGITS} digits. */
        COMPOUND_RATE;

        /** Digits of a compound rate in %. */
        public static final int ROOT_DIGITS = 6;
    }

    /**
     * The number of a step that has one.
     *
     * @throws IllegalStateException if it has none
     */
    default Quantity value() {
        if (this instanceof Check check) {
            return check.left().value();
        }
        if (this instanceof Leaf leaf && leaf.number().isPresent()) {
            return leaf.number().get();
        }
        if (this instanceof Worked worked && worked.number().isPresent()) {
            return worked.number().get();
        }
        throw new IllegalStateException(this + " has no number");
    }

    /**
     * The number of this step computed anew from the leaves.
     *
     * @throws IllegalStateException if they give none
     */
    default Quantity replay() {
        if (this instanceof Calc calc) {
            return compute(calc.op(), calc.operands().stream().map(Trace::replay).toList());
        }
        if (this instanceof Worked worked) {
            return FormulaReplay.of(worked);
        }
        return this instanceof Check check ? check.left().replay() : value();
    }

    /** What an operation makes of its operands; the one place where traced numbers are computed. */
    static Quantity compute(Op op, List<Quantity> operands) {
        Quantity first = operands.get(0);
        switch (op) {
            case MINUS -> {
                Quantity rest = first;
                for (Quantity other : operands.subList(1, operands.size())) {
                    rest = rest.minus(other);
                }
                return rest;
            }
            case TIMES_SHARE -> {
                return first.times(operands.get(1).asShare());
            }
            case PER -> {
                return first.per(operands.get(1));
            }
            case RELATIVE_CHANGE -> {
                Quantity base = operands.get(1);
                return Quantity.share(first.minus(base).ratioTo(base.times(Rational.of(base.amount().signum()))));
            }
            case POINTS -> {
                Rational points = first.asShare().minus(operands.get(1).asShare()).times(Rational.HUNDRED);
                return Quantity.of(points, POINT);
            }
            case CAP -> {
                return Quantity.share(first.asShare().max(Rational.ZERO).min(Rational.ONE));
            }
            case COMPOUND_RATE -> {
                Rational years = operands.get(2).amount();
                Rational power = first.ratioTo(operands.get(1)).power(years.denominator().intValueExact());
                Rational factor = Rational.of(
                        power.root(years.numerator().intValueExact(), Rounding.halfUp(Op.ROOT_DIGITS + 2)));
                return Quantity.share(factor.minus(Rational.ONE));
            }
        }
        throw new AssertionError(op);
    }

    /** The unit of a change in points. */
    Unit POINT = Units.builtIn().get("百分点");

    /** A computed step. */
    static Calc calc(Term term, Op op, Trace... operands) {
        List<Trace> parts = List.of(operands);
        return new Calc(term, op, compute(op, parts.stream().map(Trace::value).toList()), parts);
    }
}
