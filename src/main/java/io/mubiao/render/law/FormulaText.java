package io.mubiao.render.law;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Formulas in words: names of people for short names, signs as they are printed; two formulas never share their words. */
final class FormulaText {
    private static final Map<String, String> SIGNS = Map.of("<", "<", "<=", "≤", ">", ">", ">=", "≥", "==", "=", "!=", "≠");
    private static final String WHETHER = "是否";
    private static final int LOOSEST = 0;
    private static final int TEST = 1;
    private static final int SUM = 2;
    private static final int PRODUCT = 3;
    private static final int TIGHTEST = 4;

    private final Say say;
    private final LawNames names;

    FormulaText(Say say, LawNames names) {
        this.say = say;
        this.names = names;
    }

    /** A number, or a test. */
    String of(Formula formula) {
        return text(formula.expr(), LOOSEST);
    }

    /** So many points: a number of them, or what they are worked out by. */
    String points(Formula formula) {
        return formula.expr() instanceof Expr.Literal ? of(formula) + say.either(" 分", " points") : of(formula);
    }

    /** A name as people call it. */
    String name(String name) {
        return names.of(name);
    }

    /** A formula that stands inside of another. */
    String inside(Formula formula) {
        return text(formula.expr(), TIGHTEST);
    }

    /** A test as what somebody is or does: a flag without its 是否. */
    String test(Formula formula) {
        return test(formula.expr(), LOOSEST);
    }

    /** Those of whom a test holds. */
    String those(Formula formula) {
        String test = test(formula);
        return test + (test.endsWith("企业") ? "" : say.either("的企业", ""));
    }

    private String test(Expr expr, int around) {
        if (expr instanceof Expr.Name name) {
            return flag(name.name());
        }
        if (expr instanceof Expr.Call call && (call.function().equals("and") || call.function().equals("or"))) {
            String sign = call.function().equals("and") ? say.either("，且", " and ") : say.either("，或", " or ");
            String joined = joined(call, call.function()).stream().map(part -> test(part, TEST)).collect(Collectors.joining(sign));
            return around > LOOSEST ? bracket(joined) : joined;
        }
        if (expr instanceof Expr.Call call && call.function().equals("not")) {
            return say.either("并非", "not ") + bracket(test(call.operands().get(0), LOOSEST));
        }
        return text(expr, TEST);
    }

    /** The operands of a row of one sign, bracketed as they are read. */
    private static List<Expr> joined(Expr.Call call, String function) {
        List<Expr> parts = new ArrayList<>();
        Expr first = call.operands().get(0);
        if (first instanceof Expr.Call inner && inner.function().equals(function)) {
            parts.addAll(joined(inner, function));
        } else {
            parts.add(first);
        }
        parts.addAll(call.operands().subList(1, call.operands().size()));
        return parts;
    }

    private String flag(String name) {
        String title = names.of(name);
        return title.equals(WHETHER) ? title : title.replaceFirst(WHETHER, "");
    }

    private String text(Expr expr, int around) {
        if (expr instanceof Expr.Literal literal) {
            String number = Say.number(literal.value(), literal.unit());
            return literal.value().signum() < 0 && around >= SUM ? bracket(number) : number;
        }
        if (expr instanceof Expr.Name name) {
            return names.of(name.name());
        }
        if (expr instanceof Expr.Text it) {
            return say.quoted(it.text());
        }
        if (expr instanceof Expr.Day it) {
            return it.day().toString();
        }
        if (expr instanceof Expr.In in) {
            String of = in.value() instanceof Expr.Name name ? name.name() : "";
            String codes = say.list(in.ranges().stream().map(it -> it.from().equals(it.through()) ? say.quoted(names.text(of, it.from()))
                    : say.quoted(it.from()) + say.either("至", " to ") + say.quoted(it.through())).toList());
            String text = text(in.value(), TIGHTEST) + say.either(" 属于 ", " is one of ") + codes;
            return around > TEST ? bracket(text) : text;
        }
        return call((Expr.Call) expr, around);
    }

