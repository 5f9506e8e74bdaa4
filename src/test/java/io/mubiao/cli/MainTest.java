package io.mubiao.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.mubiao.testing.RawBook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command prints, and what it ends with. */
class MainTest {
    private static final String REGISTER = "seeds/jinan-2024/register.yaml";
    private static final String OBSERVATIONS = "seeds/jinan-2024/observations.yaml";

    @TempDir
    Path folder;

    private record Run(int status, String out, String err) {}

    private static Run run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Main.run(List.of(args), new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aMistypedCommandIsNoDay() {
        Run run = run("lnad", "a", "b");
        assertEquals(2, run.status());
        assertTrue(run.err().contains("没有这个命令，也没有这个文件：“lnad”；命令有 targets、land、rule、schema"), run.err());
        assertTrue(run("--lang", "en", "lnad").err().contains("no such command or file: 'lnad'"));
        String day = run(REGISTER, OBSERVATIONS, "2024-13-01").err();
        assertEquals(day.indexOf("不是日期"), day.lastIndexOf("不是日期"), day);
    }

    @Test
    void theScorecardIsPrintedByChapterWithASummary() {
        Run run = run(REGISTER, OBSERVATIONS, "2024-09-30");
        assertEquals(0, run.status, run.err);
        assertTrue(run.out.contains("【(三)项目】") && run.out.contains("共 111 项："), run.out);
        assertTrue(run.out.contains("条款覆盖"), run.out);
    }

    @Test
    void jsonIsOneWholeDocumentWithEveryTarget() throws IOException {
        Run run = run(REGISTER, OBSERVATIONS, "2024-09-30", "--json");
        List<String> ids = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(run.out)) {
            while (parser.nextToken() != null) {
                if ("id".equals(parser.currentName()) && parser.currentToken().isScalarValue()) {
                    ids.add(parser.getText());
                }
            }
        }
        assertEquals(111, ids.size());
    }

    private static Run scored(String... more) {
        List<String> args = new ArrayList<>(List.of(REGISTER, OBSERVATIONS, "2024-09-30", "--scorecard",
                "seeds/jinan-2024/scorecard.yaml"));
        args.addAll(List.of(more));
        return run(args.toArray(String[]::new));
    }

    @Test
    void aScorecardAddsPointsLightsAndForecastsByChapterAndOwner() {
        Run run = scored();
        assertEquals(0, run.status, run.err);
        assertTrue(run.out.contains("汇总：按章") && run.out.contains("汇总：按责任单位") && run.out.contains("期末预测"), run.out);
        assertTrue(run.out.contains("共 111 项："), run.out);
    }

    @Test
    void oneItemIsExplainedWithPointsGapAndForecast() {
        Run run = scored("--explain", "P05");
        assertTrue(run.out.contains("完成率 = 39 个 ÷ 62 个") && run.out.contains("得分 ≈ 6.2903")
                && run.out.contains("再增加 8 个，达到 47 个"), run.out);
        assertTrue(scored("--explain", "owner:区商务局").out.startsWith("区商务局：83.4677/100"));
    }

    @Test
    void earlierPeriodsAreGivenForLightsWithMemory() {
        assertEquals(0, scored("--before", "2024-06-30", "--before", "2024-08-31").status);
        Run late = scored("--before", "2024-10-31");
        assertEquals(2, late.status);
        assertTrue(late.err.contains("各期须按时间先后，现 2024-10-31（已知：全部） 在 2024-09-30"), late.err);
    }

