/** The main job as a command: {@link io.mubiao.cli.Main}. The only package that prints. */
@NullMarked
package io.mubiao.cli;

import org.jspecify.annotations.NullMarked;
