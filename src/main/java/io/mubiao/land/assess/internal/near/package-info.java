/**
 * Totals that are not rounded, kept as doubles beside a bound, and their places: doubles order them wherever the bounds lie
 * apart, exact keys where they overlap. In: totals from blocks of columns. Out: places and classes as exact comparison gives
 * them. Begin to read at {@link io.mubiao.land.assess.internal.near.NearTotals}. For this library alone: may change in any
 * release.
 */
@NullMarked
package io.mubiao.land.assess.internal.near;

import org.jspecify.annotations.NullMarked;
