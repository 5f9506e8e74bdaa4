package io.mubiao.formula;

import io.mubiao.formula.FormulaLexer.Kind;
import io.mubiao.formula.FormulaLexer.Token;
import io.mubiao.value.Rational;
import io.mubiao.work.TooCostlyException.Cost;
import io.mubiao.work.TooCostlyException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a formula by recursive descent, one method a level of binding. */
final class FormulaParser {
    private static final int LONGEST = 4_000;
    private static final int DEEPEST = 40;
    private static final int START = 60;
    private static final Set<String> KEYWORDS = Set.of("and", "or", "not", "in");
    private static final Set<String> COMPARISONS = Set.of("<", "<=", ">", ">=", "==", "!=");

    private final String text;
    private final List<Token> tokens;
    private int next;
    private int depth;

    FormulaParser(String text) {
        this.text = text;
        if (text.length() > LONGEST) {
            throw new TooCostlyException(Cost.CHARACTERS, "formula '" + text.substring(0, START) + "…'", text.length(), LONGEST);
        }
        this.tokens = FormulaLexer.tokens(text);
    }

    Expr parse() {
        Expr whole = or();
        if (peek().kind() != Kind.END) {
            throw unexpected("the end or an operator");
        }
        return whole;
    }

    private Expr or() {
        if (++depth > DEEPEST) {
            throw tooDeep();
        }
        List<Expr> parts = new ArrayList<>(List.of(and()));
        while (take("or")) {
            parts.add(and());
        }
        depth--;
        return Chain.of("or", parts);
    }

    private Expr and() {
        List<Expr> parts = new ArrayList<>(List.of(not()));
        while (take("and")) {
            parts.add(not());
        }
        return Chain.of("and", parts);
    }

    private Expr not() {
        if (!take("not")) {
            return comparison();
        }
        if (++depth > DEEPEST) {
            throw tooDeep();
        }
        Expr negated = call("not", not());
        depth--;
        return negated;
    }

    private Expr comparison() {
        Expr left = sum();
        if (take("in")) {
            return new Expr.In(left, ranges());
        }
        Token sign = peek();
        if (sign.kind() == Kind.SIGN && COMPARISONS.contains(sign.text())) {
            next++;
            Expr right = sum();
            if (peek().kind() == Kind.SIGN && COMPARISONS.contains(peek().text())) {
                throw unexpected("one comparison; write 'a < b and b < c'");
            }
            return call(sign.text(), left, right);
        }
        return left;
    }

    private List<Expr.Range> ranges() {
        List<Expr.Range> ranges = new ArrayList<>();
        boolean bracketed = take("(");
        do {
            String from = quoted();
            String through = take("..") ? quoted() : from;
            ranges.add(new Expr.Range(from, through));
        } while (bracketed && take(","));
        if (bracketed) {
            expect(")");
        }
        return ranges;
    }

    private String quoted() {
        if (peek().kind() != Kind.TEXT) {
            throw unexpected("a text in double quotes");
        }
        return tokens.get(next++).text();
    }

    private Expr sum() {
        List<Expr> parts = new ArrayList<>(List.of(product()));
        List<String> signs = new ArrayList<>();
        while (isNext("+") || isNext("-")) {
            signs.add(tokens.get(next++).text());
            parts.add(product());
        }
        return signs.isEmpty() ? parts.get(0) : Chain.of(signs, parts);
    }

    private Expr product() {
        List<Expr> parts = new ArrayList<>(List.of(unary()));
        List<String> signs = new ArrayList<>();
        while (isNext("*") || isNext("/")) {
            signs.add(tokens.get(next++).text());
            parts.add(unary());
        }
        return signs.isEmpty() ? parts.get(0) : Chain.of(signs, parts);
    }

