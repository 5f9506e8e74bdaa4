/**
 * Exact values (数值). In: decimals, fractions and units as texts or numbers. Out: {@link io.mubiao.value.Rational},
 * {@link io.mubiao.value.Quantity} with its {@link io.mubiao.value.Unit}, enclosures of what is no fraction, and
 * {@link io.mubiao.value.Rounding} as declared. Begin to read at the rational. Everything is immutable and knows nothing of
 * targets, observations or enterprises.
 */
@NullMarked
package io.mubiao.value;

import org.jspecify.annotations.NullMarked;
