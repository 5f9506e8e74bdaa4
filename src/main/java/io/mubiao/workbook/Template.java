package io.mubiao.workbook;

import io.mubiao.land.EvaluationRule;
import io.mubiao.render.Grid;
import io.mubiao.target.Register;
import io.mubiao.workbook.internal.BookWriter;
import io.mubiao.workbook.internal.Leaf;
import io.mubiao.workbook.internal.ObservationForm;
import io.mubiao.workbook.internal.RollForm;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * An empty workbook to be filled in (填报模板): headers with units, words to choose from, an example that is never read as data,
 * and a sheet that says what belongs into each column. Filled in, it is read by {@code ObservationFile.readRows} or
 * {@code RollFile.read}. Immutable.
 */
public final class Template {
    private final List<Leaf> leaves;
    private final Locale locale;

    private Template(List<Leaf> leaves, Locale locale) {
        this.leaves = List.copyOf(leaves);
        this.locale = locale;
    }

    /** For observations of a register: a row for each stream that its targets read, to be copied where more are reported. */
    public static Template of(Register register, Locale locale) {
        return new Template(ObservationForm.leaves(register, locale), locale);
    }

    /** For the enterprises that a rule evaluates: a column for each of the rule's. */
    public static Template of(EvaluationRule rule, Locale locale) {
        return new Template(RollForm.leaves(rule, locale), locale);
    }

    /** The tables, a sheet each. */
    public List<Grid> grids() {
        return leaves.stream().map(Leaf::grid).toList();
    }

    /**
     * Writes the workbook in place of what is there. Needs the library {@code org.dhatim:fastexcel}.
     *
     * @throws IllegalStateException if the library is absent; names the dependency to add
     * @throws UncheckedIOException if the file cannot be written; then it is as it was
     */
    public void write(Path file) {
        BookWriter.write(file, leaves, locale);
    }
}
