package io.mubiao.assess;

import io.mubiao.assess.GoalFacts.Measured;
import io.mubiao.assess.MeasureReader.Read;
import io.mubiao.target.Baseline;
import io.mubiao.target.ChangeDirection;
import io.mubiao.target.ChangeForm;
import io.mubiao.target.Goal;
import io.mubiao.target.Measure;
import io.mubiao.time.Span;
import io.mubiao.trace.Term;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import io.mubiao.value.UnitMismatchException;
import io.mubiao.value.Units;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Growth or reduction against a base; a bad base is refused with a reason, never patched. Rates are judged on the rate
 * itself. A running total of part of the period is never held against a whole year: until the period closes, its base
 * is that of the same day of the base year, if that was observed.
 */
final class ChangeEvaluator {
    private static final Unit YEAR = Units.builtIn().with("年").get("年");

    private final Case assessed;
    private final Goal.Change goal;
    private final MeasureReader reader;
    private final Finding finding = new Finding();

    private ChangeEvaluator(Case assessed, Goal.Change goal) {
        this.assessed = assessed;
        this.goal = goal;
        this.reader = new MeasureReader(assessed, assessed.basis(), Optional.empty());
    }

    static Finding evaluate(Case assessed, Goal.Change goal) {
        return new ChangeEvaluator(assessed, goal).evaluate();
    }

    private Finding evaluate() {
        if (assessed.isBeforeStart()) {
            finding.facts = new GoalFacts.Change(Measured.NOTHING, Measured.NOTHING);
            return assessed.notBegun(finding);
        }
        finding.required = goal.require().reference().orElse(null);
        Read now = reader.read(goal.measure(), assessed.window());
        finding.facts = new GoalFacts.Change(now.figure(), Measured.NOTHING);
        if (now.reason() != null) {
            return now.refuse(assessed, finding);
        }
        Measured figure = now.figure();
        if (!figure.exact() && !assessed.isPastDue()) {
            return assessed.unknownBeyond(finding, figure.asAt(), Reason.NOT_COMPLETE,
                    "complete through " + figure.asAt().map(LocalDate::toString).orElse("no day"));
        }
        finding.notes.addAll(now.notes());
        Optional<LocalDate> through = MeasureReader.knownThrough(assessed, goal.measure(), figure);
        if (Ruling.endsEarly(assessed, finding, through)) {
            return finding;
        }
        LocalDate due = assessed.term.last();
        boolean whole = through.filter(day -> !day.isBefore(due)).isPresent();
        LocalDate asAt = whole ? due : figure.asAt().orElse(assessed.end);
        Baseline baseline = goal.baseline().get();
        boolean partial = isCumulative(goal.measure()) && !whole;
        if (baseline instanceof Baseline.Value value) {
            return partial ? open(now)
                    : judge(figure, value.value(), new Trace.Given(Term.BASE, value.value()), asAt, false);
        }
        Read base = observedBase(partial ? asAt.minusYears(yearsBack(baseline.on())) : baseline.on(), baseline.on());
        finding.facts = new GoalFacts.Change(figure, base.figure());
        Reason why = base.reason();
        if (why == null) {
            return judge(figure, base.value(), MeasureReader.trace(base.figure(), Term.BASE), asAt, partial);
        }
        boolean missing = why == Reason.NO_OBSERVATION;
        return partial ? open(now)
                : finding.cannotSay(Verdict.INSUFFICIENT_DATA, missing ? Reason.MISSING_BASE : why,
                        missing ? "no observation of the base of " + baseline.on() : base.detail());
    }

    private Finding open(Read now) {
        finding.tell(MeasureReader.trace(now.figure(), Term.NOW));
        finding.tell(new Trace.Fact(Term.REASON, "the period is open and the same part of the base is not known"));
        finding.verdict = assessed.unmet();
        finding.pace = Pace.NOT_JUDGED;
        return finding;
    }

