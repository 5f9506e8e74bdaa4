/**
 * What happened and when it became known (监测). In: typed {@link io.mubiao.observe.Observation}s. Out: those known and in force on
 * a day. Begin to read at {@link io.mubiao.observe.ObservationLog}, which is append-only and bitemporal. Observations name
 * streams, never targets; this package knows nothing of registers.
 */
@NullMarked
package io.mubiao.observe;

import org.jspecify.annotations.NullMarked;
