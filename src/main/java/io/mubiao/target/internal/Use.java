package io.mubiao.target.internal;

import io.mubiao.observe.Observation;
import io.mubiao.observe.Observation.Event;
import io.mubiao.observe.Observation.Level;
import io.mubiao.observe.Observation.MemberReport;
import io.mubiao.observe.Observation.StageChange;
import io.mubiao.observe.Observation.Tally;
import io.mubiao.target.Scale;
import io.mubiao.text.internal.Spelling;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One target's use of a stream; a null unit, scale or attribute means that anything goes. */
record Use(String target, Set<Class<? extends Observation>> kinds, @Nullable Unit unit, @Nullable Scale stages, @Nullable Scale grades,
        @Nullable String attribute, List<String> members, boolean whole) {
    Use(String target, Set<Class<? extends Observation>> kinds, @Nullable Unit unit, @Nullable Scale stages, @Nullable Scale grades,
            @Nullable String attribute, List<String> members) {
        this(target, kinds, unit, stages, grades, attribute, members, false);
    }

    /** Adds what is wrong with an observation of a kind that fits. */
    void check(Observation observation, Set<String> wrong) {
        observation.figure().filter(amount -> unit != null && lacksUnit(amount, unit))
                .ifPresent(amount -> wrong.add(amount + " has no unit, and target '" + target + "' counts in '" + unit
                        + "'; write '" + (isFraction(amount, unit) ? amount.amount().times(Rational.HUNDRED) : amount) + " " + unit + "'"
                        + (isFraction(amount, unit) ? ", or '" + amount + " " + unit + "' if so little is meant" : "")));
        Unit in = unit;
        if (in != null) {
            observation.figure().filter(amount -> !lacksUnit(amount, in) && !amount.unit().isCompatibleWith(in))
                    .ifPresent(amount -> wrong.add(misfit(amount, in, target)));
        }
        if (observation instanceof StageChange change && stages != null && !stages.has(change.stage())) {
            wrong.add("stage '" + change.stage() + "' is not one of " + stages.steps() + Spelling.hint(change.stage(), stages.steps()));
        }
        if (observation instanceof Event event) {
            event(event, wrong);
        }
        if (observation instanceof Tally tally && !members.isEmpty() && tally.denominator() > members.size()) {
            wrong.add("denominator " + tally.denominator() + " is more than the " + members.size() + " members that target '" + target
                    + "' lists");
        }
        member(observation).filter(member -> !members.isEmpty() && !members.contains(member))
                .ifPresent(member -> wrong.add(member.isEmpty() && observation instanceof StageChange ? "item is missing; expected one of " + members
                        : "'" + member + "' is not one of " + members + Spelling.hint(member, members)));
    }

    /** A plain number where a unit is required, a percentage too: of 92 nobody knows whether it is 92 %. */
    private static boolean lacksUnit(Quantity amount, @Nullable Unit unit) {
        return amount.unit().equals(Unit.NONE) && unit != null && !unit.equals(Unit.NONE);
    }

    /** Such as a spreadsheet has it: 0.86 for 86 %. */
    private static boolean isFraction(Quantity amount, @Nullable Unit unit) {
        return unit != null && unit.toString().equals("%") && amount.amount().signum() > 0 && amount.amount().compareTo(Rational.ONE) <= 0;
    }

    private void event(Event event, Set<String> wrong) {
        List<String> steps = grades == null ? List.of() : grades.steps();
        if (grades != null && event.severity().filter(steps::contains).isEmpty()) {
            wrong.add(event.severity().map(it -> "severity '" + it + "' is not one of " + steps + Spelling.hint(it, steps))
                    .orElse("severity is missing; expected one of " + steps));
        }
        if (attribute != null && !event.measures().containsKey(attribute)) {
            wrong.add("attribute '" + attribute + "' is missing or not a quantity");
        }
        Quantity summed = attribute == null ? null : event.measures().get(attribute);
        if (summed != null && unit != null && !summed.unit().isCompatibleWith(unit)) {
            wrong.add("unit '" + summed.unit() + "' of " + summed + " does not convert into '" + unit + "', in which target '" + target
                    + "' counts");
        }
    }

    private static String misfit(Quantity amount, Unit unit, String target) {
        return unit.symbol().isEmpty() ? amount + " has a unit, and what target '" + target + "' requires has none; expected both with it or both without"
                : "unit '" + amount.unit() + "' of " + amount + " does not convert into '" + unit + "', in which target '" + target + "' counts";
    }

    private static Optional<String> member(Observation observation) {
        if (observation instanceof Event event) {
            return Optional.of(event.member());
        } else if (observation instanceof StageChange change) {
            return Optional.of(change.item());
        } else if (observation instanceof Level level) {
            return Optional.of(level.member());
        }
        return observation instanceof MemberReport report ? Optional.of(report.member()) : Optional.empty();
    }
}
