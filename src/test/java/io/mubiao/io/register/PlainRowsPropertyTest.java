package io.mubiao.io.register;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.WithProblems;
import io.mubiao.target.Bound;
import io.mubiao.target.Goal;
import io.mubiao.target.Measure;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import io.mubiao.value.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Rows that are like one read with care are read quickly, and to the same effect. A note of its own makes a row unlike every
 * other, so that a table is read with care from its first row to its last.
 */
class PlainRowsPropertyTest {
    private static final Units UNITS = Units.builtIn().with("个");
    private static final Register REGISTER = Register.of("demo", java.time.ZoneId.of("Asia/Shanghai"),
            Target.of("A", "项目", Goal.total(Quantity.parse("62 个", UNITS)), Span.year(2024)),
            Target.of("B", "投资", Goal.total(Quantity.parse("50 亿元", UNITS)), Span.year(2024)),
            Target.of("C", "空气优良率", Goal.amount(Measure.level(), Bound.parse(">= 85 %", UNITS)), Span.year(2024)));
    /** The note of a row; its last figures are the row's number or always the same. */
    private static final String NOTE = "n000";
    private static final List<String> NUMBERS = List.of("3", "3", "7", "12.50", "0", "0003", "4.0", "-3", "+3", "１２", "1,234", "1234,5", "5 个",
            "5 亿元", "5 人", "1e3", ".5", "5.", "abc", "", "—", "90 %", "0.91", "12345678901234567", "123456789012345678.5", "3/4", "'3", "\"6\"");
    private static final List<String> DAYS = List.of("2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30", "2024-05-31", "2024-06-30",
            "2024/2/29", "2024.9.30", "2024年9月30日", "20240930", "45565", "２０２４-07-31", "2024-02-30", "2024-9-31", "2024-08-31 0:00:00", "0024-06-30",
            "2204-06-30", "2024-05-01/2024-05-31", "2024-05-31/2024-05-31", "2024-06", "9月底", "上半年", "", "30/9/2024", "2025-12-31", "\"2024-06-30\"");
    private static final List<String> SPANS = List.of("2024-01-01/2024-01-31", "2024-02-01/2024-02-29", "2024-03-01/2024-03-31",
            "2024-04-01/2024-06-30", "2024-06-01/2024-06-30", "2024-06-30/2024-06-01", "2024年1月", "2024-07", "2024-07-15", "2024/7/1/2024/7/31", "");
    private static final List<String> SIDE = List.of("合计,,,,,,%s", "注：按月上报,,,,,,%s", ",,,,,,%s", "", "A,total,2024-06-30,5", "\"A,total,5",
            "A,\"to\"tal,2024-06-30,3,,,%s", "A,total,2024-06-30,3,,,%s,x", "Q,total,2024-06-30,3,,,%s", "A,totla,2024-06-30,3,,,%s");

    private Random random = new Random();
    private boolean alone;
    private int rows;

