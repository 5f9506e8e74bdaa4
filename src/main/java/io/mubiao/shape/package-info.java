/**
 * The kernel that both flows score with (计分方法). In: exact numbers and declared terms. Out: formulas of shapes, limits, bands, ties,
 * quotas with declared rounding. Begin to read at {@link io.mubiao.shape.Shape}. Knows nothing of
 * targets or enterprises.
 */
@NullMarked
package io.mubiao.shape;

import org.jspecify.annotations.NullMarked;
