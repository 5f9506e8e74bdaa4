package io.mubiao.formula.internal;

import io.mubiao.formula.Value;
import io.mubiao.value.Enclosure;
import io.mubiao.value.Logarithm;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A compiled formula that gives a number. Sealed and immutable; evaluation is exact and never throws on data. */
public sealed interface Num {
    /** The number, or why there is none. */
    Value value(Frame frame);

    /** The number where it is found without enclosures, the same as {@link #value} gives; null where that must be asked. */
    default @Nullable Rational exact(Frame frame) {
        return null;
    }

    /** A fixed number. */
    record Const(Rational number) implements Num {
        @Override
        public Value value(Frame frame) {
            return Value.of(number);
        }

        @Override
        public Rational exact(Frame frame) {
            return number;
        }
    }

    /** What a slot holds. */
    record Slot(int slot, String name) implements Num {
        @Override
        public Value value(Frame frame) {
            return frame.number(slot);
        }

        @Override
        public @Nullable Rational exact(Frame frame) {
            Value value = frame.number(slot);
            return value.isNumber() && value.number().isExact() ? value.number().low() : null;
        }
    }

    /** What is done with two numbers. */
    enum Op {
        /** First plus second. */
        PLUS,
        /** First less second. */
        MINUS,
        /** First times second. */
        TIMES,
        /** First divided by second. */
        DIVIDE,
        /** The smaller. */
        MIN,
        /** The larger. */
        MAX,
        /** Completed years from the first day to the second; negative where the second is earlier. */
        FULL_YEARS,
        /** The day so many years after the first. */
        PLUS_YEARS,
        /** The day so many months after the first. */
        PLUS_MONTHS
    }

    /** Two numbers made into one; absent if either is. */
    record Binary(Op op, Num left, Num right) implements Num {
        @Override
        public Value value(Frame frame) {
            Value a = left.value(frame);
            if (!a.isNumber()) {
                return a;
            }
            Value b = right.value(frame);
            if (!b.isNumber()) {
                return b;
            }
            return apply(a.number(), b.number());
        }

        @Override
        public @Nullable Rational exact(Frame frame) {
            Rational a = left.exact(frame);
            Rational b = a == null ? null : right.exact(frame);
            if (a == null || b == null) {
                return null;
            }
            return switch (op) {
                case PLUS -> a.plus(b);
                case MINUS -> a.minus(b);
                case TIMES -> a.times(b);
                case MIN -> a.min(b);
                case MAX -> a.max(b);
                case DIVIDE -> b.signum() == 0 ? null : a.dividedBy(b);
                case FULL_YEARS, PLUS_YEARS, PLUS_MONTHS -> null;
            };
        }

        private Value apply(Enclosure a, Enclosure b) {
            return switch (op) {
                case PLUS -> Value.of(a.plus(b));
                case MINUS -> Value.of(a.minus(b));
                case TIMES -> Value.of(a.times(b));
                case MIN -> Value.of(a.min(b));
                case MAX -> Value.of(a.max(b));
                case DIVIDE -> {
                    OptionalInt sign = b.sign();
                    yield sign.isEmpty() ? Value.OPEN : sign.getAsInt() == 0 ? Value.zeroDivisor(Nodes.name(right))
                            : Value.of(a.dividedBy(b));
                }
                case FULL_YEARS -> Value.of(Rational.of(Nodes.fullYears(Nodes.day(a), Nodes.day(b))));
                case PLUS_YEARS -> later(a, b, ChronoUnit.YEARS);
                case PLUS_MONTHS -> later(a, b, ChronoUnit.MONTHS);
            };
        }

        private Value later(Enclosure day, Enclosure count, ChronoUnit unit) {
            BigInteger whole = Nodes.wholeNumber(count);
            if (whole.abs().compareTo(Nodes.MOST_MONTHS) <= 0) {
                LocalDate later = Nodes.day(day).plus(whole.longValueExact(), unit);
                if (later.getYear() >= 1 && later.getYear() <= 9999) {
                    return Value.of(Nodes.number(later));
                }
            }
            return Value.undefined(Nodes.name(left) + " and " + Nodes.name(right) + ": the day lies outside of the years 1 to 9999");
        }
    }

    /** The number without its sign. */
    record Abs(Num of) implements Num {
        @Override
        public Value value(Frame frame) {
            Value value = of.value(frame);
            return value.isNumber() ? Value.of(value.number().abs()) : value;
        }
    }

    /** The number under a declared rounding. */
    record Rounded(Num of, Rounding rounding) implements Num {
        @Override
        public Value value(Frame frame) {
            Value value = of.value(frame);
            return value.isNumber() ? Value.of(value.number().rounded(rounding)) : value;
        }

        @Override
        public @Nullable Rational exact(Frame frame) {
            Rational exact = of.exact(frame);
            return exact == null ? null : exact.rounded(rounding);
        }
    }

    /** The second where the first is missing (only then: not where a divisor is zero). */
    record OrElse(Num first, Num second) implements Num {
        @Override
        public Value value(Frame frame) {
            Value value = first.value(frame);
            return value.isMissing() ? second.value(frame) : value;
        }
    }

    /** The second where the first has none because a divisor in it is zero. */
    record IfZeroDivisor(Num first, Num second) implements Num {
        @Override
        public Value value(Frame frame) {
            Value value = first.value(frame);
            return value.is(Value.Absence.ZERO_DIVISOR) ? second.value(frame) : value;
        }
    }

