/**
 * Rolls of enterprises (企业名册), as CSV, workbooks, queries of a database and typed records. In: one of these, and the rule whose
 * columns it has. Out: a {@link io.mubiao.land.Roll} with
 * every rejected or doubtful cell, row, header or total. Begin to read at {@link io.mubiao.io.roll.RollFile}, then
 * {@code RollReader}: encoding, headers, rows, cells. Rolls that lie on many machines go through {@link io.mubiao.io.roll.RollWork}.
 */
@NullMarked
package io.mubiao.io.roll;

import org.jspecify.annotations.NullMarked;
