package io.mubiao.assess;

import io.mubiao.assess.MeasureReader.Read;
import io.mubiao.target.Bound;
import io.mubiao.target.Direction;
import io.mubiao.target.Goal;
import io.mubiao.target.Measure;
import io.mubiao.time.Span;
import io.mubiao.trace.Term;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.util.Optional;

/**
 * A minimum, maximum or band. Cumulative amounts are paced by the curve; levels and rates by themselves, unless the
 * target has a curve of its own; so are maxima, whose limit is a limit from the first day on.
 */
final class AmountEvaluator {
    private AmountEvaluator() {}

    static Finding evaluate(Case assessed, Goal.Amount goal) {
        Finding finding = new Finding();
        Bound require = goal.require();
        finding.required = require.reference().orElse(null);
        Optional<Span> window = assessed.window();
        if (window.isEmpty()) {
            finding.cannotSay(Verdict.INSUFFICIENT_DATA, Reason.NO_OBSERVATION, "the period begins later");
            finding.pace = Pace.NOT_DUE;
            return finding;
        }
        Read read = new MeasureReader(assessed, assessed.basis(), require.unit())
                .read(goal.measure(), window.get(), Term.ACTUAL);
        Read other = new MeasureReader(assessed, assessed.otherBasis(), require.unit())
                .read(goal.measure(), window.get(), Term.ACTUAL);
        finding.otherActual = other.isObserved() ? other.value() : null;
        if (read.value() == null) {
            return read.refuse(assessed, finding);
        }
        finding.notes.addAll(read.notes());
        judge(assessed, finding, goal, read);
        return finding;
    }

    private static boolean isCumulative(Measure measure) {
        return measure instanceof Measure.Total || measure instanceof Measure.Count;
    }

    private static void judge(Case assessed, Finding finding, Goal.Amount goal, Read read) {
        Bound require = goal.require();
        boolean cumulative = isCumulative(goal.measure());
        Quantity actual = read.valueOrThrow();
        finding.actual = actual;
        boolean holds;
        try {
            holds = require.accepts(actual);
        } catch (IllegalArgumentException e) {
            finding.cannotSay(Verdict.INSUFFICIENT_DATA, Reason.UNIT_MISMATCH, MeasureReader.message(e));
            return;
        }
        Trace value = read.traceOrThrow();
        finding.trace.add(value);
        if (read.asAt() != null) {
            finding.trace.add(new Trace.Fact(Term.AS_AT, read.asAt().toString()));
        }
        attainment(finding, require, value, holds);
        finding.trace.add(new Trace.Check(Term.ACTUAL, value, require.toString(), holds));
        boolean certain = read.exact()
                || (require.direction() == Direction.HIGHER_IS_BETTER && holds)
                || (require.direction() == Direction.LOWER_IS_BETTER && !holds);
        if (!certain) {
            assessed.unknownBeyond(finding, Optional.ofNullable(read.asAt()), Reason.NOT_COMPLETE,
                    "known: " + actual + "; complete through " + (read.asAt() == null ? "no day" : read.asAt()));
            return;
        }
        boolean stays = cumulative && holds && require.direction() == Direction.HIGHER_IS_BETTER;
        if (read.asAt() != null && !stays && read.exact() && assessed.isStale(read.asAt())) {
            finding.cannotSay(Verdict.STALE, Reason.REPORT_OVERDUE, "last figure of " + read.asAt());
            return;
        }
        if (assessed.isPastDue() && read.asAt() != null && read.asAt().isBefore(assessed.term.last())) {
            finding.note(Note.Kind.LAST_FIGURE, read.asAt().toString());
        }
        finding.verdict = holds ? Verdict.MET : assessed.unmet();
        finding.settled = assessed.isPastDue() || (stays && goal.measure() instanceof Measure.Count);
        boolean paced = cumulative && require.direction() != Direction.LOWER_IS_BETTER;
        pace(assessed, finding, require, holds, paced);
    }

    static void attainment(Finding finding, Bound require, Trace value, boolean holds) {
        Quantity actual = value.value();
        Quantity wanted = require.reference().orElse(null);
        finding.capped = holds ? Rational.ONE : null;
        boolean inverse = require.direction() == Direction.LOWER_IS_BETTER;
        Quantity divisor = inverse ? actual : wanted;
        if (wanted == null || divisor == null || divisor.amount().signum() <= 0) {
            return;
        }
        Trace limit = new Trace.Given(Term.REQUIRED, wanted);
        Trace share = inverse
                ? Trace.calc(Term.ATTAINMENT, Trace.Op.PER, limit, value)
                : Trace.calc(Term.ATTAINMENT, Trace.Op.PER, value, limit);
        Rational raw = share.value().asShare();
        finding.attainment = raw;
        finding.trace.add(share);
        if (require.direction() != Direction.TWO_SIDED) {
            Trace capped = Trace.calc(Term.CAPPED_ATTAINMENT, Trace.Op.CAP, share);
            finding.capped = capped.value().asShare();
            finding.trace.add(capped);
        } else if (!holds) {
            finding.capped = raw.signum() <= 0 ? Rational.ZERO : raw.min(Rational.ONE.dividedBy(raw));
        }
    }

    /**
     * Paces a finding: on the curve where there is one to follow, else on what is required itself.
     *
     * @param cumulative whether the amount grows towards what is required, so that any curve applies
     */
    static void pace(Case assessed, Finding finding, Bound require, boolean holds, boolean cumulative) {
        boolean follows = cumulative || assessed.target.pace().isPresent();
        Quantity actual = finding.actual;
        Optional<Quantity> whole = require.reference().or(() -> low(require));
        if (!follows || whole.isEmpty() || actual == null) {
            finding.pace = holds ? Pace.ON_PACE : Pace.BEHIND;
            return;
        }
        Optional<Rational> share = assessed.curve.shareBy(assessed.asOf, assessed.term);
        if (share.isEmpty()) {
            finding.pace = Pace.NOT_JUDGED;
            return;
        }
        finding.required = whole.get();
        finding.expectedShare = share.get();
        Quantity expected = whole.get().times(share.get());
        finding.expected = expected;
        int against = actual.compareAmount(expected);
        boolean ceiling = require.direction() == Direction.LOWER_IS_BETTER;
        finding.pace = (ceiling ? against <= 0 : against >= 0) ? Pace.ON_PACE : Pace.BEHIND;
    }

    private static Optional<Quantity> low(Bound require) {
        return require instanceof Bound.Range range ? Optional.of(range.low()) : Optional.empty();
    }
}
