/**
 * The typed model of what was promised. A {@link io.mubiao.target.Target} is a {@link io.mubiao.target.Goal} (what is
 * measured and required) with a period, a deadline and the people behind it; a {@link io.mubiao.target.Register} holds
 * the targets of a document. Definitions never hold results.
 */
@NullMarked
package io.mubiao.target;

import org.jspecify.annotations.NullMarked;
