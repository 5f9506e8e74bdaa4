/**
 * Results as JSON and CSV (结果输出). In: assessments, scorecards, forecasts, evaluations. Out: text. Nothing is read back.
 * Begin to read at {@link io.mubiao.io.result.AssessmentJson}, {@link io.mubiao.io.result.ScorecardJson},
 * {@link io.mubiao.io.result.EvaluationJson} and {@link io.mubiao.io.result.CsvOut}.
 */
@NullMarked
package io.mubiao.io.result;

import org.jspecify.annotations.NullMarked;
