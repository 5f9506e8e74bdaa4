/**
 * The stages of an evaluation, each over the whole roll: scope → baselines → scores → ranks → classes, in exact arithmetic. In: a
 * compiled rule, a roll and {@link io.mubiao.land.assess.internal.Settings}. Out: a
 * {@link io.mubiao.land.assess.internal.Cohort}, from which everything else is worked out when asked. Begin to read at
 * {@link io.mubiao.land.assess.internal.Pipeline}. For this library alone: may change in any release.
 */
@NullMarked
package io.mubiao.land.assess.internal;

import org.jspecify.annotations.NullMarked;
