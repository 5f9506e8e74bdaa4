package io.mubiao.formula.internal;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.work.TooCostlyException;
import io.mubiao.work.internal.Checkpoint;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How large the exact numbers of formulas can get that use each other (数的增长), counted in inputs: a product or quotient has
 * the digits of both, a sum those of its longest term or, of quotients, of all. Thirty squares in a row would have those of a
 * thousand million inputs. Not thread-safe.
 */
public final class Growth {
    /** An input is taken to have so many digits. */
    private static final int DIGITS = 50;
    /** The deepest that formulas may be nested, those of the names they use included. */
    public static final int DEEPEST = 300;

    /** What a formula comes to. */
    private record Size(long inputs, boolean divides, int depth) {
        static final Size NOTHING = new Size(0, false, 1);
    }

    private final Map<String, Formula> formulas;
    private final Map<String, Size> known = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    /** Of these formulas by name; other names are inputs. */
    public Growth(Map<String, Formula> formulas) {
        this.formulas = Map.copyOf(formulas);
    }

    /**
     * Checks the formula of a name, and those it uses.
     *
     * @throws TooCostlyException if its numbers can have more digits than the budget in force allows, or it is nested too deeply
     */
    public void check(String name) {
        size(name, 0);
    }

    private Size size(String name, int above) {
        Size size = known.get(name);
        if (size != null) {
            return size;
        }
        Formula formula = formulas.get(name);
        if (formula == null || !open.add(name)) {
            return new Size(1, false, 1);
        }
        try {
            Size found = size(formula.expr(), name, above);
            known.put(name, found);
            return found;
        } finally {
            open.remove(name);
        }
    }

    private Size size(Expr expr, String of, int above) {
        if (above > DEEPEST) {
            throw tooDeep(of, above);
        }
        if (expr instanceof Expr.Name name) {
            Size named = size(name.name(), above + 1);
            return new Size(named.inputs, named.divides, named.depth + 1);
        }
        if (expr instanceof Expr.In in) {
            return size(in.value(), of, above + 1);
        }
        if (!(expr instanceof Expr.Call call)) {
            return Size.NOTHING;
        }
        boolean divides = false;
        long most = 0;
        long all = 0;
        long last = 0;
        int depth = 1;
        for (Expr part : call.operands()) {
            Size operand = size(part, of, above + 1);
            divides |= operand.divides;
            last = operand.inputs;
            most = Math.max(most, last);
            all += last;
            depth = Math.max(depth, operand.depth + 1);
        }
        Size size = switch (call.function()) {
            case "*" -> new Size(all, divides, depth);
            case "/", "growth", "cagr" -> new Size(all, divides || last > 0 || !call.function().equals("/"), depth);
            case "+", "-", "best", "mean", "mean_given" -> new Size(divides ? all : most, divides, depth);
            default -> new Size(most, divides && !call.function().startsWith("round") && !call.function().equals("floor")
                    && !call.function().equals("ceiling"), depth);
        };
        if (depth > DEEPEST) {
            throw tooDeep(of, depth);
        }
        int allowed = Checkpoint.budget().digits();
        if (size.inputs > allowed / DIGITS) {
            throw new TooCostlyException(TooCostlyException.Cost.DIGITS, "the exact numbers of '" + of + "', which has the digits of "
                    + size.inputs + " inputs; round on the way", size.inputs * DIGITS, allowed);
        }
        return size;
    }

    private static TooCostlyException tooDeep(String of, int depth) {
        return new TooCostlyException(TooCostlyException.Cost.DEPTH, "'" + of + "' with the names it uses", depth, DEEPEST);
    }
}
