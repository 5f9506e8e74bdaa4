package io.mubiao.io.roll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.Input;
import io.mubiao.io.SheetOptions;
import io.mubiao.io.result.EvaluationCsv;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.ClassHistory;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.problem.Problem;
import io.mubiao.problem.WithProblems;
import io.mubiao.workbook.Workbook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Classes of earlier years, as offices keep them. */
class HistoryFileTest {
    private static final String RULE = """
            id: h
            year: 2025
            no-prior-class: 无
            columns: {v: {title: 税收, unit: 万元}, hurt: {title: 事故, kind: flag, if-empty: 否}}
            scope: {exclude: [{id: hurt, when: hurt, effect: treated-as, label: C}]}
            indicators: {i: {title: 税收, formula: v, unit: 万元}}
            groups: [{id: all, title: 全部, rank-on: i}]
            ranking: {on: unrounded, ties: best-place, small-groups: none}
            classes: {order: [A, B, C, D], by: rank, quota-base: ranked, quota-rounding: cumulative half-up, cuts: {A: 20 %, B: 60 %, C: 80 %, D: 100 %}}
            refill: false
            """;

    @TempDir
    Path folder;

    private static EvaluationRule rule() {
        return RuleFile.parse(RULE, Format.YAML, "h");
    }

    private static WithProblems<ClassHistory> read(String text) {
        return HistoryFile.parse(text, "h.csv", rule());
    }

    private static List<String> codes(WithProblems<ClassHistory> read) {
        return read.problems().stream().map(Problem::code).toList();
    }

    private static String years(ClassHistory history, String id) {
        return history.last(id).orElse("-") + history.consecutive(id, history.last(id).orElse("?"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023,2024", "2023年,2024年", "2023年等级,2024年度评价等级", "class 2023,class_2024", "前年等级,上年等级", "2023（等级）,2024(类别)", "前年,prior_class"})
    void yearsStandInHeadersInManyWays(String headers) {
        WithProblems<ClassHistory> read = read("统一社会信用代码,企业名称," + headers + "\nE1,甲,D,D\nE2,乙,A,\nE3,丙,无,B类\n");
        assertEquals(List.of(), read.problems(), headers);
        assertEquals("D2 -0 B1", years(read.value(), "E1") + " " + years(read.value(), "E2") + " " + years(read.value(), "E3"));
    }

    @Test
    void aClassMeansWhatTheRuleCallsSo() {
        WithProblems<ClassHistory> read = read("id,等级\nE1,d\nE2,D类企业\nE3,Ｂ档\nE4,优\nE5,—\n");
        assertEquals(List.of("UNKNOWN_CLASS"), codes(read));
        assertTrue(read.problems().get(0).message().contains("'优'"), read.problems().toString());
        assertEquals("D D B", read.value().last("E1").orElseThrow() + " " + read.value().last("E2").orElseThrow() + " " + read.value().last("E3").orElseThrow());
        assertEquals(Optional.empty(), read.value().last("E5"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "id,税收 | MISSING_COLUMN", "名,2024 | MISSING_COLUMN", "id,2024,2024年等级 | DUPLICATE", "id,等级,2024 | UNDATED_CLASS", "id,2024,2025 | LATER_YEAR",
        "id,2022,2023 | NO_LAST_YEAR", "id,2024,2023级别等级 | UNKNOWN_HEADER"})
    void whatIsDoubtfulAboutHeadersIsTold(String headers, String code) {
        assertTrue(codes(read(headers + "\nE1,D,D\n")).contains(code), read(headers + "\nE1,D,D\n").problems().toString());
    }

    @Test
    void rowsAreHeldToWhatRollsAre() {
        WithProblems<ClassHistory> read = read("id,2024\nE1,D\nE1,C\n,D\n合计,2\nE2,A,B\n");
        assertEquals(List.of("DUPLICATE", "NO_ID", "TOTALS_ROW", "CELLS"), codes(read).stream().distinct().toList());
        assertEquals(List.of(3, 4, 5, 6), read.problems().stream().map(it -> it.place().line()).distinct().toList());
        assertEquals("D1", years(read.value(), "E1"));
    }

    @Test
    void aYearThatTheRuleDoesNotNameIsTheLatestOfAll() {
        EvaluationRule none = RuleFile.parse(RULE.replace("year: 2025", "year: none"), Format.YAML, "h");
        WithProblems<ClassHistory> read = HistoryFile.parse("id,2020,2021\nE1,C,D\n", "h.csv", none);
        assertEquals(List.of("YEAR_ASSUMED"), codes(read));
        assertEquals(Optional.of("D"), read.value().last("E1"));
    }

    private Evaluation lastYears() {
        Roll.Builder roll = Roll.builder(rule());
        for (int i = 1; i <= 5; i++) {
            roll.add("E" + i, "企业" + i, Map.of("v", i));
        }
        return LandAssessor.of(rule()).evaluate(roll.add("E6", "", Map.of("v", 9, "hurt", true)).build());
    }

    /** What was written last year is what this year asks for. */
    @Test
    void resultsOfTheLibraryReadBackAsTheyWere() throws IOException {
        Evaluation last = lastYears();
        ClassHistory expected = ClassHistory.NONE.with(last);
        Path csv = folder.resolve("last.csv");
        EvaluationCsv.write(csv, StandardCharsets.UTF_8, true, last, List.of("rank", "id", "name", "status", "initial_class", "class", "label", "i"), rows -> { });
        Path book = folder.resolve("last.xlsx");
        Workbook.of(last, Locale.CHINESE).write(book);
        for (Path file : List.of(csv, book)) {
            ClassHistory read = HistoryFile.read(file, rule()).orThrow();
            for (String id : last.ids()) {
                assertEquals(expected.last(id), read.last(id), id + " in " + file);
            }
            assertEquals("C", read.last("E6").orElse(""), "treated as C");
        }
        assertEquals("D1", years(HistoryFile.read(Input.of(Files.newInputStream(book), "up.xlsx"), rule()).orThrow(), "E1"));
        assertEquals("D1", years(HistoryFile.read(Input.of(Files.newInputStream(csv), "up.csv"), rule()).orThrow(), "E1"));
    }

    @Test
    void oneYearAFileIsPutTogether() throws IOException {
        Path before = Files.writeString(folder.resolve("2.csv"), "id,class\nE1,D\nE2,A\n");
        Path last = Files.writeString(folder.resolve("1.csv"), "id,class\nE1,D\nE3,A\n");
        ClassHistory two = HistoryFile.read(before, rule(), 2, SheetOptions.DEFAULT).orThrow();
        ClassHistory all = two.with(HistoryFile.read(last, rule()).orThrow());
        assertEquals("D2 -0 A1", years(all, "E1") + " " + years(all, "E2") + " " + years(all, "E3"));
        ClassHistory other = HistoryFile.parse("id,2023\nE1,B\n", "o", rule()).value();
        assertTrue(assertThrows(IllegalArgumentException.class, () -> all.with(other)).toString().contains("'E1' has two classes 2 year(s) ago: 'D' and 'B'"));
        assertThrows(IllegalArgumentException.class, () -> HistoryFile.read(last, rule(), 0, SheetOptions.DEFAULT));
    }
}
