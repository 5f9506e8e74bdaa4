/**
 * Distributions and fits for forecasts, in binary floating point. In: exact numbers and bounds. Out: probabilities and
 * quantiles, which leave {@code forecast} only as decimals and quantities. Begin to read at
 * {@link io.mubiao.forecast.internal.Reals}. For this library alone: may change in any release.
 */
@NullMarked
package io.mubiao.forecast.internal;

import org.jspecify.annotations.NullMarked;