    private String call(Expr.Call call, int around) {
        List<Expr> of = call.operands();
        String function = call.function();
        if (SIGNS.containsKey(function)) {
            String text = compared(of.get(0), of.get(1)) + " " + SIGNS.get(function) + " " + compared(of.get(1), of.get(0));
            return around > TEST ? bracket(text) : text;
        }
        return switch (function) {
            case "and", "or", "not" -> around > LOOSEST ? bracket(test(call, LOOSEST)) : test(call, LOOSEST);
            case "+" -> loose(text(of.get(0), SUM - 1) + " + " + text(of.get(1), SUM + 1), around > SUM);
            case "-" -> of.size() == 1 ? loose("-" + text(of.get(0), TIGHTEST), around >= SUM)
                    : loose(text(of.get(0), SUM - 1) + " - " + text(of.get(1), SUM + 1), around > SUM);
            case "*" -> loose(text(of.get(0), PRODUCT) + " × " + text(of.get(1), TIGHTEST), around > PRODUCT);
            case "/" -> loose(text(of.get(0), PRODUCT) + " ÷ " + text(of.get(1), TIGHTEST), around > PRODUCT);
            default -> {
                String text = function(function, of);
                yield function.equals("place") && around < SUM ? say.either(text.substring(1, text.length() - 1), text) : text;
            }
        };
    }

    /** A side of a comparison; a text as it is called where the other side can have it. */
    private String compared(Expr side, Expr other) {
        return side instanceof Expr.Text it && other instanceof Expr.Name name ? say.quoted(names.text(name.name(), it.text())) : text(side, SUM);
    }

