/**
 * What a report is made of. In: results. Out: sections with tables and the options of charts, and the text of the page. Begin to
 * read at {@link io.mubiao.report.internal.PageWriter}, which alone knows the libraries that may be absent. No chart is drawn here:
 * that does Apache ECharts in the browser. For this library alone: may change in any release.
 */
@NullMarked
package io.mubiao.report.internal;

import org.jspecify.annotations.NullMarked;