    @Test
    void aScorecardThatCannotBeReadIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("card.yaml"), "id: x\nrules: {p: {file: nowhere.yaml}}\nveiws: {}\n");
        Run run = run(REGISTER, OBSERVATIONS, "2024-09-30", "--scorecard", file.toString());
        assertEquals(1, run.status);
        assertTrue(run.err.contains("nowhere.yaml") && run.err.contains("是否应为“views”"), run.err);
        assertEquals("", run.out);
    }

    @Test
    void oneTargetIsExplained() {
        assertTrue(run(REGISTER, OBSERVATIONS, "2024-09-30", "--explain", "P05", "--lang", "en").out
                .contains("attainment = "));
    }

    @Test
    void lintListsFindings() {
        assertTrue(run(REGISTER, OBSERVATIONS, "2024-09-30", "--lint").out.contains("P29：提醒 NO_CADENCE：原文未写明其频次（常态化）；补明之前不可衡量"));
    }

    @Test
    void whatWasKnownEarlierIsAnsweredAsItWas() {
        Run then = run(REGISTER, OBSERVATIONS, "2024-09-30", "--known-by", "2024-10-08");
        assertTrue(then.out.contains("按 2024-10-08 已知的情况"), then.out);
    }

    @Test
    void argumentsThatMakeNoSenseEndWithTwoAndTheUsage() {
        for (Run run : List.of(run(), run(REGISTER, OBSERVATIONS), run(REGISTER, OBSERVATIONS, "30.9.2024"),
                run(REGISTER, OBSERVATIONS, "2024-09-30", "--jsn"), run(REGISTER, OBSERVATIONS, "2024-09-30", "--explain"),
                run("register.txt", OBSERVATIONS, "2024-09-30"),
                run(REGISTER, OBSERVATIONS, "2024-09-30", "--explain", "P99"))) {
            assertEquals(2, run.status, run.err);
            assertTrue(run.err.contains("用法："), run.err);
        }
    }

    @Test
    void aMissingFileIsNamed() {
        Run run = run("seeds/none.yaml", OBSERVATIONS, "2024-09-30");
        assertEquals(1, run.status);
        assertTrue(run.err.contains("seeds/none.yaml"), run.err);
    }

    @Test
    void whatIsNoWorkbookWhateverItsNameIsSaidToBeWhatItIs() throws IOException {
        Path empty = Files.write(folder.resolve("空.xlsx"), new byte[0]);
        Path web = Files.writeString(folder.resolve("网页.xls"), "\uFEFF \n<!DOCTYPE html><table><tr><td>编号</td></tr></table>");
        Path zip = Files.write(folder.resolve("zip.xlsx"), new byte[] {'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        Path text = Files.writeString(folder.resolve("text.xlsx"), "编号,目标\n");
        Path wide = Files.write(folder.resolve("wide.csv"), "\uFEFF<html>".getBytes(StandardCharsets.UTF_16LE));
        Path none = folder.resolve("没有.xlsx");
        Map<Path, String> said = new LinkedHashMap<>();
        said.put(none, "没有这个文件");
        said.put(empty, "文件是空的");
        said.put(web, "文件是网页或 XML");
        said.put(wide, "文件是网页或 XML");
        said.put(zip, "文件是压缩文件，但不是工作簿");
        said.put(text, "文件不是工作簿");
        said.put(folder, "是文件夹");
        said.forEach((file, words) -> {
            for (Run run : List.of(run(file.toString(), OBSERVATIONS, "2024-09-30"), run(REGISTER, file.toString(), "2024-09-30"),
                    run("land", "seeds/rules/huaian-2024-by-county.yaml", file.toString()),
                    run("land", "seeds/rules/huaian-2024-by-county.yaml", "examples/landleague/roll-2024.csv", "--history", file.toString()))) {
                assertEquals(1, run.status, file + "\n" + run.err);
                assertTrue(run.err.contains(words) && !run.err.contains("用法"), file + "\n" + run.err);
                assertEquals(1, run.err.lines().filter(it -> it.contains("错误")).count(), run.err);
            }
        });
    }

    @Test
    void whereASheetMustBeNamedTheOptionIs() throws IOException {
        List<List<String>> rows = List.of(List.of("编号", "目标", "考核方式", "目标值"), List.of("1", "收入", "累计", "5 亿元"));
        Path book = new RawBook().sheet("甲", RawBook.rows(1, rows)).sheet("乙", RawBook.rows(1, rows)).write(folder.resolve("b.xlsx"));
        Run several = run(book.toString(), OBSERVATIONS, "2024-09-30");
        assertTrue(several.status == 1 && several.err.contains("[甲, 乙]") && several.err.contains("写明读哪张表：--sheet、--observations-sheet"), several.err);
        Run none = run("land", "seeds/rules/huaian-2024-by-county.yaml", book.toString(), "--lang", "en");
        assertTrue(none.status == 1 && none.err.contains("a sheet is named by --sheet, --prior-sheet, --history-sheet"), none.err);
    }

    @Test
    void badRowsStopTheCommandUnlessToldOtherwise() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.yaml"), Files.readString(Path.of(OBSERVATIONS))
                + "  - {kind: total, stream: P03, on: 2024-09-31, value: 9 个}\n");
        Run refused = run(REGISTER, bad.toString(), "2024-09-30");
        assertEquals(1, refused.status);
        assertTrue(refused.err.contains("bad.yaml:") && refused.err.contains("2024-09-31"), refused.err);
        assertEquals("", refused.out);
        assertEquals(1, refused.err.lines().filter(line -> line.contains("2024-09-31")).count(), refused.err);
        Run despite = run(REGISTER, bad.toString(), "2024-09-30", "--despite-problems");
        assertEquals(0, despite.status);
        assertTrue(despite.err.contains("2024-09-31"), despite.err);
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Run run = run(REGISTER, OBSERVATIONS, "2024-09-30", "--out", "/nonexistent/x.xlsx");
        assertEquals(1, run.status);
        assertTrue(run.err.contains("没有这个文件夹：“/nonexistent”") && !run.err.contains("Exception"), run.err);
    }

    @Test
    void aLedgerInAWorkbookBecomesAWorkbookAndAReport(@TempDir Path folder) throws IOException {
        String ledger = "examples/plain/ledger.xlsx";
        Path book = folder.resolve("out.xlsx");
        Path page = folder.resolve("out.html");
        Run run = run(ledger, ledger, "2024-09-30", "--sheet", "目标", "--observations-sheet", "进度", "--scorecard",
                "seeds/scoring/scorecards/c05-grades.yaml", "--out", book.toString(), "--out", page.toString());
        assertEquals(0, run.status, run.err);
        assertTrue(Files.size(book) > 1_000 && Files.readString(page).contains("新引进亿元以上项目"), run.out);
        Run bare = run(ledger, ledger, "2024-09-30", "--out", page.toString());
        assertTrue(bare.status == 2 && bare.err.contains("--scorecard"), bare.err);
    }

    @Test
    void theRowsOfHeadersMayBeGiven(@TempDir Path folder) throws IOException {
        Path ledger = Files.writeString(folder.resolve("台账.csv"), "标题,,,\n编号,目标,考核方式,全年\n,,,目标值\n1,收入,累计,5 亿元\n");
        Path observations = Files.writeString(folder.resolve("观测.yaml"), "observations: 台账\nrecorded: 2024-10-01T09:00:00+08:00\nrows: []\n");
        Run given = run(ledger.toString(), observations.toString(), "2024-09-30", "--header-rows", "2-3");
        assertEquals(0, given.status, given.err);
        Run wrong = run(ledger.toString(), observations.toString(), "2024-09-30", "--header-rows", "2-9");
        assertTrue(wrong.status == 2 && wrong.err.contains("2-9"), wrong.err);
    }
}