    private Expr unary() {
        if (isNext("+")) {
            throw unexpected("a value; a positive number has no sign");
        }
        if (!take("-")) {
            return primary();
        }
        if (peek().kind() == Kind.NUMBER) {
            Expr.Literal number = number();
            // Zero has no sign to keep: -0 stays a minus of 0, so that what is printed reads back with as many.
            return number.value().signum() == 0 ? call("-", number) : new Expr.Literal(number.value().negate(), number.unit());
        }
        if (++depth > DEEPEST) {
            throw tooDeep();
        }
        Expr negated = call("-", unary());
        depth--;
        return negated;
    }

    private Expr primary() {
        Token token = peek();
        switch (token.kind()) {
            case NUMBER -> {
                return number();
            }
            case DAY -> {
                next++;
                return day(token);
            }
            case TEXT -> {
                next++;
                return new Expr.Text(token.text());
            }
            case WORD -> {
                if (KEYWORDS.contains(token.text())) {
                    throw unexpected("a value");
                }
                next++;
                return take("(") ? call(token.text(), operands()) : new Expr.Name(token.text());
            }
            default -> {
                expect("(");
                Expr inner = or();
                expect(")");
                return inner;
            }
        }
    }

    private List<Expr> operands() {
        List<Expr> operands = new ArrayList<>();
        if (take(")")) {
            return operands;
        }
        do {
            operands.add(or());
        } while (take(","));
        expect(")");
        return operands;
    }

    /** A number and the unit behind it; of {@code 5 万元/亩} the quotient, where 亩 follows the stroke at once. */
    private Expr.Literal number() {
        Rational value = Rational.of(new BigDecimal(tokens.get(next++).text()));
        Token word = peek();
        if (word.kind() != Kind.WORD || KEYWORDS.contains(word.text())) {
            return new Expr.Literal(value, "");
        }
        next++;
        String unit = word.text();
        Token stroke = peek();
        Token below = tokens.get(Math.min(next + 1, tokens.size() - 1));
        boolean quotient = stroke.text().equals("/") && below.kind() == Kind.WORD
                && stroke.column() == word.column() + unit.length() && below.column() == stroke.column() + 1;
        if (quotient) {
            next += 2;
            unit += "/" + below.text();
        }
        return new Expr.Literal(value, unit);
    }

    private Expr day(Token token) {
        try {
            return new Expr.Day(LocalDate.parse(token.text()));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("formula '" + text + "': not a day: '" + token.text() + "'", e);
        }
    }

    private static Expr call(String function, Expr... operands) {
        return new Expr.Call(function, List.of(operands));
    }

    private Token peek() {
        return tokens.get(next);
    }

    private boolean isNext(String word) {
        Token token = peek();
        return (token.kind() == Kind.SIGN || token.kind() == Kind.WORD) && token.text().equals(word);
    }

    private boolean take(String word) {
        boolean there = isNext(word);
        next += there ? 1 : 0;
        return there;
    }

    private void expect(String sign) {
        if (!take(sign)) {
            throw unexpected("'" + sign + "'");
        }
    }

    private TooCostlyException tooDeep() {
        return new TooCostlyException(Cost.DEPTH, "formula '" + text.substring(0, Math.min(START, text.length())) + "…'", depth, DEEPEST);
    }

    private IllegalArgumentException unexpected(String expected) {
        Token token = peek();
        return new IllegalArgumentException("formula '" + text + "' cannot be read at column " + token.column() + ": found "
                + (token.kind() == Kind.END ? "the end" : "'" + token.text() + "'") + ", expected " + expected + hint(token));
    }

    private static String hint(Token token) {
        return switch (token.text()) {
            case "且", "并且", "而且" -> "; write and";
            case "或", "或者" -> "; write or";
            default -> "";
        };
    }

    /** The years of {@code prior("tax", 2)} are part of what is asked for, as a text. */
    private static Expr call(String function, List<Expr> operands) {
        boolean years = function.equals("prior") && operands.size() == 2 && operands.get(1) instanceof Expr.Literal literal
                && literal.unit().isEmpty();
        return new Expr.Call(function, years ? List.of(operands.get(0), new Expr.Text(((Expr.Literal) operands.get(1)).value().toString()))
                : operands);
    }
}
