/**
 * Reading and writing (读写); here is what all files share. In: paths, streams and texts. Out: definitions, observations,
 * rolls, and results as text, or every problem with its file, line and path. Begin to read in the room of the file:
 * {@code register}, {@code rule}, {@code roll}, {@code result}. Knows all of the model and nothing of {@code render}; no
 * type of Jackson appears in a public signature.
 */
@NullMarked
package io.mubiao.io;

import org.jspecify.annotations.NullMarked;
