package io.mubiao.assess;

import io.mubiao.assess.internal.Completeness;
import io.mubiao.assess.internal.Fold;
import io.mubiao.assess.internal.LatestOf;
import io.mubiao.observe.Basis;
import io.mubiao.observe.IncrementScan;
import io.mubiao.observe.LogView;
import io.mubiao.observe.Observation;
import io.mubiao.target.Deadline;
import io.mubiao.target.Goal;
import io.mubiao.target.Measure;
import io.mubiao.target.PaceCurve;
import io.mubiao.target.Reporting;
import io.mubiao.target.Target;
import io.mubiao.target.Tiers;
import io.mubiao.time.Cadence;
import io.mubiao.time.Slot;
import io.mubiao.time.Span;
import io.mubiao.trace.Term;
import io.mubiao.trace.Trace;
import io.mubiao.value.Rational;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One target, prepared for one question: the flat form that the evaluators see. */
final class Case {
    final Target target;
    final Goal goal;
    final int version;
    final LocalDate asOf;
    /** The last day on which an extension must have been approved to count. */
    final LocalDate decidedBy;
    /** The period from its first day to the deadline in force. */
    final Span term;
    /** The last day that counts: the as-of date or the deadline, whichever is first. */
    final LocalDate end;
    final LogView view;
    private final AsOf question;
    private final OwedShares shares;
    private @Nullable Case beside;
    final PaceCurve curve;
    final @Nullable Tiers tiers;
    private final Basis basis;
    private final Map<ScanKey, IncrementScan> scans = new HashMap<>(4);
    private final Map<FoldKey, Fold<?>> folds = new HashMap<>(4);
    private final Map<String, Completeness> complete = new HashMap<>(2);

    /** What a fold is made of; the same key is never asked for with another maker. */
    private record FoldKey(Object kind, String stream, Basis basis, Span window) {}

    private record ScanKey(String stream, Basis basis, Span window) {}

    Case(Target target, @Nullable Tiers tiers, LogView view, AsOf question, OwedShares shares, Basis basis) {
        this.shares = shares;
        this.basis = basis;
        this.target = target;
        this.tiers = tiers;
        this.question = question;
        this.view = view;
        asOf = question.date();
        decidedBy = question.decidedBy(view.zone());
        Integer wanted = question.version();
        version = wanted == null ? target.versionOn(asOf) : Math.min(wanted, target.versions().size());
        goal = version == 0 ? target.goal() : target.versions().get(version - 1).goal();
        LocalDate due = question.usesOriginalDeadlines()
                ? target.deadline().original()
                : target.deadline().inForce(decidedBy);
        LocalDate first = target.period().first();
        term = new Span(first, due.isBefore(first) ? first : due);
        end = asOf.isBefore(term.last()) ? asOf : term.last();
        curve = target.pace().orElse(question.pace());
    }

    Basis basis() {
        return basis;
    }

    /** The stream that a measure other than a ratio names; empty for the target's own. */
    static String streamOf(Measure measure) {
        if (measure instanceof Measure.Total total) {
            return total.stream();
        } else if (measure instanceof Measure.Level level) {
            return level.stream();
        } else if (measure instanceof Measure.Count count) {
            return count.stream();
        } else if (measure instanceof Measure.Sum sum) {
            return sum.stream();
        }
        throw new IllegalArgumentException("a ratio has two streams: " + measure);
    }

    String stream(String named) {
        return named.isEmpty() ? target.id() : named;
    }

    /** The same case on the other basis, if anything was ever observed on it. */
    Optional<Case> beside() {
        Basis other = basis == Basis.REPORTED ? Basis.RECOGNISED : Basis.REPORTED;
        boolean observed = goal.reads().map(measure -> MeasureReader.isObserved(this, measure, other))
                .orElseGet(() -> view.has(target.id(), other));
        if (observed && beside == null) {
            beside = new Case(target, tiers, view, question, shares, other);
        }
        return observed ? Optional.ofNullable(beside) : Optional.empty();
    }

    boolean isBeforeStart() {
        return asOf.isBefore(term.first());
    }

    boolean isPastDue() {
        return asOf.isAfter(term.last());
    }

    /** The slots of the period; an extension changes none that was past when it was approved. */
    List<Slot> slots(Cadence cadence) {
        Deadline deadline = target.deadline();
        return question.usesOriginalDeadlines() || deadline.extensions().isEmpty() ? cadence.slots(term)
                : TermSlots.of(cadence, term.first(), deadline.original(), deadline.approvedBy(decidedBy));
    }

