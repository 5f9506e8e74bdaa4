/**
 * From assessments to points, lights, grades and places (计分、亮灯、等次、排名). A {@link io.mubiao.scorecard.ScoringRule}
 * says how one item is scored, a {@link io.mubiao.scorecard.ScorecardRule} which items there are and how they roll up, a
 * {@link io.mubiao.scorecard.Scorer} makes the {@link io.mubiao.scorecard.Scorecard}. Must not depend on land, io, render.
 */
@NullMarked
package io.mubiao.scorecard;

import org.jspecify.annotations.NullMarked;
