/**
 * Results as JSON, CSV and plain data (结果输出). In: assessments, scorecards, forecasts, evaluations. Out: text, or maps and
 * lists for a host's own mapper. Nothing is read back. Begin to read at {@link io.mubiao.io.result.AssessmentJson},
 * {@link io.mubiao.io.result.EvaluationJson}, {@link io.mubiao.io.result.ResultTree} and {@link io.mubiao.io.result.CsvOut}.
 */
@NullMarked
package io.mubiao.io.result;

import org.jspecify.annotations.NullMarked;
