package io.mubiao.assess;

import io.mubiao.observe.MemberStanding;
import io.mubiao.observe.Observation.MemberReport;
import io.mubiao.observe.Observation.Tally;
import io.mubiao.target.Bound;
import io.mubiao.target.Direction;
import io.mubiao.target.Goal;
import io.mubiao.target.Population;
import io.mubiao.trace.Evidence;
import io.mubiao.trace.Term;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Members satisfying ÷ population: (numerator − exclusions) ÷ (denominator − exclusions − exceptions), where an
 * exception counts only for a member that is not in the numerator (FHIR clinical quality measures). An empty
 * denominator gives no score, never 0 or 1.
 */
final class CoverageEvaluator {
    private static final Unit MEMBER = Units.builtIn().with("个").get("个");

    private final Case assessed;
    private final Goal.Coverage goal;
    private final Finding finding = new Finding();

    /** The counts of one population; {@code unreported} members are in the denominator and nobody knows more. */
    private record Counts(long numerator, long numeratorExclusion, long denominator, long denominatorExclusion,
            long denominatorException, List<String> unreported, LocalDate asAt, Evidence evidence) {
        long counting() {
            return denominator - denominatorExclusion - denominatorException;
        }
    }

    private CoverageEvaluator(Case assessed, Goal.Coverage goal) {
        this.assessed = assessed;
        this.goal = goal;
    }

    static Finding evaluate(Case assessed, Goal.Coverage goal) {
        return new CoverageEvaluator(assessed, goal).evaluate();
    }

    private Finding evaluate() {
        finding.required = goal.require().reference().orElse(null);
        List<Tally> tallies = new ArrayList<>(
                assessed.view.all(assessed.target.id(), Tally.class, assessed.basis()));
        tallies.removeIf(tally -> assessed.view.date(tally.on()).isAfter(assessed.end)
                || assessed.view.date(tally.on()).isBefore(assessed.term.first()));
        Map<String, MemberReport> reports = latestReports();
        if (!tallies.isEmpty() && !reports.isEmpty()) {
            return finding.cannotSay(
                    Verdict.INSUFFICIENT_DATA, Reason.MIXED_KINDS, "the stream has tallies and member reports");
        }
        Counts counts = tallies.isEmpty() ? counts(reports) : counts(tallies);
        if (counts == null) {
            assessed.unknownBeyond(finding, Optional.empty(), Reason.NO_OBSERVATION, "nothing was reported");
            return finding;
        }
        return judge(counts);
    }

    private Map<String, MemberReport> latestReports() {
        Map<String, MemberReport> latest = new TreeMap<>();
        Comparator<MemberReport> order = Comparator
                .comparing((MemberReport report) -> assessed.view.date(report.on()))
                .thenComparing(report -> report.entry().recordedAt())
                .thenComparing(report -> report.entry().id());
        for (MemberReport report : assessed.view.all(assessed.target.id(), MemberReport.class, assessed.basis())) {
            if (!assessed.view.date(report.on()).isAfter(assessed.end)) {
                latest.merge(report.member(), report, (a, b) -> order.compare(a, b) >= 0 ? a : b);
            }
        }
        return latest;
    }

    private Counts counts(List<Tally> tallies) {
        Tally last = java.util.Collections.max(tallies, Comparator
                .comparing((Tally tally) -> assessed.view.date(tally.on()))
                .thenComparing(tally -> tally.entry().recordedAt())
                .thenComparing(tally -> tally.entry().id()));
        return new Counts(last.numerator(), last.numeratorExclusion(), last.denominator(), last.denominatorExclusion(),
                last.denominatorException(), List.of(), assessed.view.date(last.on()),
                Evidence.of(List.of(last.entry().id())));
    }

    private @Nullable Counts counts(Map<String, MemberReport> reports) {
        List<String> members = members(reports);
        List<String> unreported = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        LocalDate asAt = LocalDate.MIN;
        long numerator = 0;
        long excludedFromNumerator = 0;
        long excluded = 0;
        long excepted = 0;
        for (String member : members) {
            MemberReport report = reports.get(member);
            if (report == null) {
                unreported.add(member);
                continue;
            }
            ids.add(report.entry().id());
            LocalDate on = assessed.view.date(report.on());
            asAt = on.isAfter(asAt) ? on : asAt;
            if (report.standing().contains(MemberStanding.EXCLUDED)) {
                excluded++;
            } else if (report.standing().contains(MemberStanding.SATISFIED)) {
                numerator++;
                excludedFromNumerator += report.standing().contains(MemberStanding.NUMERATOR_EXCLUDED) ? 1 : 0;
            } else if (report.standing().contains(MemberStanding.EXCEPTED)) {
                excepted++;
            }
        }
        return ids.isEmpty() ? null : new Counts(numerator, excludedFromNumerator, members.size(), excluded, excepted,
                unreported, asAt, Evidence.of(ids));
    }

