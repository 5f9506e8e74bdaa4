package io.mubiao.rating.internal;

import io.mubiao.assess.Assessment;
import io.mubiao.formula.Formula;
import io.mubiao.formula.Symbol;
import io.mubiao.formula.Value;
import io.mubiao.formula.internal.FormulaCompiler;
import io.mubiao.formula.internal.Num;
import io.mubiao.formula.internal.Test;
import io.mubiao.formula.internal.Truth;
import io.mubiao.rating.Reading;
import io.mubiao.target.Target;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Formulas of the readings of one target. Immutable once everything is compiled. */
public final class Probe {
    private final RuleNames names = new RuleNames(List.of());
    private final FormulaCompiler compiler;

    public Probe(Units units) {
        compiler = new FormulaCompiler(names, units);
    }

    /**
     * A test of readings.
     *
     * @throws IllegalArgumentException if it is no test of readings
     */
    public Test test(Formula formula) {
        Test test = compiler.test(formula);
        requireOwn(formula);
        return test;
    }

    /**
     * A number of readings.
     *
     * @throws IllegalArgumentException if it gives no plain number of readings
     */
    public Num number(Formula formula) {
        Num num = compiler.number(formula, Unit.NONE);
        requireOwn(formula);
        return num;
    }

    private void requireOwn(Formula formula) {
        for (Want want : names.wants()) {
            if (want.about() != Want.About.SELF) {
                throw new IllegalArgumentException("'" + formula + "' asks for " + want.symbol().name()
                        + ", expected readings of the target alone");
            }
        }
    }

    /** The readings of an assessment. */
    public Program.Run of(Assessment assessment, String chapter, String owner) {
        return read(assessment, chapter, owner, run());
    }

    /** A run for {@link #read}; one after another may use it. */
    public Program.Run run() {
        return new Program.Run(names.slots());
    }

    /** The readings of an assessment, into a run that is used again. */
    public Program.Run read(Assessment assessment, String chapter, String owner, Program.Run run) {
        for (Want want : names.wants()) {
            Reading reading = want.input().orElseThrow().reading().orElseThrow();
            if (reading.kind() == Symbol.Kind.TEXT) {
                run.texts[want.symbol().slot()] = reading.text(assessment, chapter, owner).orElse(null);
            } else {
                run.values[want.symbol().slot()] = reading.number(assessment);
            }
        }
        return run;
    }

    /**
     * What is known of a target without observations.
     *
     * @throws IllegalArgumentException if a formula reads more
     */
    public Program.Run of(Target target, String chapter, String owner) {
        Program.Run run = new Program.Run(names.slots());
        for (Want want : names.wants()) {
            Reading reading = want.input().orElseThrow().reading().orElseThrow();
            if (reading.kind() == Symbol.Kind.TEXT) {
                run.texts[want.symbol().slot()] = reading.textOf(target, chapter, owner).orElse(null);
            } else {
                run.values[want.symbol().slot()] = reading.ofTarget(target);
            }
        }
        return run;
    }

    /** Whether a test holds; null where nobody can tell. */
    public static @Nullable Boolean holds(Test test, Program.Run run) {
        Truth truth = test.holds(run);
        return truth == Truth.TRUE ? Boolean.TRUE : truth == Truth.FALSE ? Boolean.FALSE : null;
    }

    /** The number; empty value where there is none. */
    public static Value value(Num num, Program.Run run) {
        return num.value(run);
    }
}
