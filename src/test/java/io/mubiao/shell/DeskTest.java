package io.mubiao.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.SheetOptions;
import io.mubiao.io.register.RegisterFile;
import io.mubiao.testing.RawBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an analyst types, and what he reads then. */
class DeskTest {
    private static final String REGISTER = "seeds/jinan-2024/register.yaml";
    private static final String OBSERVATIONS = "seeds/jinan-2024/observations.yaml";
    private static final String RULE = "seeds/rules/huaian-2024-by-county.yaml";
    private static final String ROLL = "examples/landleague/roll-2024.csv";

    @TempDir
    private Path folder;

    private static String said(Answer answer) {
        return answer.write(100, false);
    }

    private static Desk targets() {
        Desk desk = new Desk();
        desk.open(REGISTER);
        desk.open(OBSERVATIONS);
        return desk;
    }

    private static Desk land() {
        Desk desk = new Desk();
        desk.open(RULE);
        desk.open("examples/landleague/roll-2023.csv", "上年名册");
        desk.open(ROLL);
        return desk;
    }

    @Test
    void classesAndFiguresOfEarlierYearsAreOpened() throws IOException {
        Path rule = Files.writeString(folder.resolve("h.yaml"), """
                id: h
                year: 2025
                no-prior-class: 无
                columns: {v: {title: 税收, unit: 万元}}
                indicators: {i: {title: 三年平均, formula: 'mean_given(v, prior("v"), prior("v", 2))', unit: 万元}}
                groups: [{id: all, title: 全部, rank-on: i}]
                ranking: {on: unrounded, ties: best-place, small-groups: none}
                classes: {order: [A, B], by: rank, quota-base: ranked, quota-rounding: cumulative half-up, cuts: {A: 50 %, B: 100 %}}
                refill: false
                overrides: [{id: two, title: 连续三年A, when: 'consecutive("A") >= 2', not-below: A}]
                """);
        Path roll = Files.writeString(folder.resolve("r.csv"), "id,税收(万元)\n1,3\n2,30\n");
        Desk desk = new Desk();
        desk.open(rule.toString());
        desk.open(roll.toString());
        assertTrue(said(desk.show()).contains("历年等级") && said(desk.show()).contains("上年名册"), said(desk.show()));
        desk.open(roll.toString(), "上年名册");
        assertTrue(said(desk.show()).contains("2年前名册"), said(desk.show()));
        assertTrue(said(desk.open(roll.toString(), "2年前名册")).startsWith("2 年前名册 2 家"));
        Path last = Files.writeString(folder.resolve("l.csv"), "id,class\n1,A\n2,B\n");
        assertEquals("历年等级 2 家\n", said(desk.open(last.toString(), "历年等级")));
        assertTrue(said(desk.why("1")).contains("1 < 2"), said(desk.why("1")));
        assertEquals("历年等级 2 家\n", said(desk.open(last.toString(), "2年前等级")));
        assertTrue(said(desk.why("1")).contains("B → A"), said(desk.why("1")));
        desk.lang("en");
        assertEquals("classes of earlier years of 2 enterprises\n", said(desk.open(last.toString(), "history 3")));
        assertTrue(said(desk.open(Files.writeString(folder.resolve("x.csv"), "id,y\n1,A\n").toString(), "history")).contains("refused"), said(desk.last()));
    }

    @Test
    void whatClassesCostStandsInTheTable() throws IOException {
        Path roll = Files.writeString(folder.resolve("r.csv"), "id,name,等级,用电量(kWh),同时执行的差别、惩罚性或阶梯电价加价(元/kWh)\n1,甲厂,D,1000000,\n2,乙厂,D,200,0\n");
        Desk desk = new Desk();
        desk.open("seeds/rules/shandong-power-2022.yaml");
        desk.open(roll.toString());
        desk.anyway();
        String told = said(desk.show());
        assertTrue(told.contains("(元)") && told.lines().anyMatch(it -> it.contains("乙厂") && it.endsWith(" 10")), told);
        assertTrue(told.contains("合计 50010 元（2 户）"), told);
    }

