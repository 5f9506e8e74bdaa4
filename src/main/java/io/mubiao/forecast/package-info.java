/**
 * What will be by the deadline (预测). In: assessments and the log they were made from. Out: one
 * {@link io.mubiao.forecast.Forecast} per target, which names its method or says why there is none. Begin to read at
 * {@link io.mubiao.forecast.Forecaster}: an outlook per kind of goal asks small functions that need no register, such as the internal
 * {@link io.mubiao.forecast.internal.CountForecast}. Sees {@code assess} and what lies below it.
 *
 * <p>Probabilities come out as decimals with six digits, half up, amounts as quantities.
 */
@NullMarked
package io.mubiao.forecast;

import org.jspecify.annotations.NullMarked;
