package io.mubiao.render;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Formulas in plain words: names for people or numbers in place of short names, words in place of functions. */
final class PlainFormula {
    /** A formula without what holds and rounds it, and that in words. */
    record Parts(Expr expr, String core, List<String> notes) {}

    private static final Set<String> COMPARISONS = Set.of("<", "<=", ">", ">=", "==", "!=");
    private static final int LOOSEST = 0;
    private static final int SUM = 3;
    private static final int PRODUCT = 4;
    private static final int TIGHTEST = 5;

    private final Words words;
    private final FormulaWords formulaWords;
    private final Map<String, Trace> operands = new LinkedHashMap<>();
    private final Function<Trace, String> shown;

    private PlainFormula(Words words, List<Trace> operands, Function<Trace, String> shown) {
        this.words = words;
        this.formulaWords = new FormulaWords(words);
        this.shown = shown;
        operands.forEach(operand -> this.operands.put(name(operand), operand));
    }

    /** With the operands' names for people. */
    static PlainFormula titles(Words words, List<Trace> operands) {
        return new PlainFormula(words, operands, operand -> title(words, operand));
    }

    /** With the operands' numbers. */
    static PlainFormula numbers(Words words, List<Trace> operands) {
        return new PlainFormula(words, operands, operand -> operand instanceof Trace.Leaf leaf
                ? new FormulaWords(words).value(leaf) : new FormulaWords(words).number(number(operand)));
    }

    private static Optional<Quantity> number(Trace operand) {
        return operand instanceof Trace.Leaf leaf ? leaf.number() : ((Trace.Worked) operand).number();
    }

    static String title(Words words, Trace operand) {
        FormulaWords named = new FormulaWords(words);
        if (!(operand instanceof Trace.Leaf leaf)) {
            return named.name(((Trace.Worked) operand).title());
        }
        return switch (leaf.origin()) {
            case PRIOR_YEAR -> words.either("上年", "last year's ") + leaf.title();
            case MEAN_SCORE -> leaf.title() + words.either("同组平均得分", ", mean score of the group");
            default -> named.name(leaf.title());
        };
    }

    private static String name(Trace operand) {
        return operand instanceof Trace.Leaf leaf ? leaf.name() : ((Trace.Worked) operand).name();
    }

    /** The formula in one piece. */
    String whole(Formula formula) {
        return text(formula.expr(), LOOSEST);
    }

    /** The formula without outer roundings, caps, floors and the choice that is not taken. */
    Parts parts(Formula formula) {
        List<String> notes = new ArrayList<>();
        Expr core = formula.expr();
        Optional<Expr> inner = inner(core, notes);
        while (inner.isPresent()) {
            core = inner.get();
            inner = inner(core, notes);
        }
        Collections.reverse(notes);
        return new Parts(core, text(core, LOOSEST), notes);
    }

    private Optional<Expr> inner(Expr expr, List<String> notes) {
        if (!(expr instanceof Expr.Call call) || call.operands().isEmpty()) {
            return Optional.empty();
        }
        List<Expr> of = call.operands();
        switch (call.function()) {
            case "round", "floor", "ceiling", "round_half_even", "round_half_down", "round_up", "round_down" -> {
                notes.add(formulaWords.rounded(call.function(), of.size() < 2 ? "0" : of.get(1).toString()));
                return Optional.of(of.get(0));
            }
            case "min", "max" -> {
                Expr limit = of.stream().filter(it -> it.names().findAny().isEmpty()).findFirst().orElse(null);
                if (of.size() != 2 || limit == null) {
                    return Optional.empty();
                }
                notes.add(formulaWords.held(call.function().equals("min"), text(limit, LOOSEST)));
                return Optional.of(of.get(0) == limit ? of.get(1) : of.get(0));
            }
            case "clamp" -> {
                notes.add(formulaWords.held(true, text(of.get(2), LOOSEST)));
                notes.add(formulaWords.held(false, text(of.get(1), LOOSEST)));
                return Optional.of(of.get(0));
            }
            case "if" -> {
                return holds(of.get(0)).map(yes -> of.get(yes ? 1 : 2));
            }
            default -> {
                return Optional.empty();
            }
        }
    }

