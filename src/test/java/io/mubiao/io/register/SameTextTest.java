package io.mubiao.io.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.Input;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.Problem;
import io.mubiao.problem.WithProblems;
import io.mubiao.target.Register;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

/** The same text is read the same way in whatever form and encoding observations come. */
class SameTextTest {
    private static final Register REGISTER = RegisterFile.parse("""
            register: small
            zone: Asia/Shanghai
            period: 2024-01-01/2024-12-31
            units: [个]
            targets:
              - {id: A, goal: {kind: amount, of: total, require: ">= 62 个"}}
              - {id: B, goal: {kind: amount, of: level, require: ">= 90 %"}}
            """, Format.YAML, "r");
    private static final String KNOWN = "2024-10-08T09:00:00+08:00";

    /** What a row of one kind becomes in CSV, YAML and JSON, with the codes of what was told. */
    private static List<String> read(String kind, String field, String text, String value, String recorded) {
        String csv = "stream,kind," + field + ",value,recorded\nA,total,2024-02-29,1 个,2024-03-01T00:00:00Z\n" + (kind.equals("level") ? "B," : "A,")
                + kind + "," + text + "," + value + "," + recorded + "\n";
        if (field.equals("span")) {
            csv = csv.replace("A,total,2024-02-29,1 个,2024-03-01T00:00:00Z\n", "");
        }
        String row = "{\"kind\": \"" + kind + "\", \"stream\": \"" + (kind.equals("level") ? "B" : "A") + "\", \"" + field + "\": \"" + text
                + "\", \"value\": \"" + value + "\", \"recorded\": \"" + recorded + "\"}";
        String tree = "{\"observations\": \"small\", \"rows\": [" + row + "]}";
        return Stream.of(ObservationFile.readRows(Input.of(csv, "o.csv"), REGISTER), ObservationFile.parse(tree, Format.YAML, "o", REGISTER),
                ObservationFile.parse(tree, Format.JSON, "o", REGISTER)).map(SameTextTest::said).toList();
    }

    private static String said(WithProblems<List<Observation>> read) {
        List<String> errors = read.problems().stream().filter(it -> it.severity() == Problem.Severity.ERROR).map(Problem::code).toList();
        List<String> doubts = read.problems().stream().filter(it -> it.severity() != Problem.Severity.ERROR).map(it -> it.code() + " "
                + it.message().replaceAll(" (?:cells?|places?), (?:lines? .*|row .*)", "")).distinct().sorted().toList();
        Observation last = read.value().isEmpty() ? null : read.value().get(read.value().size() - 1);
        return errors + " " + doubts + " " + (last == null || !errors.isEmpty() ? "" : LogRows.tree(last).with("id", ""));
    }

    private static void same(List<String> read) {
        assertEquals(read.get(0).replaceAll("\\d+ \\w+, .*?]", "]"), read.get(1).replaceAll("\\d+ \\w+, .*?]", "]"));
        assertEquals(read.get(1), read.get(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-09-30", "2024年9月", "2024-09", "9月30日", "2024年9月末", "2024年三季度", "2024年9月30日前", "2024/9/30", "20240930",
        "上半年末", "2024.1", "2024.2", "9月", "45565", "２０２４年９月", "30/9/2024", "明年"})
    void aDay(String text) {
        same(read("total", "on", text, "50 个", KNOWN));
        same(read("level", "on", text, "91 %", KNOWN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-01-01/2024-01-31", "2024年1月", "2024-01", "2024.1", "2024年一季度", "2024年1月1日至2024年1月31日", "13月"})
    void someDays(String text) {
        same(read("increment", "span", text, "5 个", KNOWN));
    }

    @ParameterizedTest
    @ValueSource(strings = {KNOWN, "2024-10-08", "2024年10月8日", "2024-10-08 9:30", "2024/10/8 09:30:15", "2024-10-08T01:00:00Z", "2024年10月", "10月8日"})
    void whenItBecameKnown(String text) {
        same(read("total", "on", "2024-09-30", "50 个", text));
    }

    @Test
    void aMonthIsItsLastDayInYamlToo() {
        assertTrue(read("total", "on", "2024年9月", "50 个", KNOWN).get(1).contains("on=2024-09-30"));
        assertTrue(read("total", "on", "2024年9月", "50 个", KNOWN).get(1).contains("DAY_FORM"));
    }

    @Test
    void unmarkedUtf16IsReadInBothOrders() {
        String csv = "指标编号,类型,日期,数值,备注\nA,total,2024-09-30,50 个,一一一一\n";
        for (Charset order : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            WithProblems<List<Observation>> read = ObservationFile.readRows(Input.of(new java.io.ByteArrayInputStream(csv.getBytes(order)), "o.csv"),
                    REGISTER, ObservationLog.empty());
            assertEquals(1, read.value().size(), read.problems()::toString);
            assertTrue(read.problems().stream().noneMatch(it -> it.severity() == Problem.Severity.ERROR), read.problems()::toString);
        }
    }
}
