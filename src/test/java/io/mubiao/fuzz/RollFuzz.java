package io.mubiao.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.Mubiao;
import io.mubiao.io.result.EvaluationJson;
import io.mubiao.io.roll.RollFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.Explanation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.land.question.Margin;
import io.mubiao.problem.WithProblems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Enterprises from CSV: good rows and problems; the good rows are evaluated, with and without the fast path alike. */
final class RollFuzz implements FuzzTarget {
    private static final int ROWS = 8;
    private static final int WINDOWS = 12;
    private static final int MOST_ROWS = 40;
    private final Scratch scratch = Scratch.of("roll");
    private final EvaluationRule rule = Mubiao.readRule("seeds/rules/huaian-2024-by-county.yaml");
    private final Roll lastYear = Mubiao.readRoll("examples/landleague/roll-2023.csv", rule).orThrow();

    @Override
    public String name() {
        return "roll";
    }

    @Override
    public List<byte[]> corpus() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("examples/landleague/roll-2024.csv"));
        List<byte[]> inputs = new ArrayList<>();
        for (int i = 0; i < WINDOWS; i++) {
            String rows = String.join("\r\n", lines.subList(1 + i * ROWS, 1 + (i + 1) * ROWS));
            inputs.add(Scratch.bytes(lines.get(0) + "\r\n" + rows + "\r\n"));
        }
        inputs.add(Scratch.bytes("2024 年企业名册\n\n" + lines.get(0) + '\n' + lines.get(1) + "\n合计,,,,65.37,162.11\n注：以上为示例\n"));
        inputs.add(Scratch.bytes("\uFEFF" + lines.get(0).replace(',', '\t') + '\n' + lines.get(1).replace(',', '\t') + '\n'));
        inputs.add(Scratch.bytes(lines.get(0) + "\n\"QY1\",\"企业\n\"\"一\"\"\",甲县,是,\"1,234.5\",１２,3,4,,2012年3月4日,,,\n"));
        return inputs;
    }

    @Override
    public void take(byte[] input) throws IOException {
        WithProblems<Roll> roll = RollFile.read(scratch.file(input, "input.csv"), rule);
        RegisterFuzz.assertWords(roll.problems());
        if (roll.value().size() <= MOST_ROWS) {
            evaluate(LandAssessor.of(rule).prior(lastYear), roll.value());
        }
    }

    /** Everything that is said of a few enterprises under a rule. */
    static void evaluate(EvaluationRule rule, Roll roll) {
        evaluate(LandAssessor.of(rule), roll);
    }

    private static void evaluate(LandAssessor assessor, Roll roll) {
        Evaluation evaluation = assessor.threads(1).evaluate(roll);
        assertEquals(assessor.threads(1).exactOnly().evaluate(roll).stream().toList(), evaluation.stream().toList(), "the fast path");
        RegisterFuzz.assertWords(evaluation.problems());
        Mubiao.league(evaluation, ROWS);
        EvaluationJson.write(evaluation);
        for (EnterpriseResult result : evaluation) {
            Explanation explanation = evaluation.explain(result.id());
            Mubiao.explain(explanation, Locale.CHINESE);
            Mubiao.explain(explanation, Locale.ENGLISH);
            EvaluationJson.write(explanation);
            Margin.of(evaluation, result.id());
        }
    }
}
