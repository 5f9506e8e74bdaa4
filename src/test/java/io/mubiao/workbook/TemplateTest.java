package io.mubiao.workbook;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.formula.Symbol;
import io.mubiao.io.register.ObservationFile;
import io.mubiao.io.register.RegisterFile;
import io.mubiao.io.roll.RollFile;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.Column;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.observe.Observation;
import io.mubiao.problem.WithProblems;
import io.mubiao.render.Grid;
import io.mubiao.target.Bound;
import io.mubiao.target.Goal;
import io.mubiao.target.Items;
import io.mubiao.target.Measure;
import io.mubiao.target.Register;
import io.mubiao.target.Scale;
import io.mubiao.target.Target;
import io.mubiao.testing.RawBook;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import io.mubiao.value.Units;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person fills into a template is what is read. */
class TemplateTest {
    private static final Register REGISTER = RegisterFile.read(Path.of("seeds/jinan-2024/register.yaml"));

    @TempDir
    private Path folder;

    private Path filled(List<List<String>> rows) {
        List<List<String>> full = rows.stream().<List<String>>map(ArrayList::new).toList();
        return new RawBook().sheet("填报", RawBook.rows(1, full)).sheet("填表说明", RawBook.rows(1, List.of(List.of("列", "填什么"))))
                .write(folder.resolve("filled.xlsx"));
    }

    @Test
    void anEmptyTemplateHasNoObservationsAndNoErrors() {
        for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            Path file = folder.resolve("t.xlsx");
            Template.of(REGISTER, locale).write(file);
            WithProblems<List<Observation>> read = ObservationFile.readRows(file, REGISTER);
            assertEquals(List.of(), read.orThrow());
            assertEquals(List.of("TITLE_ROWS", "EXAMPLE_ROW", "NOT_FILLED"), read.problems().stream().map(it -> it.code()).toList());
        }
    }

    @Test
    void observationsThatAreFilledInAreRead() {
        Path file = folder.resolve("t.xlsx");
        Template.of(REGISTER, Locale.CHINESE).write(file);
        List<List<String>> rows = requireNonNull(Books.sheets(file).get("观测数据"));
        List<String> header = rows.stream().filter(row -> row.contains("指标编号")).findFirst().orElseThrow();
        List<String> p05 = rows.stream().filter(row -> row.get(0).equals("P03")).findFirst().orElseThrow();
        assertEquals("累计数", p05.get(header.indexOf("类型") < 0 ? header.indexOf("数据类型") : header.indexOf("类型")));
        while (p05.size() < header.size()) {
            p05.add("");
        }
        p05.set(header.indexOf("日期"), "2024-09-30");
        p05.set(header.indexOf("数值"), "7");
        List<Observation> read = ObservationFile.readRows(filled(rows), REGISTER).orThrow();
        assertEquals(List.of(Observation.total("P03", LocalDate.of(2024, 9, 30), Quantity.parse("7 个", REGISTER.units()))), read);
    }

    @Test
    void anAttributeThatIsAddedUpHasItsColumn() {
        Units units = Units.builtIn();
        Register register = Register.of("r", ZoneId.of("Asia/Shanghai"), Target.of("S", "投资", Goal.amount(Measure.sum("投资额"),
                Bound.parse(">= 5 亿元", units)), Span.year(2024)));
        Grid form = Template.of(register, Locale.CHINESE).grids().get(0);
        assertTrue(form.headers().contains("属性:投资额"), form.headers().toString());
        assertEquals("事件", form.rows().get(1).get(form.headers().indexOf("数据类型")).text());
    }

    @Test
    void itemsAreAskedForWhereTargetsCountTheirStages() {
        Span year = Span.year(2024);
        Target count = Target.of("P", "开工项目", Goal.stageCount(Scale.STAGES, "started", Items.open(), Bound.parse(">= 5 个", Units.builtIn().with("个"))), year);
        Target event = Target.of("M", "医院", Goal.milestone(Scale.STAGES, "built"), year);
        assertTrue(Template.of(Register.of("r", ZoneId.of("Asia/Shanghai"), event, count), Locale.CHINESE).grids().get(0).headers().contains("项目"));
        List<String> bare = Template.of(Register.of("r", ZoneId.of("Asia/Shanghai"), event), Locale.CHINESE).grids().get(0).headers();
        assertTrue(bare.contains("节点") && !bare.contains("项目"), bare.toString());
    }

    @Test
    void everySeedRuleHasATemplateWhoseRowsAreRead() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of("seeds/rules"))) {
            files = all.filter(it -> it.toString().endsWith(".yaml")).sorted().toList();
        }
        assertTrue(files.size() > 5);
        for (Path each : files) {
            EvaluationRule rule = RuleFile.read(each);
            Path file = folder.resolve("r.xlsx");
            Template.of(rule, Locale.CHINESE).write(file);
            assertEquals(0, RollFile.read(file, rule).orThrow().size(), each.toString());
            List<List<String>> rows = requireNonNull(Books.sheets(file).get("企业名册"));
            List<String> example = rows.get(rows.size() - 1);
            List<String> own = new ArrayList<>(example);
            own.set(0, "E1");
            own.set(1, "一厂");
            rows.add(own);
            Roll roll = RollFile.read(filled(rows), rule).orThrow();
            assertEquals(List.of("E1"), Stream.of(roll.id(0)).toList(), each.toString());
            assertEquals("一厂", roll.name(0));
            for (int i = 0; i < rule.columns().size(); i++) {
                Column column = List.copyOf(rule.columns()).get(i);
                if (column.kind() == Symbol.Kind.TEXT) {
                    assertEquals(own.get(i + 2), roll.text(column.id()).orElseThrow().text(0), each + " " + column.id());
                } else if (column.kind() == Symbol.Kind.NUMBER) {
                    assertEquals(own.get(i + 2), String.valueOf(roll.number(column.id()).orElseThrow().value(0)), each + " " + column.id());
                }
            }
        }
    }

    @Test
    void wordsAreChosenFromAListAndCodesStayTexts() throws IOException {
        Path file = folder.resolve("t.xlsx");
        Template.of(RuleFile.read(Path.of("seeds/rules/huaian-2024-by-county.yaml")), Locale.CHINESE).write(file);
        assertTrue(Books.part(file, "xl/worksheets/sheet1.xml").contains("<dataValidation "), "no words to choose from");
        assertTrue(Books.part(file, "xl/workbook.xml").contains("state=\"hidden\""));
    }
}
