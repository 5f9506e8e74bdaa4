package io.mubiao.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.testing.RawBook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a rule asks of earlier years can be given at the command line, and is asked for where it lacks. */
class EarlierYearsCommandTest {
    private static final String RULE = """
            id: h
            title: 连续
            year: 2025
            no-prior-class: 无
            columns: {v: {title: 税收, unit: 万元}, kwh: {title: 用电量, unit: kWh}}
            indicators: {i: {title: 税收, formula: v, unit: 万元}}
            groups: [{id: all, title: 全部, rank-on: i}]
            ranking: {on: unrounded, ties: best-place, small-groups: none}
            classes: {order: [A, B, C, D], by: rank, quota-base: ranked, quota-rounding: cumulative half-up, cuts: {A: 20 %, B: 60 %, C: 80 %, D: 100 %}}
            refill: false
            overrides: [{id: two, title: 连续两年D, when: 'consecutive("D") >= 1', not-above: D}]
            consequences: [{id: power, title: 差别电价, kind: surcharge, base: kwh, rate-unit: 元/kWh, unit: 元, rates: {D: [0.05 元/kWh, 0.10 元/kWh]}}]
            """;
    private static final String SHANDONG = "seeds/rules/shandong-power-2022.yaml";

    @TempDir
    Path folder;

    private String rule = "";
    private String roll = "";

    private record Run(int status, String out, String err) {}

