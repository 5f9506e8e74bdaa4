package io.mubiao.render;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.formula.Symbol;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Formulas in plain words: names for people or numbers in place of short names, words in place of functions. */
final class PlainFormula {
    /** A formula without what holds and rounds it, that in words, and what decided the choices that were taken; free is rounded but not held. */
    record Parts(Expr expr, Expr free, String core, List<String> notes, List<String> reasons) {}

    /** The tests of choices within each other: all that held, and those that failed after the last of them. */
    private record Tests(List<Expr> held, List<Expr> failed) {
        private void take(Expr.Call choice, Expr taken) {
            Expr test = choice.operands().get(0);
            if (taken == choice.operands().get(1)) {
                held.add(test);
                failed.clear();
            } else {
                failed.add(test);
            }
        }
    }

    private static final Map<String, String> OPPOSITES = Map.of("<", ">=", ">=", "<", ">", "<=", "<=", ">", "==", "!=", "!=", "==");
    private static final String WHETHER = "是否";
    private static final Expr ONE = new Expr.Literal(Rational.ONE, "");
    private static final Expr NEITHER = new Expr.Literal(Rational.of(-1), "");
    private static final Expr ZERO = new Expr.Literal(Rational.ZERO, "");
    private static final int LOOSEST = 0;
    private static final int SUM = 3;
    private static final int PRODUCT = 4;
    private static final int TIGHTEST = 5;

    private final Words words;
    private final FormulaWords formulaWords;
    private final Map<String, Trace> operands;
    private final Function<Trace, String> shown;
    private final boolean withNumbers;

    private PlainFormula(Words words, List<Trace> operands, boolean withNumbers, Function<Trace, String> shown) {
        this.words = words;
        this.withNumbers = withNumbers;
        this.formulaWords = new FormulaWords(words);
        this.shown = shown;
        this.operands = byName(operands);
    }

    /** By their names in formulas. */
    static Map<String, Trace> byName(List<Trace> operands) {
        Map<String, Trace> byName = new LinkedHashMap<>();
        operands.forEach(operand -> byName.put(name(operand), operand));
        return byName;
    }

    /** With the operands' names for people. */
    static PlainFormula titles(Words words, List<Trace> operands) {
        return new PlainFormula(words, operands, false, operand -> title(words, operand));
    }

    /** With the operands' numbers, and of choices only what was taken. */
    static PlainFormula numbers(Words words, List<Trace> operands) {
        return new PlainFormula(words, operands, true, operand -> operand instanceof Trace.Leaf leaf
                ? new FormulaWords(words).value(leaf) : new FormulaWords(words).number(number(operand)));
    }

    private static Optional<Quantity> number(Trace operand) {
        return operand instanceof Trace.Leaf leaf ? leaf.number() : ((Trace.Worked) operand).number();
    }

    static String title(Words words, Trace operand) {
        FormulaWords named = new FormulaWords(words);
        if (name(operand).startsWith("score_")) {
            String title = operand instanceof Trace.Leaf leaf ? leaf.title() : ((Trace.Worked) operand).title();
            return words.either(title + "得分", "points of " + title);
        }
        if (!(operand instanceof Trace.Leaf leaf)) {
            return named.name(((Trace.Worked) operand).title());
        }
        return switch (leaf.origin()) {
            case PRIOR_YEAR -> priorYear(words, leaf) + (words.isChinese() && leaf.title().startsWith("上年") ? "（" + leaf.title() + "）" : leaf.title());
            case MEAN_SCORE -> leaf.title() + words.either("同组平均得分", ", mean score of the group");
            case PLACE -> leaf.title() + (leaf.name().startsWith("peers(") ? words.either("有名次的户数", ", number of places") : words.either("名次", ", place"));
            default -> named.of(leaf.name(), named.name(leaf.title()));
        };
    }

