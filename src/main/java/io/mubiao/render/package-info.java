/**
 * Words and tables (文字与表格). In: results, and the {@link java.util.Locale}. Out: text in Chinese or English. Begin to read at
 * {@link io.mubiao.render.Explainer} for an explanation, {@link io.mubiao.render.ScorecardTable} for a table. Nothing is computed
 * here but the rounding of what is printed.
 */
@NullMarked
package io.mubiao.render;

import org.jspecify.annotations.NullMarked;
