/**
 * How work is done, whatever it is: on which {@link io.mubiao.work.Threads}, at what most cost
 * ({@link io.mubiao.work.CostBudget}), and how it ends early ({@link io.mubiao.work.TooCostlyException},
 * {@link io.mubiao.work.WorkInterruptedException}). Knows nothing of what is worked out; begin with CostBudget.
 */
@NullMarked
package io.mubiao.work;

import org.jspecify.annotations.NullMarked;
