/**
 * Two scorecards side by side (对比). In: two scorecards with their logs, or one and what might happen. Out: a
 * {@link io.mubiao.compare.ScorecardDiff} whose changes name their causes. Begin to read there, then at
 * {@link io.mubiao.compare.ScorecardWhatIf}.
 */
@NullMarked
package io.mubiao.compare;

import org.jspecify.annotations.NullMarked;
