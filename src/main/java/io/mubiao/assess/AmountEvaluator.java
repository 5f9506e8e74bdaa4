package io.mubiao.assess;

import io.mubiao.assess.GoalFacts.Measured;
import io.mubiao.assess.MeasureReader.Read;
import io.mubiao.target.Bound;
import io.mubiao.target.Direction;
import io.mubiao.target.Goal;
import io.mubiao.target.Measure;
import io.mubiao.trace.Term;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.UnitMismatchException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A minimum, maximum or band. Cumulative amounts are paced by the curve, of a maximum by what it allows by now; levels and
 * rates by themselves, unless the target has a curve of its own.
 */
final class AmountEvaluator {
    private AmountEvaluator() {}

    static Finding evaluate(Case assessed, Goal.Amount goal) {
        Finding finding = new Finding();
        if (assessed.isBeforeStart()) {
            finding.facts = new GoalFacts.Amount(Measured.NOTHING);
            return assessed.notBegun(finding);
        }
        Bound require = goal.require();
        finding.required = require.reference().orElse(null);
        Read read = new MeasureReader(assessed, assessed.basis(), require.unit()).read(goal.measure(), assessed.window());
        finding.facts = new GoalFacts.Amount(read.figure());
        if (read.reason() != null) {
            return read.refuse(assessed, finding);
        }
        finding.notes.addAll(read.notes());
        judge(assessed, finding, goal, read.figure());
        return finding;
    }

    private static boolean isCumulative(Measure measure) {
        return measure.isCumulative();
    }

    private static void judge(Case assessed, Finding finding, Goal.Amount goal, Measured figure) {
        Bound require = goal.require();
        boolean cumulative = isCumulative(goal.measure());
        Quantity actual = figure.value().orElseThrow();
        finding.actual = actual;
        boolean holds;
        try {
            holds = require.accepts(actual);
        } catch (UnitMismatchException e) {
            finding.cannotSay(Verdict.INSUFFICIENT_DATA, Reason.UNIT_MISMATCH, MeasureReader.units(e));
            return;
        }
        Trace value = MeasureReader.trace(figure, Term.ACTUAL);
        finding.tell(value);
        MeasureReader.tellLeftOut(figure, finding);
        LocalDate asAt = figure.asAt().orElse(null);
        if (asAt != null) {
            finding.tell(() -> new Trace.Fact(Term.AS_AT, asAt.toString()));
        }
        attainment(finding, require, actual, value, holds);
        finding.tell(() -> new Trace.Check(Term.ACTUAL, value, require.toString(), holds));
        boolean lasts = cumulative
                && ((require.direction() == Direction.HIGHER_IS_BETTER && holds) || require.isExceededBy(actual));
        if (!lasts && !figure.exact() && !assessed.isPastDue()) {
            if (require.direction() != Direction.HIGHER_IS_BETTER) {
                finding.attainment = null;
                finding.capped = null;
            }
            assessed.unknownBeyond(finding, figure.asAt(), Reason.NOT_COMPLETE,
                    "known: " + actual + "; complete through " + (asAt == null ? "no day" : asAt));
            return;
        }
        if (!Ruling.give(assessed, finding, holds, lasts, MeasureReader.knownThrough(assessed, goal.measure(), figure))) {
            return;
        }
        if (assessed.isPastDue() && asAt != null && asAt.isBefore(assessed.term.last())) {
            finding.note(Note.Kind.LAST_FIGURE, asAt.toString());
        }
        pace(assessed, finding, require, holds, cumulative);
    }

    /** @param value how the actual number came about */
    static void attainment(Finding finding, Bound require, Quantity actual, Trace value, boolean holds) {
        Quantity wanted = require.reference().orElse(null);
        finding.capped = holds ? Rational.ONE : null;
        boolean inverse = require.direction() == Direction.LOWER_IS_BETTER;
        Quantity divisor = inverse ? actual : wanted;
        if (wanted == null || divisor == null || divisor.amount().signum() <= 0) {
            return;
        }
        Rational raw = inverse ? wanted.ratioTo(actual) : actual.ratioTo(wanted);
        finding.attainment = raw;
        Quantity whole = finding.actual;
        if (!inverse && whole != null && actual.equals(whole)) {
            finding.done = raw;
        }
        finding.tell(() -> share(value, wanted, inverse));
        boolean tolerated = holds && raw.compareTo(Rational.ONE) < 0;
        if (require.direction() != Direction.TWO_SIDED && !tolerated) {
            finding.capped = null;
            finding.tell(() -> Trace.calc(Term.CAPPED_ATTAINMENT, Trace.Op.CAP, share(value, wanted, inverse)));
        } else if (!holds) {
            finding.capped = raw.signum() <= 0 ? Rational.ZERO : raw.min(Rational.ONE.dividedBy(raw));
        }
    }

    private static Trace share(Trace value, Quantity wanted, boolean inverse) {
        Trace limit = new Trace.Given(Term.REQUIRED, wanted);
        return inverse
                ? Trace.calc(Term.ATTAINMENT, Trace.Op.PER, limit, value)
                : Trace.calc(Term.ATTAINMENT, Trace.Op.PER, value, limit);
    }

    /**
     * Paces a finding: on the curve where there is one to follow, else on what is required itself.
     *
     * @param cumulative whether the amount grows towards what is required, so that any curve applies
     */
    static void pace(Case assessed, Finding finding, Bound require, boolean holds, boolean cumulative) {
        boolean follows = cumulative || assessed.target.pace().isPresent();
        Quantity actual = finding.actual;
        Optional<Quantity> whole = low(require);
        finding.ceiling = require.direction() == Direction.LOWER_IS_BETTER;
        if (!follows || whole.isEmpty() || actual == null) {
            finding.pace = holds ? Pace.ON_PACE : Pace.BEHIND;
            return;
        }
        if (require.direction() == Direction.TWO_SIDED && require.isExceededBy(actual)) {
            finding.pace = Pace.BEHIND;
            return;
        }
        Optional<Rational> share = finding.ceiling ? assessed.allowedShare() : assessed.owedShare();
        if (share.isEmpty()) {
            finding.pace = Pace.NOT_JUDGED;
            return;
        }
        finding.whole = whole.get();
        finding.expectedShare = share.get();
        Quantity expected = whole.get().times(share.get());
        finding.expected = expected;
        boolean enough = finding.ceiling ? isAllowed(assessed.goal, actual, expected) : actual.compareAmount(expected) >= 0;
        boolean onPace = assessed.isPastDue() ? holds : enough && !require.isExceededBy(actual);
        finding.pace = onPace ? Pace.ON_PACE : Pace.BEHIND;
    }

    /** Whether no more is used than is allowed by now; a count may begin its next one, since nothing happens by halves. */
    private static boolean isAllowed(Goal goal, Quantity actual, Quantity allowed) {
        boolean counts = goal instanceof Goal.StageCount
                || (goal instanceof Goal.Amount amount && amount.measure() instanceof Measure.Count);
        return counts
                ? actual.minus(Quantity.of(1, actual.unit())).compareAmount(allowed) < 0
                : actual.compareAmount(allowed) <= 0;
    }

    /** The least that will do (or, of a maximum, the most that is allowed): what a curve is a share of. */
    private static Optional<Quantity> low(Bound require) {
        if (require instanceof Bound.Range range) {
            return Optional.of(range.low());
        }
        if (require instanceof Bound.About about) {
            return about.value().known().map(value -> about.direction() == Direction.LOWER_IS_BETTER ? about.high() : about.low());
        }
        return require.reference();
    }
}
