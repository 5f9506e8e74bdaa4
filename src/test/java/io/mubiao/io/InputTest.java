package io.mubiao.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.register.ObservationCsv;
import io.mubiao.io.register.ObservationFile;
import io.mubiao.io.register.RegisterFile;
import io.mubiao.io.roll.RollFile;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.io.rule.ScorecardFile;
import io.mubiao.io.rule.Seeds;
import io.mubiao.land.EvaluationRule;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.render.Grid;
import io.mubiao.target.Register;
import io.mubiao.testing.RawBook;
import io.mubiao.testing.Refusal;
import io.mubiao.work.CostBudget;
import io.mubiao.workbook.Template;
import io.mubiao.workbook.Workbook;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file, an address, a stream, a reader and a text are read alike. */
class InputTest {
    private static final Path REGISTER = Path.of("seeds/jinan-2024/register.yaml");
    private static final Path SCORECARDS = Path.of("seeds/scoring/scorecards");

    private static List<Input> alike(Path file) throws IOException {
        String text = Files.readString(file);
        String name = String.valueOf(file.getFileName());
        return List.of(Input.of(file), Input.of(file.toUri().toURL()), Input.of(Files.newInputStream(file), name),
                Input.of(new ByteArrayInputStream(text.getBytes(Charset.forName("GB18030"))), name),
                Input.of(new StringReader(text), name), Input.of(text, name), Input.of(text, "row 7").withFormat(Format.YAML));
    }

    @Test
    void everyReaderTakesThemAll() throws IOException {
        Register register = RegisterFile.read(REGISTER);
        for (Input input : alike(REGISTER)) {
            assertEquals(register, RegisterFile.read(input));
        }
        Path observations = Path.of("seeds/jinan-2024/observations.yaml");
        for (Input input : alike(observations)) {
            assertEquals(ObservationFile.readRows(observations, register).value(), ObservationFile.readRows(input, register).value());
        }
        Path rule = Path.of("seeds/rules/huaian-2024-by-county.yaml");
        for (Input input : alike(rule)) {
            assertEquals(RuleFile.read(rule), RuleFile.read(input));
        }
        String csv = ObservationCsv.write(register, ObservationFile.readRows(observations, register).value().subList(0, 9), Locale.CHINESE);
        assertEquals(9, ObservationFile.readRows(Input.of(csv, "o.csv"), register).orThrow().size());
    }

    @Test
    void aRollComesFromAnUploadToo() {
        EvaluationRule rule = RuleFile.parse("""
                id: t
                year: 2024
                columns: {land: {title: 用地面积, unit: 亩}}
                """, Format.YAML, "t");
        byte[] gbk = "统一社会信用代码,用地面积(亩)\n1,3\n2,x\n".getBytes(Charset.forName("GBK"));
        var roll = RollFile.read(Input.of(new ByteArrayInputStream(gbk), "上传.csv"), rule);
        assertEquals(1, roll.value().size());
        assertTrue(roll.problems().stream().anyMatch(it -> it.place().file().equals("上传.csv") && it.place().line() == 3));
        assertTrue(roll.problems().stream().anyMatch(it -> it.code().equals("ENCODING_GUESSED")));
    }

    @Test
    void anUploadedWorkbookIsReadUnderItsName(@TempDir Path folder) throws IOException {
        EvaluationRule rule = RuleFile.parse("""
                id: t
                year: 2024
                columns: {land: {title: 用地面积, unit: 亩}}
                """, Format.YAML, "t");
        Path file = folder.resolve("x");
        Workbook.of(List.of(new Grid("名册", List.of(), List.of("统一社会信用代码", "用地面积(亩)"), 0,
                List.of(List.of(Grid.Cell.of("1"), Grid.Cell.of("x")))))).write(file);
        Input upload = Input.of(Files.newInputStream(file), "上传.xlsx");
        assertEquals("[上传.xlsx sheet '名册' B2 1]", RollFile.read(upload, rule).problems().stream()
                .filter(it -> it.code().equals("BAD_VALUE")).map(it -> it.place().toString()).toList().toString());
        Register register = RegisterFile.read(REGISTER);
        Path form = folder.resolve("form");
        Template.of(register, Locale.CHINESE).write(form);
        assertEquals(ObservationFile.readRows(form, register).problems().size(),
                ObservationFile.readRows(Input.of(Files.newInputStream(form), "表.xlsx"), register).problems().size());
    }

