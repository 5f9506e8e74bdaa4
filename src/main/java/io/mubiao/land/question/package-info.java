/**
 * Questions to an evaluation: what a change would move, the least change that reaches a class, how far the next class is,
 * what differs between two. In: an {@link io.mubiao.land.assess.Evaluation}. Out: moves, counterfactuals, margins and diffs.
 * Evaluations know nothing of them. Begin to read at {@link io.mubiao.land.question.EvaluationWhatIf}.
 */
@NullMarked
package io.mubiao.land.question;

import org.jspecify.annotations.NullMarked;
