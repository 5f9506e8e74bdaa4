package io.mubiao.scoring.internal;

import io.mubiao.assess.Assessment;
import io.mubiao.formula.Formula;
import io.mubiao.formula.Symbol;
import io.mubiao.formula.Value;
import io.mubiao.formula.internal.FormulaCompiler;
import io.mubiao.formula.internal.Num;
import io.mubiao.formula.internal.Test;
import io.mubiao.formula.internal.Truth;
import io.mubiao.scoring.Reading;
import io.mubiao.target.Target;
import io.mubiao.trace.Trace;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Formulas of the readings of one target, now and in earlier periods. Immutable once everything is compiled. */
public final class Probe {
    private final RuleNames names = new RuleNames(List.of());
    private final FormulaCompiler compiler;
    private final boolean history;

    /** Of the present readings alone. */
    public Probe(Units units) {
        this(units, false);
    }

    /** As the other, or of earlier periods too: {@code prior("attainment")}, {@code in_a_row("behind")}. */
    public Probe(Units units, boolean history) {
        this.history = history;
        compiler = new FormulaCompiler(names, units);
    }

    /**
     * A test of readings.
     *
     * @throws IllegalArgumentException if it is no test of readings
     */
    public Test test(Formula formula) {
        Test test = compiler.test(KnownTexts.check(formula, name -> Optional.empty()));
        requireOwn(formula);
        return test;
    }

    /**
     * A number of readings.
     *
     * @throws IllegalArgumentException if it gives no plain number of readings
     */
    public Num number(Formula formula) {
        Num num = compiler.number(KnownTexts.check(formula, name -> Optional.empty()), Unit.NONE);
        requireOwn(formula);
        return num;
    }

    private void requireOwn(Formula formula) {
        for (Want want : names.wants()) {
            if (want.about() != Want.About.SELF && !(history && want.about().ofHistory())) {
                throw new IllegalArgumentException(history ? "'" + formula + "' asks for " + want.symbol().name()
                        + ", expected readings of the target alone, now or in the period before"
                        : "'" + formula + "' asks for " + want.symbol().name() + ", expected readings of the target alone");
            }
        }
    }

    /** Whether it reads earlier periods. */
    public boolean readsHistory() {
        return names.wants().stream().anyMatch(want -> want.about().ofHistory());
    }

    /** The readings of the last of some assessments, oldest first. */
    public Program.Run of(List<Assessment> periods, String chapter, String owner) {
        return read(periods, chapter, owner, run());
    }

    /** A run for {@link #read}; one after another may use it. */
    public Program.Run run() {
        return new Program.Run(names.slots());
    }

    /** The readings of the last of some assessments, into a run that is used again. */
    public Program.Run read(List<Assessment> periods, String chapter, String owner, Program.Run run) {
        Assessment assessment = periods.get(periods.size() - 1);
        for (Want want : names.wants()) {
            Reading reading = want.input().orElseThrow().reading().orElseThrow();
            if (want.about().ofHistory()) {
                run.values[want.symbol().slot()] = want.about() == Want.About.PRIOR ? prior(want, reading, periods)
                        : inARow(want, reading, periods);
            } else if (reading.kind() == Symbol.Kind.TEXT) {
                run.texts[want.symbol().slot()] = reading.text(assessment, chapter, owner).orElse(null);
            } else {
                run.values[want.symbol().slot()] = reading.number(assessment);
            }
        }
        return run;
    }

    private static Value prior(Want want, Reading reading, List<Assessment> periods) {
        return periods.size() < 2 ? Value.missing(want.symbol().name()) : reading.number(periods.get(periods.size() - 2));
    }

    /** For how many periods up to now a flag has held; missing where that cannot be told now. */
    private static Value inARow(Want want, Reading reading, List<Assessment> periods) {
        int row = 0;
        for (int i = periods.size() - 1; i >= 0; i--) {
            Value held = reading.number(periods.get(i));
            if (!held.isNumber() && i == periods.size() - 1) {
                return Value.missing(want.symbol().name());
            }
            if (!held.isNumber() || held.number().low().signum() == 0) {
                break;
            }
            row++;
        }
        return Value.of(Rational.of(row));
    }

    /** What a formula reads, as it stands in a run. */
    public List<Trace.Leaf> leaves(Formula formula, Program.Run run) {
        String text = formula.toString();
        return names.wants().stream().filter(want -> want.symbol().name().contains("(\"") ? text.contains(want.symbol().name())
                : formula.names().contains(want.symbol().name())).map(want -> WorkedScore.leaf(want, run, false)).toList();
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
