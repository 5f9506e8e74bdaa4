/**
 * What somebody should look at: definitions and figures that are valid and yet doubtful (疑点). In: registers, rules, logs,
 * assessments. Out: {@link io.mubiao.problem.Problem}s. Begin to read at
 * {@link io.mubiao.lint.RegisterLint}; each class beside it looks at one kind of thing.
 */
@NullMarked
package io.mubiao.lint;

import org.jspecify.annotations.NullMarked;
