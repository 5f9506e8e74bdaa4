package io.mubiao.formula;

import io.mubiao.value.Rational;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tree of a formula as written, before names and units are looked up. Sealed and immutable. */
public sealed interface Expr {
    /** A number with the symbol of its unit; the symbol is empty for a plain number. */
    record Literal(Rational value, String unit) implements Expr {
        @Override
        public String toString() {
            return unit.isEmpty() ? value.toString() : value + " " + unit;
        }
    }

    /** A text in quotes. */
    record Text(String text) implements Expr {
        @Override
        public String toString() {
            return '"' + text + '"';
        }
    }

    /** A day. */
    record Day(LocalDate day) implements Expr {
        @Override
        public String toString() {
            return day.toString();
        }
    }

    /** A column, a derived quantity, an indicator, a baseline, a parameter. */
    record Name(String name) implements Expr {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A function or an operator with its operands. */
    record Call(String function, List<Expr> operands) implements Expr {
        public Call {
            operands = List.copyOf(operands);
        }

        /** Whether this is written between its operands. */
        boolean isOperator() {
            return "+-*/<>=!".indexOf(function.charAt(0)) >= 0 || function.equals("and") || function.equals("or")
                    || function.equals("not");
        }

        @Override
        public String toString() {
            if (!isOperator()) {
                return operands.stream().map(Expr::toString).collect(Collectors.joining(", ", function + "(", ")"));
            }
            String space = function.equals("-") ? "" : " ";
            return operands.size() == 1
                    ? function + space + inner(operands.get(0))
                    : operands.stream().map(this::inner).collect(Collectors.joining(" " + function + " "));
        }

        private String inner(Expr operand) {
            boolean loose = operand instanceof Call call && call.isOperator()
                    && (operands.size() == 1 ? !repeats(call) : !flattens(call));
            return loose || operand instanceof In ? "(" + operand + ")" : operand.toString();
        }

        /** {@code --a} and {@code not not a} need no brackets. */
        private boolean repeats(Call inner) {
            return inner.operands.size() == 1 && inner.function.equals(function);
        }

        private boolean flattens(Call inner) {
            boolean first = operands.get(0) == inner;
            return switch (function) {
                case "+", "-" -> inner.operands.size() == 2 && ("*/".contains(inner.function)
                        || (first && "+-".contains(inner.function)));
                case "*", "/" -> first && inner.operands.size() == 2 && "*/".contains(inner.function);
                case "and", "or" -> !inner.function.equals("and") && !inner.function.equals("or");
                case "<", "<=", ">", ">=", "==", "!=" -> "+-*/".contains(inner.function);
                default -> false;
            };
        }
    }

    /** A text column that is one of these texts or lies in one of these ranges of codes. */
    record In(Expr value, List<Range> ranges) implements Expr {
        public In {
            ranges = List.copyOf(ranges);
        }

        @Override
        public String toString() {
            return value + " in " + ranges.stream().map(Range::toString).collect(Collectors.joining(", ", "(", ")"));
        }
    }

    /** One text, or the codes from one to another, both included. */
    record Range(String from, String through) {
        @Override
        public String toString() {
            return from.equals(through) ? '"' + from + '"' : '"' + from + "\"..\"" + through + '"';
        }
    }

    /** All names used, in order of first use, with repetitions. */
    default Stream<String> names() {
        if (this instanceof Name name) {
            return Stream.of(name.name());
        }
        if (this instanceof Call call) {
            return call.operands().stream().flatMap(Expr::names);
        }
        return this instanceof In in ? in.value().names() : Stream.of();
    }
}
