package io.mubiao.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.rule.RuleFile;
import io.mubiao.io.schema.Schemas;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules at the command line, as somebody without Java would use them. */
class RuleCommandTest {
    private static final String LINHAI = "seeds/rules/linhai-2014.yaml";

    @TempDir
    Path folder;

    private record Run(int status, String out, String err) {}

    private static Run run(String answers, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Main.run(List.of(args), new StringReader(answers), new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path roll() throws IOException {
        return file("roll.csv", """
                统一社会信用代码,企业名称,用地面积(亩),税收(万元),销售收入(万元),工业增加值(万元),综合能耗(吨标煤),COD排放量(吨),用水量(吨),职工人数(人),用电量(kWh)
                1,甲厂,20,360,7200,1800,500,4.5,20000,100,
                2,乙厂,2,24,480,,,,,,150000
                """);
    }

    @Test
    void helpIsChineseAndTellsWhatAStatusMeans() {
        Run help = run("", "--help");
        assertEquals(0, help.status, help.err);
        for (String words : List.of("用法：", "rule", "land", "targets", "按办法评价企业名册", "结束状态：", "文件被拒绝")) {
            assertTrue(help.out.contains(words), words + " in " + help.out);
        }
        Run english = run("", "rule", "run", "--help", "--lang", "en");
        assertTrue(english.out.contains("usage: mubiao rule run") && english.out.contains("exit status:"), english.out);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "rule chek | 没有这个参数：“chek”", "rule run | 缺少参数 <file>", "rule words x.yaml --langg en | 未知选项“--langg”",
        "rule run a.yaml b.csv --rows many | 选项 --rows 的值不合适：“many”", "rule diff " + LINHAI + " seeds/scoring/c08-tiers.yaml | 不同种类的办法",
        "rule words " + LINHAI + " --set x=1 | x", "rule new --answer yaer=2024 | 没有这一项：“yaer”", "rule new --defaults --item 亩均税收 | 不是指标：“亩均税收”",
        "rule new --defaults --answer ties=best | “ties”：现为“best”", "rule new --defaults --lang fr | fr"})
    void argumentsThatMakeNoSenseEndWithTwoAndSayWhy(String args, String words) {
        Run run = run("", args.split(" ", -1));
        assertEquals(2, run.status, run.err);
        assertTrue(run.err.contains(words), run.err);
        assertEquals("", run.out);
    }

    @Test
    void theLanguageMayStandAnywhere() {
        String expected = run("", "rule", "words", LINHAI, "--lang", "en").out;
        assertTrue(expected.contains("This rule is called"), expected);
        for (String args : List.of("--lang=en rule words " + LINHAI, "--lang en rule words " + LINHAI, "rule --lang=en words " + LINHAI)) {
            Run run = run("", args.split(" ", -1));
            assertEquals(expected, run.out, args + run.err);
        }
        assertTrue(run("", "--lang", "en", "--help").out.contains("usage: mubiao"), "help in English");
        assertTrue(run("", "--lang=en", "nowhere.yaml", "x.yaml", "2024-09-30").err.contains("nowhere.yaml"), "targets where no verb is named");
        for (String args : List.of("--lang=fr rule words " + LINHAI, "--lang", "rule --lang=fr words " + LINHAI)) {
            Run run = run("", args.split(" ", -1));
            assertEquals(2, run.status, args + run.err);
            assertTrue(run.err.contains("lang") || run.err.contains("fr"), run.err);
        }
        assertEquals(2, run("", "--lang", "zh", "rule", "words", LINHAI, "--lang", "en").status, "said twice");
    }

    @Test
    void whatIsRefusedEndsWithOne() throws IOException {
        assertEquals(1, run("", "rule", "check", "nowhere.yaml").status);
        Path wrong = file("wrong.yaml", Files.readString(Path.of(LINHAI)).replace("total: 112.5", "total: 113"));
        Run run = run("", "rule", "check", wrong.toString());
        assertEquals(1, run.status);
        assertTrue(run.err.contains("算例要求“甲”的 total 为“113”，按本办法算得“112.5”"), run.err);
    }

    @Test
    void checkReadsRulesOfAllKinds() {
        assertTrue(run("", "rule", "check", LINHAI).out.contains("可以使用：“linhai-2014”，算例 1 个，全部相符"));
        assertTrue(run("", "rule", "check", "seeds/scoring/c08-tiers.yaml").out.contains("算例 1 个"));
        assertTrue(run("", "rule", "check", "seeds/scoring/scorecards/mof-grades.yaml", "--lang", "en").out.contains("1 examples, all hold"));
    }

    @Test
    void wordsTellARuleBackWithItsParameters() {
        assertTrue(run("", "rule", "words", LINHAI).out.contains("第19条　第 1 组“用地3亩及以上”：用地面积 ≥ 3 亩的企业；各项权重合计 100。"));
        String nanjing = run("", "rule", "words", "seeds/rules/nanjing-2018.yaml", "--set", "d_power_rate=0.1 元/kWh", "--lang", "en").out;
        assertTrue(nanjing.contains("'D类电价加价': 0.1 元/kWh, in 元/kWh"), nanjing);
    }

    @Test
    void aRollIsEvaluatedExplainedAndWritten() throws IOException {
        Path out = folder.resolve("out.csv");
        Run run = run("", "rule", "run", LINHAI, roll().toString(), "--out", out.toString());
        assertEquals(0, run.status, run.err);
        assertTrue(run.out.contains("甲厂") && run.out.contains("112.5"), run.out);
        assertTrue(Files.readString(out).contains("112.5") && Files.readString(out).lines().count() == 3, Files.readString(out));
        Path book = folder.resolve("out.xlsx");
        Path page = folder.resolve("out.html");
        assertEquals(0, run("", "land", LINHAI, roll().toString(), "--out", book.toString(), "--out", page.toString()).status);
        assertEquals("PK", Files.readString(book, java.nio.charset.StandardCharsets.ISO_8859_1).substring(0, 2), "a workbook is one");
        assertTrue(Files.readString(page).startsWith("<!DOCTYPE html>"));
        assertEquals(2, run("", "land", LINHAI, roll().toString(), "--out", folder.resolve("out.doc").toString()).status);
        Run explained = run("", "land", LINHAI, roll().toString(), "--explain", "2");
        assertTrue(explained.out.contains("乙厂") && explained.out.contains("80"), explained.out);
        assertEquals(2, run("", "land", LINHAI, roll().toString(), "--explain", "9").status);
    }

    @Test
    void openParametersAreAskedFor() throws IOException {
        Path roll = file("small.csv", "统一社会信用代码,用地面积(亩),评价税收(万元),用电量(kWh)\n1,5,60,300000\n");
        Run open = run("", "land", "seeds/rules/huangyan-2022-small.yaml", roll.toString());
        assertEquals(1, open.status);
        assertTrue(open.err.contains("base_tax_per_mu"), open.err);
        Run given = run("", "land", "seeds/rules/huangyan-2022-small.yaml", roll.toString(), "--set", "base_tax_per_mu=10 万元/亩",
                "--set", "base_tax_per_kwh=4 元/kWh");
        assertEquals(0, given.status, given.err);
        assertTrue(given.out.contains("85"), given.out);
    }

    @Test
    void twoRulesAreComparedByClausesAndByWhoMoves() throws IOException {
        String text = Files.readString(Path.of(LINHAI)).replaceFirst("(?ms)^examples:.*", "");
        Path old = file("old.yaml", text);
        Path now = file("new.yaml", text.replace("weight: 40, score: ratio, base: 15 万元/亩", "weight: 40, score: ratio, base: 18 万元/亩"));
        assertTrue(run("", "rule", "diff", old.toString(), old.toString()).out.contains("条款相同"));
        Run run = run("", "rule", "diff", old.toString(), now.toString(), roll().toString());
        assertEquals(0, run.status, run.err);
        assertTrue(run.out.contains("1 条不同") && run.out.contains("基准为 15 万元/亩") && run.out.contains("基准为 18 万元/亩"), run.out);
        // 360 ÷ 20 = 18 is now the base: 40 in place of 48 points
        assertTrue(run.out.contains("甲厂") && run.out.contains("112.5") && run.out.contains("104.5") && !run.out.contains("乙厂"), run.out);
    }

    private static String lines(String... lines) {
        return String.join("\n", lines);
    }

    @Test
    void aNewRuleIsAskedForWrittenCheckedAndRun() throws IOException {
        Path file = folder.resolve("mine.yaml");
        Run run = run(lines("mine", "我县办法", "某县", "2023", "", "", "zero", "0", "mean-score", "none", "none", "", "", "",
                "甲 30 %, 乙 100 %", "", "", "", "亩均税收 = 税收(万元) / 用地面积(亩), 100, 25", "", ""), "rule", "new", "--out", file.toString());
        assertEquals(0, run.status, run.err);
        assertTrue(run.err.contains("评价年度 [2024]：") && run.err.contains("“missing”：现为“0”，应为"), run.err);
        assertEquals(2023, RuleFile.read(file).year());
        assertTrue(run("", "rule", "check", file.toString()).out.contains("可以使用：“mine”"));
        Path roll = file("r.csv", "统一社会信用代码,税收(万元),用地面积(亩)\n1,500,10\n2,100,10\n3,,10\n");
        Run league = run("", "land", file.toString(), roll.toString());
        assertEquals(0, league.status, league.err);
        assertTrue(league.out.contains("200") && league.out.contains("40") && league.out.contains("120"), league.out);
        assertEquals(2, run("", "rule", "new", "--defaults", "--out", file.toString()).status);
        Run shown = run("", "rule", "new", "--defaults", "--answer", "year=2025", "--item", "亩均税收 = 税收(万元) / 用地面积(亩), 100, 25", "--lang", "en");
        assertTrue(shown.out.contains("year: 2025") && shown.out.contains("# ranking: by may name groups"), shown.out);
    }

    @Test
    void schemasAreGivenForEditors() throws IOException {
        assertTrue(run("", "schema").out.lines().toList().containsAll(List.of("register", "land-rule")));
        assertEquals(Schemas.schema("scorecard"), run("", "schema", "scorecard").out);
        assertEquals(0, run("", "schema", "--to", folder.resolve("all").toString()).status);
        assertEquals(Schemas.schema("land-rule"), Files.readString(folder.resolve("all/land-rule.schema.json")));
        Run none = run("", "schema", "card");
        assertTrue(none.status == 2 && none.err.contains("scorecard"), none.err);
    }

    @Test
    void checkAgainstARollSaysHowManyItReadAndPassesOverWordsOfALabel() throws IOException {
        Path rule = file("label.yaml", """
                id: cr
                year: 2025
                columns: {评级: {title: 信用分}}
                labels:
                  等次: {choices: [{label: 好, when: 评级 >= 80}, {label: 差}]}
                groups:
                  - {id: all, title: 全部, weights-total: 100, items: {信用: {of: 等次, weight: 100, score: {words: {at: {好: w}, otherwise: 0}}}}}
                """);
        Run read = run("", "rule", "check", rule.toString(), file("five.csv", "id,name,信用分\n1,一,90\n2,二,80\n3,三,70\n4,四,60\n5,五,50\n").toString());
        assertEquals(0, read.status, read.err);
        assertTrue(read.out.contains("已按名册的 5 家核对"), read.out);
        Run none = run("", "rule", "check", rule.toString(), file("none.csv", "号码,name,信用分\n1,一,90\n").toString());
        assertEquals(1, none.status, none.out);
        assertTrue(none.out.contains("名册没有读到一家企业，未按名册核对"), none.out);
    }

    @Test
    void clausesThatDifferWhereNobodyMovesSaySo() throws IOException {
        String rule = Files.readString(Path.of(LINHAI));
        Path other = file("other.yaml", rule.replaceFirst("title: [^\\n]*", "title: 另一个办法"));
        Run diff = run("", "rule", "diff", LINHAI, other.toString(), roll().toString(), "--despite-problems");
        assertTrue(diff.out.contains("条不同") && diff.out.contains("按这份名册，没有企业变动"), diff.out + diff.err);
    }
}
