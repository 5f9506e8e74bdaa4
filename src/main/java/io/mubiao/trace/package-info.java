/**
 * How a result came about, as data (过程). In: what an evaluator did, step by step. Out: {@link io.mubiao.trace.Trace} nodes that a
 * program can replay and that {@code io.mubiao.render} turns into Chinese or English words. Begin to read there. No words are
 * chosen here, and no result is read back.
 */
@NullMarked
package io.mubiao.trace;

import org.jspecify.annotations.NullMarked;
