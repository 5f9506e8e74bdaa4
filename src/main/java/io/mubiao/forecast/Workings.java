package io.mubiao.forecast;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a forecast was made from (预测依据). Immutable.
 *
 * @param asAt the day from which the forecast looks ahead: what is done is held to be done by then
 * @param required what the result is held against: a bound or a stage, as registers write it
 * @param figures the numbers used, in order
 * @param rate what must happen from here, a day; of amounts and counts with a minimum
 * @param finish the day on which the work will be done at the present pace; of staged work
 */
public record Workings(LocalDate asAt, String required, List<ForecastFigure> figures, Optional<RequiredRate> rate,
        Optional<LocalDate> finish) {
    public Workings {
        requireNonNull(asAt, "asAt");
        requireNonNull(required, "required");
        requireNonNull(rate, "rate");
        requireNonNull(finish, "finish");
        figures = List.copyOf(figures);
    }

    Workings with(RequiredRate of) {
        return new Workings(asAt, required, figures, Optional.of(of), finish);
    }

    Workings finishing(Optional<LocalDate> day) {
        return new Workings(asAt, required, figures, rate, day);
    }
}