    private Desk power(String rows) throws IOException {
        Path roll = Files.writeString(folder.resolve("p.csv"), "id,name,等级,用电量(kWh),同时执行的差别、惩罚性或阶梯电价加价(元/kWh)\n" + rows);
        Desk desk = new Desk();
        desk.open("seeds/rules/shandong-power-2022.yaml");
        desk.open(roll.toString());
        desk.anyway();
        return desk;
    }

    @Test
    void whoseAmountNobodyCanTellIsBehind() throws IOException {
        Desk desk = power("P1,甲厂,D,1000,\nP4,丁厂,,5000,\nP5,戊厂,D,,\n");
        String said = said(desk.behind());
        assertTrue(said.contains("金额算不出的 2 家"), said);
        assertTrue(said.contains("丁厂") && said.contains("戊厂") && !said.contains("甲厂"), said);
        String none = said(power("P1,甲厂,D,1000,\n").behind());
        assertTrue(none.contains("没有") && !none.contains("代码"), none);
        desk.lang("en");
        assertTrue(said(desk.behind()).contains("2 undecided or without an amount"), said(desk.behind()));
    }

    @Test
    void whatACsvCannotHoldIsSaid() throws IOException {
        Desk desk = targets();
        desk.open("seeds/scoring/scorecards/c05-grades.yaml");
        Path file = folder.resolve("x.csv");
        for (String asked : List.of("show", "why", "gap")) {
            if (asked.equals("show")) {
                desk.show();
            } else if (asked.equals("why")) {
                desk.why("P05");
            } else {
                desk.gap("P05");
            }
            String told = said(desk.save(file.toString()));
            assertTrue(told.startsWith("已写入") && told.contains("CSV 只放一张表") && told.contains("xlsx"), told);
            assertTrue(Files.readString(file).contains("P05,新引进亿元以上项目,"), asked);
            assertFalse(said(desk.save(folder.resolve("x.xlsx").toString())).contains("CSV"), asked);
        }
        Desk land = land();
        land.show();
        String told = said(land.save(file.toString()));
        assertTrue(told.contains("户数") && told.contains("逐户说明") && !told.contains("政策金额"), told);
        land.lang("en");
        land.show();
        assertTrue(said(land.save(file.toString())).contains("explanations"), said(land.save(file.toString())));
        assertFalse(said(targets().save(file.toString())).contains("CSV"));
    }

    @Test
    void anEarlierDayKnowsNoLaterData() {
        Desk desk = targets();
        desk.day("2024-06-30");
        assertTrue(said(desk.why("P05")).contains("数据截至 2024-06-30"), said(desk.last()));
        desk.day("2024-09-30");
        assertTrue(said(desk.why("P05")).contains("数据截至 2024-09-30"), said(desk.last()));
    }

    @Test
    void whatSeveralEntriesMoveIsToldOnce() {
        String told = targets().whatIf("P05").write(100, true);
        assertEquals(1, told.lines().filter(it -> it.startsWith("P06：")).count(), told);
        assertTrue(told.contains("实际 39 个 → 47 个"), told);
        assertEquals(1, told.lines().filter(it -> it.startsWith("P05：")).count(), told);
        Desk scored = targets();
        scored.open("seeds/scoring/scorecards/c05-grades.yaml");
        String points = scored.whatIf("P05").write(100, true);
        assertEquals(points.lines().distinct().count(), points.lines().count(), points);
    }

    @Test
    void aFormIsAWorkbookAndBearsItsName() {
        for (Desk desk : List.of(targets(), land())) {
            Path file = folder.resolve("form.csv");
            String told = said(desk.form(file.toString()));
            assertTrue(told.startsWith("没有写入") && told.contains("xlsx"), told);
            assertFalse(Files.exists(file));
        }
    }

