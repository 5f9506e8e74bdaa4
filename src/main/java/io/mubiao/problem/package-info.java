/**
 * What is said when something is wrong (问题). In: a place, what was found and what was expected, put into
 * {@link io.mubiao.problem.Problems} by whoever checks. Out: a value
 * {@link io.mubiao.problem.WithProblems together with its problems} (data), or the refusal of a whole
 * {@link io.mubiao.problem.InvalidDefinitionException definition}. Begin to read at {@link io.mubiao.problem.Problem}.
 */
@NullMarked
package io.mubiao.problem;

import org.jspecify.annotations.NullMarked;
