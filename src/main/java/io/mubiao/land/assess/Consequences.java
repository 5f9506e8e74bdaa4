package io.mubiao.land.assess;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import io.mubiao.formula.Formula;
import io.mubiao.formula.Value;
import io.mubiao.formula.internal.Truth;
import io.mubiao.land.Consequence;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.internal.BaselineTable;
import io.mubiao.land.assess.internal.Binding;
import io.mubiao.land.assess.internal.Cohort;
import io.mubiao.land.assess.internal.Reasons;
import io.mubiao.land.assess.internal.RowFrame;
import io.mubiao.land.assess.internal.Titles;
import io.mubiao.land.internal.CompiledRule;
import io.mubiao.land.internal.GivenClass;
import io.mubiao.land.internal.CompiledRule.CompiledConsequence;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What classes cost or bring under a rule's tables (差别化政策): rate by class and consecutive years × base, with the
 * declared stacking. Immutable. Shandong's D with 1,000,000 kWh pays 50,000 元 in the first year, 100,000 in the second,
 * 150,000 from the third on, and 100,000 in the first beside another rate of 0.10 元/kWh (the larger, not the sum).
 */
public final class Consequences {
    private static final Why.Named NO_CLASS = new Why.Named(GivenClass.ID, GivenClass.ID);

    private final CompiledRule rule;
    private final @Nullable LocalDate day;

    private Consequences(CompiledRule rule, @Nullable LocalDate day) {
        this.rule = rule;
        this.day = day;
    }

    /**
     * The tables of a rule, on a day.
     *
     * @throws io.mubiao.problem.InvalidDefinitionException if the rule has open parameters; lists them all
     */
    public static Consequences of(EvaluationRule rule, LocalDate day) {
        return new Consequences(CompiledRule.of(rule), day);
    }

    /** The tables of a rule at the end of its year; of a rule without one nobody can tell whether those with a span are in force. */
    public static Consequences of(EvaluationRule rule) {
        return new Consequences(CompiledRule.of(rule), rule.year() > 1 ? LocalDate.of(rule.year(), 12, 31) : null);
    }

    /**
     * What a class costs or brings.
     *
     * @param className the class
     * @param years consecutive years in it, this one included; from 1
     * @param values the columns that the tables use, as in {@link Roll.Builder#add}
     * @throws IllegalArgumentException if the rule has classes and this is none of them
     * @return one a table that has a rate for the class, in the rule's order
     */
    public List<Charge> charges(String className, int years, Map<String, String> values) {
        checkArgument(years >= 1, "years must be from 1, got %s", years);
        rule.rule().classes().ifPresent(it -> checkArgument(it.classes().contains(className)
                || rule.rule().exclusions().stream().anyMatch(exclusion -> exclusion.label().equals(className)),
                "unknown class '%s'; the rule has %s", className, it.classes()));
        Roll roll = Roll.builder(rule.rule()).add("?", values).build();
        ClassHistory before = ClassHistory.of(Map.of("?", Collections.nCopies(years - 1, className)));
        Binding binding = new Binding(rule, roll, null, before, rule.rule().year());
        return charges(new RowFrame(binding, 0, BaselineTable.NONE), className, years, day);
    }

    static List<Charge> charges(RowFrame frame, String className, int years, @Nullable LocalDate day) {
        List<Charge> charges = new ArrayList<>();
        frame.withClass(className.isEmpty() ? null : className);
        for (CompiledConsequence it : frame.binding.rule.consequences()) {
            List<Rational> rates = it.rates().get(className);
            boolean untold = isUntold(frame, it, className);
            if (!hasRate(frame, it, className)) {
                continue;
            }
            Truth concerns = concerns(frame, it);
            if (concerns == Truth.UNKNOWN) {
                charges.add(none(it, className, years, missing(frame, Why.Kind.NO_CONCERN, it.when().orElseThrow().absent(frame))));
            } else if (concerns == Truth.TRUE && untold) {
                charges.add(none(it, className, years, Reasons.of(Why.Kind.NO_AMOUNT, Why.Named.NOTHING, NO_CLASS)));
            } else if (concerns == Truth.TRUE && rates != null) {
                charges.add(charge(frame, it, className, years, rate(it, className, years), day));
            } else if (concerns == Truth.TRUE) {
                byTest(frame, it, className, years, day).ifPresent(charges::add);
            }
        }
        return List.copyOf(charges);
    }

    /** Whether it has a rate for a class, or may have one for that which lacks. */
    static boolean hasRate(RowFrame frame, CompiledConsequence it, String className) {
        return it.rates().containsKey(className) || !it.cases().isEmpty() || isUntold(frame, it, className);
    }

    private static boolean isUntold(RowFrame frame, CompiledConsequence it, String className) {
        return className.isEmpty() && it.cases().isEmpty() && frame.binding.given != null;
    }

    static Truth concerns(RowFrame frame, CompiledConsequence it) {
        return it.when().isEmpty() ? Truth.TRUE : frame.decided(it.when().get());
    }

    /** Whether rates go by tests and none of them holds. */
    static boolean holdsNone(RowFrame frame, CompiledConsequence it) {
        return !it.cases().isEmpty() && it.cases().stream().allMatch(one -> one.when().isPresent() && frame.decided(one.when().get()) == Truth.FALSE);
    }

