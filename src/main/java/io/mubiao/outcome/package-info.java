/**
 * What is said when something is wrong (问题). In: a place, what was found and what was expected, put into
 * {@link io.mubiao.outcome.Problems} by whoever checks. Out: a value
 * {@link io.mubiao.outcome.WithProblems together with its problems} (data), or the refusal of a whole
 * {@link io.mubiao.outcome.InvalidDefinitionException definition}. Begin to read at {@link io.mubiao.outcome.Problem}.
 */
@NullMarked
package io.mubiao.outcome;

import org.jspecify.annotations.NullMarked;
