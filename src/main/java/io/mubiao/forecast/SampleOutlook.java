package io.mubiao.forecast;

import io.mubiao.assess.GoalFacts.Sample;
import io.mubiao.assess.GoalFacts;
import io.mubiao.forecast.Forecast.Likely;
import io.mubiao.forecast.ForecastFigure.Name;
import io.mubiao.forecast.internal.Levels;
import io.mubiao.forecast.internal.PaceForecast.Part;
import io.mubiao.forecast.internal.PaceForecast;
import io.mubiao.target.Bound;
import io.mubiao.target.Goal;
import io.mubiao.target.SampleReading;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Levels to be maintained: samples still to be taken meet the level with the chance of those taken (every, worst, a
 * share), or scatter about their mean as those did (mean).
 */
final class SampleOutlook {
    private final Prospect prospect;
    private final Goal.Maintain goal;
    private final GoalFacts.Maintain facts;
    private final List<Sample> samples;

    private SampleOutlook(Prospect prospect, Goal.Maintain goal, GoalFacts.Maintain facts) {
        this.prospect = prospect;
        this.goal = goal;
        this.facts = facts;
        samples = facts.samples();
    }

    static Forecast of(Prospect prospect, Goal.Maintain goal, GoalFacts.Maintain facts) {
        return new SampleOutlook(prospect, goal, facts).forecast();
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
        return CoverageOutlook.toCome(prospect, Method.BETA_BINOMIAL, require,
                samples.size() - facts.failing(goal.level()).size(), samples.size(), more);
    }

    /** Samples owed and not yet taken; without a cadence as many as come at the pace so far. */
    private long toCome() {
        if (goal.cadence().isEmpty()) {
            return CoverageOutlook.toCome(samples.size(), prospect.daysElapsed());
        }
        return (long) facts.lacking().size() - facts.lackingBy(prospect.now.asOf()).size();
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
        for (Sample sample : samples) {
            Quantity value = Prospect.in(sample.value(), goal.level().unit());
            parts.add(new Part(Rational.of(1, all), value.times(Rational.of(1, all))));
            figures.add(new ForecastFigure(Name.LEVEL, value, Optional.of(sample.on())));
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
