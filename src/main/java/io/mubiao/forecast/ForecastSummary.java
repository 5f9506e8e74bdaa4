package io.mubiao.forecast;

import java.math.BigDecimal;
import java.util.Collection;

/**
 * How many of several targets are to be expected to be met (预计达成项数). Immutable. The sum of probabilities is the expected
 * number, whether or not the targets depend on each other.
 *
 * @param probable how many have a probability
 * @param expectedMet the sum of those probabilities
 * @param reaching how many are only said to be heading there
 * @param fallingShort how many are only said to be falling short
 * @param unsaid of how many nothing can be said
 */
public record ForecastSummary(int probable, BigDecimal expectedMet, int reaching, int fallingShort, int unsaid) {
    /** The summary of forecasts. */
    public static ForecastSummary of(Collection<Forecast> forecasts) {
        int probable = 0;
        int reaching = 0;
        int falling = 0;
        int unsaid = 0;
        BigDecimal sum = BigDecimal.ZERO;
        for (Forecast forecast : forecasts) {
            if (forecast.probability().isPresent()) {
                probable++;
                sum = sum.add(forecast.probability().get());
            } else if (forecast instanceof Forecast.Heading heading) {
                reaching += heading.reaches() ? 1 : 0;
                falling += heading.reaches() ? 0 : 1;
            } else {
                unsaid++;
            }
        }
        return new ForecastSummary(probable, sum, reaching, falling, unsaid);
    }
}
