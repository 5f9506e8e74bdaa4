/**
 * Evaluations in parts: what is gathered in each pass over the rows, how it merges, travels as bytes, and makes the next pass known.
 * In: rows of a roll, and what is known of the whole so far. Out: contents of parts, and the state after them. Begin to read at
 * {@link io.mubiao.land.assess.internal.part.Track}. For this library alone: may change in any release.
 */
@NullMarked
package io.mubiao.land.assess.internal.part;

import org.jspecify.annotations.NullMarked;
