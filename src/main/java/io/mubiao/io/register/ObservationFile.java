package io.mubiao.io.register;

import io.mubiao.io.Format;
import io.mubiao.io.internal.Node;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.io.internal.TreeReader;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.outcome.WithProblems;
import io.mubiao.target.Register;
import io.mubiao.work.CostBudget;
import java.nio.file.Path;
import java.util.List;

/** Reads observations from YAML or JSON (观测数据文件): the good rows together with the problems of the others. */
public final class ObservationFile {
    private ObservationFile() {}

    /**
     * Reads observations of a register. A row that is wrong in itself, or does not fit the register, is left out and
     * reported with its line and path.
     *
     * @throws IllegalArgumentException if the name ends in neither .yaml, .yml nor .json
     * @throws java.io.UncheckedIOException if the file exists but cannot be read
     */
    public static WithProblems<List<Observation>> readRows(Path file, Register register) {
        return readRows(file, register, ObservationLog.empty());
    }

    /** As {@link #readRows(Path, Register)}, under a budget. */
    public static WithProblems<List<Observation>> readRows(Path file, Register register, CostBudget budget) {
        return budget.call(() -> readRows(file, register));
    }

    /**
     * As {@link #readRows(Path, Register)}, to be appended to a log: what the rows correct or retract may be in it, and their ids
     * may not.
     */
    public static WithProblems<List<Observation>> readRows(Path file, Register register, ObservationLog known) {
        ProblemList problems = new ProblemList(file.toString());
        return readRows(() -> TreeReader.read(file, problems), register, known, problems);
    }

    /**
     * Reads observations of a register from text.
     *
     * @param name what messages call it
     */
    public static WithProblems<List<Observation>> parse(String text, Format format, String name, Register register) {
        return parse(text, format, name, register, ObservationLog.empty());
    }

    /** Reads observations from text, to be appended to a log; as {@link #readRows(Path, Register, ObservationLog)}. */
    public static WithProblems<List<Observation>> parse(
            String text, Format format, String name, Register register, ObservationLog known) {
        ProblemList problems = new ProblemList(name);
        return readRows(() -> TreeReader.parse(text, format, problems), register, known, problems);
    }

    /** Reads a log: as {@link #readRows(Path, Register)}, the good rows put into a log. */
    public static WithProblems<ObservationLog> read(Path file, Register register) {
        WithProblems<List<Observation>> rows = readRows(file, register);
        return new WithProblems<>(ObservationLog.of(rows.value()), rows.problems());
    }

    private static WithProblems<List<Observation>> readRows(java.util.function.Supplier<Node> read, Register register,
            ObservationLog known, ProblemList problems) {
        List<Observation> rows;
        try {
            rows = ObservationReader.read(read.get(), register, known, problems);
        } catch (ProblemList.GiveUp e) {
            rows = List.of();
        }
        return new WithProblems<>(rows, problems.inFileOrder());
    }
}
