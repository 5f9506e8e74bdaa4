package io.mubiao.assess;

import io.mubiao.assess.GoalFacts.Maintain;
import io.mubiao.assess.GoalFacts.Owed;
import io.mubiao.assess.GoalFacts.Sample;
import io.mubiao.observe.Observation.Level;
import io.mubiao.target.Bound;
import io.mubiao.target.Direction;
import io.mubiao.target.Goal;
import io.mubiao.target.Population;
import io.mubiao.target.SampleReading;
import io.mubiao.target.Stated;
import io.mubiao.time.Cadence;
import io.mubiao.time.Slot;
import io.mubiao.trace.Evidence;
import io.mubiao.trace.Term;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.UnitMismatchException;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A level is held by every sample of every member, under the declared reading. A sample that is owed (by the cadence,
 * or at least one of each member that is listed or was known when the list was frozen) and missing is never taken as good
 * or bad.
 */
final class MaintainEvaluator {
    private static final Unit SAMPLE = Units.builtIn().with("次").get("次");

    private final Case assessed;
    private final Goal.Maintain goal;
    private final Finding finding = new Finding();

    private MaintainEvaluator(Case assessed, Goal.Maintain goal) {
        this.assessed = assessed;
        this.goal = goal;
    }

    static Finding evaluate(Case assessed, Goal.Maintain goal) {
        MaintainEvaluator evaluator = new MaintainEvaluator(assessed, goal);
        Maintain facts = evaluator.facts();
        evaluator.finding.facts = facts;
        return assessed.isBeforeStart() ? assessed.notBegun(evaluator.finding) : evaluator.judge(facts);
    }

    private Maintain facts() {
        List<Level> levels = assessed.view.all(assessed.target.id(), Level.class, assessed.basis());
        Stated<Population> stated = goal.population().orElse(null);
        Collection<String> closed = stated == null ? null : closed(stated.get(), levels);
        List<Sample> samples = new ArrayList<>();
        for (Level level : levels) {
            LocalDate day = assessed.view.date(level.on());
            if (!assessed.counts(day)) {
                continue;
            }
            if (closed == null || closed.contains(level.member())) {
                samples.add(new Sample(level.member(), day, level.value(), level.entry().id()));
            } else if (stated != null && stated.get() instanceof Population.Listed) {
                finding.note(Note.Kind.UNLISTED, level.entry().id() + " " + level.member());
            }
        }
        samples.sort(Comparator.comparing(Sample::on).thenComparing(Sample::member).thenComparing(Sample::id));
        Map<String, List<LocalDate>> days = new TreeMap<>();
        samples.forEach(sample -> days.computeIfAbsent(sample.member(), name -> new ArrayList<>()).add(sample.on()));
        List<String> members = List.copyOf(closed != null ? closed : days.isEmpty() ? List.of("") : days.keySet());
        return new Maintain(members, samples, lacking(members, days));
    }

