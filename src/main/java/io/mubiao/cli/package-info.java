/**
 * The main job as a command. In: paths, a day, options. Out: a table or JSON, and an exit status. Begin to read at
 * {@link io.mubiao.cli.Main}. The only package that prints.
 */
@NullMarked
package io.mubiao.cli;

import org.jspecify.annotations.NullMarked;
