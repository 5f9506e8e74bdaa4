package io.mubiao.assess;

import io.mubiao.observe.Observation.Level;
import io.mubiao.target.Bound;
import io.mubiao.target.Direction;
import io.mubiao.target.Goal;
import io.mubiao.target.Population;
import io.mubiao.target.SampleReading;
import io.mubiao.target.Stated;
import io.mubiao.time.Cadence;
import io.mubiao.time.Slot;
import io.mubiao.time.Span;
import io.mubiao.trace.Evidence;
import io.mubiao.trace.Term;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A level is held by every sample of every member, under the declared reading. A sample that is owed (by the cadence,
 * or at least one of each listed member) and missing is never taken as good or bad.
 */
final class MaintainEvaluator {
    private static final Unit SAMPLE = Units.builtIn().with("次").get("次");

    private final Case assessed;
    private final Goal.Maintain goal;
    private final Finding finding = new Finding();

    private record Sample(String member, LocalDate on, Quantity value, String id) {}

    private MaintainEvaluator(Case assessed, Goal.Maintain goal) {
        this.assessed = assessed;
        this.goal = goal;
    }

    static Finding evaluate(Case assessed, Goal.Maintain goal) {
        return new MaintainEvaluator(assessed, goal).evaluate();
    }

    private Finding evaluate() {
        Span window = assessed.window();
        List<Sample> samples = samples(window);
        if (samples.isEmpty()) {
            return assessed.unknownBeyond(finding, Optional.empty(), Reason.NO_OBSERVATION, "no sample in the period");
        }
        List<String> failing = new ArrayList<>();
        try {
            for (Sample sample : samples) {
                if (!goal.level().accepts(sample.value)) {
                    failing.add(sample.id);
                }
            }
        } catch (IllegalArgumentException e) {
            return finding.cannotSay(Verdict.INSUFFICIENT_DATA, Reason.UNIT_MISMATCH, MeasureReader.message(e));
        }
        return judge(samples, failing, missing(samples));
    }

    private List<Sample> samples(Span window) {
        List<Sample> samples = new ArrayList<>();
        Optional<Population> population = population();
        for (Level level : assessed.view.all(assessed.target.id(), Level.class, assessed.basis())) {
            LocalDate day = assessed.view.date(level.on());
            if (!window.contains(day)) {
                continue;
            }
            if (population.orElse(null) instanceof Population.Listed listed
                    && !listed.members().contains(level.member())) {
                finding.note(Note.Kind.UNLISTED, level.entry().id() + " " + level.member());
            } else {
                samples.add(new Sample(level.member(), day, level.value(), level.entry().id()));
            }
        }
        if (population.orElse(null) instanceof Population.Frozen frozen) {
            TreeSet<String> members = new TreeSet<>();
            assessed.view.all(assessed.target.id(), Level.class, assessed.basis()).stream()
                    .filter(level -> !assessed.view.date(level.on()).isAfter(frozen.on()))
                    .forEach(level -> members.add(level.member()));
            samples.removeIf(sample -> !members.contains(sample.member));
        }
        samples.sort(Comparator.comparing(Sample::on).thenComparing(Sample::member).thenComparing(Sample::id));
        return samples;
    }

    private Optional<Population> population() {
        Stated<Population> population = goal.population();
        return population == null ? Optional.empty() : population.known();
    }

    private List<String> missing(List<Sample> samples) {
        TreeSet<String> members = new TreeSet<>();
        samples.forEach(sample -> members.add(sample.member));
        if (population().orElse(null) instanceof Population.Listed listed) {
            members.addAll(listed.members());
        }
        Stated<Cadence> cadence = goal.cadence();
        List<String> missing = new ArrayList<>();
        for (String member : members) {
            List<LocalDate> days = samples.stream().filter(sample -> sample.member.equals(member)).map(Sample::on).toList();
            if (cadence == null) {
                if (days.isEmpty()) {
                    missing.add(member);
                }
                continue;
            }
            for (Slot slot : cadence.get().slots(assessed.term)) {
                if (!slot.span().last().isAfter(assessed.asOf) && days.stream().noneMatch(slot.span()::contains)) {
                    missing.add((member + " " + slot.label()).strip());
                }
            }
        }
        return missing;
    }