    @Test
    void whatCannotBeOpenedIsSaidToBeWhatItIs() throws IOException {
        Map<String, String> said = Map.of(folder.resolve("没有.xlsx").toString(), "没有这个文件", folder.toString(), "是文件夹",
                Files.write(folder.resolve("e.xlsx"), new byte[0]).toString(), "文件是空的",
                Files.writeString(folder.resolve("h.xls"), "<table>").toString(), "文件是网页");
        said.forEach((name, words) -> {
            for (Answer answer : List.of(new Desk().open(name), new Desk().open(name, 2024), targets().open(name), land().open(name),
                    new Desk().open(name, "登记册"), targets().open(name, "观测"))) {
                assertTrue(answer.write(1000, true).contains(words), name + answer.write(1000, true));
            }
        });
    }

    @Test
    void errorsStandFirstAndAllOfThemCanBeSeen() throws IOException {
        StringBuilder ledger = new StringBuilder("编号,目标,考核方式,目标值\nT1,甲,累计,62 个\n");
        List.of("一", "二", "三", "四", "五", "六", "七", "八", "九").forEach(it -> ledger.append(it).append("、部分,,,\n"));
        Path file = Files.writeString(folder.resolve("台账.csv"), ledger + "T2,乙,累计,许多\n");
        Answer refused = new Desk().open(file.toString(), 2024);
        List<String> lines = refused.write(1000, false).lines().toList();
        assertTrue(lines.get(0).matches("没有打开，1\\d 处问题，其中错误 \\d 处：") && lines.get(1).contains("错误"), said(refused));
        assertTrue(lines.get(lines.size() - 1).startsWith("… 另有"), said(refused));
        assertTrue(refused.write(1000, true).contains("九、部分") && !refused.write(1000, true).contains("另有"), refused.write(1000, true));
    }

    @Test
    void helpIsNeverCut() {
        for (String language : List.of("zh", "en")) {
            Desk desk = new Desk();
            desk.lang(language);
            String whole = desk.help().write(1000, false).replaceAll("\\s+", "");
            for (int width : new int[] {20, 60, 80, 100}) {
                assertEquals(whole, desk.help().write(width, false).replaceAll("\\s+", ""));
            }
            assertFalse(desk.help().write(80, false).lines().anyMatch(it -> it.endsWith("…")), desk.help().write(80, false));
        }
    }

    @Test
    void whereASheetMustBeNamedTheWordsAre() throws IOException {
        List<List<String>> rows = List.of(List.of("编号", "目标", "考核方式", "目标值"), List.of("1", "收入", "累计", "5 亿元"));
        Path book = new RawBook().sheet("甲", RawBook.rows(1, rows)).sheet("乙", RawBook.rows(1, rows)).write(folder.resolve("b.xlsx"));
        assertTrue(said(new Desk().open(book.toString(), 2024)).contains("open(\"…\", 2024, \"表名\")"));
        assertTrue(said(new Desk().open(book.toString(), 2024, SheetOptions.DEFAULT.sheet("乙"))).startsWith("登记册"));
    }

    @Test
    void aMistypedYearIsNotTheDayAskedAbout() throws IOException {
        Path ledger = Files.writeString(folder.resolve("台账.csv"), "编号,目标,考核方式,目标值\nT1,新引进项目,累计,62 个\nT2,开工,节点,开工\n");
        Path typed = Files.writeString(folder.resolve("观测.csv"),
                "指标编号,日期,数值\nT1,2024-09-30,46 个\nT1,2025-09-30,47 个\nT1,2024-08-31,许多\n");
        Desk desk = new Desk();
        desk.open(ledger.toString(), 2024);
        assertTrue(said(desk.open(typed.toString(), "观测")).contains("anyway()"), said(desk.last()));
        String taken = said(desk.anyway());
        assertTrue(taken.startsWith("观测 2 条，1 个数据流，最近一天 2024-09-30；不在考核期内 1 条"), taken);
        assertTrue(taken.contains("OUTSIDE_PERIOD"), "what is doubtful is told although somebody went on: " + taken);
        assertTrue(said(desk.show()).contains("截至 2024-09-30") && said(desk.why("T1")).contains("46 个"), said(desk.last()));
        Files.writeString(typed, "指标编号,日期,数值\nT1,2025-09-30,47 个\n");
        desk.open(typed.toString(), "观测");
        assertTrue(said(desk.show()).contains("请指明日期"), said(desk.last()));
        desk.day("2024-12-31");
        assertTrue(said(desk.show()).contains("截至 2024-12-31"), said(desk.last()));
    }

