package io.mubiao.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.rule.RuleFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers to {@code rule new}: each is checked when it is given, and a slip costs one answer. */
class RuleNewTest {
    private static final String ITEM = "亩均税收 = 税收(万元) / 用地面积(亩), 70, 25";

    @TempDir
    Path folder;

    private record Run(int status, String out, String err) {}

    private Run run(List<String> answers, String... more) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> args = new ArrayList<>(List.of("rule", "new", "--out", file().toString()));
        args.addAll(List.of(more));
        int status = Main.run(args, new StringReader(String.join("\n", answers) + "\n"), new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Path file() {
        return folder.resolve("mine.yaml");
    }

    /** Nothing said to any question, but these to one. */
    private static List<String> answers(String id, String... given) {
        return Stream.concat(Question.ALL.stream().flatMap(it -> it.id().equals(id) ? Stream.of(given) : Stream.of("")), Stream.of("")).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"id|foo bar|foo-bar", "id|a/b|甲1-b", "year|20x4|2025", "year|99999|2025", "cap|许多|2", "cap|-1|2", "round|two|2 floor",
        "round|2 sideways|none", "small-groups|三|3", "classes|A 20 B 60|A 30 %, B 100 %", "classes|A 60 %, B 20 %, C 100 %|A 30 %, B 100 %",
        "classes|A 20 %, A 100 %|A 30 %, B 100 %", "ties|best|dense"})
    void aSlipIsAskedAgainAtOnce(String id, String slip, String right) throws IOException {
        Run run = run(answers(id, slip, right));
        assertEquals(0, run.status, run.err);
        assertTrue(run.err.contains("“" + id + "”：") || run.err.contains("办法编号：现为"), run.err);
        assertFalse(run.err.contains("rule new:") || run.err.contains("mine.yaml:"), run.err);
        RuleFile.read(file());
        assertTrue(Files.readString(file()).contains(id.equals("classes") ? "A: 30 %, B: 100 %" : right.equals("none") ? "id: " : right), Files.readString(file()));
    }

    @Test
    void whereTheAnswersEndNothingIsWrittenAndTheOpenQuestionIsNamed() {
        Run run = run(List.of("mine", "我县办法"));
        assertEquals(2, run.status, run.err);
        assertTrue(run.err.contains("输入已结束，什么也没有写；尚未回答：适用地区"), run.err);
        assertFalse(Files.exists(file()));
        Run items = run(Stream.concat(answers("", "").subList(0, Question.ALL.size()).stream(), Stream.of(ITEM)).toList());
        assertTrue(items.status == 2 && items.err.contains("尚未回答：指标"), items.err);
    }

    @Test
    void anIndicatorThatCannotBeReadIsAskedAgain() throws IOException {
        List<String> answers = new ArrayList<>(answers("", ""));
        answers.addAll(answers.size() - 1, List.of("亩均税收 = 税收(银子) / 用地面积(亩), 70, 25", "total = 税收(万元) / 用地面积(亩), 70, 25", "亩均税收，70", ITEM,
                "亩均销售 = 销售(万元) / 用地面积(亩), 30, 400"));
        Run run = run(answers);
        assertEquals(0, run.status, run.err);
        assertTrue(run.err.contains("银子") && run.err.contains("total") && run.err.contains("不是指标"), run.err);
        assertTrue(Files.readString(file()).contains("weights-total: 100"));
    }

    @Test
    void weightsThatDoNotSumToAHundredAreAskedFor() throws IOException {
        List<String> two = List.of(ITEM, "亩均销售 = 销售(万元) / 用地面积(亩), 50, 400", "");
        List<String> answers = new ArrayList<>(answers("", "").subList(0, Question.ALL.size()));
        answers.addAll(two);
        answers.add("keep");
        Run kept = run(answers);
        assertEquals(0, kept.status, kept.err);
        assertTrue(kept.err.contains("各项权重合计 120，不是 100"), kept.err);
        assertTrue(Files.readString(file()).contains("weights-total: 120"));
        Files.delete(file());
        answers.set(answers.size() - 1, "again");
        answers.addAll(List.of(ITEM, "亩均销售 = 销售(万元) / 用地面积(亩), 30, 400", ""));
        assertEquals(0, run(answers).status);
        assertTrue(Files.readString(file()).contains("weights-total: 100"));
    }

    @Test
    void whatIsGivenBeforehandIsHeldToTheSame() {
        Run run = run(List.of(), "--defaults", "--answer", "year=20x4");
        assertTrue(run.status == 2 && run.err.contains("“year”：") && !Files.exists(file()), run.err);
        Run weights = run(List.of(), "--defaults", "--item", ITEM, "--answer", "weights=again");
        assertTrue(weights.status == 2 && weights.err.contains("各项权重合计 70") && !Files.exists(file()), weights.err);
    }

    @Test
    void theAnswerOnRefillSaysWhenItTakesEffect() throws IOException {
        assertEquals(0, run(answers("refill", "counted")).status);
        assertTrue(Files.readString(file()).contains("已答：调档空出的名额，refill: counted；写了 overrides 才起作用"));
    }
}