    /** Whether a comparison of one operand with zero holds; empty for any other test. */
    private Optional<Boolean> holds(Expr test) {
        if (test instanceof Expr.Call call && call.function().equals("<")
                && call.operands().get(1) instanceof Expr.Literal zero && zero.value().signum() == 0
                && call.operands().get(0) instanceof Expr.Name name && operands.containsKey(name.name())) {
            return number(operands.get(name.name())).map(value -> value.amount().signum() < 0);
        }
        return Optional.empty();
    }

    private String text(Expr expr, int around) {
        if (expr instanceof Expr.Literal literal) {
            return signed(PlainNumber.withUnit(literal.value(), literal.unit()), literal.value(), around);
        }
        if (expr instanceof Expr.Name name) {
            return operand(name.name(), around);
        }
        if (expr instanceof Expr.In in) {
            return text(in.value(), TIGHTEST) + words.either(" 属于 ", " in ") + in.ranges().stream()
                    .map(it -> it.from().equals(it.through()) ? it.from() : it.from() + "–" + it.through())
                    .collect(Collectors.joining(words.either("、", ", ")));
        }
        if (expr instanceof Expr.Call call) {
            boolean ofTexts = call.operands().stream().allMatch(Expr.Text.class::isInstance);
            return ofTexts ? operand(call.toString(), around) : call(call, around);
        }
        return expr instanceof Expr.Text it ? it.text() : expr.toString();
    }

    private String operand(String name, int around) {
        Trace operand = operands.get(name);
        if (operand == null) {
            return formulaWords.name(name);
        }
        String text = shown.apply(operand);
        return number(operand).map(value -> signed(text, value.amount(), around)).orElse(text);
    }

    private static String signed(String text, Rational value, int around) {
        return value.signum() < 0 && around >= SUM && text.startsWith("-") ? "(" + text + ")" : text;
    }

    private String call(Expr.Call call, int around) {
        List<Expr> of = call.operands();
        String function = call.function();
        if (COMPARISONS.contains(function)) {
            return loose(text(of.get(0), 2) + " " + formulaWords.sign(function) + " " + text(of.get(1), 2), around > 2);
        }
        return switch (function) {
            case "and", "or" -> loose(of.stream().map(it -> text(it, 2))
                    .collect(Collectors.joining(function.equals("and") ? words.either(" 且 ", " and ")
                            : words.either(" 或 ", " or "))), around > 1);
            case "not" -> words.either("非", "not ") + text(of.get(0), TIGHTEST);
            case "+" -> loose(text(of.get(0), LOOSEST) + " + " + text(of.get(1), SUM), around > SUM);
            case "-" -> of.size() == 1 ? "-" + text(of.get(0), TIGHTEST)
                    : loose(text(of.get(0), LOOSEST) + " - " + text(of.get(1), PRODUCT), around > SUM);
            case "*" -> loose(text(of.get(0), PRODUCT) + " × " + text(of.get(1), TIGHTEST), around > PRODUCT);
            case "/" -> loose(text(of.get(0), PRODUCT) + " ÷ " + text(of.get(1), TIGHTEST), around > PRODUCT);
            case "growth" -> loose("(" + text(of.get(0), SUM) + " - " + text(of.get(1), PRODUCT) + ") ÷ "
                    + (isPositive(of.get(1)) ? text(of.get(1), TIGHTEST) : "|" + text(of.get(1), LOOSEST) + "|"),
                    around > PRODUCT);
            case "abs" -> "|" + text(of.get(0), LOOSEST) + "|";
            default -> formulaWords.function(function, of.stream().map(it -> text(it, LOOSEST)).toList());
        };
    }

    private boolean isPositive(Expr expr) {
        Trace operand = expr instanceof Expr.Name || expr instanceof Expr.Call ? operands.get(expr.toString()) : null;
        return operand != null && number(operand).filter(value -> value.amount().signum() > 0).isPresent();
    }

    private static String loose(String text, boolean inside) {
        return inside ? "(" + text + ")" : text;
    }
}
