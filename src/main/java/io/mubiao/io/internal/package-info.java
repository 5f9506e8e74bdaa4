/**
 * Trees of YAML and JSON. In: bytes in any encoding that is met. Out: a {@link io.mubiao.io.internal.Node} with lines and
 * paths, read field by field with {@link io.mubiao.io.internal.Fields}, and a {@link io.mubiao.io.internal.ProblemList} of
 * all that is wrong. Begin to read at {@link io.mubiao.io.internal.TreeReader}. For this library alone: may change in any
 * release.
 */
@NullMarked
package io.mubiao.io.internal;

import org.jspecify.annotations.NullMarked;
