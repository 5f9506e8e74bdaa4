/**
 * Exact values: {@link io.mubiao.value.Rational}, {@link io.mubiao.value.Quantity} with its
 * {@link io.mubiao.value.Unit}, and {@link io.mubiao.value.Rounding}. Everything here is immutable and knows
 * nothing of targets, observations or enterprises.
 */
@NullMarked
package io.mubiao.value;

import org.jspecify.annotations.NullMarked;
