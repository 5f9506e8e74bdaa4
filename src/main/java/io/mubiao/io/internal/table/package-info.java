/**
 * Tables as rows of texts, wherever they come from. In: lines of CSV, or the cells of a sheet. Out: a
 * {@link io.mubiao.io.internal.table.TableRow} after the other, and what people mean by the texts of headers, cells, totals
 * and notes. Begin to read at {@link io.mubiao.io.internal.table.TableRows}. For this library alone: may change in any release.
 */
@NullMarked
package io.mubiao.io.internal.table;

import org.jspecify.annotations.NullMarked;
