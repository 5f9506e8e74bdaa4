/**
 * What is missing (差距). In: a scorer, a log and a day. Out: a {@link io.mubiao.gap.Gap} of an item or a
 * {@link io.mubiao.gap.NodeGap}: the least change that suffices, by when, or the obstacle. A ladder per kind of goal says what
 * more would mean; every rung is tried on the real scorer. Begin to read at {@link io.mubiao.gap.Gaps}.
 */
@NullMarked
package io.mubiao.gap;

import org.jspecify.annotations.NullMarked;
