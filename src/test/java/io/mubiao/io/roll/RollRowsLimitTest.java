package io.mubiao.io.roll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.Mubiao;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.problem.WithProblems;
import io.mubiao.work.CostBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As many rows as the budget allows are read, and not one more; the line where it ends is told, on any number of threads. */
class RollRowsLimitTest {
    private static final int ROWS = 3_000;
    private static final EvaluationRule RULE = Mubiao.readRule("src/test/resources/cases/csv/rule.yaml");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"3000, 1", "3000, 3", "2999, 1", "2999, 3", "1500, 2", "1, 1", "1, 4"})
    void rowsBeyondTheLimitAreRefused(long most, int threads) throws IOException {
        StringBuilder rows = new StringBuilder("统一社会信用代码,企业名称,用地面积(亩),税收(万元)\n");
        for (int i = 0; i < ROWS; i++) {
            rows.append('E').append(i).append(",企,10,300\n");
        }
        Path file = Files.writeString(folder.resolve("rows.csv"), rows);
        WithProblems<Roll> read = CostBudget.DEFAULT.rows(most).call(() -> RollFile.read(file, RULE, CsvOptions.DEFAULT.threads(threads)));
        if (most >= ROWS) {
            assertTrue(read.isClean(), read.problems()::toString);
            assertEquals(ROWS, read.value().size());
        } else {
            assertEquals("TOO_LARGE " + (most + 2), read.problems().get(0).code() + " " + read.problems().get(0).place().line());
            assertEquals(1, read.problems().size());
        }
    }
}
