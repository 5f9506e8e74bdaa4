/**
 * What somebody should look at in a register, in its observations, or between two years' registers: definitions that are
 * valid and yet doubtful. Entry types: {@link io.mubiao.lint.RegisterLint}, {@link io.mubiao.lint.ObservationLint},
 * {@link io.mubiao.lint.YearDiff}.
 */
@NullMarked
package io.mubiao.lint;

import org.jspecify.annotations.NullMarked;
