/**
 * Two scorecards or registers side by side (对比). In: two scorecards with their logs, or one and what might happen; the registers of
 * two years. Out: a {@link io.mubiao.compare.ScorecardDiff} whose changes name their causes, a
 * {@link io.mubiao.compare.YearDiff} of targets. Begin to read at the first, then at {@link io.mubiao.compare.ScorecardWhatIf}.
 */
@NullMarked
package io.mubiao.compare;

import org.jspecify.annotations.NullMarked;
