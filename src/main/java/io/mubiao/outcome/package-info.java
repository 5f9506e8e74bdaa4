/**
 * What is said when something is wrong: {@link io.mubiao.outcome.Problem}s with their place, a value
 * {@link io.mubiao.outcome.WithProblems together with its problems} (data), or the refusal of a whole
 * {@link io.mubiao.outcome.InvalidDefinitionException definition}.
 */
@NullMarked
package io.mubiao.outcome;

import org.jspecify.annotations.NullMarked;