    /** Never a number, because the document says none. */
    record Undefined(String why) implements Num {
        @Override
        public Value value(Frame frame) {
            return Value.undefined(why);
        }
    }

    /** One of two numbers, as a test says. */
    record Choice(Test test, Num then, Num otherwise) implements Num {
        @Override
        public Value value(Frame frame) {
            return switch (test.holds(frame)) {
                case TRUE -> then.value(frame);
                case FALSE -> otherwise.value(frame);
                case UNKNOWN -> test.absent(frame);
                case OPEN -> then.value(frame).merge(otherwise.value(frame));
            };
        }
    }

    /**
     * Points by steps: those of the last threshold that is reached, inclusive, else those below.
     *
     * @param from ascending thresholds
     * @param points one more than thresholds: first those below all of them
     */
    record Steps(Num of, List<Rational> from, List<Rational> points) implements Num {
        public Steps {
            from = List.copyOf(from);
            points = List.copyOf(points);
        }

        @Override
        public Value value(Frame frame) {
            Value value = of.value(frame);
            if (!value.isNumber()) {
                return value;
            }
            Value points = Value.of(this.points.get(0));
            for (int i = 0; i < from.size(); i++) {
                OptionalInt order = value.number().order(Enclosure.of(from.get(i)));
                if (order.isPresent() && order.getAsInt() < 0) {
                    return points;
                }
                Value next = Value.of(this.points.get(i + 1));
                points = order.isPresent() ? next : points.merge(next);
            }
            return points;
        }
    }

    /**
     * The sum of the largest of some numbers (取最好的几项); absent if any is.
     *
     * @param count how many, from 1; all where there are fewer
     */
    record Best(int count, List<Num> of) implements Num {
        public Best {
            of = List.copyOf(of);
        }

        @Override
        public Value value(Frame frame) {
            List<Enclosure> best = new ArrayList<>();
            for (Num each : of) {
                Value value = each.value(frame);
                if (!value.isNumber()) {
                    return value;
                }
                Enclosure rest = value.number();
                for (int i = 0; i < best.size(); i++) {
                    Enclosure held = best.get(i);
                    best.set(i, held.max(rest));
                    rest = held.min(rest);
                }
                if (best.size() < count) {
                    best.add(rest);
                }
            }
            return Value.of(best.stream().reduce(Enclosure::plus).orElse(Enclosure.of(Rational.ZERO)));
        }
    }

    /** The root of a ratio; negative ratios have none (a change of sign has no compound rate). */
    record Root(Num of, int degree) implements Num {
        @Override
        public Value value(Frame frame) {
            Value value = of.value(frame);
            if (!value.isNumber()) {
                return value;
            }
            Enclosure number = value.number();
            if (number.low().signum() < 0 && number.sign().orElse(-1) < 0) {
                return number.isRange() ? Value.OPEN : Value.missing("root of " + Nodes.shown(number));
            }
            return Value.of(number.root(degree));
        }
    }

    /**
     * The logarithm, natural or to base 10: the decimal with 40 digits after the point that is nearest; numbers not above 0 have
     * none.
     */
    record Log(Num of, boolean toTen) implements Num {
        @Override
        public Value value(Frame frame) {
            Value value = of.value(frame);
            if (!value.isNumber()) {
                return value;
            }
            Enclosure number = value.number();
            if (number.low().signum() <= 0 && number.sign().orElse(-1) <= 0) {
                return number.isRange() ? Value.OPEN : Value.missing("logarithm of " + Nodes.shown(number));
            }
            if (number.isRange()) {
                return number.low().signum() <= 0 ? Value.OPEN
                        : Value.of(Enclosure.of(of(number.low()), of(number.high())));
            }
            return Value.of(of(number.exact().orElseGet(number::nearest)));
        }

        private Rational of(Rational number) {
            return toTen ? Logarithm.toTen(number) : Logarithm.natural(number);
        }
    }

    /** Small helpers of the nodes above. */
    final class Nodes {
        /** The months of 9,999 years, which no day of the calendar is apart. */
        static final BigInteger MOST_MONTHS = BigInteger.valueOf(12 * 9_999);

        private static final Rounding DOWN = new Rounding(0, RoundingMode.FLOOR);

        private Nodes() {}

        static String name(Num node) {
            if (node instanceof Binary it && (it.op() == Op.PLUS || it.op() == Op.MINUS)) {
                return name(it.left()) + (it.op() == Op.PLUS ? " + " : " - ") + name(it.right());
            }
            return node instanceof Slot slot ? slot.name() : node instanceof Abs abs ? name(abs.of())
                    : node instanceof Const constant ? constant.number().toString() : "divisor";
        }

        static String shown(Enclosure number) {
            return number.isExact() ? number.toString() : number.low().round(Rounding.halfUp(6)).toPlainString();
        }

        static LocalDate day(Enclosure number) {
            return LocalDate.ofEpochDay(whole(number));
        }

        /** The most years that can be added to the first day without passing the second: what plus_years says. */
        static long fullYears(LocalDate from, LocalDate to) {
            long years = (long) to.getYear() - from.getYear();
            return from.plusYears(years).isAfter(to) ? years - 1 : years;
        }

        static Rational number(LocalDate day) {
            return Rational.of(day.toEpochDay());
        }

        static long whole(Enclosure number) {
            return wholeNumber(number).longValueExact();
        }

        static BigInteger wholeNumber(Enclosure number) {
            return number.low().round(DOWN).toBigInteger();
        }
    }
}
