/**
 * Results as one HTML file that opens without a network and prints on A4 (图文报告). In: a scorecard or an evaluation, the
 * {@link java.util.Locale}, and what else is to be shown. Out: the text or the file. Begin to read at
 * {@link io.mubiao.report.ScorecardReport}. Needs Apache ECharts and Apache FreeMarker, which are optional.
 */
@NullMarked
package io.mubiao.report;

import org.jspecify.annotations.NullMarked;
