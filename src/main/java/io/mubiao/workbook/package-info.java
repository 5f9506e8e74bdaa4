/**
 * Workbooks that people send on (电子表格). In: results and the {@link java.util.Locale}, or a register or rule for which data is to be
 * filled in. Out: an .xlsx file. Begin to read at {@link io.mubiao.workbook.Workbook} and {@link io.mubiao.workbook.Template}. Needs
 * the library {@code org.dhatim:fastexcel}, which is optional; what is filled in is read in {@code io}.
 */
@NullMarked
package io.mubiao.workbook;

import org.jspecify.annotations.NullMarked;
