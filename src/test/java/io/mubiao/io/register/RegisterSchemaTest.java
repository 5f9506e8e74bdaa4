package io.mubiao.io.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.schema.SchemaLaw;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import io.mubiao.target.Register;
import io.mubiao.testing.Mixed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The schemas of registers and observations and their readers refuse the same slips. */
@SuppressWarnings("EnumOrdinal")
class RegisterSchemaTest {
    private static final String REGISTER = """
            {"register": "r", "zone": "Asia/Shanghai", "period": "2024-01-01/2024-12-31", "units": ["个"], "stages": {"建设": ["开工", "竣工"]},
             "severities": {"事故": ["一般", "重大"]}, "calendars": {"cn": {"holidays": ["2024-10-01/2024-10-07"], "make-up": ["2024-10-12"]}},
             "documents": [{"id": "d", "title": "报告", "source": "来源", "file": "d.txt"}],
             "clauses": [{"id": "c", "document": "d", "chapter": "一", "quote": "增长", "at": 3, "targets": ["a"]}],
             "tiers": [{"id": "t", "reading": "%s", "attribute": "投资额", "tiers": [{"target": "a", "from": "1 亿元"}, {"target": "e", "from": "2 亿元"}]}],
             "targets": [
              {"id": "a", "title": "甲", "strength": "%s", "verb": "确保", "inherited": true, "binding": "binding", "owner": {"official": "张", "lead": "发改", "cooperating": ["财政"]},
               "due": {"original": "2024-11-30", "extensions": [{"requested": "2024-11-01", "to": "2024-12-15", "approved": "2024-11-05", "by": "办", "reason": "雨"}]},
               "basis": "reported", "reporting": {"every": "P1M", "grace": "P10D"}, "pace": "working-days cn", "note": "注",
               "goal": {"kind": "amount", "of": "count", "stream": "s", "require": ">= 10 个"},
               "versions": [{"from": "2024-06-01", "authority": "府", "reason": "调", "goal": {"kind": "amount", "of": "count", "stream": "s", "require": ">= 9 个"}}]},
              {"id": "b", "due": "2024-12-01", "pace": {"seasonal": [0.1, 0.2, 0.3, 0.4]}, "goal": {"kind": "amount", "of": "total", "require": ">= 10 亿元"}},
              {"id": "c", "pace": {"plan": [{"on": "2024-06-30", "share": "40 %%"}, {"on": "2024-12-31", "share": "100 %%"}]}, "part-of": "b",
               "goal": {"kind": "amount", "of": "sum", "stream": "项目", "attribute": "投资额", "require": ">= 10 亿元"}},
              {"id": "e", "goal": {"kind": "amount", "of": "count", "stream": "s", "require": ">= 5 个"}},
              {"id": "f", "goal": {"kind": "amount", "of": "ratio", "numerator": {"of": "total", "stream": "x"}, "denominator": {"of": "level", "stream": "y"}, "require": ">= 90 %%"}},
              {"id": "g", "goal": {"kind": "milestone", "stages": "建设", "stage": "竣工"}},
              {"id": "h", "goal": {"kind": "stage-count", "stages": "建设", "stage": "开工", "items": {"named": ["一", "二"], "total": 3}, "require": ">= 2"}},
              {"id": "i", "goal": {"kind": "quota", "at-least": 2, "every": "week", "weeks": "iso", "population": ["甲", "乙"], "excused": [{"on": "2024-02-01/2024-02-10", "slot": "", "reason": "节"}]}},
              {"id": "j", "goal": {"kind": "coverage", "population": "growing", "require": ">= 95 %%"}},
              {"id": "k", "goal": {"kind": "change", "of": "total", "direction": "growth", "form": "relative", "baseline": {"observed": "2023-12-31"}, "require": ">= 5 %%"}},
              {"id": "l", "goal": {"kind": "change", "of": "level", "direction": "growth", "form": "compound", "baseline": {"value": "10 亿元", "on": "2023-12-31"}, "require": ">= 5 %%"}},
              {"id": "m", "goal": {"kind": "red-line", "severities": "事故", "severity": "重大"}},
              {"id": "n", "goal": {"kind": "maintain", "level": ">= 80", "reading": "share", "share": ">= 90 %%", "population": ["甲"], "every": "month"}},
              {"id": "o", "goal": {"kind": "judged", "evidence": ["材料"], "bands": ["优", "良"]}}]}
            """;

    static List<Problem> register(String text) {
        try {
            RegisterFile.parse(text, Format.JSON, "register");
            return List.of();
        } catch (InvalidDefinitionException e) {
            return e.problems();
        }
    }

    private static void check(SchemaLaw law, Stream<Object> good) {
        good.forEach(tree -> {
            assertEquals(List.of(), law.errors(tree), tree::toString);
            law.damage(tree);
        });
        assertEquals("", String.join("\n", law.differences().entrySet().stream().map(Object::toString).toList()));
        assertTrue(law.tried() > 200, "tried " + law.tried());
    }