    private static Run run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Main.run(List.of(args), new StringReader(""), new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @BeforeEach
    void files() throws IOException {
        rule = file("h.yaml", RULE);
        roll = file("h.csv", "id,name,税收(万元),用电量(kWh)\n1,甲,2,100\n2,乙,5,100\n3,丙,9,100\n4,丁,11,100\n5,戊,90,100\n");
    }

    @Test
    void historyGivesClassesAndSurcharges() throws IOException {
        String history = file("classes.csv", "id,2024年等级\n1,D类\n2,D\n");
        Run without = run("land", rule, roll, "--explain", "1");
        assertTrue(without.err.contains("NO_HISTORY") && without.err.contains("--history") && without.err.contains("consecutive(\"D\")"), without.err);
        assertTrue(without.out.contains("0.05 元/kWh × 100 kWh = 5 元"), without.out);
        Run with = run("land", rule, roll, "--history", history, "--explain", "1", "--explain", "2");
        assertEquals("", with.err);
        assertTrue(with.out.contains("连续 2 年 D：0.1 元/kWh × 100 kWh = 10 元") && with.out.contains("连续两年D，C → D"), with.out);
        Run english = run("land", rule, roll, "--history", history, "--lang", "en");
        assertEquals(0, english.status, english.err);
    }

    @Test
    void whoIsNotInTheHistoryIsToldWhereNobodyIs() throws IOException {
        assertTrue(run("land", rule, roll, "--history", file("o.csv", "id,2024\n77,D\n")).err.contains("NO_HISTORY"));
    }

    /** Results of this year are the history of the next. */
    @Test
    void resultsAreReadBackOfSeveralYears() throws IOException {
        String two = folder.resolve("two.csv").toString();
        String last = folder.resolve("last.xlsx").toString();
        assertEquals(0, run("land", rule, roll, "--out", two, "--out", last).status);
        Run run = run("land", rule, roll, "--history", "2=" + two, "--history", last, "--explain", "1");
        assertFalse(run.err.contains("错误") || run.err.contains("NO_HISTORY"), run.err);
        assertTrue(run.out.contains("连续 3 年 D"), run.out);
        assertTrue(run("land", rule, roll, "--history", last, "--history-sheet", "没有").err.contains("没有"));
    }

    @Test
    void checksAndDifferencesTakeItToo() throws IOException {
        String history = file("classes.csv", "id,2024\n2,D\n");
        String other = file("o.yaml", RULE.replace("not-above: D", "not-above: C"));
        assertTrue(run("rule", "check", rule, roll).err.contains("NO_HISTORY"));
        assertFalse(run("rule", "check", rule, roll, "--history", history).err.contains("NO_HISTORY"));
        assertFalse(run("rule", "diff", rule, other, roll).out.contains("乙"));
        Run diff = run("rule", "diff", rule, other, roll, "--history", history);
        assertTrue(diff.out.contains("乙") && !diff.err.contains("NO_HISTORY"), diff.out);
    }

    @Test
    void classesOfARuleOfConsequencesAloneStandInTheRoll() throws IOException {
        String firms = file("s.csv", "id,name,等级,用电量(kWh),同时执行的差别、惩罚性或阶梯电价加价(元/kWh)\n1,甲,D类,1000000,\n2,乙,A,1000000,0.1\n3,丙,,5,0\n");
        String history = file("classes.csv", "id,2020,2021年度\n1,D,D类\n");
        String out = folder.resolve("o.csv").toString();
        Run run = run("land", SHANDONG, firms, "--history", history, "--out", out);
        assertEquals(0, run.status, run.err);
        assertTrue(run.out.lines().anyMatch(it -> it.contains("甲") && it.contains("D") && it.contains("150000")), run.out);
        assertTrue(run.out.contains("(元)") && run.out.contains("合计 150000 元（1 户，另不计 1 户）"), run.out);
        assertTrue(run.out.lines().anyMatch(it -> it.contains("乙") && it.contains("A") && it.contains("—")), run.out);
        assertTrue(run.err.contains("没有给出等级"), run.err);
        assertTrue(Files.readString(Path.of(out)).contains(",1,甲,graded,,,,D,,,150000"), Files.readString(Path.of(out)));
        String told = run("land", SHANDONG, firms, "--explain", "1", "--explain", "3").out;
        assertTrue(told.contains("等级：D（名册给出）") && told.contains("不计（缺 “等级”）"), told);
        Run none = run("land", SHANDONG, file("n.csv", "id,用电量(kWh)\n1,5\n"));
        assertEquals(1, none.status);
        assertTrue(none.err.contains("等级"), none.err);
    }

    @Test
    void aRollOfAnEarlierYearNeedsNoMoreThanIsAskedOfIt() throws IOException {
        String rule = """
                id: m
                title: 税收增幅
                year: 2025
                columns: {v: {title: 税收, unit: 万元}, land: {title: 用地, unit: 亩}, kind: {title: 类别, kind: text, if-empty: 甲}}
                indicators: {i: {title: 税收增幅, formula: 'growth(v, prior("v"))', unit: "%"}}
                groups: [{id: all, title: 全部, rank-on: i}]
                ranking: {on: unrounded, ties: best-place, small-groups: none}
                """;
        String now = file("now2.csv", "id,税收(万元),用地(亩),类别\n1,9,1,乙\n");
        String last = file("last2.csv", "id,税收(万元)\n1,6\n");
        Run found = run("land", file("growth.yaml", rule), now, "--prior", last);
        assertEquals("", found.err);
        assertTrue(found.out.contains("50"), found.out);
        Run whole = run("land", file("level.yaml", rule.replace("unit: \"%\"}}", "unit: \"%\"}}\nbaselines: {b: {of: i, kind: mean, population: evaluated, year: prior}}")), now,
                "--prior", last);
        assertTrue(whole.err.contains("没有“用地(亩)”栏"), whole.err);
        assertTrue(run("land", file("other.yaml", rule), now, "--prior", file("none.csv", "id,用地(亩)\n1,6\n")).err.contains("没有“税收(万元)”栏"));
    }

    @Test
    void figuresOfMoreThanOneEarlierYearCanBeGiven() throws IOException {
        String three = file("3.yaml", """
                id: m
                title: 近三年平均
                year: 2025
                columns: {v: {title: 税收, unit: 万元}}
                indicators: {i: {title: 近三年平均税收, formula: 'mean_given(v, prior("v"), prior("v", 2))', unit: 万元}}
                groups: [{id: all, title: 全部, rank-on: i}]
                ranking: {on: unrounded, ties: best-place, small-groups: none}
                """);
        String now = file("now.csv", "id,税收(万元)\n1,3\n");
        String last = file("last.csv", "id,税收(万元)\n1,6\n");
        String before = file("before.csv", "id,税收(万元)\n1,9\n");
        Run lacking = run("land", three, now, "--prior", last);
        assertTrue(lacking.err.contains("NO_PRIOR_ROLL") && lacking.err.contains("--prior 2="), lacking.err);
        assertTrue(run("land", three, now).err.contains("--prior 名册"));
        Run given = run("land", three, now, "--prior", last, "--prior", "2=" + before);
        assertEquals("", given.err);
        assertTrue(given.out.lines().anyMatch(it -> it.contains("1") && it.contains(" 6 ")), given.out);
        assertEquals(given.out, run("land", three, now, "--prior", "1=" + last, "--prior", "2=" + before).out);
    }

    /** Nothing in the rows above says that they are no headers. */
    @Test
    void rowsOfHeadersAreFoundOrGiven() throws IOException {
        Path book = new RawBook().sheet("去年", RawBook.rows(1, List.of(List.of("id", "税收"), List.of("单位", "万元"), List.of("id", "税收(万元)"), List.of("1", "6"))))
                .sheet("今年", RawBook.rows(1, List.of(List.of("id", "税收(万元)", "备注"), List.of("上报", "", ""), List.of("id", "", "税收(万元)"), List.of("1", "3", "8"))))
                .write(folder.resolve("b.xlsx"));
        String plain = file("p.yaml", RULE.replaceAll("consequences: .*\n", "").replace(", kwh: {title: 用电量, unit: kWh}", ""));
        Run given = run("land", plain, book.toString(), "--sheet", "今年", "--header-rows", "3", "--explain", "1");
        assertEquals(0, given.status, given.err);
        assertTrue(given.out.contains("8 万元"), given.out);
        Run twice = run("land", plain, book.toString(), "--sheet", "今年", "--header-rows", "2-9");
        assertTrue(twice.status == 2 && twice.err.contains("2-9"), twice.err);
        String csv = file("t.csv", "id,税收(万元),备注\n上报,,\nid,,税收(万元)\n1,3,8\n");
        assertTrue(run("land", plain, csv, "--header-rows", "3", "--explain", "1").out.contains("8 万元"));
        Run several = run("land", plain, csv, "--header-rows", "3-4");
        assertTrue(several.status == 2 && several.err.contains("只占一行"), several.err);
        assertEquals(0, run("rule", "check", plain, book.toString(), "--sheet", "今年", "--header-rows", "3").status);
    }

    @Test
    void rowsOfHeadersOfEarlierYearsToo() throws IOException {
        String rule2 = file("g.yaml", RULE.replaceAll("consequences: .*\n", "").replace(", kwh: {title: 用电量, unit: kWh}", "")
                .replace("formula: v,", "formula: 'growth(v, prior(\"v\"))',").replace("unit: 万元}}\ngroups", "unit: '%'}}\ngroups"));
        String now = file("n.csv", "id,税收(万元)\n1,3\n");
        String last = file("l.csv", "id,税收(万元),x\nid,,税收(万元)\n1,9,2\n");
        Run run = run("land", rule2, now, "--prior", last, "--prior-header-rows", "2", "--explain", "1");
        assertTrue(run.out.contains("50 %"), run.out + run.err);
        String classes = file("c.csv", "id,2024,x\nid,,2024年等级\n1,A,D\n");
        assertFalse(run("land", rule, roll, "--history", classes, "--explain", "1").out.contains("连续 2 年 D"));
        Run history = run("land", rule, roll, "--history", classes, "--history-header-rows", "2", "--explain", "1");
        assertTrue(history.out.contains("连续 2 年 D"), history.out + history.err);
        Run none = run("land", rule, roll, "--history", classes, "--history-header-rows", "9");
        assertTrue(none.status != 0 && none.err.contains("9"), none.err);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"--prior a.csv --prior b.csv | 给了两次", "--prior 0=a.csv | 1 至 30", "--history 2024=a.csv | 1 至 30",
        "--prior-sheet 2=x | 2=x", "--history-sheet x | 1=x", "--prior-header-rows 2=3 | 2=3"})
    void whatMakesNoSenseIsRefused(String args, String words) {
        String[] all = ("land " + rule + " " + roll + " " + args).split(" ", -1);
        Run run = run(all);
        assertEquals(2, run.status, run.err);
        assertTrue(run.err.contains(words), run.err);
    }
}
