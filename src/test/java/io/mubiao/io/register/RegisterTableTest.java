package io.mubiao.io.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Input;
import io.mubiao.io.SheetOptions;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import io.mubiao.target.Deadline;
import io.mubiao.target.Goal;
import io.mubiao.target.Owner;
import io.mubiao.target.Register;
import io.mubiao.target.Scale;
import io.mubiao.target.Target;
import io.mubiao.testing.RawBook;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void aUnitOfTheHeaderOrBelowItCountsAndTwoThatDifferAreRefused() {
        Register header = office(List.of(List.of("编号", "目标", "年度目标（万元）"), List.of("A", "税收", "62")));
        assertEquals(Goal.total(Quantity.parse("62 万元", header.units())), header.get("A").goal());
        Register below = office(List.of(List.of("编号", "目标", "年度目标"), List.of("", "", "万元"), List.of("A", "税收", "62")));
        assertEquals(header.get("A").goal(), below.get("A").goal());
        InvalidDefinitionException refused = assertThrows(InvalidDefinitionException.class, () -> office(List.of(
                List.of("编号", "目标", "年度目标（万元）", "单位"), List.of("A", "税收", "62", "亿元"))));
        assertTrue(refused.problems().toString().contains("D2: ERROR UNIT"), refused.problems().toString());
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
}
