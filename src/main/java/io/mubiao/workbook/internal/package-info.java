/**
 * How workbooks are drawn. In: {@link io.mubiao.workbook.internal.Leaf}s of cells. Out: the bytes of an .xlsx file, always the same
 * for the same leaves. Begin to read at {@link io.mubiao.workbook.internal.BookWriter}. Alone knows the library that writes
 * workbooks, which may be absent. For this library alone: may change in any release.
 */
@NullMarked
package io.mubiao.workbook.internal;

import org.jspecify.annotations.NullMarked;
