package io.mubiao.forecast;

import static io.mubiao.testing.Ask.day;
import static io.mubiao.testing.Ask.target;

import io.mubiao.assess.AsOf;
import io.mubiao.assess.Assessor;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.target.Goal;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.testing.Ask;
import java.util.Optional;

/** Forecasts of one target {@code T} of 2024 through the public entry. */
final class Foresee {
    private Foresee() {}

    static Forecast forecast(Goal goal, String asOf, Observation... observations) {
        return forecast(target(goal).build(), asOf, observations);
    }

    static Forecast forecast(Target target, String asOf, Observation... observations) {
        return forecast(ForecastSettings.defaults(), target, asOf, observations);
    }

    static Forecast forecast(ForecastSettings settings, Target target, String asOf, Observation... observations) {
        Register register = Ask.register(target);
        ObservationLog log = ObservationLog.of(observations);
        return Forecaster.of(settings).forecast(Assessor.assess(register, log, AsOf.of(day(asOf))), log).get("T");
    }

    static Optional<NoForecast> why(Forecast forecast) {
        return forecast.cannotSay().map(Forecast.CannotSay::why);
    }

    static Forecast.Likely likely(Forecast forecast) {
        if (forecast instanceof Forecast.Likely likely) {
            return likely;
        }
        throw new AssertionError(forecast);
    }

    /** One figure of a forecast, which has only one of that name. */
    static io.mubiao.value.Quantity figure(Forecast forecast, ForecastFigure.Name name) {
        return forecast.workings().orElseThrow().figures().stream().filter(figure -> figure.name() == name)
                .findFirst().orElseThrow().value();
    }
}
