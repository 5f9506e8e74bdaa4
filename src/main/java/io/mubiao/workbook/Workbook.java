package io.mubiao.workbook;

import io.mubiao.assess.Assessments;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.problem.NoSuchIdException;
import io.mubiao.render.EvaluationGrids;
import io.mubiao.render.Grid;
import io.mubiao.render.ResultGrids;
import io.mubiao.scorecard.Scorecard;
import io.mubiao.workbook.internal.BookWriter;
import io.mubiao.workbook.internal.Leaf;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Results as a workbook to send on (结果工作簿): headers that stay, widths, numbers as numbers with the unit in the header, colours
 * beside the words that say the same, explanations on a sheet of their own. In Chinese, or for any other locale in English.
 * What is text stays text: nothing in it is run as a formula. Immutable.
 */
public final class Workbook {
    private final List<Grid> grids;

    private Workbook(List<Grid> grids) {
        this.grids = List.copyOf(grids);
    }

    /** Of these tables, a sheet each. */
    public static Workbook of(List<Grid> grids) {
        return new Workbook(grids);
    }

    /** Assessments: a sheet a chapter. */
    public static Workbook of(Assessments assessments, Locale locale) {
        return new Workbook(ResultGrids.grids(assessments, locale));
    }

    /** A scorecard: a sheet a view, then a sheet a node of the first view that has items. */
    public static Workbook of(Scorecard card, Locale locale) {
        return new Workbook(ResultGrids.grids(card, locale));
    }

    /**
     * An evaluation for the office itself: all enterprises, a sheet a group, counts, and what consequences come to. Rows are made
     * as they are written.
     */
    public static Workbook of(Evaluation evaluation, Locale locale) {
        return new Workbook(EvaluationGrids.grids(evaluation, locale));
    }

    /**
     * The columns of an evaluation that a profile of its rule lets out, and nothing else of the enterprises.
     *
     * @throws NoSuchIdException if the rule has no such profile; names those it has
     */
    public static Workbook of(Evaluation evaluation, String profile, Locale locale) {
        return new Workbook(EvaluationGrids.grids(evaluation, profile, locale));
    }

    /** The tables, a sheet each. */
    public List<Grid> grids() {
        return grids;
    }

    /**
     * Writes the workbook in place of what is there; the same results are always the same bytes. Needs the library
     * {@code org.dhatim:fastexcel}.
     *
     * @throws IllegalArgumentException if a table has more rows than a sheet can have
     * @throws IllegalStateException if the library is absent; names the dependency to add
     * @throws UncheckedIOException if the file cannot be written; then it is as it was
     */
    public void write(Path file) {
        BookWriter.write(file, grids.stream().map(Leaf::of).toList(), Locale.ENGLISH);
    }
}
