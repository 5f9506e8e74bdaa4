/**
 * The words of a JShell session (交互会话). In: names of files, ids, days and figures, as an analyst types them. Out: tables and
 * sentences that fit the terminal, and files. Begin to read at {@link io.mubiao.shell.Shell}. Programs take {@code Mubiao} or the
 * packages below it; here things are opened, printed and saved, which no other package does.
 */
@NullMarked
package io.mubiao.shell;

import org.jspecify.annotations.NullMarked;
