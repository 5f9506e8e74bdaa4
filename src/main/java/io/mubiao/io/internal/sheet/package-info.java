/**
 * Workbooks of spreadsheets as tables (电子表格). In: an .xlsx file, whose size is measured before it is unzipped. Out: the
 * {@link io.mubiao.io.internal.table.TableRow}s of one of its sheets. Begin to read at
 * {@link io.mubiao.io.internal.sheet.SheetBook}. Alone knows the library that reads workbooks, which may be absent. For this
 * library alone: may change in any release.
 */
@NullMarked
package io.mubiao.io.internal.sheet;

import org.jspecify.annotations.NullMarked;