    /** Whether rates go by tests and the one for all others applies, because none of them holds. */
    static boolean isRest(RowFrame frame, CompiledConsequence it) {
        return it.cases().size() > 1 && it.cases().get(it.cases().size() - 1).when().isEmpty()
                && it.cases().stream().allMatch(one -> one.when().isEmpty() || frame.decided(one.when().get()) == Truth.FALSE);
    }

    /** The rate of a class in one of its years. */
    static Rational rate(CompiledConsequence it, String className, int years) {
        List<Rational> rates = requireNonNull(it.rates().get(className), className);
        return rates.get(Math.min(years, rates.size()) - 1);
    }

    /** No amount of what goes by tests, where nobody can tell whether they concern the enterprise. */
    static List<Charge> untold(RowFrame frame, Why why) {
        frame.withClass(null);
        return frame.binding.rule.consequences().stream()
                .filter(it -> !it.cases().isEmpty() && (it.when().isEmpty() || frame.decided(it.when().get()) != Truth.FALSE))
                .map(it -> none(it, "", 1, why)).toList();
    }

    /** What the first test that holds gives; empty where none does. */
    private static Optional<Charge> byTest(RowFrame frame, CompiledConsequence it, String className, int years, @Nullable LocalDate day) {
        for (int i = 0; i < it.cases().size(); i++) {
            CompiledRule.CompiledCase one = it.cases().get(i);
            Truth holds = one.when().isEmpty() ? Truth.TRUE : frame.decided(one.when().get());
            if (holds == Truth.UNKNOWN) {
                return Optional.of(none(it, className, years, missing(frame, Why.Kind.NO_RATE, one.when().orElseThrow().absent(frame))));
            }
            if (holds == Truth.TRUE) {
                Charge found = charge(frame, it, className, years, one.rate(), day);
                SlotTraces slots = new SlotTraces(frame, Optional::empty);
                Optional<Formula> test = it.consequence().cases().get(i).when().map(slots::known);
                return Optional.of(new Charge(found.consequence(), className, years, found.rate(), found.otherRate(), found.base(),
                        found.amount(), found.why(), test, test.map(slots::operands).orElse(List.of())));
            }
        }
        return Optional.empty();
    }

    private static Charge charge(RowFrame frame, CompiledConsequence it, String className, int years, Rational rate,
            @Nullable LocalDate day) {
        Consequence definition = it.consequence();
        if (definition.valid().isPresent() && (day == null || !definition.valid().get().contains(day))) {
            Why.Named span = new Why.Named(definition.valid().get().toString(), definition.valid().get().toString());
            return none(it, className, years, day == null ? Reasons.of(Why.Kind.NO_YEAR, span, Why.Named.NOTHING)
                    : Reasons.of(Why.Kind.NOT_IN_FORCE, span, new Why.Named(day.toString(), day.toString())));
        }
        Value base = it.base().value(frame);
        if (!base.isNumber()) {
            return none(it, className, years, missing(frame, Why.Kind.NO_AMOUNT, base));
        }
        Rational applied = rate;
        Optional<Quantity> other = Optional.empty();
        if (it.otherRate().isPresent()) {
            Value otherRate = it.otherRate().get().value(frame);
            if (!otherRate.isNumber()) {
                return none(it, className, years, missing(frame, Why.Kind.NO_AMOUNT, otherRate));
            }
            Rational otherNumber = otherRate.number().nearest();
            other = Optional.of(Quantity.of(otherNumber, definition.rateUnit()));
            applied = definition.stacking().orElseThrow().max() ? rate.max(otherNumber) : rate.plus(otherNumber);
        }
        Rational amount = base.number().nearest().times(applied).times(it.worth());
        return new Charge(definition, className, years, Optional.of(Quantity.of(rate, definition.rateUnit())), other,
                Optional.of(Quantity.of(base.number().nearest(), it.baseUnit())),
                Optional.of(Quantity.of(amount, definition.unit())), Optional.empty(), Optional.empty(), List.of());
    }

    private static Charge none(CompiledConsequence it, String className, int years, Why why) {
        return new Charge(it.consequence(), className, years, Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.of(why), Optional.empty(), List.of());
    }

    private static Why missing(RowFrame frame, Why.Kind kind, Value absent) {
        return Reasons.of(kind, Why.Named.NOTHING, Reasons.deepest(frame, absent), new Titles(frame.binding.rule));
    }

    /** The class that they follow, an empty text where they go by tests alone or the class lacks; empty where nothing follows. */
    static Optional<String> followed(Cohort cohort, EnterpriseResult result) {
        boolean untold = cohort.binding.given != null && result.standing() == Standing.GRADED;
        boolean byTest = (result.standing().isScored() || result.standing() == Standing.UNDECIDED) && cohort.rule.consequences().stream().anyMatch(it -> !it.cases().isEmpty());
        return result.classInForce().or(() -> byTest || untold ? Optional.of("") : Optional.empty());
    }

    /** How many years in a row an enterprise has had a class, this year included. */
    static int years(Cohort cohort, EnterpriseResult result, String className) {
        return className.isEmpty() ? 1 : 1 + cohort.binding.history.consecutive(result.id(), className);
    }
}
