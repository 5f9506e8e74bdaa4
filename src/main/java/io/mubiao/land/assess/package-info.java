/**
 * Evaluates enterprises under a rule (亩均效益综合评价). In: an {@link io.mubiao.land.EvaluationRule} and a
 * {@link io.mubiao.land.Roll}, with last year's roll, earlier classes and manual changes where the rule uses them. Out: an
 * {@link io.mubiao.land.assess.Evaluation} of totals, places, classes, charges and explanations. Begin to read at
 * {@link io.mubiao.land.assess.LandAssessor}; the stages are in {@code internal}, and what is asked of an evaluation
 * afterwards in {@code io.mubiao.land.question}.
 */
@NullMarked
package io.mubiao.land.assess;

import org.jspecify.annotations.NullMarked;
