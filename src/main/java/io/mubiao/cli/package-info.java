/**
 * The main jobs as commands: targets, and rules of land efficiency. In: paths, a day, options, answers to questions. Out: a table,
 * clauses, a file, JSON, and an exit status. Begin to read at {@link io.mubiao.cli.Main}. Only this package and the shell print.
 */
@NullMarked
package io.mubiao.cli;

import org.jspecify.annotations.NullMarked;
