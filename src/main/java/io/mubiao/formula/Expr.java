package io.mubiao.formula;

import io.mubiao.value.Rational;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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

        /** A function of texts, such as {@code prior("tax")}. */
        public static Call ofTexts(String function, List<String> texts) {
            return new Call(function, texts.stream().map(text -> (Expr) new Text(text)).toList());
        }

        /** Whether this is written between its operands. */
        boolean isOperator() {
            return "+-*/<>=!".indexOf(function.charAt(0)) >= 0 || function.equals("and") || function.equals("or")
                    || function.equals("not");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Call that && function.equals(that.function) && operands.equals(that.operands);
        }

        @Override
        public int hashCode() {
            return 31 * function.hashCode() + operands.hashCode();
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder();
            write(text);
            return text.toString();
        }

        private void write(StringBuilder to) {
            if (function.equals("prior") && operands.size() == 2 && operands.get(1) instanceof Text years) {
                to.append("prior(").append(operands.get(0)).append(", ").append(years.text()).append(')');
            } else if (!isOperator()) {
                to.append(function).append('(');
                for (int i = 0; i < operands.size(); i++) {
                    append(to.append(i == 0 ? "" : ", "), operands.get(i), false);
                }
                to.append(')');
            } else if (operands.size() == 1) {
                append(to.append(function).append(function.equals("-") ? "" : " "), operands.get(0), isLoose(operands.get(0)));
            } else {
                List<Expr> halved = Chain.halved(this);
                List<Expr> parts = halved.isEmpty() ? operands : halved;
                for (int i = 0; i < parts.size(); i++) {
                    to.append(i == 0 ? "" : " " + function + " ");
                    append(to, parts.get(i), isLoose(parts.get(i)));
                }
            }
        }

        private static void append(StringBuilder to, Expr operand, boolean bracketed) {
            to.append(bracketed ? "(" : "");
            if (operand instanceof Call call) {
                call.write(to);
            } else {
                to.append(operand);
            }
            to.append(bracketed ? ")" : "");
        }

        private boolean isLoose(Expr operand) {
            return operand instanceof In || (operand instanceof Literal number && isMinusOf(number))
                    || (operand instanceof Call call && call.isOperator() && (operands.size() == 1 ? !repeats(call) : !flattens(call)));
        }

        /** {@code -(2)} is a minus of a number, {@code -2} a number. */
        private boolean isMinusOf(Literal number) {
            return operands.size() == 1 && function.equals("-") && number.value().signum() > 0;
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
        List<String> names = new ArrayList<>();
        Deque<Expr> open = new ArrayDeque<>(List.of(this));
        while (!open.isEmpty()) {
            Expr next = open.pop();
            if (next instanceof Name name) {
                names.add(name.name());
            } else if (next instanceof In in) {
                open.push(in.value());
            } else if (next instanceof Call call) {
                for (int i = call.operands().size() - 1; i >= 0; i--) {
                    open.push(call.operands().get(i));
                }
            }
        }
        return names.stream();
    }
}
