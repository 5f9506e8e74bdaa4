package io.mubiao.scoring.internal;

import io.mubiao.assess.Assessment;
import io.mubiao.formula.Formula;
import io.mubiao.formula.Symbol;
import io.mubiao.formula.Value;
import io.mubiao.formula.internal.Test;
import io.mubiao.scoring.OverSet;
import io.mubiao.scoring.Reading;
import io.mubiao.scoring.RuleInput;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An input of a set of targets made ready. Immutable once compiled. */
final class SetFold {
    private static final int NAMED = 12;

    private final RuleInput input;
    private final OverSet over;
    private final @Nullable Probe probe;
    private final @Nullable Test test;

    /**
     * Compiles it.
     *
     * @throws IllegalArgumentException if its test is none of readings
     */
    SetFold(RuleInput input, io.mubiao.value.Units units) {
        this.input = input;
        over = input.over().orElseThrow();
        probe = over.test().isPresent() ? new Probe(units) : null;
        test = probe == null ? null : probe.test(over.test().orElseThrow());
    }

    /** What the set comes to; missing where it lacks a number that is not left out. */
    Value of(Map<String, @Nullable Assessment> set) {
        List<Rational> numbers = new ArrayList<>();
        for (Map.Entry<String, @Nullable Assessment> each : set.entrySet()) {
            Value value = one(each.getValue());
            if (value.isNumber()) {
                numbers.add(value.number().low());
            } else if (over.lacking() == OverSet.Lacking.ZERO) {
                numbers.add(Rational.ZERO);
            } else if (over.lacking() == OverSet.Lacking.REFUSE) {
                return Value.missing(input.id());
            }
        }
        return numbers.isEmpty() && over.fold() != OverSet.Fold.COUNT_OF ? Value.missing(input.id()) : Value.of(folded(numbers));
    }

    private Rational folded(List<Rational> numbers) {
        Rational sum = Rational.sum(numbers);
        return switch (over.fold()) {
            case COUNT_OF, SUM_OF -> sum;
            case SHARE_OF, MEAN_OF -> sum.dividedBy(Rational.of(numbers.size()));
            case LOWEST_OF -> numbers.stream().reduce(numbers.get(0), Rational::min);
            case HIGHEST_OF -> numbers.stream().reduce(numbers.get(0), Rational::max);
        };
    }

    private Value one(@Nullable Assessment assessment) {
        if (assessment == null) {
            return Value.missing(input.id());
        }
        if (probe != null && test != null) {
            Boolean holds = Probe.holds(test, probe.of(List.of(assessment), "", assessment.target().owner().leadUnit()));
            return holds == null ? Value.missing(input.id()) : Value.of(holds ? Rational.ONE : Rational.ZERO);
        }
        Reading reading = input.reading().orElseThrow();
        return input.unit().filter(unit -> reading.hasUnit()).map(unit -> reading.number(assessment, unit))
                .orElseGet(() -> reading.number(assessment));
    }

    /** The targets of a set that lack a number. */
    List<String> lacking(Map<String, @Nullable Assessment> set) {
        return set.entrySet().stream().filter(each -> !one(each.getValue()).isNumber()).map(Map.Entry::getKey).toList();
    }

    /** How the number came about; empty where there is none. */
    Optional<Trace> trace(Map<String, @Nullable Assessment> set, String name, Value value) {
        if (!value.isNumber()) {
            return Optional.empty();
        }
        Map<String, Trace> operands = new LinkedHashMap<>();
        set.forEach((id, assessment) -> {
            Value one = one(assessment);
            if (one.isNumber() || over.lacking() == OverSet.Lacking.ZERO) {
                Rational number = one.isNumber() ? one.number().low() : Rational.ZERO;
                operands.put(id, new Trace.Leaf(id, id, Symbol.Kind.NUMBER, input.formulaUnit(),
                        Optional.of(Quantity.of(number, input.formulaUnit())), "", Trace.Origin.ASSESSMENT));
            }
        });
        List<Formula> names = operands.keySet().stream().map(Formula::name).toList();
        Formula sum = names.isEmpty() ? Formula.of(Rational.ZERO) : Formula.chain("+", names);
        Formula formula = switch (over.fold()) {
            case COUNT_OF, SUM_OF -> sum;
            case SHARE_OF, MEAN_OF -> Formula.call("/", sum, Formula.of(Rational.of(names.size())));
            case LOWEST_OF -> names.size() == 1 ? names.get(0) : Formula.call("min", names.toArray(Formula[]::new));
            case HIGHEST_OF -> names.size() == 1 ? names.get(0) : Formula.call("max", names.toArray(Formula[]::new));
        };
        Unit unit = input.formulaUnit();
        return Optional.of(new Trace.Worked(name, input.title() + " [" + String.join(" ", operands.keySet().stream().limit(NAMED).toList())
                + (operands.size() > NAMED ? " …" : "") + "]", formula, unit, Optional.of(Quantity.of(value.number().low(), unit)),
                List.copyOf(operands.values())));
    }
}
