package io.mubiao.formula.internal;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Value;
import io.mubiao.value.Enclosure;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A compiled condition. Sealed and immutable. */
public sealed interface Test {
    /** Whether it holds. */
    Truth holds(Frame frame);

    /** Why nobody can tell, where it is {@link Truth#UNKNOWN}: the first input that is missing, or the divisor that is zero. */
    Value absent(Frame frame);

    /** A comparison of two numbers, exact. */
    record Compare(Relation relation, Num left, Num right) implements Test {
        @Override
        public Truth holds(Frame frame) {
            Value a = left.value(frame);
            Value b = right.value(frame);
            if (a.is(Value.Absence.OPEN) || b.is(Value.Absence.OPEN)) {
                return Truth.OPEN;
            }
            return a.isNumber() && b.isNumber() ? relation.of(a.number(), b.number()) : Truth.UNKNOWN;
        }

        @Override
        public Value absent(Frame frame) {
            Value a = left.value(frame);
            return a.isNumber() ? right.value(frame) : a;
        }
    }

    /** How two numbers are compared. */
    enum Relation {
        /** Less than. */
        LESS,
        /** At most. */
        AT_MOST,
        /** Equal. */
        EQUAL;

        Truth of(Enclosure a, Enclosure b) {
            OptionalInt order = a.order(b);
            if (order.isPresent()) {
                int sign = order.getAsInt();
                return Truth.of(this == LESS ? sign < 0 : this == AT_MOST ? sign <= 0 : sign == 0);
            }
            boolean apart = this == LESS ? a.low().equals(b.high()) : this == AT_MOST && a.high().equals(b.low());
            return !apart ? Truth.OPEN : Truth.of(this == AT_MOST);
        }
    }

    /** Both hold, or at least one. */
    record Both(boolean and, Test left, Test right) implements Test {
        @Override
        public Truth holds(Frame frame) {
            Truth first = left.holds(frame);
            if (first == (and ? Truth.FALSE : Truth.TRUE)) {
                return first;
            }
            return and ? first.and(right.holds(frame)) : first.or(right.holds(frame));
        }

        @Override
        public Value absent(Frame frame) {
            return left.holds(frame) == Truth.UNKNOWN ? left.absent(frame) : right.absent(frame);
        }
    }

    /** It does not hold. */
    record Not(Test of) implements Test {
        @Override
        public Truth holds(Frame frame) {
            return of.holds(frame).not();
        }

        @Override
        public Value absent(Frame frame) {
            return of.absent(frame);
        }
    }

    /** A number is missing. */
    record IsMissing(Num of) implements Test {
        @Override
        public Truth holds(Frame frame) {
            Value value = of.value(frame);
            return value.is(Value.Absence.OPEN) ? Truth.OPEN : Truth.of(value.isMissing());
        }

        @Override
        public Value absent(Frame frame) {
            throw new IllegalStateException("it can always be told");
        }
    }

    /** A text is missing. */
    record TextIsMissing(int slot) implements Test {
        @Override
        public Truth holds(Frame frame) {
            return Truth.of(frame.text(slot) == null);
        }

        @Override
        public Value absent(Frame frame) {
            throw new IllegalStateException("it can always be told");
        }
    }

    /** A text is one of these, or its code lies in one of these ranges. */
    record TextIn(int slot, String name, List<Expr.Range> ranges) implements Test {
        public TextIn {
            ranges = List.copyOf(ranges);
        }

        @Override
        public Truth holds(Frame frame) {
            String text = frame.text(slot);
            return text == null ? Truth.UNKNOWN : Truth.of(accepts(text));
        }

        /** Whether a text is one of these. */
        public boolean accepts(String text) {
            return ranges.stream().anyMatch(range -> holds(text, range));
        }

        @Override
        public Value absent(Frame frame) {
            return Value.missing(name);
        }

        /** A code lies in a range when its leading digits do: C1761 and 1761 lie in 17..18, and so does 18. */
        static boolean holds(String text, Expr.Range range) {
            if (range.from().equals(range.through())) {
                return text.equals(range.from());
            }
            String code = digits(text);
            return reaches(code, range.from(), 1) && reaches(code, range.through(), -1);
        }

        private static boolean reaches(@Nullable String code, String bound, int sign) {
            String limit = digits(bound);
            return code != null && limit != null && code.length() >= limit.length()
                    && sign * code.substring(0, limit.length()).compareTo(limit) >= 0;
        }

        private static @Nullable String digits(String text) {
            String rest = !text.isEmpty() && Character.isLetter(text.charAt(0)) ? text.substring(1) : text;
            return !rest.isEmpty() && rest.chars().allMatch(c -> c >= '0' && c <= '9') ? rest : null;
        }
    }

    /** Two text slots hold the same text. */
    record SameText(int left, String leftName, int right, String rightName) implements Test {
        @Override
        public Truth holds(Frame frame) {
            String a = frame.text(left);
            String b = frame.text(right);
            return a == null || b == null ? Truth.UNKNOWN : Truth.of(a.equals(b));
        }

        @Override
        public Value absent(Frame frame) {
            return Value.missing(frame.text(left) == null ? leftName : rightName);
        }
    }
}
