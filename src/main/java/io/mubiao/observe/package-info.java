/**
 * What happened and when it became known: typed {@link io.mubiao.observe.Observation}s in an append-only, bitemporal
 * {@link io.mubiao.observe.ObservationLog}. Observations name streams, never targets; this package knows nothing of
 * registers.
 */
@NullMarked
package io.mubiao.observe;

import org.jspecify.annotations.NullMarked;
