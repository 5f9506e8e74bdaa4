/**
 * From a register, a log and an as-of date to {@link io.mubiao.assess.Assessments}: {@link io.mubiao.assess.Assessor}
 * is the one entry, one package-private evaluator per kind of goal does the work. It derives {@link io.mubiao.assess.GoalFacts} once, judges
 * them and writes the trace from them; whoever asks further reads the facts, and never the trace.
 *
 * <p>Two axes are never mixed: the {@link io.mubiao.assess.Verdict} says whether what is required holds, the
 * {@link io.mubiao.assess.Pace} whether enough is done by now. {@link io.mubiao.assess.Status} is the one word printed
 * for both.
 */
@NullMarked
package io.mubiao.assess;

import org.jspecify.annotations.NullMarked;
