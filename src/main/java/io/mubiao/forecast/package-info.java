/**
 * What will be by the deadline: {@link io.mubiao.forecast.Forecaster} takes assessments and the log they were made from
 * and gives one {@link io.mubiao.forecast.Forecast} per target, which names its method or says why there is none. The
 * numbers come from small pure functions that need no register: {@link io.mubiao.forecast.CountForecast},
 * {@link io.mubiao.forecast.PaceForecast}, {@link io.mubiao.forecast.LevelForecast},
 * {@link io.mubiao.forecast.CoverageForecast}, {@link io.mubiao.forecast.CleanForecast},
 * {@link io.mubiao.forecast.ScheduleForecast}, {@link io.mubiao.forecast.RequiredRate}.
 *
 * <p>Sees {@code assess} and what lies below it. Doubles stay inside the package: probabilities come out as decimals
 * with six digits, half up, amounts as quantities.
 */
@NullMarked
package io.mubiao.forecast;

import org.jspecify.annotations.NullMarked;
