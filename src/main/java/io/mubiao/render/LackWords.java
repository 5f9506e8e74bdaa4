package io.mubiao.render;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.trace.Trace;
import io.mubiao.value.Rational;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What lacks for a part of a formula to be told, in words: figures that are missing, and divisors that are zero. */
final class LackWords {
    private static final Set<String> DIVIDES = Set.of("/", "growth", "cagr");
    private static final Expr ZERO = new Expr.Literal(Rational.ZERO, "");

    private final Words words;
    private final Map<String, Trace> operands;
    private final PlainFormula numbers;
    private final Set<String> missing;
    private final Set<String> zero;

    /** @param numbers of the operands */
    LackWords(Words words, Map<String, Trace> operands, PlainFormula numbers) {
        this(words, operands, numbers, new LinkedHashSet<>(), new LinkedHashSet<>());
    }

    private LackWords(Words words, Map<String, Trace> operands, PlainFormula numbers, Set<String> missing, Set<String> zero) {
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
            new LackWords(words, inner, PlainFormula.numbers(words, worked.operands()), missing, zero).look(worked.formula().expr());
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
