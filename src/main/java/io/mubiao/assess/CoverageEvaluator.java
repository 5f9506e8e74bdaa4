package io.mubiao.assess;

import io.mubiao.assess.GoalFacts.Coverage;
import io.mubiao.assess.internal.Facts;
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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

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

    private CoverageEvaluator(Case assessed, Goal.Coverage goal) {
        this.assessed = assessed;
        this.goal = goal;
    }

    static Finding evaluate(Case assessed, Goal.Coverage goal) {
        return new CoverageEvaluator(assessed, goal).evaluate();
    }

    private Finding evaluate() {
        List<Tally> tallies = assessed.view.all(assessed.target.id(), Tally.class, assessed.basis());
        tallies.removeIf(tally -> !assessed.counts(assessed.view.date(tally.on())));
        Map<String, MemberReport> reports = latestReports();
        boolean mixed = !tallies.isEmpty() && !reports.isEmpty();
        Coverage facts = tallies.isEmpty() ? counts(reports) : counts(tallies);
        finding.facts = mixed ? null : facts;
        if (assessed.isBeforeStart()) {
            return assessed.notBegun(finding);
        }
        finding.required = goal.require().reference().orElse(null);
        return mixed
                ? finding.cannotSay(Verdict.INSUFFICIENT_DATA, Reason.MIXED_KINDS, "the stream has tallies and member reports")
                : facts.asAt().map(day -> judge(facts, day)).orElseGet(() ->
                        assessed.unknownBeyond(finding, Optional.empty(), Reason.NO_OBSERVATION, "nothing was reported"));
    }

    private Map<String, MemberReport> latestReports() {
        Map<String, MemberReport> latest = new TreeMap<>();
        BinaryOperator<MemberReport> later = BinaryOperator.maxBy(Facts.order(assessed.view));
        for (MemberReport report : assessed.view.all(assessed.target.id(), MemberReport.class, assessed.basis())) {
            if (!assessed.view.date(report.on()).isAfter(assessed.end)) {
                latest.merge(report.member(), report, later);
            }
        }
        return latest;
    }

    private Coverage counts(List<Tally> tallies) {
        Tally last = Collections.max(tallies, Facts.order(assessed.view));
        return new Coverage(true, last.numerator(), last.numeratorExclusion(), last.denominator(),
                last.denominatorExclusion(), last.denominatorException(), List.of(), List.of(), List.of(),
                Optional.of(assessed.view.date(last.on())), Evidence.of(List.of(last.entry().id())));
    }

    private Coverage counts(Map<String, MemberReport> reports) {
        List<String> members = members(reports);
        List<String> satisfied = new ArrayList<>();
        List<String> others = new ArrayList<>();
        List<String> unreported = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        Optional<LocalDate> asAt = Optional.empty();
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
            asAt = asAt.filter(on::isBefore).or(() -> Optional.of(on));
            Set<MemberStanding> standing = report.standing();
            if (standing.contains(MemberStanding.EXCLUDED)) {
                excluded++;
            } else if (standing.contains(MemberStanding.SATISFIED)) {
                satisfied.add(member);
                excludedFromNumerator += standing.contains(MemberStanding.NUMERATOR_EXCLUDED) ? 1 : 0;
            } else {
                others.add(member);
                excepted += standing.contains(MemberStanding.EXCEPTED) ? 1 : 0;
            }
        }
        return new Coverage(false, satisfied.size(), excludedFromNumerator, members.size(), excluded, excepted, satisfied,
                others, unreported, asAt, Evidence.of(ids));
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

    private Finding judge(Coverage facts, LocalDate asAt) {
        Trace rate = trace(facts, asAt);
        if (facts.counting() == 0) {
            return finding.cannotSay(Verdict.NOT_APPLICABLE, Reason.ZERO_DENOMINATOR,
                    facts.denominator() + " members, " + facts.denominatorExclusion() + " excluded, "
                            + facts.denominatorException() + " excepted");
        }
        Bound require = goal.require();
        List<String> unreported = facts.unreported();
        Quantity least = members(facts.counted()).per(members(facts.counting()));
        Quantity most = members(facts.counted() + unreported.size()).per(members(facts.counting()));
        boolean holds = require.accepts(least);
        finding.actual = least;
        AmountEvaluator.attainment(finding, require, least, rate, holds);
        finding.tell(new Trace.Check(Term.RATE, rate, require.toString(), holds));
        boolean decided = unreported.isEmpty()
                || (require.direction() != Direction.TWO_SIDED && holds == require.accepts(most));
        if (!decided) {
            finding.attainment = null;
            finding.capped = null;
            finding.tell(Term.MISSING, unreported);
            return assessed.unknownBeyond(finding, facts.asAt(), Reason.UNREPORTED, String.join(", ", unreported));
        }
        if (Ruling.give(assessed, finding, holds, false, assessed.knownThrough(assessed.target.id(), facts.asAt()))) {
            AmountEvaluator.pace(assessed, finding, require, holds, false);
        }
        return finding;
    }

    private Trace trace(Coverage facts, LocalDate asAt) {
        Trace numerator = Trace.calc(Term.EFFECTIVE_NUMERATOR, Trace.Op.MINUS,
                new Trace.Input(Term.NUMERATOR, members(facts.numerator()), facts.evidence()),
                new Trace.Input(Term.NUMERATOR_EXCLUSION, members(facts.numeratorExclusion()), Evidence.NONE));
        Trace denominator = Trace.calc(Term.EFFECTIVE_DENOMINATOR, Trace.Op.MINUS,
                new Trace.Input(Term.DENOMINATOR, members(facts.denominator()), Evidence.NONE),
                new Trace.Input(Term.DENOMINATOR_EXCLUSION, members(facts.denominatorExclusion()), Evidence.NONE),
                new Trace.Input(Term.DENOMINATOR_EXCEPTION, members(facts.denominatorException()), Evidence.NONE));
        finding.tell(numerator);
        finding.tell(denominator);
        finding.tell(new Trace.Fact(Term.AS_AT, asAt.toString()));
        if (facts.counting() == 0) {
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
