/**
 * How a result came about, as data: {@link io.mubiao.trace.Trace} nodes that a program can replay and that
 * {@code io.mubiao.render} turns into Chinese or English words. No words are chosen here.
 */
@NullMarked
package io.mubiao.trace;

import org.jspecify.annotations.NullMarked;
