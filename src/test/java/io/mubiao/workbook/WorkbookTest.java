package io.mubiao.workbook;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.Mubiao;
import io.mubiao.assess.Assessments;
import io.mubiao.io.register.ObservationFile;
import io.mubiao.io.register.RegisterFile;
import io.mubiao.io.roll.RollFile;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.io.rule.ScorecardFile;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.problem.NoSuchIdException;
import io.mubiao.render.Grid;
import io.mubiao.render.Grid.Cell;
import io.mubiao.scorecard.Scorecard;
import io.mubiao.target.Register;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results as people send them on. */
class WorkbookTest {
    private static final Path SEED = Path.of("seeds/jinan-2024");

    @TempDir
    private Path folder;

    private static Scorecard card() {
        Register register = RegisterFile.read(SEED.resolve("register.yaml"));
        Assessments assessments = Mubiao.assess(register, ObservationFile.read(SEED.resolve("observations.yaml"), register).orThrow(),
                LocalDate.of(2024, 9, 30));
        return Mubiao.score(ScorecardFile.read(SEED.resolve("scorecard.yaml")), assessments);
    }

    @Test
    void aScorecardHasASheetAViewAndAChapterAndExplanations() throws IOException {
        Scorecard card = card();
        Path file = folder.resolve("计分.xlsx");
        Workbook.of(card, Locale.CHINESE).write(file);
        Map<String, List<List<String>>> sheets = Books.sheets(file);
        assertTrue(sheets.keySet().stream().anyMatch(it -> it.startsWith("汇总 ")), sheets.keySet().toString());
        List<List<String>> explained = requireNonNull(sheets.get("逐项说明"));
        assertEquals(card.size() + 2, explained.size());
        long items = sheets.entrySet().stream().filter(it -> it.getValue().stream().anyMatch(row -> row.contains("得分(分)") && row.contains("目标")))
                .mapToLong(it -> it.getValue().size() - 4).sum();
        assertEquals(card.size(), items);
        List<String> p05 = sheets.values().stream().flatMap(List::stream).filter(row -> row.get(0).equals("P05") && row.size() > 5).findFirst().orElseThrow();
        assertTrue(p05.contains("个"), p05.toString());
        String sheet = Books.part(file, "xl/worksheets/sheet1.xml");
        assertTrue(sheet.contains("state=\"frozen\"") && sheet.contains("<autoFilter"), sheet.substring(0, 500));
        assertTrue(Books.part(file, "xl/styles.xml").contains("0.00%"));
    }

    @Test
    void theSameResultsAreTheSameBytesAndNothingIsLeftBehind() throws IOException {
        Scorecard card = card();
        Path one = folder.resolve("1.xlsx");
        Path other = folder.resolve("2.xlsx");
        Workbook.of(card, Locale.ENGLISH).write(one);
        Workbook.of(card, Locale.ENGLISH).write(other);
        assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(other));
        assertFalse(Books.part(one, "docProps/core.xml").contains("created"));
        try (var files = Files.list(folder)) {
            assertEquals(2, files.count());
        }
        assertTrue(Books.sheets(one).containsKey("explanations"));
    }

    @Test
    void numbersAreNumbersAndTextsAreNeverFormulas() throws IOException {
        Path file = folder.resolve("t.xlsx");
        Workbook.of(List.of(new Grid("a/b:[c]", List.of("=T()"), List.of("=1+1", "数(个)"), 1, List.of(
                List.of(Cell.of("=cmd|' /C calc'!A0"), Cell.of("1234.5", Grid.Form.PLAIN)), List.of(Cell.of("@x\u0001<&>", Grid.Tone.BAD),
                        Cell.of("87.5%", Grid.Form.PERCENT)))), new Grid("A/B:[C]", List.of(), List.of("x"), 0, List.of()))).write(file);
        String sheet = Books.part(file, "xl/worksheets/sheet1.xml");
        assertFalse(sheet.contains("<f>"), sheet);
        assertTrue(sheet.contains("<v>1234.5</v>") && sheet.contains("<v>0.875</v>"), sheet);
        assertEquals(List.of("a b  c", "A B  C (2)"), List.copyOf(Books.sheets(file).keySet()));
        assertEquals("=cmd|' /C calc'!A0", requireNonNull(Books.sheets(file).get("a b  c")).get(2).get(0));
    }

    @Test
    void daysAreDaysAsFarAsSpreadsheetsHaveThem() throws IOException {
        Path file = folder.resolve("d.xlsx");
        Workbook.of(List.of(new Grid("d", List.of("d"), List.of("投产日期"), 0, List.of(List.of(Cell.of("2018-12-15", Grid.Form.DAY)),
                List.of(Cell.of("1850-01-02", Grid.Form.DAY)), List.of(Cell.of("", Grid.Form.DAY)))))).write(file);
        String sheet = Books.part(file, "xl/worksheets/sheet1.xml");
        assertTrue(sheet.contains("<v>43449</v>") || sheet.contains("<v>43449.0</v>"), sheet);
        assertTrue(Books.part(file, "xl/styles.xml").contains("yyyy-mm-dd"));
        assertEquals("1850-01-02", requireNonNull(Books.sheets(file).get("d")).get(3).get(0));
    }

    @Test
    void sheetsPrintOnA4AndSayNoNull() throws IOException {
        Path file = folder.resolve("f.xlsx");
        Template.of(RuleFile.read(Path.of("seeds/rules/huaian-2024-by-county.yaml")), Locale.CHINESE).write(file);
        String form = Books.part(file, "xl/worksheets/sheet1.xml");
        assertTrue(form.contains("<dataValidation "), form);
        Workbook.of(List.of(new Grid("a", List.of("a"), List.of("x"), 0, List.of()))).write(folder.resolve("a.xlsx"));
        for (String sheet : List.of(form, Books.part(folder.resolve("a.xlsx"), "xl/worksheets/sheet1.xml"))) {
            assertTrue(sheet.contains("paperSize=\"9\""), sheet);
            assertFalse(sheet.contains("\"null\""), sheet);
        }
    }

    @Test
    void anEvaluationHasASheetAGroupAndOnlyAProfilesColumnsLeave() throws IOException {
        var rule = RuleFile.read(Path.of("seeds/rules/huaian-2024-by-county.yaml"));
        Evaluation evaluation = Mubiao.evaluate(rule, RollFile.read(Path.of("examples/landleague/roll-2024.csv"), rule).orThrow());
        Path file = folder.resolve("结果.xlsx");
        Workbook.of(evaluation, Locale.CHINESE).write(file);
        assertTrue(Books.sheets(file).keySet().containsAll(List.of("全部企业", "户数", "逐户说明")), Books.sheets(file).keySet().toString());
        long grouped = Books.sheets(file).values().stream().filter(it -> it.get(1).contains("名次") || it.get(0).contains("名次")).mapToLong(List::size).sum();
        assertTrue(grouped >= 2L * evaluation.size(), "rows with places: " + grouped);
        assertTrue(rule.groups().stream().allMatch(group -> group.title().isEmpty() || !Books.sheets(file).containsKey(group.id())),
                "a sheet by the id of a group");
        String profile = rule.exports().keySet().iterator().next();
        Workbook.of(evaluation, profile, Locale.CHINESE).write(file);
        assertEquals(1, Books.sheets(file).size());
        assertThrows(NoSuchIdException.class, () -> Workbook.of(evaluation, "nobody", Locale.CHINESE));
    }
}
