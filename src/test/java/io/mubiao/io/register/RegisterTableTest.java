package io.mubiao.io.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Input;
import io.mubiao.io.SheetOptions;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import io.mubiao.target.Bindingness;
import io.mubiao.target.Commitment;
import io.mubiao.target.Deadline;
import io.mubiao.target.Goal;
import io.mubiao.target.Owner;
import io.mubiao.target.Register;
import io.mubiao.target.Scale;
import io.mubiao.target.Strength;
import io.mubiao.target.Target;
import io.mubiao.testing.RawBook;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An office's ledger of targets is a register. */
class RegisterTableTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final List<String> HEADER = List.of("编号", "章节", "目标任务", "考核方式", "年度目标", "单位", "完成节点", "完成时限", "牵头单位", "责任领导",
            "配合单位", "进展");

    @TempDir
    private Path folder;
    private final List<Problem> doubts = new ArrayList<>();

    private Register read(String behind, List<List<String>> rows) {
        List<List<String>> all = new ArrayList<>(List.of(List.of("2024年重点工作台账"), HEADER));
        all.addAll(rows);
        Path file = new RawBook().sheet("台账", RawBook.rows(1, all), behind).write(folder.resolve("台账.xlsx"));
        return RegisterFile.readSheet(file, "demo", ZONE, Span.year(2024), SheetOptions.DEFAULT, doubts::add);
    }

    @Test
    void aLedgerComesFromAStreamToo() throws IOException {
        byte[] book = new RawBook().sheet("台账", RawBook.rows(1, List.of(HEADER, List.of("A1", "一、项目", "新引进项目", "", "62", "个")))).bytes();
        Register register = RegisterFile.readSheet(Input.of(new ByteArrayInputStream(book), "上传.xlsx"), "demo", ZONE, Span.year(2024), SheetOptions.DEFAULT,
                doubts::add);
        assertEquals("新引进项目", register.get("A1").title());
    }

    private Register sheet(List<List<String>> rows) {
        Path file = new RawBook().sheet("台账", RawBook.rows(1, rows)).write(folder.resolve("台账.xlsx"));
        return RegisterFile.readSheet(file, "demo", ZONE, Span.year(2024), SheetOptions.DEFAULT, doubts::add);
    }

    @Test
    void theNumbersOfTheColumnsAreNoTarget() {
        for (List<String> numbers : List.of(List.of("甲", "乙", "1", "2"), List.of("1", "2", "3", "4"))) {
            doubts.clear();
            Register register = sheet(List.of(List.of("编号", "指标名称", "年度目标", "1-9月完成"), numbers, List.of("T1", "项目", "60个", "45")));
            assertEquals(List.of("T1"), register.targets().stream().map(Target::id).toList());
            assertTrue(doubts.stream().anyMatch(it -> it.code().equals("NUMBER_ROW")), doubts.toString());
        }
    }

    private String refusal(String title, String figure, String header, String unit) {
        return assertThrows(InvalidDefinitionException.class, () -> sheet(List.of(List.of("编号", "指标名称", header, "单位"), List.of("T1", title, figure, unit))))
                .toString();
    }

    private Target one(String title, String figure, String header, String unit) {
        doubts.clear();
        return sheet(List.of(List.of("编号", "指标名称", header, "单位"), List.of("T1", title, figure, unit))).get("T1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024年目标值", "2024年目标", "2024年度目标", "全年目标"})
    void whatIsRequiredInTheYearOfTheRegisterIsItsTarget(String header) {
        assertEquals("62 个", text(sheet(List.of(List.of("重点工作台账"), List.of("序号", "指标名称", "2023年目标", header), List.of("1", "项目", "50个", "62个"))).get("1")));
    }

    @Test
    void whatLacksIsSaidOfTheRowThatIsMostLikeHeaders() {
        String told = assertThrows(InvalidDefinitionException.class, () -> sheet(List.of(List.of("重点工作台账"), List.of("", "单位：万元"),
                List.of("序号", "指标名称", "2025年目标值", "备注"), List.of("1", "项目", "62个")))).toString();
        assertTrue(told.contains("A3") && told.contains("2025年目标值") && !told.contains("ids of the targets"), told);
    }

    @Test
    void aHeaderBelowAnotherMayBeRemarks() {
        assertEquals("62 个", text(sheet(List.of(List.of("目标台账"), List.of("序号", "指标名称", "目标", "", "完成"), List.of("", "", "年度目标", "备注", "累计完成"),
                List.of("1", "项目", "62个", "", "45"))).get("1")));
    }

    @Test
    void aGoalBesideANameIsWhatIsRequired() {
        assertEquals("62 个", text(sheet(List.of(List.of("目标台账"), List.of("序号", "指标名称", "目标", "1-9月"), List.of("1", "项目", "62个", "45"))).get("1")));
    }

    @Test
    void aHeaderMergedAcrossThatHasOneBelowIsNotThereTwice() {
        Path file = new RawBook().sheet("台账", RawBook.rows(1, List.of(List.of("目标台账"), List.of("单位：万元", "", "", "", "截止日期：2024年9月30日"),
                List.of("序号", "指标名称", "目标", "", "进展", ""), List.of("", "", "全年目标", "", "累计完成", "备注"), List.of("1", "投资", "35", "", "20"))),
                "<mergeCells><mergeCell ref=\"C3:D3\"/><mergeCell ref=\"E3:F3\"/></mergeCells>").write(folder.resolve("台账.xlsx"));
        assertEquals("35 万元", text(RegisterFile.readSheet(file, "demo", ZONE, Span.year(2024), SheetOptions.DEFAULT, doubts::add).get("1")));
    }

    @Test
    void aPeriodAboveAGoalMakesItAnother() {
        Path file = new RawBook().sheet("台账", RawBook.rows(1, List.of(List.of("序号", "指标名称", "年度目标", "1-9月", ""), List.of("", "", "", "目标", "完成"),
                List.of("1", "项目", "62个", "50", "45"))), "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"D1:E1\"/></mergeCells>")
                .write(folder.resolve("台账.xlsx"));
        assertEquals("62 个", text(RegisterFile.readSheet(file, "demo", ZONE, Span.year(2024), SheetOptions.DEFAULT, doubts::add).get("1")));
        assertTrue(doubts.stream().anyMatch(it -> it.message().contains("1-9月目标")), doubts.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"力争：60个", "（力争）60个", "力争60个", "力争: 60 个"})
    void aWordOfStrengthMayStandApart(String figure) {
        Target target = one("项目", figure, "年度目标", "");
        assertEquals("60 个", text(target));
        assertEquals(Strength.ASPIRATION, target.commitment().orElseThrow().strength());
    }

    @Test
    void theSameNumberTwiceIsToldOnce() {
        InvalidDefinitionException told = assertThrows(InvalidDefinitionException.class, () -> sheet(List.of(List.of("序号", "指标名称", "年度目标"),
                List.of("一、工业", "", ""), List.of("1", "项目A", "60个"), List.of("二、农业", "", ""), List.of("1", "项目C", "50个"))));
        assertEquals(1, told.problems().stream().filter(it -> it.code().equals("DUPLICATE")).count(), told.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"12月31日前, 2024-12-31", "6月30日之前, 2024-06-30", "2024年11月30日前, 2024-11-30", "12月底前, 2024-12-31"})
    void aDeadlineIsTheLastDayOfThoseBeforeIt(String due, String day) {
        assertEquals(Deadline.on(LocalDate.parse(day)), sheet(List.of(List.of("序号", "指标名称", "年度目标", "完成时限"), List.of("1", "项目", "60个", due)))
                .get("1").deadline());
    }

    @Test
    void aShareIsNotCounted() {
        assertTrue(refusal("优良率", "0.825", "年度目标（个）", "").contains("'82.5%'"));
        assertTrue(refusal("绿化占比", "40", "年度目标", "个").contains("'40%'"));
        assertEquals("82.5 %", text(one("优良率", "82.5%", "年度目标（个）", "")));
        assertEquals("8 %", text(one("完成", "8%", "年度目标", "个")));
        assertTrue(doubts.stream().anyMatch(it -> it.code().equals("UNIT") && it.message().contains("'个'")), doubts.toString());
    }

    private static String text(Target target) {
        return target.goal().bound().orElseThrow().toString();
    }

    @Test
    void aWordThatThereIsNoUnitIsNone() {
        assertEquals("5", text(one("得分", "5", "年度目标", "无")));
        Target rate = one("容积率", "1.5", "年度目标", "空");
        assertEquals("1.5", text(rate));
        assertEquals(Goal.amount(io.mubiao.target.Measure.level(), rate.goal().bound().orElseThrow()), rate.goal());
    }

    @ParameterizedTest
    @CsvSource({"容积率, 1.5", "全员劳动生产率, 15.5", "孕产妇死亡率, ≤10", "合格率, 1"})
    void aRateThatMayBeNoPercentIsAskedForItsUnit(String title, String figure) {
        String told = refusal(title, figure, "年度目标", "");
        assertTrue(told.contains("UNIT") && !told.contains("%'"), told);
    }

    @ParameterizedTest
    @CsvSource({"不超过3起, <= 3 起", "10例, 10 例", "12篇, 12 篇", "500栋, 500 栋", "5届, 5 届", "2支, 2 支", "3张, 3 张", "4艘, 4 艘", "6位, 6 位",
        "20场次, 20 场次", "5人次, 5 人次"})
    void usualMeasureWordsNeedNoDeclaration(String figure, String read) {
        assertEquals(read, text(one("事项", figure, "年度目标", "")));
    }

    @ParameterizedTest
    @CsvSource({"5万, 个, 5 万个", "3, 亿 元, 3 亿元", "1.2万, 户, 1.2 万户"})
    void aNumberOfTenThousandsHasTheUnitOfItsColumn(String figure, String unit, String read) {
        assertEquals(read, text(one("事项", figure, "年度目标", unit)));
    }

    @Test
    void aLedgerIsARegister() {
        Register register = read("<mergeCells><mergeCell ref=\"B3:B4\"/></mergeCells>", List.of(
                List.of("A1", "一、项目", "新引进项目", "", "62", "个", "", "2024-12-31", "招商局", "张三", "发改委、财政局", "x"),
                List.of("A2", "", "空气优良率", "时点", "≥84.5%", "", "", "2024年11月", "环保局"),
                List.of("A3", "二、工程", "医院", "节点", "", "", "built", "", "卫健委"), List.of("合计", "", "", "", "62"), List.of("注：示意")));
        Target first = register.get("A1");
        assertEquals(Goal.total(Quantity.parse("62 个", register.units())), first.goal());
        assertEquals(new Owner("张三", "招商局", List.of("发改委", "财政局")), first.owner());
        assertEquals(Deadline.on(LocalDate.of(2024, 11, 30)), register.get("A2").deadline());
        assertEquals(Goal.milestone(Scale.STAGES, "built"), register.get("A3").goal());
        assertEquals("一、项目", register.clauseOf("A2").orElseThrow().chapter());
        assertEquals(List.of("TITLE_ROWS", "UNKNOWN_HEADER", "KIND_ASSUMED", "MERGED", "NOTE_ROW", "NOTE_ROW").stream().filter(it -> !it.equals("MERGED")).toList(),
                doubts.stream().map(Problem::code).toList());
        assertEquals(register, RegisterFile.parse(RegisterFile.write(register, io.mubiao.io.Format.YAML), io.mubiao.io.Format.YAML, "t"));
    }

    private Register office(List<List<String>> rows, String... formats) {
        Path file = new RawBook().sheet("台账", RawBook.rows(1, rows)).formats(formats).write(folder.resolve("台账.xlsx"));
        return RegisterFile.readSheet(file, "demo", ZONE, Span.year(2024), SheetOptions.DEFAULT, doubts::add);
    }

    @Test
    void aLedgerWithoutKindsUnitsOrYearsIsReadAsOfficesMeanIt() {
        Register register = office(List.of(List.of("单位：万元"), List.of("序号", "工作任务", "全年目标", "责任单位", "时限"), List.of("一、财税"),
                List.of("1", "税收", "6200", "税务局", "12月底前"), List.of("2", "空气优良率", "≥84.5%", "环保局", "三季度末"), List.of("二、项目"),
                List.of("3", "开工项目", "不少于10个", "发改委", "2024年"), List.of("4", "细颗粒物", "≤ 35 微克/立方米", "环保局", "6月20日")));
        assertEquals(Goal.total(Quantity.parse("6200 万元", register.units())), register.get("1").goal());
        assertEquals("Amount[measure=Level[stream=], require=>= 84.5 %]", register.get("2").goal().toString());
        assertEquals("Amount[measure=Total[stream=], require=>= 10 个]", register.get("3").goal().toString());
        assertEquals("Amount[measure=Level[stream=], require=<= 35 微克/立方米]", register.get("4").goal().toString());
        assertEquals(List.of("2024-12-31", "2024-09-30", "2024-12-31", "2024-06-20"), List.of("1", "2", "3", "4").stream()
                .map(it -> register.get(it).deadline().original().toString()).toList());
        assertEquals(List.of("一、财税", "二、项目"), List.of("2", "3").stream().map(it -> register.clauseOf(it).orElseThrow().chapter()).toList());
        assertTrue(doubts.stream().map(Problem::code).toList().containsAll(List.of("TITLE_ROWS", "PART_ROW", "UNIT_OF_TITLE", "KIND_ASSUMED", "DAY_FORM")),
                doubts.toString());
    }

    @Test
    void aFigureWithoutUnitIsNoShareAndHasTheUnitThatEndsItsTitle() {
        Register register = office(List.of(List.of("编号", "目标", "目标值", "完成时限"), List.of("T1", "新签约亿元以上项目（个）", "60", "12月底前"),
                List.of("T2", "新增就业", "5000", "12月底前"), List.of("T3", "优良率（%）", "82.5", "12月底前"), List.of("T4", "税收(万元)", "6200", "12月底前"),
                List.of("T5", "改造（含扩建）", "3", "12月底前"), List.of("T6", "细颗粒物（微克/立方米）", "≤35", "12月底前")));
        assertEquals(List.of("Total[stream=], require=60 个", "Total[stream=], require=5000", "Level[stream=], require=82.5 %",
                        "Total[stream=], require=6200 万元", "Total[stream=], require=3", "Level[stream=], require=<= 35 微克/立方米"),
                List.of("T1", "T2", "T3", "T4", "T5", "T6").stream().map(it -> register.get(it).goal().toString()
                        .replaceAll("Amount\\[measure=(.*)]", "$1")).toList());
        assertTrue(doubts.stream().anyMatch(it -> it.code().equals("UNIT_OF_TITLE") && it.message().contains("4 cells, lines 2, 4, 5, 7")),
                doubts.toString());
    }

    @ParameterizedTest
    @CsvSource({"占比, 0.5, 50%", "覆盖情况, 不低于3/4, 不低于75%", "空气优良率, 82.5, 82.5%", "城镇化比例, 0.655, 65.5%", "工业增加值增速, ≥8, ≥8%",
            "投资增幅, 不低于7.5, 不低于7.5%"})
    void aShareByItsTitleNeedsAUnitOrAKind(String title, String figure, String meant) {
        InvalidDefinitionException refused = assertThrows(InvalidDefinitionException.class, () -> office(List.of(
                List.of("编号", "目标", "目标值"), List.of("T1", title, figure))));
        assertTrue(refused.problems().toString().contains("C2 目标值: ERROR UNIT"), refused.problems().toString());
        assertTrue(refused.problems().toString().contains("'" + meant + "'"), refused.problems().toString());
        assertTrue(office(List.of(List.of("编号", "目标", "考核方式", "目标值"), List.of("T1", title, "时点", figure))).get("T1").goal().toString()
                .contains("Level"));
        assertTrue(office(List.of(List.of("编号", "目标", "目标值"), List.of("T1", title, meant))).get("T1").goal().toString().contains("Level"));
    }

    @ParameterizedTest
    @CsvSource({"60以上, 60 个", "30-40, 30 个, 40 个", "不少于60, 60 个", "60左右，越高越好, 60 个", "60（含）以上, 60 个"})
    void theUnitOfAColumnBelongsToTheNumberWhateverWordsAreBehindIt(String figure, String number) {
        String goal = office(List.of(List.of("编号", "目标", "目标值", "单位"), List.of("T1", "项目", figure, "个"))).get("T1").goal().toString();
        assertTrue(goal.contains(number) && goal.contains("Total"), goal);
    }

    @ParameterizedTest
    @CsvSource({"力争达到50个, ASPIRATION, 力争", "确保50个以上, PROMISE, 确保", "争取 50 个, ASPIRATION, 争取"})
    void aWordBeforeAFigureSaysHowStronglyItIsMeant(String figure, Strength strength, String verb) {
        Target target = office(List.of(List.of("编号", "目标", "考核方式", "目标值"), List.of("T1", "项目", "累计", figure))).get("T1");
        assertEquals(Optional.of(new Commitment(strength, verb, false)), target.commitment());
        assertTrue(target.goal().toString().contains("50 个"), target.toString());
        assertEquals(List.of("STRENGTH_OF_WORD"), doubts.stream().map(Problem::code).toList());
    }

    @Test
    void whatALedgerIsToldToWriteItReads() {
        for (String figure : List.of("62个左右", "下降3.2%", "约10亿元", "增长8%左右")) {
            InvalidDefinitionException refused = assertThrows(InvalidDefinitionException.class, () -> office(List.of(List.of("编号", "目标",
                    "考核方式", "目标值"),
                    List.of("T1", "项目", "时点", figure))));
            String told = refused.problems().stream().map(it -> it.message(Locale.CHINESE)).collect(Collectors.joining());
            Pattern.compile("[写如]“([^”]+)”").matcher(told).results().forEach(it -> assertEquals("T1", office(List.of(List.of("编号", "目标",
                    "考核方式", "目标值"),
                    List.of("T1", "项目", "时点", it.group(1)))).get("T1").id(), told));
            assertTrue(told.contains("写“"), told);
        }
    }

    @Test
    void aColumnThatALedgerHasNotIsNotCalledEmpty() {
        InvalidDefinitionException none = assertThrows(InvalidDefinitionException.class, () -> office(List.of(List.of("编号", "指标名称", "本月完成"),
                List.of("T1", "项目", "3"), List.of("T2", "投资", "4"))));
        assertEquals(List.of("A1 MISSING_COLUMN"), none.problems().stream().filter(it -> it.severity() == Problem.Severity.ERROR)
                .map(it -> it.place().cell() + " " + it.code()).toList(), none.problems().toString());
        InvalidDefinitionException some = assertThrows(InvalidDefinitionException.class, () -> office(List.of(List.of("编号", "目标", "考核方式",
                "目标值"),
                List.of("T1", "医院", "节点", ""), List.of("T2", "投资", "累计", "4 亿元"))));
        assertTrue(some.problems().toString().contains("A2 编号: ERROR MISSING_FIELD: the ledger has no column 节点"), some.problems()
                .toString());
        assertTrue(some.problems().stream().allMatch(it -> !it.place().cell().isEmpty()), some.problems().toString());
    }

    @Test
    void aShareThatIsWrittenAsAFractionBesideItsPercentSignIsDoubted() {
        office(List.of(List.of("编号", "目标", "考核方式", "目标值", "单位"), List.of("T1", "完成率", "时点", "0.95", "%"), List.of("T2", "完成率", "时点", "95",
                "%"),
                List.of("T3", "失业率", "时点", "≤0.055", "%"), List.of("T4", "利率", "时点", "0.5%", "")));
        assertEquals(List.of("D2 a share of 0.95 % is required; 95 % was probably meant",
                "D4 a share of 0.055 % is required; 5.5 % was probably meant"),
                doubts.stream().filter(it -> it.code().equals("MARK_OF_SHARE")).map(it -> it.place().cell() + " " + it.message()).toList());
    }

    @Test
    void aWorkBesideItsTasksIsTheirChapter() {
        Register register = office(List.of(List.of("序号", "重点工作", "目标任务", "目标值", "单位"), List.of("1", "招商引资", "新引进项目", "62", "个"),
                List.of("2", "城市更新", "老旧小区改造", "6", "个")));
        assertEquals("新引进项目", register.get("1").title());
        assertEquals(List.of("招商引资", "城市更新"), List.of("1", "2").stream().map(it -> register.clauseOf(it).orElseThrow().chapter()).toList());
        assertTrue(doubts.stream().anyMatch(it -> it.code().equals("WORK_AS_CHAPTER")), doubts.toString());
        assertEquals("招商引资", office(List.of(List.of("序号", "重点工作", "目标值", "单位"), List.of("1", "招商引资", "62", "个"))).get("1").title(), "alone it is the title");
        InvalidDefinitionException refused = assertThrows(InvalidDefinitionException.class, () -> office(List.of(
                List.of("序号", "章节", "重点工作", "目标任务", "目标值", "单位"), List.of("1", "一", "招商引资", "新引进项目", "62", "个"))));
        assertTrue(refused.problems().toString().contains("DUPLICATE"), "which of three is the chapter nobody says");
    }

    @Test
    void aLedgerAsCsvIsTheSameRegister() throws IOException {
        List<List<String>> rows = List.of(List.of("序号", "重点工作", "目标任务", "目标值", "单位", "完成时限"), List.of("1", "招商引资", "新引进项目", "62", "个", "12月底前"));
        Path file = folder.resolve("台账.csv");
        Files.writeString(file, rows.stream().map(it -> String.join(",", it)).collect(Collectors.joining("\n")), Charset.forName("GB18030"));
        Register register = RegisterFile.readSheet(file, "demo", ZONE, Span.year(2024), SheetOptions.DEFAULT, doubts::add);
        assertEquals(office(rows).get("1"), register.get("1"));
        Files.writeString(file, "序号,目标任务,目标值,单位\n1,新引进项目,很多,个\n");
        InvalidDefinitionException refused = assertThrows(InvalidDefinitionException.class,
                () -> RegisterFile.readSheet(file, "demo", ZONE, Span.year(2024), SheetOptions.DEFAULT, doubts::add));
        assertTrue(refused.problems().get(0).toString().contains("台账.csv:2:3"), refused.problems().toString());
    }

    @Test
    void aUnitOfTheHeaderOrBelowItCountsAndTwoThatDifferAreRefused() {
        Register header = office(List.of(List.of("编号", "目标", "年度目标（万元）"), List.of("A", "税收", "62")));
        assertEquals(Goal.total(Quantity.parse("62 万元", header.units())), header.get("A").goal());
        Register below = office(List.of(List.of("编号", "目标", "年度目标"), List.of("", "", "万元"), List.of("A", "税收", "62")));
        assertEquals(header.get("A").goal(), below.get("A").goal());
        InvalidDefinitionException refused = assertThrows(InvalidDefinitionException.class, () -> office(List.of(
                List.of("编号", "目标", "年度目标（万元）", "单位"), List.of("A", "税收", "62", "亿元"))));
        assertTrue(refused.problems().toString().contains("D2 单位: ERROR UNIT"), refused.problems().toString());
    }

    @Test
    void aUnitWithAPrefixIsThatOfItsWordAndAPrefixAloneIsNone() {
        Register register = read("", List.of(List.of("A1", "", "惠企", "", "1.2", "万户"), List.of("A2", "", "走访", "", "300", "户")));
        assertEquals(Quantity.parse("12000 户", register.units()), register.get("A1").goal().bound().flatMap(it -> it.reference()).orElseThrow().in(register.units().get("户")));
        InvalidDefinitionException refused = assertThrows(InvalidDefinitionException.class, () -> read("", List.of(List.of("A1", "", "投资", "", "30", "亿"))));
        assertTrue(refused.problems().stream().anyMatch(it -> it.message().startsWith("unknown unit '亿'")), () -> refused.problems().toString());
    }

    @Test
    void everyProblemOfALedgerIsToldWithSheetAndCell() {
        InvalidDefinitionException refused = assertThrows(InvalidDefinitionException.class, () -> read("", List.of(
                List.of("A1", "", "甲", "红线", "62", "个"), List.of("A1", "", "乙", "", "六十二", "个"), List.of("", "", "丙", "", "3", "亿园"))));
        String told = refused.problems().stream().map(it -> it.toString(Locale.CHINESE)).toList().toString();
        assertTrue(told.contains("表「台账」 D3") && told.contains("“红线”") && told.contains("表「台账」 E4") && told.contains("表「台账」 E5"), told);
    }

    private Register merged(String cells, List<List<String>> rows) {
        return merged(cells, Span.year(2024), rows);
    }

    private Register merged(String cells, Span period, List<List<String>> rows) {
        String behind = "<mergeCells>" + Pattern.compile(" ").splitAsStream(cells).map(it -> "<mergeCell ref=\"" + it + "\"/>").collect(Collectors.joining())
                + "</mergeCells>";
        Path file = new RawBook().sheet("台账", RawBook.rows(1, rows), behind).write(folder.resolve("台账.xlsx"));
        return RegisterFile.readSheet(file, "demo", ZONE, period, SheetOptions.DEFAULT, doubts::add);
    }

    /** What is left out is no target, however its cells are merged. */
    @ParameterizedTest
    @CsvSource({"A2:G2 A4:B4 A5:G5", "A2:C2 A4:G4 A5:B6", "A2:A2 A4:A4 A5:A6"})
    void aRowThatIsNoTargetHasNoFlaws(String cells) {
        Register register = merged(cells, List.of(List.of("编号", "目标任务", "目标值", "单位", "完成时限", "牵头单位", "备注"),
                List.of("一、经济"), List.of("1", "收入", "102.5", "亿元", "2024-12-31", "财政局"), List.of("合计", "", "", "162.5"), List.of("注：各单位每月5日前报送")));
        assertEquals(List.of("1"), register.targets().stream().map(Target::id).toList());
        assertEquals("一、经济", register.clauseOf("1").orElseThrow().chapter());
        assertEquals(List.of("PART_ROW", "KIND_ASSUMED", "NOTE_ROW", "NOTE_ROW"), doubts.stream().map(Problem::code).toList());
    }

    @Test
    void aTextAcrossARowBeginsAPartAndATotalWithinAMergedChapterIsOne() {
        Register part = merged("A2:D2", List.of(List.of("编号", "目标任务", "目标值", "单位", "备注"), List.of("经济发展"), List.of("1", "收入", "102.5", "亿元")));
        assertEquals("经济发展", part.clauseOf("1").orElseThrow().chapter());
        Register within = merged("A2:A4", List.of(List.of("类别", "编号", "目标任务", "目标值", "单位"), List.of("经济", "1", "收入", "102.5", "亿元"),
                List.of("", "2", "税收", "80", "亿元"), List.of("", "小计", "", "182.5", "亿元")));
        assertEquals(List.of("经济", "经济"), within.targets().stream().map(it -> within.clauseOf(it.id()).orElseThrow().chapter()).toList());
    }

    private void twoRows(String cells, List<String> upper, List<String> lower, List<String> row) {
        doubts.clear();
        Target target = merged(cells, List.of(List.of("2024年台账"), upper, lower, row)).get("1");
        assertEquals("Amount[measure=Total[stream=], require=102.5 亿元]", target.goal().toString());
        assertEquals(new Owner("", "财政局", List.of("税务局")), target.owner());
        assertEquals("收入", target.title());
        assertEquals(List.of("TITLE_ROWS", "KIND_ASSUMED"), doubts.stream().map(Problem::code).toList(), doubts.toString());
    }

    /** Cells of the header that are merged say that it has two rows, though the first alone would do. */
    @Test
    void mergedHeadersHaveTheRowsThatTheirCellsReach() {
        List<String> row = List.of("1", "收入", "102.5", "亿元", "财政局", "税务局");
        twoRows("A1:F1 A2:A3 B2:B3 C2:D2 E2:F2", List.of("序号", "目标任务", "目标值", "", "责任单位"), List.of("", "", "指标", "单位", "牵头", "配合"), row);
        twoRows("A1:F1 C2:D2 E2:F2", List.of("序号", "目标任务", "目标值", "", "责任单位"), List.of("", "", "数值", "单位", "牵头", "配合"), row);
        twoRows("A1:F1 A2:A3 B2:B3 C2:C3 D2:D3 E2:F2", List.of("序号", "目标任务", "目标值", "单位", "单位"), List.of("", "", "", "", "牵头", "配合"), row);
        twoRows("A1:F1 A2:A3 B2:B3 C2:C3 D2:D3 E2:E3 F2:F3", List.of("序号", "目标任务", "目标值", "单位", "牵头单位", "配合单位"), List.of(), row);
        twoRows("A1:F1 A2:A3 B2:D2 E2:F2", List.of("序号", "年度", "", "", "责任"), List.of("", "任务名称", "目标值", "单位", "单位", "配合单位"), row);
    }

    @Test
    void aHeaderThatIsMergedAcrossFiguresIsNoneOfTwoRows() {
        InvalidDefinitionException refused = assertThrows(InvalidDefinitionException.class, () -> merged("C1:D1",
                List.of(List.of("编号", "目标任务", "目标值", "", "备注"), List.of("A1", "新引进项目", "62个", "甲"), List.of("A2", "学校", "5所", "乙"))));
        assertEquals(List.of("D1"), refused.problems().stream().filter(it -> it.code().equals("DUPLICATE")).map(it -> it.place().cell()).toList(),
                refused.problems().toString());
    }

    private Owner owner(List<String> header, List<String> row) {
        List<String> all = new ArrayList<>(List.of("编号", "目标", "目标值"));
        all.addAll(header);
        List<String> cells = new ArrayList<>(List.of("1", "税收", "62 亿元"));
        cells.addAll(row);
        return office(List.of(all, cells)).get("1").owner();
    }

    /** Of 牵头单位 and 责任单位 beside each other the first leads; nobody is lost. */
    @Test
    void unitsThatAnswerBesideOneThatLeadsCooperate() {
        List<String> header = List.of("牵头单位", "责任单位");
        assertEquals(new Owner("", "发改委", List.of("财政局", "各县区")), owner(header, List.of("发改委", "财政局、各县区")));
        assertTrue(doubts.stream().anyMatch(it -> it.code().equals("RESPONSIBLE_BESIDE_LEAD")), doubts.toString());
        assertEquals(new Owner("", "发改委", List.of("财政局", "统计局")), owner(List.of("责任部门", "主办单位", "配合单位"), List.of("发改委；财政局", "发改委", "财政局，统计局")));
        assertEquals(new Owner("", "财政局", List.of()), owner(header, List.of("", "财政局")), "where nobody leads, the only one does");
        assertEquals(new Owner("", "", List.of("财政局", "各县区")), owner(header, List.of("", "财政局、各县区")), "which of two leads nobody says");
        assertTrue(assertThrows(InvalidDefinitionException.class, () -> owner(List.of("责任单位", "责任部门"), List.of("甲", "乙"))).toString().contains("DUPLICATE"));
    }

    @Test
    void whetherATargetIsBindingMayStandUnderItsNature() {
        List<String> header = List.of("编号", "目标", "目标值", "指标性质");
        Register register = office(List.of(header, List.of("1", "税收", "62 亿元", "约束性"), List.of("2", "产值", "5 亿元", "预期性指标"), List.of("3", "道路", "5 亿元", "续建")));
        assertEquals(List.of(Optional.of(Bindingness.BINDING), Optional.of(Bindingness.EXPECTED), Optional.empty()),
                register.targets().stream().map(Target::bindingness).toList());
        assertEquals(List.of("D4 指标性质"), doubts.stream().filter(it -> it.code().equals("NOT_READ")).map(it -> it.place().cell() + " " + it.place().path()).toList());
        assertThrows(InvalidDefinitionException.class, () -> office(List.of(List.of("编号", "目标", "目标值", "约束性"), List.of("1", "税收", "62 亿元", "也许"))));
    }

    @Test
    void stagesMayBeNamedInChinese() {
        Register register = office(List.of(List.of("编号", "目标", "考核方式", "目标值", "节点"), List.of("1", "医院", "节点", "", "建成"), List.of("2", "学校", "节点", "开工")));
        assertEquals(List.of(Goal.milestone(Scale.STAGES, "built"), Goal.milestone(Scale.STAGES, "started")), register.targets().stream().map(Target::goal).toList());
    }

    private String refused(String... row) {
        InvalidDefinitionException refused = assertThrows(InvalidDefinitionException.class, () -> office(List.of(
                List.of("编号", "目标任务", "考核方式", "年度目标", "单位", "完成时限"), List.of(row))));
        List<Problem> errors = refused.problems().stream().filter(it -> it.severity() == Problem.Severity.ERROR).toList();
        assertEquals(1, errors.size(), errors.toString());
        return errors.get(0).toString(Locale.CHINESE).replaceFirst(".*表「台账」 ", "");
    }

    /** Every problem names cell and header, in the words of the sheet. */
    @Test
    void whatIsWrongWithALedgerIsSaidInItsOwnWords() {
        assertEquals("D2 年度目标：错误 MISSING_FIELD：“年度目标”列为空，而节点以外的目标必须填写", refused("1", "收入", "", "", "亿元"));
        assertEquals("A2 编号：错误 MISSING_FIELD：“编号”列为空，而各项目标必须填写", refused("", "收入", "", "5", "亿元"));
        assertTrue(refused("1", "立项", "", "完成立项").matches("D2 年度目标：错误 BAD_VALUE：.*“?完成立项.*考核方式.*节点.*开工.*"), refused("1", "立项", "", "完成立项"));
        assertTrue(refused("1", "学校", "", "新建5所").startsWith("D2 年度目标：错误 BAD_VALUE："), refused("1", "学校", "", "新建5所"));
        assertTrue(refused("1", "收入", "", "5", "亿元", "年底左右").startsWith("F2 完成时限：错误"), refused("1", "收入", "", "5", "亿元", "年底左右"));
        for (String told : List.of(refused("1", "学校", "", "新建5所"), refused("1", "学校", "", "5所和6个"), refused("1", "收入", "", "5", "亿园"))) {
            assertFalse(told.replaceAll("BAD_VALUE|measure-words", "").matches("(?s).*[A-Za-z]{2,}.*[A-Za-z]{2,}.*"), told);
        }
    }
}
