package io.mubiao.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mubiao.io.register.LogFile;
import io.mubiao.io.register.ObservationFile;
import io.mubiao.io.register.RegisterFile;
import io.mubiao.io.roll.HistoryFile;
import io.mubiao.io.roll.RollFile;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.io.rule.ScorecardFile;
import io.mubiao.io.rule.ScoringRuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import io.mubiao.problem.WithProblems;
import io.mubiao.target.Register;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A pipe that nobody writes to is refused by every reader; none waits for it. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PipeTest {
    private static final EvaluationRule RULE = RuleFile.parse("""
            id: t
            year: 2022
            columns: {land: {title: 用地面积, unit: 亩}}
            indicators: {i: {formula: land / 1 亩}}
            groups: [{id: g, weights-total: 20, items: {i: {weight: 20, score: ratio, base: 1}}}]
            """, Format.YAML, "t");
    private static final Register REGISTER = RegisterFile.parse("register: r\nzone: Asia/Shanghai\nperiod: 2024-01-01/2024-12-31\ntargets: []\n",
            Format.YAML, "r");

    @TempDir
    Path folder;

    private Path pipe(String name) throws IOException, InterruptedException {
        Path pipe = folder.resolve(name);
        int made = -1;
        try {
            made = new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        } catch (IOException e) {
            assumeTrue(false, "no pipes here");
        }
        assumeTrue(made == 0);
        return pipe;
    }

    private static void isRefused(Callable<?> read) throws Exception {
        List<Problem> problems;
        try {
            problems = read.call() instanceof WithProblems<?> found ? found.problems() : List.of();
        } catch (InvalidDefinitionException e) {
            problems = e.problems();
        }
        assertEquals(List.of("NO_FILE"), problems.stream().map(Problem::code).toList());
        assertTrue(problems.get(0).toString(Locale.CHINESE).contains("管道"), problems.toString());
    }

    @Test
    void everyReaderRefusesIt() throws Exception {
        Path yaml = pipe("f.yaml");
        Path csv = pipe("f.csv");
        Path book = pipe("f.xlsx");
        Path lines = pipe("f.jsonl");
        isRefused(() -> RollFile.read(csv, RULE));
        isRefused(() -> RollFile.read(book, RULE));
        isRefused(() -> HistoryFile.read(csv, RULE));
        isRefused(() -> ObservationFile.read(csv, REGISTER));
        isRefused(() -> ObservationFile.read(yaml, REGISTER));
        isRefused(() -> LogFile.read(lines, REGISTER));
        isRefused(() -> RegisterFile.read(yaml));
        isRefused(() -> RuleFile.read(yaml));
        isRefused(() -> ScoringRuleFile.read(yaml));
        isRefused(() -> ScorecardFile.read(yaml));
        assertThrows(RuntimeException.class, () -> RegisterFile.read(Input.of(yaml).withFormat(Format.YAML)));
    }
}
