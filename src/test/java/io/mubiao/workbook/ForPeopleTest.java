package io.mubiao.workbook;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.Mubiao;
import io.mubiao.cli.Main;
import io.mubiao.io.result.EvaluationCsv;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.report.EvaluationReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results in the hands of people: numbers that a spreadsheet takes for numbers, and who is out and why. */
class ForPeopleTest {
    private static final String HUANGYAN = "seeds/rules/huangyan-2022.yaml";
    private static final Pattern FRACTION = Pattern.compile("-?[0-9]+/[0-9]+");

    @TempDir
    private Path folder;

    private static Evaluation huaian() {
        var rule = Mubiao.readRule("seeds/rules/huaian-2024-by-county.yaml");
        return LandAssessor.of(rule).prior(Mubiao.readRoll("examples/landleague/roll-2023.csv", rule).orThrow())
                .evaluate(Mubiao.readRoll("examples/landleague/roll-2024.csv", rule).orThrow());
    }

    private List<List<String>> csv(String... more) throws IOException {
        Path roll = Files.writeString(folder.resolve("roll.csv"), """
                统一社会信用代码,企业名称,用地面积(亩),评价税收(万元),工业增加值(万元),主营业务收入(万元),R&D经费支出(万元),综合能耗等价值(吨标煤),主要污染物排放量(吨),年平均职工人数(人)
                A1,甲,3,7,4,12,1,7,3,9
                A2,乙,30,70,9,12,1,7,3,9
                """);
        Path out = folder.resolve("out.csv");
        List<String> args = new java.util.ArrayList<>(List.of("land", HUANGYAN, roll.toString(), "--out", out.toString()));
        args.addAll(List.of(more));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream to = new PrintStream(said, true, StandardCharsets.UTF_8);
        assertEquals(0, Main.run(args, to, to), said.toString(StandardCharsets.UTF_8));
        return Files.readString(out).substring(1).lines().map(line -> Arrays.asList(line.split(",", -1))).toList();
    }

    @Test
    void noCellOfCsvForPeopleIsTakenForADay() throws IOException {
        List<List<String>> rows = csv();
        rows.stream().flatMap(List::stream).forEach(cell -> assertFalse(FRACTION.matcher(cell).matches(), cell));
        List<String> headers = rows.get(0);
        assertTrue(headers.containsAll(List.of("名次", "企业名称", "参评状态", "总分", "总分（精确值）")), headers.toString());
        int total = headers.indexOf("总分");
        assertTrue(rows.get(1).get(total).matches("[0-9]+\\.[0-9]{4}"), rows.toString());
        assertTrue(rows.get(1).get(total + 1).matches("[0-9]+÷[0-9]+"), rows.toString());
        assertTrue(csv("--lang", "en").get(0).contains("total (exact)"));
    }

    @Test
    void exactNumbersStayWithPrograms() {
        Evaluation evaluation = huaian();
        assertTrue(EvaluationCsv.lines(evaluation, List.of("total")).anyMatch(line -> FRACTION.matcher(line).matches()));
    }

    @Test
    void aSheetSaysWhoIsOutAndWhy() throws IOException {
        Path file = folder.resolve("h.xlsx");
        Workbook.of(huaian(), Locale.CHINESE).write(file);
        List<List<String>> rows = requireNonNull(Books.sheets(file).get("全部企业"));
        List<String> headers = rows.stream().filter(row -> row.contains("名次")).findFirst().orElseThrow();
        List<String> out = rows.stream().filter(row -> row.contains("QY0011")).findFirst().orElseThrow();
        assertEquals("不纳入评价", out.get(headers.indexOf("参评状态")), out.toString());
        assertTrue(out.get(headers.indexOf("原因")).startsWith("不符合参评条件：规上企业 或 用地面积 ≥ 3 亩"), out.toString());
        List<String> in = rows.stream().filter(row -> row.contains("QY0001")).findFirst().orElseThrow();
        assertEquals("", in.get(headers.indexOf("原因")));
        assertTrue(rows.stream().noneMatch(row -> row.contains("all") || row.contains("regulated")), "groups by their titles");
    }

    @Test
    void aReportSaysWhoIsOutAndWhy() {
        String html = EvaluationReport.of(huaian()).html();
        assertTrue(html.contains("\"参评状态\"") && html.contains("不符合参评条件：规上企业 或 用地面积 ≥ 3 亩"));
    }

    /** Reasons hold figures of an enterprise. */
    @Test
    void reasonsWithFiguresDoNotLeaveTheOffice() throws IOException {
        Evaluation evaluation = huaian();
        for (String profile : evaluation.rule().exports().keySet()) {
            Path file = folder.resolve("p.xlsx");
            Workbook.of(evaluation, profile, Locale.CHINESE).write(file);
            assertTrue(Books.sheets(file).values().stream().flatMap(List::stream).flatMap(List::stream).noneMatch(it -> it.contains("不符合参评条件")));
        }
    }

    @Test
    void aColumnHasOneFormat() throws IOException {
        Path file = folder.resolve("h.xlsx");
        Workbook.of(huaian(), Locale.CHINESE).write(file);
        String sheet = Books.part(file, "xl/worksheets/sheet1.xml");
        List<List<String>> rows = requireNonNull(Books.sheets(file).get("全部企业"));
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        assertTrue(columns > 10, "columns");
        IntStream.range(0, columns).forEach(column -> {
            String letter = Character.toString('A' + column);
            Set<String> styles = new HashSet<>();
            Pattern.compile("<c r=\"" + letter + "([0-9]+)\" s=\"([0-9]+)\"( t=\"n\")?><v>").matcher(sheet).results().forEach(it -> styles.add(it.group(2)));
            assertTrue(styles.size() <= 1, letter + " has formats " + styles);
        });
        String html = EvaluationReport.of(huaian()).html();
        Set<Integer> decimals = new HashSet<>();
        Pattern.compile("\"QY[0-9]{4}\",\"企业[0-9]{4}\",\"[^\"]*\",\"[0-9]*\",\"[0-9]+\\.([0-9]+)\"").matcher(html).results()
                .forEach(it -> decimals.add(it.group(1).length()));
        assertEquals(1, decimals.size(), decimals.toString());
    }
}