    @Test
    void filesThatATextNamesComeFromAResolverOrAreRefused() throws IOException {
        Path file = SCORECARDS.resolve("c05-grades.yaml");
        String text = Files.readString(file);
        assertEquals(ScorecardFile.read(file),
                ScorecardFile.read(Input.of(text, "db.yaml").withFiles(name -> Input.of(SCORECARDS.resolve(name)))));
        String refused = String.valueOf(assertThrows(InvalidDefinitionException.class, () -> ScorecardFile.read(Input.of(text, "db.yaml"))).getMessage());
        assertTrue(refused.contains("'db.yaml' cannot name the file '../c01-proportional.yaml'"), refused);
        String nothing = String.valueOf(assertThrows(InvalidDefinitionException.class,
                () -> ScorecardFile.read(Input.of(text, "db.yaml").withFiles(Map.<String, Input>of()::get))).getMessage());
        assertTrue(nothing.contains("'db.yaml' cannot name the file '../c01-proportional.yaml': nothing is known by that name"), nothing);
    }

    @Test
    void limitsAndFormatsAreSaid() throws IOException {
        String text = Files.readString(REGISTER);
        Refusal.naming(() -> RegisterFile.read(Input.of(text, "row 7")), "row 7", ".yaml");
        InvalidDefinitionException large = assertThrows(InvalidDefinitionException.class,
                () -> CostBudget.DEFAULT.bytes(1_000).call(() -> RegisterFile.read(Input.of(text, "r.yaml"))));
        assertEquals("TOO_LARGE", large.problems().get(0).code());
    }

    @Test
    void rulesCiteOthersThroughAResolver() {
        Path folder = Path.of("seeds/rules");
        assertEquals(RuleFile.read(folder.resolve("changle-2023.yaml")), RuleFile.read(Input.of(read(folder.resolve("changle-2023.yaml")), "db.yaml")
                .withFiles(name -> Input.of(folder.resolve(name)))));
        assertEquals(RuleFile.read(folder.resolve("changle-2023.yaml")), Seeds.rule("changle-2023"));
        Input itself = Input.of("id: a\nyear: 2024\nconsequences: [{cite: a.yaml}]\n", "a.yaml");
        String circle = String.valueOf(assertThrows(InvalidDefinitionException.class, () -> RuleFile.read(itself.withFiles(name -> itself))).getMessage());
        assertTrue(circle.contains("a rule cannot cite itself: a.yaml cites a.yaml"), circle);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aWorkbookComesFromAStreamToo() throws IOException {
        EvaluationRule rule = RuleFile.parse("""
                id: t
                year: 2024
                columns: {land: {title: 用地面积, unit: 亩}}
                """, Format.YAML, "t");
        byte[] book = new RawBook().sheet("企业", RawBook.rows(1, List.of(List.of("统一社会信用代码", "用地面积(亩)"), List.of("1", "3"), List.of("2", "x")))).bytes();
        var roll = RollFile.read(Input.of(new ByteArrayInputStream(book), "上传.xlsx"), rule);
        assertEquals(1, roll.value().size());
        assertTrue(roll.problems().stream().anyMatch(it -> it.place().file().equals("上传.xlsx") && it.place().sheet().equals("企业")), () -> roll.problems().toString());
        var large = CostBudget.DEFAULT.bytes(100).call(() -> RollFile.read(Input.of(new ByteArrayInputStream(book), "上传.xlsx"), rule));
        assertEquals("TOO_LARGE", large.problems().get(0).code());
    }
}
