/**
 * How work is done, whatever it is (执行). In: {@link io.mubiao.work.Threads}, a {@link io.mubiao.work.CostBudget} and a
 * {@link io.mubiao.work.WorkListener}. Out: what the work gives, a {@link io.mubiao.work.TooCostlyException} or a {@link io.mubiao.work.WorkInterruptedException}. Begin to read at
 * CostBudget. Knows nothing of what is worked out.
 */
@NullMarked
package io.mubiao.work;

import org.jspecify.annotations.NullMarked;
