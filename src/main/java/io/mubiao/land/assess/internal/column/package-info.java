/**
 * The fast path: formulas over columns in binary floating point, beside an error bound that proves the rounding. In: the
 * formulas of a rule and blocks of rows. Out: the same totals and sums as the exact stages give; a row in doubt is left to
 * them. Begin to read at {@link io.mubiao.land.assess.internal.column.Vec}. For this library alone: may change in any release.
 */
@NullMarked
package io.mubiao.land.assess.internal.column;

import org.jspecify.annotations.NullMarked;
