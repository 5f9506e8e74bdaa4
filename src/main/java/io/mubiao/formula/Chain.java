package io.mubiao.formula;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A chain of one operator that may be bracketed at will (+, *, and, or). A short one is nested to the left, as it is
 * written; a long one is halved, so that no number of terms exhausts the stack.
 */
final class Chain {
    private static final int LEFT = 32;
    /** How many terms stand in a chain that cannot be bracketed at will. */
    private static final int LONGEST = 120;

    private Chain() {}

    static Expr of(String function, List<Expr> parts) {
        if (parts.size() > LEFT) {
            int half = parts.size() / 2;
            return call(function, of(function, parts.subList(0, half)), of(function, parts.subList(half, parts.size())));
        }
        Expr chain = parts.get(0);
        for (Expr part : parts.subList(1, parts.size())) {
            chain = call(function, chain, part);
        }
        return chain;
    }

    /** Terms with the operators between them, one fewer. */
    static Expr of(List<String> functions, List<Expr> parts) {
        if (functions.stream().distinct().count() == 1 && !"-/".contains(functions.get(0))) {
            return of(functions.get(0), parts);
        }
        if (parts.size() > LONGEST) {
            throw new IllegalArgumentException("a formula has " + parts.size() + " terms in a row joined by "
                    + String.join(" and ", functions.stream().distinct().toList()) + "; expected at most " + LONGEST
                    + ", put brackets around some of them");
        }
        Expr chain = parts.get(0);
        for (int i = 1; i < parts.size(); i++) {
            chain = call(functions.get(i - 1), chain, parts.get(i));
        }
        return chain;
    }

    /** The terms of a long chain; empty where an expression is none. */
    static List<Expr> halved(Expr.Call call) {
        String function = call.function();
        if (call.operands().size() != 2 || !(function.equals("+") || function.equals("*") || function.equals("and")
                || function.equals("or"))) {
            return List.of();
        }
        List<Expr> parts = new ArrayList<>();
        Deque<Expr> open = new ArrayDeque<>(List.of(call));
        while (!open.isEmpty()) {
            Expr next = open.pop();
            if (next instanceof Expr.Call inner && inner.function().equals(function) && inner.operands().size() == 2) {
                open.push(inner.operands().get(1));
                open.push(inner.operands().get(0));
            } else {
                parts.add(next);
            }
        }
        return parts.size() > LEFT && of(function, parts).equals(call) ? parts : List.of();
    }

    private static Expr call(String function, Expr left, Expr right) {
        return new Expr.Call(function, List.of(left, right));
    }
}
