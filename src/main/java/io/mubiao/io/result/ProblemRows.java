package io.mubiao.io.result;

import io.mubiao.problem.Place;
import io.mubiao.problem.Problem;

/** Problems as data; lines, columns and cells are numbers and names of their own. */
final class ProblemRows {
    private ProblemRows() {}

    static Row row(Problem it, JsonStyle style) {
        return new Row(style).with("severity", it.severity()).with("code", it.code()).with("place", row(it.place(), style))
                .said("message", it.message());
    }

    static Row row(Place it, JsonStyle style) {
        return new Row(style).with("file", it.file()).with("sheet", it.sheet())
                .with("line", it.line() == 0 ? null : it.line()).with("column", it.column() == 0 ? null : it.column())
                .with("cell", it.sheet().isEmpty() ? "" : it.cell()).with("path", it.path());
    }
}