    /** The five usual jobs of both halves. */
    private static Map<String, Supplier<Answer>> jobs() {
        Desk targets = targets();
        Desk scored = targets();
        scored.open("seeds/jinan-2024/scorecard.yaml");
        Desk land = land();
        Desk english = land();
        english.lang("en");
        Map<String, Supplier<Answer>> jobs = new LinkedHashMap<>();
        jobs.put("register", () -> new Desk().open(REGISTER));
        jobs.put("standing", targets::show);
        jobs.put("behind", targets::behind);
        jobs.put("why", () -> targets.why("P04"));
        jobs.put("gap", () -> targets.gap("P05"));
        jobs.put("if", () -> targets.whatIf("P03", "10 个"));
        jobs.put("card", scored::show);
        jobs.put("behind by unit", scored::behind);
        jobs.put("why scored", () -> scored.why("P05"));
        jobs.put("why a unit", () -> scored.why("区财政局"));
        jobs.put("if scored", () -> scored.whatIf("P05"));
        jobs.put("roll", land::show);
        jobs.put("last", land::behind);
        jobs.put("why of land", () -> land.why("QY0042"));
        jobs.put("gap of land", () -> land.gap("QY0042"));
        jobs.put("if of land", () -> land.whatIf("QY0042", "用地面积", "60"));
        jobs.put("English", english::show);
        jobs.put("English gap", () -> english.gap("QY0042"));
        jobs.put("no such", () -> scored.why("P0"));
        jobs.put("refused", () -> scored.open("examples/landleague/roll-2024.csv", "register"));
        jobs.put("help", land::help);
        return jobs;
    }

    @Test
    void everyAnswerFitsTheTerminalAndHasUnits() {
        jobs().forEach((name, job) -> {
            Answer answer = job.get();
            for (int width : new int[] {20, 47, 80, 100, 200}) {
                String text = answer.write(width, width == 200);
                assertTrue(text.endsWith("\n") && !text.isBlank(), name);
                text.lines().forEach(line -> assertTrue(places(line) <= width, () -> name + " at " + width + ": " + line));
            }
            String text = answer.write(100, true);
            for (String raw : List.of("Optional[", "Optional.empty", "Exception", "@", "null", "\tat ")) {
                assertFalse(text.contains(raw), () -> name + ": " + text);
            }
            assertFalse(text.matches("(?s).*[0-9]/[0-9]+ ?%.*"), () -> name + ": " + text);
            assertTrue(answer.write(100, false).lines().count() <= 70, name);
        });
    }

    /** Counted here by blocks of Unicode, so that the writer is not believed. */
    private static int places(String line) {
        return line.codePoints().map(it -> Set.of(Character.UnicodeScript.HAN).contains(Character.UnicodeScript.of(it))
                || ("，。、；：（）《》【】？“”".indexOf(it) >= 0 && it > 0x2E80) ? 2 : 1).sum();
    }

    @Test
    void whoIsBehindAndWhy() {
        Desk desk = targets();
        assertTrue(said(desk.open(OBSERVATIONS)).startsWith("观测 210 条，51 个数据流，最近一天 2024-09-30"));
        String behind = said(desk.behind());
        assertTrue(behind.startsWith("截至 2024-09-30：逾期未成 1，落后序时 12"), behind);
        assertTrue(behind.contains("P05") && behind.contains("39 个") && behind.contains("46.5 个") && behind.contains("30 天"), behind);
        assertTrue(said(desk.why("P05")).contains("完成率 = 39 个 ÷ 62 个 ≈ 62.90 %"));
        assertTrue(said(desk.show()).contains("… 另有 96 行"));
        assertTrue(desk.last().write(100, true).contains("\nX01 "), desk.last().write(100, true));
        desk.day("2024年6月30日");
        assertTrue(said(desk.behind()).startsWith("截至 2024-06-30"));
    }