    private List<String> members(Map<String, MemberReport> reports) {
        Population population = goal.population().get();
        if (population instanceof Population.Listed listed) {
            reports.keySet().stream().filter(member -> !listed.members().contains(member))
                    .forEach(member -> finding.note(Note.Kind.UNLISTED, member));
            return listed.members();
        }
        if (population instanceof Population.Frozen frozen) {
            return assessed.view.all(assessed.target.id(), MemberReport.class, assessed.basis()).stream()
                    .filter(report -> !assessed.view.date(report.on()).isAfter(frozen.on()))
                    .map(MemberReport::member).filter(reports::containsKey).distinct().sorted().toList();
        }
        return List.copyOf(reports.keySet());
    }

    private Finding judge(Counts counts) {
        Trace share = trace(counts);
        if (counts.counting() == 0) {
            return finding.cannotSay(Verdict.NOT_APPLICABLE, Reason.ZERO_DENOMINATOR,
                    counts.denominator() + " members, " + counts.denominatorExclusion() + " excluded, "
                            + counts.denominatorException() + " excepted");
        }
        Bound require = goal.require();
        long satisfied = counts.numerator() - counts.numeratorExclusion();
        Quantity least = share.value();
        Quantity most = members(satisfied + counts.unreported().size()).per(members(counts.counting()));
        boolean holds = require.accepts(least);
        finding.actual = least;
        AmountEvaluator.attainment(finding, require, share, holds);
        finding.tell(new Trace.Check(Term.RATE, share, require.toString(), holds));
        boolean decided = counts.unreported().isEmpty()
                || (require.direction() != Direction.TWO_SIDED && holds == require.accepts(most));
        if (!decided) {
            finding.attainment = null;
            finding.capped = null;
            counts.unreported().forEach(member -> finding.tell(new Trace.Fact(Term.MISSING, member)));
            return assessed.unknownBeyond(finding, Optional.of(counts.asAt()), Reason.UNREPORTED,
                    String.join(", ", counts.unreported()));
        }
        if (assessed.isStale(counts.asAt())) {
            return finding.cannotSay(Verdict.STALE, Reason.REPORT_OVERDUE, "last report of " + counts.asAt());
        }
        finding.verdict = holds ? Verdict.MET : assessed.unmet();
        finding.settled = assessed.isPastDue();
        AmountEvaluator.pace(assessed, finding, require, holds, false);
        return finding;
    }

    private Trace trace(Counts counts) {
        Trace numerator = Trace.calc(Term.EFFECTIVE_NUMERATOR, Trace.Op.MINUS,
                new Trace.Input(Term.NUMERATOR, members(counts.numerator()), counts.evidence()),
                new Trace.Input(Term.NUMERATOR_EXCLUSION, members(counts.numeratorExclusion()), Evidence.NONE));
        Trace denominator = Trace.calc(Term.EFFECTIVE_DENOMINATOR, Trace.Op.MINUS,
                new Trace.Input(Term.DENOMINATOR, members(counts.denominator()), Evidence.NONE),
                new Trace.Input(Term.DENOMINATOR_EXCLUSION, members(counts.denominatorExclusion()), Evidence.NONE),
                new Trace.Input(Term.DENOMINATOR_EXCEPTION, members(counts.denominatorException()), Evidence.NONE));
        finding.tell(numerator);
        finding.tell(denominator);
        finding.tell(new Trace.Fact(Term.AS_AT, counts.asAt().toString()));
        if (counts.counting() == 0) {
            return denominator;
        }
        Trace share = Trace.calc(Term.RATE, Trace.Op.PER, numerator, denominator);
        finding.tell(share);
        return share;
    }

    private static Quantity members(long count) {
        return Quantity.of(count, MEMBER);
    }
}