    @Test
    void ofRegisters() throws IOException {
        String all = REGISTER.formatted(word(io.mubiao.target.Tiers.Reading.values()[0]), word(io.mubiao.target.Strength.values()[0]));
        assertEquals(List.of(), register(all));
        List<Object> trees = new ArrayList<>(List.of(SchemaLaw.json(all), SchemaLaw.json(RegisterFile.write(Mixed.REGISTER, Format.JSON))));
        for (String seed : List.of("seeds/jinan-2024", "seeds/luan-jinan-published")) {
            assertEquals(List.of(), new SchemaLaw("register", RegisterSchemaTest::register).errors(SchemaLaw.file(Path.of(seed, "register.yaml"))), seed);
        }
        check(new SchemaLaw("register", RegisterSchemaTest::register), trees.stream());
    }

    private static String word(Enum<?> constant) {
        return io.mubiao.io.internal.Fields.word(constant);
    }

    @Test
    void ofObservations() throws IOException {
        Register register = RegisterFile.parse(REGISTER.formatted(word(io.mubiao.target.Tiers.Reading.values()[0]), word(io.mubiao.target.Strength.values()[0])), Format.JSON, "r");
        SchemaLaw law = new SchemaLaw("observations", text -> ObservationFile.parse(text, Format.JSON, "observations", register).problems().stream()
                .filter(it -> it.severity() == Problem.Severity.ERROR).toList());
        String entry = "\"recorded\": \"2024-10-08T09:00:00+08:00\", \"source\": \"报表\", \"basis\": \"reported\", ";
        List<String> rows = List.of(
                "{\"kind\": \"increment\", \"id\": \"1\", \"stream\": \"b\", %s \"span\": \"2024-01-01/2024-01-31\", \"value\": \"1 亿元\"}",
                "{\"kind\": \"total\", \"stream\": \"x\", %s \"on\": \"2024-01-31\", \"value\": \"1 亿元\", \"since\": \"2024-01-01\", \"published\": \"10.0 %%\"}",
                "{\"kind\": \"level\", \"stream\": \"n\", %s \"on\": \"2024-01-31\", \"value\": \"85\", \"member\": \"甲\"}",
                "{\"kind\": \"event\", \"stream\": \"项目\", %s \"on\": \"2024-01-31\", \"member\": \"甲\", \"severity\": \"重大\", \"attributes\": {\"投资额\": \"2 亿元\"}}",
                "{\"kind\": \"complete\", \"stream\": \"项目\", %s \"span\": \"2024-01-01/2024-01-31\"}",
                "{\"kind\": \"stage\", \"stream\": \"g\", %s \"on\": \"2024-01-31\", \"item\": \"\", \"stage\": \"开工\"}",
                "{\"kind\": \"member\", \"stream\": \"j\", %s \"on\": \"2024-01-31\", \"member\": \"甲\", \"standing\": [\"satisfied\"]}",
                "{\"kind\": \"tally\", \"stream\": \"j\", %s \"on\": \"2024-01-31\", \"numerator\": 1, \"numerator-exclusion\": 0, \"denominator\": 5, \"denominator-exclusion\": 1, \"denominator-exception\": 0}",
                "{\"kind\": \"judgement\", \"stream\": \"o\", %s \"on\": \"2024-01-31\", \"assessor\": \"张\", \"band\": \"优\", \"comment\": \"好\"}");
        Stream<Object> good = rows.stream().map(row -> SchemaLaw.json("{\"observations\": \"r\", \"title\": \"t\", \"note\": \"n\", \"source\": \"s\", \"rows\": ["
                + row.formatted(entry) + "]}"));
        Object retracted = SchemaLaw.json("{\"observations\": \"r\", \"recorded\": \"2024-10-08T09:00:00+08:00\", \"rows\": [" + rows.get(0).formatted("")
                + ", {\"kind\": \"retraction\", \"stream\": \"b\", \"supersedes\": \"1\"}]}");
        check(law, Stream.concat(good, Stream.of(retracted)));
        assertEquals(List.of(), law.errors(SchemaLaw.file(Path.of("seeds/jinan-2024/observations.yaml"))));
        assertEquals(List.of(), law.errors(SchemaLaw.file(Path.of("seeds/luan-jinan-published/observations.yaml"))));
    }

    /** Files that the reader takes are valid, and those that it refuses for their form are not. */
    @Test
    void ofTheFilesOfTests() throws IOException {
        SchemaLaw law = new SchemaLaw("register", RegisterSchemaTest::register);
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/cases/targets"))) {
            for (Path file : files.filter(it -> it.getFileName().toString().matches("register.*\\.yaml")).sorted().toList()) {
                try {
                    RegisterFile.read(file);
                    assertEquals(List.of(), law.errors(SchemaLaw.file(file)), file.toString());
                } catch (InvalidDefinitionException e) {
                    assertTrue(!e.problems().isEmpty());
                }
            }
        }
    }
}
