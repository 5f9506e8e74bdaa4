/**
 * Which streams a target reads, and which observations of a log count under a question. In: targets, logs, questions. Out:
 * names of streams, observations. Begin to read at {@link io.mubiao.assess.internal.Facts}. For this library alone: may change
 * in any release.
 */
@NullMarked
package io.mubiao.assess.internal;

import org.jspecify.annotations.NullMarked;
