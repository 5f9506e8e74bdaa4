/**
 * What holds on a day (考核). In: a register, a log of observations and an as-of date. Out: {@link io.mubiao.assess.Assessments}:
 * the {@link io.mubiao.assess.Verdict} says whether what is required holds, the {@link io.mubiao.assess.Pace} whether enough is
 * done by now, and {@link io.mubiao.assess.Status} is the one word printed for both. Begin to read at
 * {@link io.mubiao.assess.Assessor}: an evaluator per kind of goal derives {@link io.mubiao.assess.GoalFacts} once and judges
 * them; whoever asks further reads the facts, never the trace.
 */
@NullMarked
package io.mubiao.assess;

import org.jspecify.annotations.NullMarked;
