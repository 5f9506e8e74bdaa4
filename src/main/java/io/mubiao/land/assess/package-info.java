/**
 * Evaluates a {@link io.mubiao.land.Roll} under an {@link io.mubiao.land.EvaluationRule}: cohort + rule → baselines →
 * scores → ranks → classes → overrides → consequences → explanation. {@link io.mubiao.land.assess.LandAssessor} is the
 * entry, {@link io.mubiao.land.assess.Evaluation} the answer. Stages are package-private; floating point appears only in
 * the columnar fast path here, where an error bound proves the rounding and any doubt goes to the exact evaluator.
 */
@NullMarked
package io.mubiao.land.assess;

import org.jspecify.annotations.NullMarked;