    @Test
    void whatWouldChange() {
        Desk desk = targets();
        String moved = said(desk.whatIf("P03", "10 个"));
        assertTrue(moved.startsWith("P03：已生效，评估有变化：状态 落后序时 → 达成，实际 ") && moved.contains("完成率 "), moved);
        desk.open("seeds/jinan-2024/scorecard.yaml");
        assertTrue(said(desk.whatIf("P03", "10 个")).contains("落后序时 → 达成"), said(desk.last()));
        assertTrue(said(desk.whatIf("P05")).contains("再增加 8 个，达到 47 个"), said(desk.last()));
        assertTrue(said(desk.whatIf("P05", "47 个")).startsWith("“P05”不是按一个数或阶段报送的"), said(desk.last()));
        assertTrue(said(desk.whatIf("P03", "10 万元")).contains("万元"), said(desk.last()));
        assertTrue(said(land().whatIf("QY0042", "land", "60")).contains("评为 B 类 → 评为 A 类"));
    }

    @Test
    void whoMistypesIsToldWhatIsNear() {
        Desk desk = targets();
        desk.open(OBSERVATIONS);
        desk.open("seeds/jinan-2024/scorecard.yaml");
        assertTrue(said(desk.why("P055")).contains("没有目标、项目或单位“P055”；相近的有 P05 "), said(desk.last()));
        assertTrue(said(desk.why("亿元以上项目")).contains("P05 "), said(desk.last()));
        String nothing = said(desk.why("nope"));
        assertTrue(nothing.startsWith("没有目标、项目或单位“nope”") && !nothing.contains("[,"), nothing);
        Desk enterprises = land();
        assertTrue(said(enterprises.whatIf("QY0042", "用地", "60")).contains("没有数据项“用地”；相近的有 land 用地面积(亩)"), said(enterprises.last()));
        assertTrue(said(enterprises.whatIf("QY0042", "xyz", "60")).contains("没有数据项“xyz”；数据项有 "), said(enterprises.last()));
        enterprises.lang("en");
        assertTrue(said(enterprises.whatIf("QY0042", "xyz", "60")).startsWith("no column 'xyz'; there are "), said(enterprises.last()));
        assertTrue(said(enterprises.save("/nonexistent/x.xlsx")).contains("no such folder: '/nonexistent'"), said(enterprises.last()));
    }

    @Test
    void aSheetOfAWorkbookIsNamed() {
        Desk desk = new Desk();
        String ledger = "examples/plain/ledger.xlsx";
        assertTrue(said(desk.open(ledger, 2024, SheetOptions.DEFAULT.sheet("目标"))).contains("4 项目标"), said(desk.last()));
        assertTrue(said(desk.open(ledger, "进度")).startsWith("观测 "), said(desk.last()));
        assertEquals(said(desk.open(ledger, "进度")), said(desk.open(ledger, "观测", "进度")), "in its own place");
        assertTrue(said(desk.open(ledger, "没有")).contains("工作簿里没有表“没有”"), said(desk.last()));
        assertTrue(said(desk.open(REGISTER, "没有")).contains("不认识“没有”"), said(desk.last()));
        desk.show();
        assertTrue(said(desk.save(folder.resolve("x.html").toString())).contains("请先打开考核办法"), "what a report needs");
    }

    @Test
    void whatIsSavedIsOpenedAgain() throws IOException {
        Desk desk = new Desk();
        desk.open(REGISTER);
        String copy = save(desk, "copy.yaml");
        assertEquals(RegisterFile.read(Path.of(REGISTER)), RegisterFile.read(Path.of(copy)));
        desk.open(OBSERVATIONS);
        String csv = save(desk, "copy.csv");
        String kept = save(desk, "copy.jsonl");
        String before = said(desk.behind());
        for (String file : List.of(csv, kept)) {
            Desk again = new Desk();
            again.open(copy);
            assertTrue(said(again.open(file)).startsWith("观测 210 条"), said(again.last()));
            assertEquals(before, said(again.behind()));
        }
        Desk enterprises = new Desk();
        enterprises.open(RULE);
        String roll = said(enterprises.open(ROLL));
        String xlsx = save(enterprises, "roll.xlsx");
        String table = save(enterprises, "roll.csv");
        enterprises.open("examples/landleague/roll-2023.csv", "prior");
        String evaluated = said(enterprises.show());
        for (String file : List.of(xlsx, table)) {
            assertEquals(roll.lines().findFirst(), said(enterprises.open(file)).lines().findFirst());
            assertEquals(evaluated, said(enterprises.show()));
        }
    }

