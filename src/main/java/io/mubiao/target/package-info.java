/**
 * The typed model of what was promised (目标). In: what a document says, with its holes. Out: a
 * {@link io.mubiao.target.Register} of {@link io.mubiao.target.Target}s: a {@link io.mubiao.target.Goal} (what is measured and
 * required) with a period, a deadline, a {@link io.mubiao.target.PaceCurve} and the people behind it. Begin to read at the target.
 * Definitions never hold results.
 */
@NullMarked
package io.mubiao.target;

import org.jspecify.annotations.NullMarked;
