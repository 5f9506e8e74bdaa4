/**
 * The one place where threads are started and where long work asks whether it may go on. In: parts of some work. Out: their
 * results in order, or the first failure. Begin to read at {@link io.mubiao.work.internal.Crew}. For this library alone: may change
 * in any release.
 */
@NullMarked
package io.mubiao.work.internal;

import org.jspecify.annotations.NullMarked;
