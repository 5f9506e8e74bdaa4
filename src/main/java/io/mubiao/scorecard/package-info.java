/**
 * From the points of items to nodes, lights, grades and places (汇总、亮灯、等次、排名). In: a
 * {@link io.mubiao.scorecard.ScorecardRule}, which says what items there are and how they roll up, and assessments. Out: a
 * {@link io.mubiao.scorecard.Scorecard}. Begin to read at {@link io.mubiao.scorecard.Scorer}. Must not depend on land, io,
 * render, nor on what asks it: gap and compare.
 */
@NullMarked
package io.mubiao.scorecard;

import org.jspecify.annotations.NullMarked;