    private Finding judge(Measured now, Quantity base, Trace baseTrace, LocalDate asAt, boolean partial) {
        Quantity present = now.value().orElseThrow();
        Optional<Reason> bad = badBase(present, base);
        if (bad.isPresent()) {
            return finding.cannotSay(
                    Verdict.NOT_APPLICABLE, bad.get(), "base " + base + ", now " + present);
        }
        if (goal.form() == ChangeForm.COMPOUND_ANNUAL && months(asAt) <= 0) {
            return finding.cannotSay(Verdict.INSUFFICIENT_DATA, Reason.BASE_NOT_EARLIER,
                    "base " + goal.baseline().get().on() + ", now " + asAt);
        }
        boolean holds;
        Quantity change;
        try {
            change = change(present, base, asAt);
            finding.actual = change;
            holds = goal.form() == ChangeForm.COMPOUND_ANNUAL
                    ? goal.require().accepts(byPowers(present, base, years(asAt)))
                    : goal.require().accepts(change);
        } catch (UnitMismatchException e) {
            return finding.cannotSay(Verdict.INSUFFICIENT_DATA, Reason.UNIT_MISMATCH, MeasureReader.units(e));
        }
        Trace how = trace(MeasureReader.trace(now, Term.NOW), baseTrace, asAt, change.times(Rational.ZERO));
        finding.tell(how);
        AmountEvaluator.attainment(finding, goal.require(), change, how, holds);
        finding.tell(new Trace.Check(Term.CHANGE, how, goal.require().toString(), holds));
        finding.tell(new Trace.Fact(Term.AS_AT, asAt.toString()));
        Ruling.give(assessed, finding, holds && !partial, false, Optional.of(asAt));
        AmountEvaluator.pace(assessed, finding, goal.require(), holds, false);
        return finding;
    }

    private static boolean isCumulative(Measure measure) {
        return measure.isCumulative();
    }

    private Read observedBase(LocalDate day, LocalDate base) {
        LocalDate first = assessed.term.first().minusYears(yearsBack(base));
        boolean summed = isCumulative(goal.measure()) && !first.isAfter(day);
        Read read = reader.read(goal.measure(), new Span(summed ? first : day, day));
        boolean other = read.reason() == null && read.figure().asAt().filter(asAt -> !asAt.equals(day)).isPresent();
        return other ? Read.nothing("") : read;
    }

    private long yearsBack(LocalDate base) {
        return Math.max(1, assessed.term.last().getYear() - base.getYear());
    }

    private Optional<Reason> badBase(Quantity now, Quantity base) {
        if (goal.form() == ChangeForm.POINTS) {
            return Optional.empty();
        }
        int sign = base.amount().signum();
        if (sign == 0) {
            return Optional.of(Reason.ZERO_BASE);
        }
        if (now.amount().signum() * sign < 0) {
            return Optional.of(Reason.SIGN_CHANGE);
        }
        return goal.form() == ChangeForm.COMPOUND_ANNUAL && sign < 0
                ? Optional.of(Reason.NEGATIVE_BASE)
                : Optional.empty();
    }

    private Trace.Op op() {
        return switch (goal.form()) {
            case RELATIVE -> Trace.Op.RELATIVE_CHANGE;
            case POINTS -> Trace.Op.POINTS;
            case COMPOUND_ANNUAL -> Trace.Op.COMPOUND_RATE;
        };
    }

    private Quantity change(Quantity now, Quantity base, LocalDate asAt) {
        Quantity growth = Trace.compute(op(), goal.form() == ChangeForm.COMPOUND_ANNUAL
                ? List.of(now, base, Quantity.of(years(asAt), YEAR)) : List.of(now, base));
        return goal.direction() == ChangeDirection.GROWTH ? growth : growth.times(Rational.ONE.negate());
    }

    private Trace trace(Trace now, Trace base, LocalDate asAt, Quantity none) {
        Trace.Calc growth = goal.form() == ChangeForm.COMPOUND_ANNUAL
                ? Trace.calc(Term.CHANGE, op(), now, base, new Trace.Given(Term.YEARS, Quantity.of(years(asAt), YEAR)))
                : Trace.calc(Term.CHANGE, op(), now, base);
        return goal.direction() == ChangeDirection.GROWTH ? growth
                : Trace.calc(Term.CHANGE, Trace.Op.MINUS, new Trace.Given(Term.RULE, none), growth);
    }

    /** Whole calendar months from the base to the present figure, in years. */
    private Rational years(LocalDate asAt) {
        return Rational.of(months(asAt), 12);
    }

    private long months(LocalDate asAt) {
        LocalDate base = goal.baseline().get().on();
        return (asAt.getYear() - base.getYear()) * 12L + asAt.getMonthValue() - base.getMonthValue();
    }

    /** Compares the compound rate with a required one by powers, not roots: (now/base)^q against (1 + rate)^p. */
    private ToIntFunction<Quantity> byPowers(Quantity now, Quantity base, Rational years) {
        Rational factor = now.ratioTo(base).power(years.denominator().intValueExact());
        boolean growth = goal.direction() == ChangeDirection.GROWTH;
        return limit -> {
            Rational rate = growth ? limit.asShare() : limit.asShare().negate();
            Rational wanted = Rational.ONE.plus(rate);
            int above = wanted.signum() < 0 ? 1 : factor.compareTo(wanted.power(years.numerator().intValueExact()));
            return growth ? above : -above;
        };
    }
}
