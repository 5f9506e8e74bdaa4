package io.mubiao.render;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What decided a choice, as facts: of a test that holds its parts, of several that fail the marks nearest to the number. */
final class ChoiceReasons {
    private final Words words;
    private final PlainFormula numbers;
    private final Map<String, Trace> operands;

    ChoiceReasons(Words words, PlainFormula numbers, Map<String, Trace> operands) {
        this.words = words;
        this.numbers = numbers;
        this.operands = operands;
    }

    /**
     * The facts; none where what was taken shows the number that was tested.
     *
     * @param held the tests of the choices that were taken, in order
     * @param tests those that failed after the last of them, in order
     * @param taken what was taken
     */
    List<String> of(List<Expr> held, List<Expr> tests, Expr taken) {
        Set<String> facts = new LinkedHashSet<>();
        List<Expr> parts = held.stream().flatMap(ChoiceReasons::parts).filter(part -> !isGivenAtAll(part)).toList();
        parts.forEach(part -> facts.add(exactly(part, parts).orElseGet(() -> fact(part))));
        if (!tests.isEmpty() && taken.names().noneMatch(name -> tests.stream().flatMap(Expr::names).anyMatch(name::equals))) {
            nearest(tests.stream().flatMap(ChoiceReasons::parts).filter(part -> !numbers.holds(part).orElse(true)).toList())
                    .forEach(part -> facts.add(fact(part)));
        }
        return List.copyOf(facts);
    }

    /** Whatever else is said of it says that it is not missing. */
    private static boolean isGivenAtAll(Expr part) {
        return part instanceof Expr.Call not && not.function().equals("not") && not.operands().get(0) instanceof Expr.Call missing
                && missing.function().equals("missing");
    }

    /** A number that is held from both sides by the same mark, by its title. */
    private Optional<String> exactly(Expr part, List<Expr> parts) {
        if (!(part instanceof Expr.Call call) || !(call.function().equals(">=") || call.function().equals("<="))
                || !parts.contains(new Expr.Call(call.function().equals(">=") ? "<=" : ">=", call.operands()))) {
            return Optional.empty();
        }
        String number = call.operands().get(0).toString();
        List<Trace> of = operands.entrySet().stream().filter(it -> number.contains(it.getKey())).map(Map.Entry::getValue).toList();
        return of.stream().findFirst().filter(it -> of.size() == 1)
                .map(operand -> PlainFormula.title(words, operand) + words.either("为 ", " is ") + numbers.whole(Formula.of(call.operands().get(0))));
    }

    private static Stream<Expr> parts(Expr test) {
        return test instanceof Expr.Call call && (call.function().equals("and") || call.function().equals("or"))
                ? call.operands().stream().flatMap(ChoiceReasons::parts) : Stream.of(test);
    }

    /** Of comparisons that fail, that with the nearest mark of each number and sign; all others as they are. */
    private static List<Expr> nearest(List<Expr> failed) {
        Map<String, Expr.Call> near = new LinkedHashMap<>();
        List<Expr> others = new ArrayList<>();
        for (Expr part : failed) {
            if (!(part instanceof Expr.Call call) || call.operands().size() != 2 || !(call.operands().get(1) instanceof Expr.Literal mark)
                    || !(call.function().startsWith(">") || call.function().startsWith("<"))) {
                others.add(part);
                continue;
            }
            boolean above = call.function().startsWith(">");
            near.merge(call.operands().get(0) + (above ? ">" : "<") + mark.unit(), call, (one, other) -> {
                int order = mark(one).value().compareTo(mark(other).value());
                return order == 0 ? (one.function().length() == 2 ? one : other) : order < 0 == above ? one : other;
            });
        }
        return Stream.concat(near.values().stream(), others.stream()).toList();
    }

    private static Expr.Literal mark(Expr.Call comparison) {
        return (Expr.Literal) comparison.operands().get(1);
    }

    /** A comparison as it is; a text or a flag by its title. */
    private String fact(Expr part) {
        Expr asked = part instanceof Expr.Call not && not.function().equals("not") ? not.operands().get(0) : part;
        if (asked instanceof Expr.Call missing && missing.function().equals("missing") && missing.operands().get(0) instanceof Expr.Name name
                && operands.containsKey(name.name())) {
            boolean lacks = numbers.holds(asked).orElse(true);
            return PlainFormula.title(words, Objects.requireNonNull(operands.get(name.name()))) + (lacks ? words.either(" 缺失", " is missing") : words.either("已有", " is given"));
        }
        Expr of = part instanceof Expr.Call call && (call.function().equals("==") || call.function().equals("!="))
                && call.operands().get(1) instanceof Expr.Text ? call.operands().get(0)
                : part instanceof Expr.Call not && not.function().equals("not") ? not.operands().get(0)
                : part instanceof Expr.In in ? in.value() : part;
        if (of instanceof Expr.Name name && operands.get(name.name()) instanceof Trace.Leaf leaf) {
            return PlainFormula.title(words, leaf) + words.either("为 ", " is ") + new FormulaWords(words).value(leaf);
        }
        return numbers.fact(part);
    }

