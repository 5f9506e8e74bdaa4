package io.mubiao.scoring.internal;

import io.mubiao.formula.Formula;
import io.mubiao.formula.Symbol;
import io.mubiao.formula.Value;
import io.mubiao.formula.internal.Frame;
import io.mubiao.formula.internal.Num;
import io.mubiao.formula.internal.Test;
import io.mubiao.formula.internal.Truth;
import io.mubiao.scoring.Claim;
import io.mubiao.scoring.Score;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A compiled scoring rule. Immutable.
 *
 * @param rule the rule
 * @param wants what it needs to know
 * @param slots how many values it holds while it runs
 * @param steps what it works out, in order; the last are the points
 * @param free the same without caps and floors
 * @param claims its vetoes and duties
 * @param sets its inputs that are made of a set of targets, by name
 */
public record Program(ScoringRule rule, List<Want> wants, int slots, List<Step> steps, List<Step> free,
        List<CompiledClaim> claims, Map<String, SetFold> sets) {
    /**
     * One thing it works out.
     *
     * @param part whether it is what a part comes to, else a derived quantity, points before limits, or the total
     */
    record Step(int slot, String name, String title, Unit unit, boolean part, Formula formula, Num num) {}

    /** A claim and its test. */
    public record CompiledClaim(Claim claim, Test test) {}

    /** The values of one run. */
    public static final class Run implements Frame {
        final Value[] values;
        final @Nullable String[] texts;

        public Run(int slots) {
            values = new Value[slots];
            texts = new String[slots];
        }

        @Override
        public Value number(int slot) {
            return values[slot];
        }

        @Override
        public @Nullable String text(int slot) {
            return texts[slot];
        }
    }

    public static Score score(Program program, Rational full, Inputs inputs) {
        return program.score(full, inputs, new Run(program.slots));
    }

    /** The score, worked out in a run that is used again. */
    public Score score(Rational full, Inputs inputs, Run run) {
        Value points = run(steps, read(full, inputs, run));
        List<Claim> held = List.of();
        List<Claim> undecided = List.of();
        for (CompiledClaim compiled : claims) {
            Truth truth = compiled.test.holds(run);
            if (truth == Truth.TRUE) {
                held = with(held, compiled.claim);
            } else if (truth != Truth.FALSE) {
                undecided = with(undecided, compiled.claim);
            }
        }
        return new WorkedScore(this, full, inputs, points, held, undecided);
    }

    /** A derived quantity of an item, which depends on no peers; null if the name is none. */
    public @Nullable Value derived(Inputs inputs, Rational full, String name) {
        if (rule.derived().isEmpty() || rule.derived().find(name).isEmpty()) {
            return null;
        }
        Run run = new Run(slots);
        for (Want want : wants) {
            int slot = want.symbol().slot();
            if (want.about() == Want.About.FULL_POINTS) {
                run.values[slot] = Value.of(full);
            } else if (want.about().ofPeers()) {
                run.values[slot] = Value.missing(want.symbol().name());
            } else if (want.symbol().kind() == Symbol.Kind.TEXT) {
                run.texts[slot] = inputs.text(want);
            } else {
                run.values[slot] = inputs.number(want);
            }
        }
        for (Step step : steps) {
            run.values[step.slot] = step.num.value(run);
            if (step.name.equals(name)) {
                break;
            }
        }
        return steps.stream().filter(step -> step.name.equals(name)).findFirst().map(step -> run.values[step.slot]).orElse(null);
    }

    /** A run whose inputs are read. */
    Run read(Rational full, Inputs inputs, Run run) {
        for (Want want : wants) {
            int slot = want.symbol().slot();
            if (want.about() == Want.About.FULL_POINTS) {
                run.values[slot] = Value.of(full);
            } else if (want.symbol().kind() == Symbol.Kind.TEXT) {
                run.texts[slot] = inputs.text(want);
            } else {
                run.values[slot] = inputs.number(want);
            }
        }
        return run;
    }

    private static List<Claim> with(List<Claim> claims, Claim one) {
        List<Claim> all = new ArrayList<>(claims);
        all.add(one);
        return all;
    }

    /** Runs the steps; the last is one fraction. */
    static Value run(List<Step> steps, Run run) {
        Value value = Value.open();
        for (Step step : steps) {
            Rational exact = step.num.exact(run);
            value = exact != null ? Value.of(exact) : step.num.value(run);
            run.values[step.slot] = value;
        }
        return !value.isNumber() || value.number().isExact() ? value : Value.of(value.number().exact().orElseThrow(() ->
                new ArithmeticException("the points are no fraction; declare a rounding of the total")));
    }
}
