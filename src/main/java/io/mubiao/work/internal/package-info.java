/**
 * How work is spread and stopped (分工与中止). In: work to be done in parts, and the budget it is done under. Out: its results in
 * order, or the first failure; threads are started nowhere else. Begin to read at {@link io.mubiao.work.internal.Crew}.
 */
@NullMarked
package io.mubiao.work.internal;

import org.jspecify.annotations.NullMarked;
