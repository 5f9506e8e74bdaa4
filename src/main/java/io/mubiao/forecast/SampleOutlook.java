package io.mubiao.forecast;

import io.mubiao.assess.Assessment;
import io.mubiao.assess.Assessor;
import io.mubiao.forecast.Forecast.Likely;
import io.mubiao.forecast.ForecastFigure.Name;
import io.mubiao.forecast.PaceForecast.Part;
import io.mubiao.observe.Observation.Level;
import io.mubiao.observe.Observation;
import io.mubiao.target.Bound;
import io.mubiao.target.Goal;
import io.mubiao.target.Population;
import io.mubiao.target.Register;
import io.mubiao.target.SampleReading;
import io.mubiao.target.Target;
import io.mubiao.time.Slot;
import io.mubiao.trace.Term;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Levels to be maintained: samples still to be taken meet the level with the chance of those taken (every, worst, a
 * share), or scatter about their mean as those did (mean).
 */
final class SampleOutlook {
    private final Prospect prospect;
    private final Goal.Maintain goal;
    private final List<Level> samples;
    private final long met;

    private SampleOutlook(Prospect prospect, Goal.Maintain goal) {
        this.prospect = prospect;
        this.goal = goal;
        Assessment counted = counted();
        Map<String, Observation> byId = prospect.log.observations(prospect.target.id())
                .collect(Collectors.toMap(observation -> observation.entry().id(), Function.identity()));
        samples = inputs(counted, Term.SAMPLES).stream().map(byId::get).filter(Level.class::isInstance)
                .map(Level.class::cast).toList();
        met = inputs(counted, Term.SAMPLES_MET).size();
    }

    static Forecast of(Prospect prospect, Goal.Maintain goal) {
        return new SampleOutlook(prospect, goal).forecast();
    }

    /** The same target read sample by sample, whatever its own reading. */
    private Assessment counted() {
        Goal every = new Goal.Maintain(goal.level(), SampleReading.every(), goal.population(), goal.cadence());
        Target of = prospect.target;
        Target.Builder target = Target.builder(of.id(), every, of.period()).deadline(of.deadline()).basis(of.basis());
        of.reporting().ifPresent(target::reporting);
        Register alone = Register.of(prospect.register.id(), prospect.register.zone(), target.build());
        return Assessor.assess(alone, prospect.log, prospect.question, of.id());
    }

    private static List<String> inputs(Assessment assessment, Term term) {
        return assessment.trace().stream()
                .flatMap(step -> (step instanceof Trace.Calc calc ? calc.operands() : List.of(step)).stream())
                .filter(step -> step.term() == term && step instanceof Trace.Input)
                .flatMap(step -> ((Trace.Input) step).evidence().ids()).distinct().toList();
    }

    private LocalDate day(Level level) {
        return level.on().dateIn(prospect.register.zone());
    }

    private Forecast forecast() {
        Optional<Forecast> unfit = prospect.unfit(Optional.of(prospect.daysElapsed()));
        if (unfit.isPresent()) {
            return unfit.get();
        }
        long more = toCome();
        if (goal.reading() instanceof SampleReading.Mean) {
            return mean(more);
        }
        Bound require = goal.reading() instanceof SampleReading.Share share ? share.share() : QuotaOutlook.ALL;
        return CoverageOutlook.toCome(prospect, Method.BETA_BINOMIAL, require, met, samples.size(), more);
    }

    /** Samples owed and not yet taken; without a cadence as many as come at the pace so far. */
    private long toCome() {
        if (goal.cadence() == null) {
            return CoverageOutlook.toCome(samples.size(), prospect.daysElapsed());
        }
        Set<String> members = new LinkedHashSet<>();
        if (goal.population() != null && goal.population().known().orElse(null) instanceof Population.Listed listed) {
            members.addAll(listed.members());
        } else {
            samples.forEach(sample -> members.add(sample.member()));
        }
        long more = 0;
        for (Slot slot : goal.cadence().get().slots(prospect.term)) {
            if (slot.span().last().isAfter(prospect.now.asOf())) {
                more += members.stream().filter(member -> samples.stream().noneMatch(sample ->
                        sample.member().equals(member) && slot.span().contains(day(sample)))).count();
            }
        }
        return more;
    }

    /** The total of equal parts, divided by their number, is their mean. */
    private Forecast mean(long more) {
        int points = prospect.settings.minimumPoints();
        if (samples.size() < points) {
            return Prospect.cannot(NoForecast.TOO_FEW_POINTS, samples.size() + " < " + points);
        }
        long all = samples.size() + more;
        List<Part> parts = new ArrayList<>();
        List<ForecastFigure> figures = new ArrayList<>();
        for (Level sample : samples) {
            Quantity value = Prospect.in(sample.value(), goal.level().unit());
            parts.add(new Part(Rational.of(1, all), value.times(Rational.of(1, all))));
            figures.add(new ForecastFigure(Name.LEVEL, value, Optional.of(day(sample))));
        }
        figures.add(ForecastFigure.of(Name.TO_COME, CoverageOutlook.number(more)));
        PaceForecast mean = PaceForecast.mean(parts);
        Optional<BigDecimal> chance = mean.probability(goal.level());
        Optional<PredictionInterval> interval = mean.interval(prospect.settings.level());
        return chance.isPresent() && interval.isPresent()
                ? new Likely(Method.SAMPLE_MEAN, chance.get(), interval.get(), mean.expected(),
                        prospect.workings(goal.level(), figures))
                : Prospect.cannot(NoForecast.NO_SCATTER, samples.size() + " / " + all);
    }
}