    private Finding judge(List<Sample> samples, List<String> failing, List<String> missing) {
        SampleReading reading = goal.reading();
        Trace value = value(samples, failing);
        Bound bound = reading instanceof SampleReading.Share share ? share.share() : goal.level();
        boolean holds = reading instanceof SampleReading.Every ? failing.isEmpty() : bound.accepts(value.value());
        finding.actual = value.value();
        finding.required = reading instanceof SampleReading.Every
                ? Quantity.share(Rational.ONE)
                : bound.reference().orElse(null);
        finding.tell(new Trace.Fact(Term.RULE, reading + " " + goal.level()));
        finding.tell(value);
        if (reading instanceof SampleReading.Every) {
            finding.attainment = value.value().asShare();
        } else {
            AmountEvaluator.attainment(finding, bound, value, holds);
        }
        failing.forEach(id -> finding.tell(new Trace.Fact(Term.MISSING, id)));
        finding.tell(new Trace.Check(Term.ACTUAL, value, bound.toString(), holds));
        boolean lost = !holds && (reading instanceof SampleReading.Every || reading instanceof SampleReading.Worst);
        if (!missing.isEmpty() && !lost) {
            finding.attainment = null;
            finding.capped = null;
            missing.forEach(cell -> finding.tell(new Trace.Fact(Term.UNKNOWN_CELL, cell)));
            return assessed.unknownBeyond(finding, Optional.of(samples.get(samples.size() - 1).on()), Reason.UNREPORTED,
                    "no sample of " + String.join(", ", missing));
        }
        LocalDate last = samples.get(samples.size() - 1).on();
        if (!lost && assessed.isStale(last)) {
            return finding.cannotSay(Verdict.STALE, Reason.REPORT_OVERDUE, "last sample of " + last);
        }
        finding.verdict = holds ? Verdict.MET : assessed.unmet();
        finding.settled = assessed.isPastDue();
        finding.pace = holds ? Pace.ON_PACE : Pace.BEHIND;
        return finding;
    }

    private Trace value(List<Sample> samples, List<String> failing) {
        List<String> ids = samples.stream().map(Sample::id).toList();
        if (goal.reading() instanceof SampleReading.Worst) {
            Sample worst = worst(samples, failing);
            return new Trace.Input(Term.WORST, worst.value, Evidence.of(List.of(worst.id)));
        }
        if (goal.reading() instanceof SampleReading.Mean) {
            Quantity sum = samples.get(0).value;
            for (Sample sample : samples.subList(1, samples.size())) {
                sum = sum.plus(sample.value);
            }
            return new Trace.Input(Term.MEAN, sum.times(Rational.of(1, samples.size())), Evidence.of(ids));
        }
        List<String> met = ids.stream().filter(id -> !failing.contains(id)).toList();
        return Trace.calc(Term.RATE, Trace.Op.PER,
                new Trace.Input(Term.SAMPLES_MET, Quantity.of(met.size(), SAMPLE), Evidence.of(met)),
                new Trace.Input(Term.SAMPLES, Quantity.of(ids.size(), SAMPLE), Evidence.of(ids)));
    }

    private Sample worst(List<Sample> samples, List<String> failing) {
        Comparator<Sample> byValue = (a, b) -> a.value.compareAmount(b.value);
        List<Sample> candidates = goal.level().direction() == Direction.TWO_SIDED && !failing.isEmpty()
                ? samples.stream().filter(sample -> failing.contains(sample.id)).toList()
                : samples;
        return goal.level().direction() == Direction.LOWER_IS_BETTER
                ? java.util.Collections.max(candidates, byValue)
                : java.util.Collections.min(candidates, byValue);
    }
}
