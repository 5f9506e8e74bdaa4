package io.mubiao.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.mubiao.Mubiao;
import io.mubiao.assess.Assessment;
import io.mubiao.assess.Assessments;
import io.mubiao.io.Format;
import io.mubiao.io.register.RegisterFile;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import io.mubiao.problem.ProblemsException;
import io.mubiao.target.Register;
import io.mubiao.testing.Arbitrary;
import io.mubiao.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A register: refused with problems, or read, written back, linted, assessed and explained without data. */
final class RegisterFuzz implements FuzzTarget {
    private static final int MOST_TARGETS = 50;
    private final Scratch scratch = Scratch.of("register");

    @Override
    public String name() {
        return "register";
    }

    @Override
    public List<byte[]> corpus() throws IOException {
        List<byte[]> inputs = new ArrayList<>();
        for (long seed = 0; seed < 40; seed++) {
            inputs.add(Scratch.bytes(RegisterFile.write(Arbitrary.register(seed), seed % 2 == 0 ? Format.YAML : Format.JSON)));
        }
        inputs.add(Files.readAllBytes(Path.of("seeds/luan-jinan-published/register.yaml")));
        return inputs;
    }

    @Override
    public void take(byte[] input) throws IOException {
        Register register;
        try {
            register = RegisterFile.read(scratch.tree(input));
        } catch (InvalidDefinitionException e) {
            assertReasons(e);
            return;
        }
        for (Format format : Format.values()) {
            assertEquals(register, RegisterFile.parse(RegisterFile.write(register, format), format, "written"));
        }
        if (register.targets().size() <= MOST_TARGETS) {
            assess(register, ObservationLog.of());
        }
    }

    static void assertReasons(ProblemsException refusal) {
        assertFalse(refusal.problems().isEmpty(), "a refusal without a reason");
        assertWords(refusal.problems());
    }

    static void assertWords(List<Problem> problems) {
        problems.forEach(problem -> assertFalse(problem.message().isBlank(), problem::toString));
    }

    /** Everything that is said of targets on a day. */
    static void assess(Register register, ObservationLog log) {
        for (LocalDate day : List.of(LocalDate.of(2024, 9, 30), LocalDate.of(2025, 1, 15))) {
            Assessments assessments = Mubiao.assess(register, log, day);
            Mubiao.lint(assessments, log);
            Mubiao.table(assessments);
            Mubiao.json(assessments);
            Mubiao.forecast(assessments, log);
            for (Assessment assessment : assessments) {
                Mubiao.explain(assessment, Locale.CHINESE);
                Mubiao.explain(assessment, Locale.ENGLISH);
                assessment.trace().stream().filter(Trace.Calc.class::isInstance)
                        .forEach(step -> assertEquals(step.value(), step.replay(), "replay"));
            }
        }
    }
}