    /** The days from which observations count by now; there are none before the period begins. */
    Span window() {
        return new Span(term.first(), end);
    }

    /** Whether what happened on a day counts by now. */
    boolean counts(LocalDate day) {
        return !day.isBefore(term.first()) && !day.isAfter(end);
    }

    /** The running sum over a window, kept between assessments of the same case. */
    IncrementScan scan(String stream, Basis basis, Span window) {
        return scans.computeIfAbsent(new ScanKey(stream, basis, window),
                key -> view.increments(key.stream, key.basis, key.window)).update();
    }

    /** What is made of the observations of a window, kept between assessments of the same case. */
    <F extends Fold<?>> F fold(Object kind, String stream, Basis of, Span window, Supplier<F> make) {
        @SuppressWarnings("unchecked") // a key names one maker
        F fold = (F) folds.computeIfAbsent(new FoldKey(kind, stream, of, window), key -> make.get());
        fold.update();
        return fold;
    }

    /** The days for which a stream is stated to be complete. */
    List<Span> completeSpans(String stream) {
        return view.holds(stream, Observation.Complete.class)
                ? complete.computeIfAbsent(stream, name -> new Completeness(view, name)).spans() : List.of();
    }

    /** How far a stream is stated to be complete without a gap, counted from a day; what is stated beyond the day asked about is of no use. */
    Optional<LocalDate> completeThrough(String stream, LocalDate from) {
        return completeSpans(stream).stream().filter(span -> span.contains(from)).map(Span::last).findFirst()
                .map(last -> last.isAfter(asOf) ? asOf : last);
    }

    /** The figure through a day that decides among all of the same sort as an observation, where only the latest does. */
    <T extends Observation & Observation.Dated> Optional<T> decides(T like, LocalDate last) {
        @SuppressWarnings("unchecked") // the class of an object of that type
        Class<T> kind = (Class<T>) like.getClass();
        String stream = like.entry().stream();
        Basis of = like.entry().basis();
        return this.<LatestOf<T>>fold(List.of("decides", kind, last), stream, of, term,
                () -> new LatestOf<>(view, stream, kind, of, day -> !day.isAfter(last), Effects::about)).get(Effects.about(like));
    }

    /** The share of the whole that is owed by the as-of date. */
    Optional<Rational> owedShare() {
        return shares.of(curve, asOf, term);
    }

    /** The share of a maximum that may be used by the as-of date. */
    Optional<Rational> allowedShare() {
        return curve.allowedBy(asOf, term);
    }

    /** The verdict on something that does not hold: time is left, or it is not. */
    Verdict unmet() {
        return isPastDue() ? Verdict.MISSED : Verdict.NOT_MET;
    }

    /**
     * Whether something known through a day is by now older than the declared interval and grace allow; never once it
     * is known through the deadline.
     */
    boolean isStale(LocalDate knownThrough) {
        Optional<Reporting> reporting = target.reporting();
        return reporting.isPresent()
                && knownThrough.isBefore(end)
                && asOf.isAfter(reporting.get().freshThrough(knownThrough));
    }

    /** Nothing is due, and nothing observed before the first day counts. */
    Finding notBegun(Finding finding) {
        finding.notes.clear();
        finding.verdict = Verdict.NOT_MET;
        finding.pace = Pace.NOT_DUE;
        finding.tell(() -> new Trace.Fact(Term.RULE, term.toString()));
        return finding;
    }

    /** The later of a day and the one through which a stream is stated to be complete. */
    Optional<LocalDate> knownThrough(String stream, Optional<LocalDate> day) {
        return Stream.concat(day.stream(), completeThrough(stream, term.first()).stream()).max(LocalDate::compareTo);
    }

    /** Not enough is known beyond a day: STALE once a report is overdue, INSUFFICIENT_DATA until then. */
    Finding unknownBeyond(Finding finding, Optional<LocalDate> knownThrough, Reason otherwise, String what) {
        return isStale(knownThrough.orElse(term.first().minusDays(1)))
                ? finding.cannotSay(Verdict.STALE, Reason.REPORT_OVERDUE, what)
                : finding.cannotSay(Verdict.INSUFFICIENT_DATA, otherwise, what);
    }
}