    private String save(Desk desk, String name) {
        Path file = folder.resolve(name);
        assertTrue(said(desk.save(file.toString())).startsWith("已写入"), said(desk.save(file.toString())));
        assertTrue(Files.exists(file), name);
        return file.toString();
    }

    @Test
    void resultsAreSavedAsTheEndingSays() throws IOException {
        Desk desk = targets();
        desk.open("seeds/jinan-2024/scorecard.yaml");
        desk.why("P05");
        for (String name : List.of("why.txt", "card.xlsx", "card.html", "card.json")) {
            save(desk, name);
        }
        assertTrue(Files.readString(folder.resolve("why.txt")).startsWith("P05 新引进亿元以上项目"));
        assertTrue(Files.size(folder.resolve("card.html")) > 100_000);
        desk.behind();
        assertTrue(Files.readString(Path.of(save(desk, "behind.csv"))).contains("P05,新引进亿元以上项目,"));
        assertTrue(said(desk.save(folder.resolve("x.pdf").toString())).contains("xlsx"));
        assertFalse(Files.exists(folder.resolve("x.pdf")));
        Desk land = land();
        for (String name : List.of("land.xlsx", "land.html", "land.json", "land.csv")) {
            save(land, name);
        }
        assertTrue(said(land.form(folder.resolve("form.xlsx").toString())).startsWith("空白填报表已写入"));
    }

    @Test
    void refusalsAreShortAndGoodRowsCanBeTaken() throws IOException {
        Desk desk = new Desk();
        assertEquals("没有打开登记册；先 open(\"register.yaml\")\n", said(desk.behind()));
        Path bad = Files.writeString(folder.resolve("bad.yaml"), "register: x\nzone: Nowhere\nperid: 2024\ntargets: []\n");
        String refused = said(desk.open(bad.toString()));
        assertTrue(refused.startsWith("没有打开，") && refused.contains("perid") && refused.lines().count() < 10, refused);
        desk.open(RULE);
        Path rows = Files.writeString(folder.resolve("roll.csv"), Files.readString(Path.of(ROLL)).lines().limit(3)
                .reduce("", (all, line) -> all + line.replace("100.76", "约一百") + "\n"));
        String told = said(desk.open(rows.toString()));
        assertTrue(told.replaceAll("\\s", "").contains("约一百") && told.contains("anyway()"), told);
        assertTrue(said(desk.anyway()).startsWith("名册 1 家"), said(desk.last()));
        assertTrue(said(desk.why("QY9")).contains("没有企业“QY9”"), said(desk.last()));
        assertEquals("没有待定的文件\n", said(new Desk().anyway()));
    }

    @Test
    void aRuleThatGivesNoClassesSaysSo() throws IOException {
        Desk desk = new Desk();
        desk.open("seeds/rules/shandong-power-2022.yaml");
        desk.open(Files.writeString(folder.resolve("given.csv"), "统一社会信用代码,企业名称,等级,用电量(kWh)\nP1,甲厂,D,1000\nP2,乙厂,,1000\n").toString());
        assertEquals("P1：本办法不评等级，给出的等级是 D", desk.gap("P1").write(100, true).strip());
        assertEquals("P2：本办法不评等级，也没有给出等级", desk.gap("P2").write(100, true).strip());
        desk.lang("en");
        assertEquals("P1: the rule grades nobody, the class given is D", desk.gap("P1").write(100, true).strip());
    }
}