    /** The members of a list that is closed; null of one that grows. */
    private @Nullable Collection<String> closed(Population population, List<Level> levels) {
        if (population instanceof Population.Listed listed) {
            return listed.members();
        }
        if (!(population instanceof Population.Frozen frozen)) {
            return null;
        }
        LocalDate last = frozen.on().isBefore(assessed.asOf) ? frozen.on() : assessed.asOf;
        return levels.stream().filter(level -> !assessed.view.date(level.on()).isAfter(last)).map(Level::member)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Owed> lacking(List<String> members, Map<String, List<LocalDate>> sampled) {
        Stated<Cadence> cadence = goal.cadence().orElse(null);
        List<Slot> slots = cadence == null ? List.of() : assessed.slots(cadence.get());
        List<Owed> lacking = new ArrayList<>();
        for (String member : members) {
            List<LocalDate> days = sampled.getOrDefault(member, List.of());
            if (cadence == null && days.isEmpty()) {
                lacking.add(new Owed(member, Optional.empty()));
            }
            for (Slot slot : slots) {
                if (days.stream().noneMatch(slot.span()::contains)) {
                    lacking.add(new Owed(member, Optional.of(slot)));
                }
            }
        }
        return lacking;
    }

    private Finding judge(Maintain facts) {
        if (facts.samples().isEmpty()) {
            return assessed.unknownBeyond(finding, Optional.empty(), Reason.NO_OBSERVATION, "no sample in the period");
        }
        List<Sample> failing;
        try {
            failing = facts.failing(goal.level());
        } catch (UnitMismatchException e) {
            return finding.cannotSay(Verdict.INSUFFICIENT_DATA, Reason.UNIT_MISMATCH, MeasureReader.units(e));
        }
        return judge(facts, failing);
    }

    private Finding judge(Maintain facts, List<Sample> failing) {
        List<Sample> samples = facts.samples();
        SampleReading reading = goal.reading();
        Quantity actual = actual(samples, failing);
        Trace how = trace(actual, samples, failing);
        Bound bound = reading instanceof SampleReading.Share share ? share.share() : goal.level();
        boolean holds = reading instanceof SampleReading.Every ? failing.isEmpty() : bound.accepts(actual);
        finding.actual = actual;
        finding.required = reading instanceof SampleReading.Every
                ? Quantity.share(Rational.ONE)
                : bound.reference().orElse(null);
        finding.tell(new Trace.Fact(Term.RULE, reading + " " + goal.level()));
        finding.tell(how);
        if (reading instanceof SampleReading.Every) {
            finding.attainment = actual.asShare();
        } else {
            AmountEvaluator.attainment(finding, bound, actual, how, holds);
        }
        finding.tell(Term.FAILED_SAMPLE, failing);
        finding.tell(new Trace.Check(Term.ACTUAL, how, bound.toString(), holds));
        LocalDate last = samples.get(samples.size() - 1).on();
        boolean lost = !holds && (reading instanceof SampleReading.Every || reading instanceof SampleReading.Worst);
        List<Owed> missing = facts.lackingBy(assessed.asOf);
        if (!missing.isEmpty() && !lost) {
            finding.attainment = null;
            finding.capped = null;
            finding.tell(Term.UNKNOWN_CELL, missing);
            return assessed.unknownBeyond(finding, Optional.of(last), Reason.UNREPORTED,
                    "no sample of " + missing.stream().map(Owed::toString).collect(Collectors.joining(", ")));
        }
        LocalDate known = goal.cadence().isPresent() && facts.lacking().isEmpty() ? assessed.term.last() : last;
        if (Ruling.give(assessed, finding, holds, lost, assessed.knownThrough(assessed.target.id(), Optional.of(known)))) {
            finding.pace = holds ? Pace.ON_PACE : Pace.BEHIND;
        }
        return finding;
    }

    private Quantity actual(List<Sample> samples, List<Sample> failing) {
        if (goal.reading() instanceof SampleReading.Worst) {
            return worst(samples, failing).value();
        }
        if (!(goal.reading() instanceof SampleReading.Mean)) {
            return Quantity.share(Rational.of(samples.size() - failing.size(), samples.size()));
        }
        Unit unit = samples.get(0).value().unit();
        Rational sum = Rational.sum(samples.stream().map(sample -> sample.value().in(unit).amount()).toList());
        return Quantity.of(sum.times(Rational.of(1, samples.size())), unit);
    }

    private Trace trace(Quantity actual, List<Sample> samples, List<Sample> failing) {
        if (goal.reading() instanceof SampleReading.Worst) {
            return new Trace.Input(Term.WORST, actual, Evidence.of(List.of(worst(samples, failing).id())));
        }
        List<String> ids = samples.stream().map(Sample::id).toList();
        if (goal.reading() instanceof SampleReading.Mean) {
            return new Trace.Input(Term.MEAN, actual, Evidence.of(ids));
        }
        Set<Sample> bad = new HashSet<>(failing);
        List<String> met = samples.stream().filter(sample -> !bad.contains(sample)).map(Sample::id).toList();
        return Trace.calc(Term.RATE, Trace.Op.PER,
                new Trace.Input(Term.SAMPLES_MET, Quantity.of(met.size(), SAMPLE), Evidence.of(met)),
                new Trace.Input(Term.SAMPLES, Quantity.of(ids.size(), SAMPLE), Evidence.of(ids)));
    }

    private Sample worst(List<Sample> samples, List<Sample> failing) {
        Comparator<Sample> byValue = (a, b) -> a.value().compareAmount(b.value());
        List<Sample> candidates =
                goal.level().direction() == Direction.TWO_SIDED && !failing.isEmpty() ? failing : samples;
        return goal.level().direction() == Direction.LOWER_IS_BETTER
                ? java.util.Collections.max(candidates, byValue)
                : java.util.Collections.min(candidates, byValue);
    }
}