    /** What stands in for a number that is missing or would be divided by zero, and roundings that change nothing. */
    static final class Fallbacks {
        private Fallbacks() {}

        /** The operand of orelse that counts, or the quotient of if_zero_divisor that is none by zero; empty for anything else. */
        static Optional<Expr> taken(Expr.Call call, Collection<Trace> operands) {
            List<Expr> of = call.operands();
            boolean orElse = call.function().equals("orelse");
            if (of.size() != 2 || !(orElse || call.function().equals("if_zero_divisor")) || !isKnown(call, operands)) {
                return Optional.empty();
            }
            if (value(of.get(0), operands).isPresent()) {
                return Optional.of(of.get(0));
            }
            return orElse && value(of.get(1), operands).isPresent() ? Optional.of(of.get(1)) : Optional.empty();
        }

        /** Whether it rounds a number that is rounded already. */
        static boolean isIdle(Expr.Call call, Collection<Trace> operands) {
            return Equation.isRounding(call) && isKnown(call, operands)
                    && value(call, operands).filter(it -> value(call.operands().get(0), operands).equals(Optional.of(it))).isPresent();
        }

        private static boolean isKnown(Expr.Call call, Collection<Trace> operands) {
            List<String> names = operands.stream().map(it -> it instanceof Trace.Leaf leaf ? leaf.name() : it instanceof Trace.Worked worked ? worked.name() : "").toList();
            return call.names().allMatch(names::contains);
        }

        private static Optional<Rational> value(Expr expr, Collection<Trace> operands) {
            try {
                return Optional.of(new Trace.Worked("", "", Formula.of(expr), Quantity.of(Rational.ZERO, Unit.NONE), List.copyOf(operands)).replay().amount());
            } catch (IllegalStateException e) {
                return Optional.empty();
            }
        }
    }

    /** What lacks for a part of a formula to be told, in words: figures that are missing, and divisors that are zero. */
    static final class Lacks {
        private static final Set<String> DIVIDES = Set.of("/", "growth", "cagr");
        private static final Expr ZERO = new Expr.Literal(Rational.ZERO, "");

        private final Words words;
        private final Map<String, Trace> operands;
        private final PlainFormula numbers;
        private final Set<String> missing;
        private final Set<String> zero;

        /** @param numbers of the operands */
        Lacks(Words words, Map<String, Trace> operands, PlainFormula numbers) {
            this(words, operands, numbers, new LinkedHashSet<>(), new LinkedHashSet<>());
        }

        private Lacks(Words words, Map<String, Trace> operands, PlainFormula numbers, Set<String> missing, Set<String> zero) {
            this.words = words;
            this.operands = operands;
            this.numbers = numbers;
            this.missing = missing;
            this.zero = zero;
        }

        /** What has no number of all that is asked for, and which divisors are zero; empty where nothing lacks. */
        Optional<String> of(Expr part) {
            look(part);
            Stream<String> absent = missing.isEmpty() ? Stream.empty()
                    : Stream.of(words.either("缺", "no ") + String.join(words.either("、", ", "), missing));
            String all = Stream.concat(absent, zero.stream().map(it -> it + words.either(" 为 0，不能作除数", " is zero and cannot divide")))
                    .collect(Collectors.joining(words.either("，", ", ")));
            return all.isEmpty() ? Optional.empty() : Optional.of(all);
        }

        private void look(Expr part) {
            Trace operand = operands.get(part instanceof Expr.Name name ? name.name() : part.toString());
            if (operand instanceof Trace.Worked worked && worked.number().isEmpty()) {
                Map<String, Trace> inner = PlainFormula.byName(worked.operands());
                new Lacks(words, inner, PlainFormula.numbers(words, worked.operands()), missing, zero).look(worked.formula().expr());
            } else if (operand instanceof Trace.Leaf leaf && leaf.number().isEmpty() && leaf.text().isEmpty()) {
                missing.add(PlainFormula.title(words, operand));
            } else if (operand == null && part instanceof Expr.Call call) {
                call.operands().forEach(this::look);
                if (DIVIDES.contains(call.function()) && isZero(call.operands().get(1))) {
                    zero.add(PlainFormula.titles(words, List.copyOf(operands.values())).whole(Formula.of(call.operands().get(1))));
                }
            } else if (operand == null && part instanceof Expr.In in) {
                look(in.value());
            }
        }

        /** Whether a divisor is zero, whatever its unit. */
        private boolean isZero(Expr divisor) {
            return numbers.holds(new Expr.Call("==", List.of(divisor, new Expr.Call("*", List.of(divisor, ZERO))))).orElse(false);
        }
    }
}