    private String function(String function, List<Expr> of) {
        List<String> all = of.stream().map(it -> text(it, LOOSEST)).toList();
        String first = all.isEmpty() ? "" : all.get(0);
        String second = all.size() < 2 ? "" : all.get(1);
        return switch (function) {
            case "max" -> bracket(say.list(all) + say.either("中的较大者", ", the larger"));
            case "min" -> bracket(say.list(all) + say.either("中的较小者", ", the smaller"));
            case "best" -> bracket(say.list(all.subList(1, all.size())) + say.either("中最大的 ", ", the sum of the largest ") + first + say.either(" 项之和", ""));
            case "abs" -> "|" + first + "|";
            case "clamp" -> bracket(first + say.either("，不低于 ", ", at least ") + second + say.either("，不高于 ", ", at most ") + all.get(2));
            case "if" -> bracket(say.either("如果", "if ") + test(of.get(0), LOOSEST) + say.either("，则为 ", " then ") + second
                    + say.either("，否则为 ", ", else ") + all.get(2));
            case "orelse" -> bracket(first + say.either("，缺数据时为 ", ", where missing ") + second);
            case "if_zero_divisor" -> bracket(first + say.either("，除数为零时为 ", ", where it divides by zero ") + second);
            case "undefined" -> bracket(say.either("文件未规定：", "not given by the document: ") + first);
            case "missing" -> say.either("缺 ", "missing ") + first;
            case "growth" -> bracket(first + say.either(" 比 ", " against ") + second + say.either(" 的增长率", ", rate of growth"));
            case "cagr" -> bracket(first + say.either(" 比 ", " against ") + second + say.either(" 的年均增长率，共 ", ", mean yearly growth over ")
                    + all.get(2) + say.either(" 年", " years"));
            case "steps" -> steps(all);
            case "full_years" -> bracket(first + say.either(" 至 ", " to ") + second + say.either(" 的整年数", ", full years"));
            case "plus_years" -> bracket(first + say.either(" 后 ", " plus ") + second + say.either(" 年", " years"));
            case "plus_months" -> bracket(first + say.either(" 后 ", " plus ") + second + say.either(" 个月", " months"));
            case "round", "round_half_even", "round_half_down", "round_up", "round_down", "floor", "ceiling" ->
                    bracket(first + say.either("，", ", ") + rounded(function) + (all.size() < 2 || second.equals("0") ? say.either("到整数", " to whole numbers")
                            : say.either("到 ", " to ") + second + say.either(" 位小数", " decimals")));
            case "consecutive" -> bracket(say.either("截至上年连续评为 ", "years in a row up to last year as ") + first + say.either(" 的年数", ""));
            case "prior" -> (of.size() == 2 && of.get(1) instanceof Expr.Text years ? say.either(years.text() + " 年前的 ", years.text() + " years ago, ")
                    : names.areYears() ? say.either("上年的 ", "last year's ") : say.either("上期的 ", "of the period before, ")) + named(of.subList(0, 1));
            case "mean" -> of.size() == 1 ? bracket(named(of) + say.either(" 在同组中的平均值", ", the mean of its peers"))
                    : bracket(say.list(all) + say.either("的平均", ", their mean"));
            case "mean_given" -> bracket(say.list(all) + say.either("中已有数的平均", ", the mean of those that are given"));
            case "sqrt" -> "√" + bracket(first);
            case "ln" -> "ln" + bracket(first);
            case "log10" -> "lg" + bracket(first);
            case "lowest" -> bracket(named(of) + say.either(" 在同组中的最低值", ", the lowest of its peers"));
            case "highest" -> bracket(named(of) + say.either(" 在同组中的最高值", ", the highest of its peers"));
            case "ranked" -> bracket(named(of) + say.either(" 的户数", ", how many are ranked there"));
            case "place" -> of.size() == 1 && of.get(0) instanceof Expr.Text again && names.isRanking(again.text())
                    ? bracket(named(of) + say.either(" 中的名次", ", the place there")) : bracket(named(of.subList(0, 1)) + within(of) + say.either(" 在同组中的名次", ", its place among its peers")
                    + (of.size() < 2 || names.areYears() ? "" : say.either("（最低的为第一名）", " (the lowest is first)")));
            case "peers" -> bracket(named(of.subList(0, 1)) + within(of) + say.either(" 的同组个数", ", the number of its peers"));
            case "in_a_row" -> bracket(named(of) + say.either(" 连续的期数", ", periods in a row"));
            default -> function + bracket(String.join(say.either("，", ", "), all));
        };
    }

    /** The texts that a place in a rule of land is within, beside the group. */
    private String within(List<Expr> of) {
        return of.size() < 2 || !names.areYears() ? "" : say.either("（按 ", " (within each ") + named(of.subList(1, of.size())) + say.either(" 分别排名）", ")");
    }

    private String named(List<Expr> of) {
        return of.stream().map(it -> it instanceof Expr.Text text ? flag(text.text()) : text(it, LOOSEST))
                .collect(Collectors.joining(say.either("、", ", ")));
    }

    private String rounded(String function) {
        return say.mode(switch (function) {
            case "floor" -> java.math.RoundingMode.FLOOR;
            case "ceiling" -> java.math.RoundingMode.CEILING;
            case "round" -> java.math.RoundingMode.HALF_UP;
            default -> java.math.RoundingMode.valueOf(function.substring("round_".length()).toUpperCase(java.util.Locale.ROOT));
        });
    }

    private String steps(List<String> all) {
        StringBuilder text = new StringBuilder(all.get(0)).append(say.either(" 分档：未满各档为 ", " by steps: below all ")).append(all.get(1));
        for (int i = 2; i + 1 < all.size(); i += 2) {
            text.append(say.either("，满 ", ", from ")).append(all.get(i)).append(say.either(" 为 ", " on ")).append(all.get(i + 1));
        }
        return bracket(text.toString());
    }

    private String bracket(String text) {
        return say.either("（" + text + "）", "(" + text + ")");
    }

    private String loose(String text, boolean inside) {
        return inside ? bracket(text) : text;
    }
}