    /** Last year, or how many years ago. */
    private static String priorYear(Words words, Trace.Leaf leaf) {
        int at = leaf.name().indexOf("\", ");
        String years = at < 0 ? "1" : leaf.name().substring(at + 3, leaf.name().length() - 1);
        return switch (years) {
            case "1" -> words.either("上年", "last year's ");
            case "2" -> words.either("前年", "2 years ago: ");
            default -> words.either(years + "年前", years + " years ago: ");
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
        Set<String> why = new LinkedHashSet<>();
        Tests tests = new Tests(new ArrayList<>(), new ArrayList<>());
        Expr core = formula.expr();
        Optional<Expr> inner = inner(core, notes, why);
        while (inner.isPresent()) {
            if (core instanceof Expr.Call call && call.function().equals("if")) {
                tests.take(call, inner.get());
            }
            core = inner.get();
            inner = inner(core, notes, why);
        }
        settled(core, why);
        Collections.reverse(notes);
        List<String> reasons = Stream.concat(new ChoiceReasons(words, this, operands).of(tests.held, tests.failed, core).stream(), why.stream()).distinct().toList();
        return new Parts(core, free(formula.expr()), text(core, LOOSEST), notes.stream().distinct().toList(), reasons);
    }

    private Expr free(Expr expr) {
        Optional<Expr> inner = inner(expr, new ArrayList<>(), new LinkedHashSet<>());
        if (inner.isEmpty() || !Equation.isRounding(expr)) {
            return inner.map(this::free).orElse(expr);
        }
        Expr.Call call = (Expr.Call) expr;
        return new Expr.Call(call.function(), Stream.concat(Stream.of(free(inner.get())), call.operands().stream().skip(1)).toList());
    }

    private Optional<Expr> inner(Expr expr, List<String> notes, Set<String> why) {
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
                Expr limit = of.stream().filter(it -> isLimit(settled(it, new LinkedHashSet<>()))).findFirst().orElse(null);
                if (of.size() != 2 || limit == null) {
                    return Optional.empty();
                }
                notes.add(formulaWords.held(call.function().equals("min"), text(settled(limit, why), LOOSEST)));
                return Optional.of(of.get(0) == limit ? of.get(1) : of.get(0));
            }
            case "clamp" -> {
                notes.add(formulaWords.held(true, text(of.get(2), LOOSEST)));
                notes.add(formulaWords.held(false, text(of.get(1), LOOSEST)));
                return Optional.of(of.get(0));
            }
            case "if" -> {
                return taken(call);
            }
            case "orelse" -> {
                taken(call).filter(it -> withNumbers && it == of.get(1)).flatMap(it -> lacking(of.get(0))).ifPresent(why::add);
                return withNumbers ? taken(call) : Optional.empty();
            }
            default -> {
                return Optional.empty();
            }
        }
    }

    /** What choices with numbers come to. */
    Expr chosen(Expr expr) {
        return settled(expr, new LinkedHashSet<>());
    }

    /** What choices with numbers come to, also inside of what is worked out, and what decided them. */
    private Expr settled(Expr expr, Set<String> why) {
        Tests tests = new Tests(new ArrayList<>(), new ArrayList<>());
        Expr now = expr;
        while (withNumbers && now instanceof Expr.Call call && call.function().equals("if")) {
            Optional<Expr> next = taken(call);
            if (next.isEmpty()) {
                return now;
            }
            tests.take(call, next.get());
            now = next.get();
        }
        why.addAll(new ChoiceReasons(words, this, operands).of(tests.held, tests.failed, now));
        boolean isWorked = withNumbers && now instanceof Expr.Call && now.names().findAny().isPresent();
        return isWorked ? new Expr.Call(((Expr.Call) now).function(), ((Expr.Call) now).operands().stream().map(it -> settled(it, why)).toList()) : now;
    }

    /** A fixed number, the full points, or what a table says. */
    private boolean isLimit(Expr expr) {
        return expr.names().allMatch(name -> operands.get(name) instanceof Trace.Leaf leaf && leaf.origin() == Trace.Origin.TABLE)
                || (expr instanceof Expr.Name name && name.name().equals("w"));
    }

    /** Whether a test holds on the operands; empty where nobody can tell. */
    Optional<Boolean> holds(Expr test) {
        if (!test.names().allMatch(operands::containsKey) || test.toString().contains("undefined(")) {
            return Optional.empty();
        }
        Expr decided = new Expr.Call("orelse", List.of(new Expr.Call("if", List.of(test, ONE, ZERO)), NEITHER));
        Formula asNumber = Formula.of(new Expr.Call("if_zero_divisor", List.of(decided, NEITHER)));
        Quantity answer = new Trace.Worked("", "", asNumber, Quantity.of(Rational.ONE, Unit.NONE), List.copyOf(operands.values()))
                .replay();
        return answer.amount().signum() < 0 ? Optional.empty() : Optional.of(answer.amount().signum() > 0);
    }

    /** The operand that a choice takes; empty for what is no choice, or cannot be told. */
    private Optional<Expr> taken(Expr.Call call) {
        List<Expr> of = call.operands();
        return call.function().equals("if") ? holds(of.get(0)).map(yes -> of.get(yes ? 1 : 2)) : ChoiceReasons.Fallbacks.taken(call, operands.values());
    }

    private String text(Expr expr, int around) {
        if (expr instanceof Expr.Literal literal) {
            return signed(PlainNumber.withUnit(literal.value(), literal.unit()), literal.value(), around);
        }
        if (expr instanceof Expr.Name name) {
            return operand(name.name(), around);
        }
        if (expr instanceof Expr.In in) {
            return among(in, words.either(" 属于 ", " in "));
        }
        if (expr instanceof Expr.Call call) {
            boolean ofTexts = !call.function().equals("undefined") && call.operands().stream().allMatch(Expr.Text.class::isInstance);
            return ofTexts ? operand(call.toString(), around) : call(call, around);
        }
        return expr instanceof Expr.Text it ? it.text() : expr.toString();
    }

    private String among(Expr.In in, String sign) {
        return text(in.value(), TIGHTEST) + sign + in.ranges().stream()
                .map(it -> it.from().equals(it.through()) ? it.from() : it.from() + "–" + it.through())
                .collect(Collectors.joining(words.either("、", ", ")));
    }

    private String operand(String name, int around) {
        Trace operand = operands.get(name);
        if (operand == null) {
            return formulaWords.name(name);
        }
        boolean flag = !withNumbers && operand instanceof Trace.Leaf leaf && leaf.kind() == Symbol.Kind.FLAG;
        String text = flag && !shown.apply(operand).equals(WHETHER) ? shown.apply(operand).replaceFirst(WHETHER, "") : shown.apply(operand);
        return number(operand).map(value -> signed(text, value.amount(), around)).orElse(text);
    }

    private static String signed(String text, Rational value, int around) {
        return value.signum() < 0 && around >= SUM && text.startsWith("-") ? "(" + text + ")" : text;
    }

    private String call(Expr.Call call, int around) {
        List<Expr> of = call.operands();
        String function = call.function();
        Optional<Expr> taken = withNumbers ? taken(call) : Optional.empty();
        if (taken.isPresent() || (withNumbers && ChoiceReasons.Fallbacks.isIdle(call, operands.values()))) {
            return text(taken.orElseGet(() -> of.get(0)), around);
        }
        if (withNumbers && function.equals("best")) {
            Optional<String> sum = best(call);
            if (sum.isPresent()) {
                return loose(sum.get(), around > LOOSEST);
            }
        }
        if (OPPOSITES.containsKey(function)) {
            List<String> sides = sides(call);
            return loose(sides.get(0) + " " + formulaWords.sign(function) + " " + sides.get(1), around > 2);
        }
        return switch (function) {
            case "and", "or" -> loose(of.stream().flatMap(it -> joined(it, function)).map(it -> text(it, 2))
                    .collect(Collectors.joining(function.equals("and") ? words.either(" 且 ", " and ")
                            : words.either(" 或 ", " or "))), around > 1);
            case "not" -> of.get(0) instanceof Expr.In in ? among(in, words.either(" 不属于 ", " not in "))
                    : of.get(0) instanceof Expr.Call test && OPPOSITES.containsKey(test.function())
                    ? text(opposite(test), around) : words.either("非", "not ") + text(of.get(0), TIGHTEST);
            case "+" -> loose(text(of.get(0), first(around)) + " + " + text(of.get(1), SUM), around > SUM);
            case "-" -> of.size() == 1 ? negated(of.get(0))
                    : loose(text(of.get(0), first(around)) + " - " + text(of.get(1), PRODUCT), around > SUM);
            case "*" -> loose(text(of.get(0), PRODUCT) + " × " + text(of.get(1), TIGHTEST), around > PRODUCT);
            case "/" -> loose(text(of.get(0), PRODUCT) + " ÷ " + text(of.get(1), TIGHTEST), around > PRODUCT);
            case "growth" -> loose("(" + text(of.get(0), SUM) + " - " + text(of.get(1), PRODUCT) + ") ÷ "
                    + (isPositive(of.get(1)) ? text(of.get(1), TIGHTEST) : "|" + text(of.get(1), LOOSEST) + "|"),
                    around > PRODUCT);
            case "cagr" -> loose("(" + text(of.get(0), PRODUCT) + " ÷ " + text(of.get(1), TIGHTEST) + ")^(1 ÷ " + text(of.get(2), TIGHTEST)
                    + ") - 1", around > SUM);
            case "abs" -> "|" + text(of.get(0), LOOSEST) + "|";
            case "steps" -> loose(formulaWords.function(function, Stream.concat(Stream.of(text(of.get(0), LOOSEST) + looked(of)),
                    of.stream().skip(1).map(it -> text(it, LOOSEST))).toList()), around > LOOSEST);
            case "missing" -> formulaWords.function(function, List.of(text(of.get(0), TIGHTEST)));
            case "full_years", "plus_years", "plus_months" -> loose(formulaWords.function(function, of.stream().map(it -> text(it, SUM)).toList()), around >= SUM);
            default -> formulaWords.function(function, of.stream().map(it -> text(it, LOOSEST)).toList());
        };
    }

    /** The ratio that is looked up in steps, where its parts alone are printed. */
    private String looked(List<Expr> steps) {
        boolean ratio = withNumbers && steps.get(0) instanceof Expr.Call call && call.function().equals("/") && call.names().allMatch(operands::containsKey);
        if (!ratio) {
            return "";
        }
        Rational found = new Trace.Worked("", "", Formula.of(steps.get(0)), Quantity.of(Rational.ONE, Unit.NONE), List.copyOf(operands.values())).replay().amount();
        boolean share = steps.size() > 2 && steps.get(2) instanceof Expr.Literal mark && mark.unit().equals("%");
        Rational shown = share ? found.times(Rational.HUNDRED) : found;
        return words.either("（", " (") + (PlainNumber.isExact(shown) ? "" : "≈ ") + PlainNumber.withUnit(shown, share ? "%" : "") + words.either("）", ")");
    }

    /** A sum inside a sum does not begin what is printed. */
    private static int first(int around) {
        return around == SUM ? SUM : LOOSEST;
    }

    /** Nothing stands before a zero. */
    private String negated(Expr expr) {
        boolean zero = withNumbers && plain(expr).filter(it -> it.amount().signum() == 0).isPresent();
        return (zero ? "" : "-") + text(expr, TIGHTEST);
    }

    /** A comparison whose plain number is in percent, as the share that is held against it is. */
    private Expr.Call inPercent(Expr.Call comparison) {
        List<Expr> of = comparison.operands();
        Optional<Expr> left = of.size() == 2 ? percent(of.get(0), of.get(1)) : Optional.empty();
        Optional<Expr> right = of.size() == 2 ? percent(of.get(1), of.get(0)) : Optional.empty();
        return left.isEmpty() && right.isEmpty() ? comparison
                : new Expr.Call(comparison.function(), List.of(left.orElse(of.get(0)), right.orElse(of.get(1))));
    }

    private Optional<Expr> percent(Expr plain, Expr share) {
        Trace held = chosen(share) instanceof Expr.Name name ? operands.get(name.name()) : null;
        String unit = held instanceof Trace.Leaf leaf ? leaf.unit().symbol() : held instanceof Trace.Worked worked ? worked.unit().symbol() : "";
        return unit.equals("%") && plain instanceof Expr.Literal literal && literal.unit().isEmpty()
                ? Optional.of(new Expr.Literal(literal.value().times(Rational.HUNDRED), "%")) : Optional.empty();
    }

    /** Both sides of a comparison; two numbers that differ print apart. */
    List<String> sides(Expr.Call asked) {
        Expr.Call comparison = inPercent(asked);
        List<Quantity> numbers = withNumbers ? comparison.operands().stream().flatMap(it -> plain(it).stream()).toList() : List.of();
        boolean both = numbers.size() == 2 && numbers.get(0).unit().equals(numbers.get(1).unit());
        PlainNumber beside = PlainNumber.beside(both ? numbers.stream().map(Quantity::amount) : Stream.empty());
        return IntStream.range(0, 2).mapToObj(i -> both ? signed(beside.text(numbers.get(i)), numbers.get(i).amount(), 2)
                : text(comparison.operands().get(i), 2)).toList();
    }

    /** The number that an operand or a literal is; empty for days, flags and what is worked out here. */
    private Optional<Quantity> plain(Expr expr) {
        if (expr instanceof Expr.Literal literal) {
            Optional<Unit> unit = operands.values().stream().flatMap(it -> number(it).stream()).map(Quantity::unit)
                    .filter(it -> it.symbol().equals(literal.unit())).findFirst();
            return unit.map(it -> Quantity.of(literal.value(), it));
        }
        Trace operand = expr instanceof Expr.Name name ? operands.get(name.name()) : null;
        return operand == null || (operand instanceof Trace.Leaf leaf && leaf.kind() != Symbol.Kind.NUMBER) ? Optional.empty() : number(operand);
    }

    /** The sum of what counts, in the order given, and behind it of how many it is; empty where nobody can tell. */
    private Optional<String> best(Expr.Call call) {
        List<Expr> all = call.operands().subList(1, call.operands().size());
        if (!(call.operands().get(0) instanceof Expr.Literal most) || !call.names().allMatch(operands::containsKey)) {
            return Optional.empty();
        }
        List<Rational> values = all.stream().map(each -> replayed(each)).toList();
        List<Integer> order = IntStream.range(0, all.size()).boxed()
                .sorted(Comparator.comparing(values::get, Comparator.reverseOrder())).limit(most.value().numerator().intValueExact()).sorted().toList();
        return Optional.of(order.stream().map(each -> text(all.get(each), SUM)).collect(Collectors.joining(" + "))
                + words.either("（", " (") + formulaWords.ofBest(order.size(), all.size()) + words.either("）", ")"));
    }

    private Rational replayed(Expr expr) {
        return new Trace.Worked("", "", Formula.of(expr), Quantity.of(Rational.ZERO, Unit.NONE), List.copyOf(operands.values()))
                .replay().amount();
    }

    /** A part of a test as it is: a comparison that does not hold with the sign that does, or what lacks to tell. */
    String fact(Expr part) {
        boolean isAsked = part instanceof Expr.Call call && call.function().equals("missing") && call.operands().get(0) instanceof Expr.Name name
                && operands.get(name.name()) instanceof Trace.Worked worked && worked.number().isEmpty();
        if (isAsked) {
            return lacking(((Expr.Call) part).operands().get(0)).orElseGet(() -> text(part, LOOSEST));
        }
        if (part instanceof Expr.Call call && OPPOSITES.containsKey(call.function()) && holds(call).isEmpty()) {
            return lacking(part).orElseGet(() -> text(part, LOOSEST));
        }
        if (part instanceof Expr.In in && holds(in).filter(yes -> !yes).isPresent()) {
            return among(in, words.either(" 不属于 ", " not in "));
        }
        boolean other = part instanceof Expr.Call call && OPPOSITES.containsKey(call.function())
                && holds(call).filter(yes -> !yes).isPresent();
        return text(other ? opposite((Expr.Call) part) : part, LOOSEST);
    }

    private Optional<String> lacking(Expr part) {
        return new ChoiceReasons.Lacks(words, operands, this).of(part);
    }

    private static Expr.Call opposite(Expr.Call test) {
        return new Expr.Call(java.util.Objects.requireNonNull(OPPOSITES.get(test.function())), test.operands());
    }

    /** The parts of a row of one sign. */
    private static Stream<Expr> joined(Expr expr, String function) {
        return expr instanceof Expr.Call call && call.function().equals(function)
                ? call.operands().stream().flatMap(it -> joined(it, function)) : Stream.of(expr);
    }

    private boolean isPositive(Expr expr) {
        Trace operand = expr instanceof Expr.Name || expr instanceof Expr.Call ? operands.get(expr.toString()) : null;
        return operand != null && number(operand).filter(value -> value.amount().signum() > 0).isPresent();
    }

    private static String loose(String text, boolean inside) {
        return inside ? "(" + text + ")" : text;
    }
}
