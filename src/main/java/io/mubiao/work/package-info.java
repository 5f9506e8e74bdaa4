/**
 * How work is done, whatever it is (工作与限度). In: on which {@link io.mubiao.work.Threads}, at what most cost
 * ({@link io.mubiao.work.CostBudget}). Out: an end in time, by {@link io.mubiao.work.TooCostlyException} or
 * {@link io.mubiao.work.WorkInterruptedException}. Knows nothing of what is worked out. Begin to read at
 * {@link io.mubiao.work.CostBudget}.
 */
@NullMarked
package io.mubiao.work;

import org.jspecify.annotations.NullMarked;