    private String any(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Mostly one of the first few. */
    private String mostly(List<String> of) {
        return random.nextInt(12) == 0 ? any(of) : any(of.subList(0, Math.min(6, of.size())));
    }

    private String note() {
        rows++;
        return NOTE.substring(0, NOTE.length() - 2) + (alone ? String.format("%02d", rows) : "00");
    }

    private String table() {
        String day = any(List.of("日期", "期间", "开始日期,结束日期"));
        String unit = any(List.of("数值,单位", "数值（个）,来源", "value,记录时间", "完成值,口径", "数值（个）,指标名称"));
        List<String> lines = new ArrayList<>(List.of("指标编号,类型," + day + "," + unit + ",备注"));
        for (int i = 6 + random.nextInt(10); i > 0; i--) {
            int kind = random.nextInt(24);
            lines.add(kind == 0 ? any(SIDE).replace("%s", note()) : kind == 1 ? lines.get(0) : row(day, unit));
        }
        String end = any(List.of("\n", "\r\n"));
        return any(List.of("", "\uFEFF")) + String.join(end, lines) + any(List.of("", end, end + end));
    }

    private String row(String day, String unit) {
        boolean level = random.nextInt(4) == 0;
        String stream = level ? "C" : random.nextInt(3) == 0 ? "B" : "A";
        String kind = level ? "level" : day.equals("日期") ? "total" : mostly(List.of("increment", "增量", "increment", "", "increment", "total"));
        String days = day.equals("日期") ? mostly(DAYS) : day.equals("期间") ? mostly(SPANS) : mostly(DAYS) + "," + mostly(DAYS);
        String other = unit.contains("单位") ? mostly(level ? List.of("%", "％", "%") : stream.equals("A") ? List.of("个", "个", "人") : List.of("亿元", "万元"))
                : unit.contains("来源") ? mostly(List.of("统计局", "发改委", "", "'统计局")) : unit.contains("名称") ? mostly(List.of("项目", "投资", "项目", "")) : unit.contains("口径") ? mostly(List.of("", "上报", "认定", "x"))
                : mostly(List.of("", "2024-12-31", "2024-12-31 9:00", "2024-03-01", "", "2024-12-31T09:00:00+08:00", "soon"));
        String id = any(List.of("", "", "", " ")) + stream;
        return String.join(",", random.nextInt(6) == 0 ? "\"" + id + "\"" : id, kind, days, mostly(NUMBERS), other, note());
    }

    private static String text(long seed, boolean alone) {
        PlainRowsPropertyTest made = new PlainRowsPropertyTest();
        made.random = new Random(seed);
        made.alone = alone;
        return made.table();
    }

    private static void same(String quick, String careful) {
        WithProblems<List<Observation>> one = ObservationCsv.parse(quick, "t", REGISTER);
        WithProblems<List<Observation>> other = ObservationCsv.parse(careful, "t", REGISTER);
        assertEquals(other.problems(), one.problems(), quick);
        assertEquals(other.value(), one.value(), quick);
    }

    @Property
    void quickAndCarefulReadingGiveTheSame(@ForAll long seed) {
        same(text(seed, false), text(seed, true));
    }

    /** Columns go into a log without an object for each row, and it is the log of those objects. */
    @Property
    void aLogOfColumnsIsTheLogOfItsObservations(@ForAll long seed) {
        String text = text(seed, false);
        WithProblems<List<Observation>> rows = ObservationCsv.parse(text, "t", REGISTER);
        WithProblems<ObservationLog> read = ObservationCsv.log(text, "t", REGISTER);
        assertEquals(rows.problems(), read.problems(), text);
        ObservationLog expected = ObservationLog.of(rows.value());
        ObservationLog log = read.value();
        assertEquals(expected.stream().toList(), log.stream().toList(), text);
        assertEquals(List.copyOf(expected.streams()), List.copyOf(log.streams()), text);
        assertEquals(expected.latestRecordedAt(), log.latestRecordedAt(), text);
        for (String stream : log.streams()) {
            UNITS.find("亿元").ifPresent(unit -> assertEquals(expected.decimals(stream, unit), log.decimals(stream, unit), text));
            assertEquals(expected.decimals(stream, UNITS.get("个")), log.decimals(stream, UNITS.get("个")), text);
        }
        log.stream().forEach(it -> assertEquals(it, log.get(it.entry().id()), text));
    }

    @Example
    void aDayWrittenAsItsOwnSpanIsNoDayEitherWay() {
        List<String> days = List.of("2024-01-31", "2024-02-29/2024-02-29");
        String head = "指标编号,类型,日期,数值,单位,备注\n";
        List<String> tables = Stream.of(List.of("a", "a"), List.of("a", "b")).map(notes -> head + IntStream.range(0, 2)
                .mapToObj(i -> "A,total," + days.get(i) + ",3,个," + notes.get(i) + "\n").collect(Collectors.joining())).toList();
        same(tables.get(0), tables.get(1));
    }

    /** Only what is like a figure too long for columns was ever read with care. */
    @Example
    void aRowIsToldByItsPlaceThoughNoneBeforeItCameIntoColumns() {
        String head = "指标编号,类型,期间,数值（个）,备注\n";
        List<String> rows = List.of("A,increment,2024-01-01/2024-01-31,123456789012345678.5,", "A,increment,2024-02-01/2024-02-29,3,",
                "A,increment,2024-02-01/2024-02-29,4,");
        same(head + String.join("\n", rows), head + IntStream.range(0, 3).mapToObj(i -> rows.get(i) + i).collect(Collectors.joining("\n")));
        assertEquals(List.of("FAR_OFF t:2:4 数值（个）", "OVERLAPPING_INCREMENTS t:4:1 指标编号"), ObservationCsv.parse(head + String.join("\n", rows), "t",
                REGISTER).problems().stream().map(it -> it.code() + " " + it.place()).toList());
    }
}
