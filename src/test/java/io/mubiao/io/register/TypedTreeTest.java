package io.mubiao.io.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.observe.Observation;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import io.mubiao.problem.WithProblems;
import io.mubiao.target.Register;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** YAML and JSON read what CSV reads, say what they made plain, and refuse what has two readings. */
class TypedTreeTest {
    private static final String REGISTER = """
            register: small
            zone: Asia/Shanghai
            period: 2024-01-01/2024-12-31
            units: [个]
            targets:
              - {id: P1, title: 新引进项目, goal: {kind: amount, of: total, require: ">= 62 个"}}
            """;
    private static final Register SMALL = RegisterFile.parse(REGISTER, Format.YAML, "r.yaml");

    @TempDir
    Path folder;

    private static String file(String day, String value) {
        return "observations: small\nrecorded: 2024-10-08T09:00:00+08:00\nsource: s\nrows:\n"
                + "  - {kind: total, stream: P1, on: \"" + day + "\", value: \"" + value + "\"}\n";
    }

    private static WithProblems<List<Observation>> read(String day, String value) {
        return ObservationFile.parse(file(day, value), Format.YAML, "o.yaml", SMALL);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"2024-09-30|62 个|", "2024-09-30|６２ 个|FULL_WIDTH", "2024-09-30|62\u00A0个|BLANKS",
        "2024/9/30|62 个|DAY_FORM", "2024年9月30日|62 个|DAY_FORM", "２０２４-09-30|62个|FULL_WIDTH", "2024/9/30 0:00:00|62 个|DAY_FORM",
        "45565|62 个|SERIAL_DAY", "2024-09-30|62（个）|FULL_WIDTH", "2024-09-30|0.0062万个|", "2024/9/30 14:30|62 个|DAY_FORM TIME_OF_DAY",
        "2024-09-30|\u200B62 个|INVISIBLE", "20240930|62 个|DAY_FORM"})
    void whatPeopleTypeIsReadAndTold(String day, String value, String told) {
        WithProblems<List<Observation>> read = read(day, value);
        Observation.Total total = (Observation.Total) read.orThrow().get(0);
        assertEquals("2024-09-30", total.on().toString());
        assertEquals(0, total.amount().compareAmount(io.mubiao.value.Quantity.parse("62 个", SMALL.units())));
        assertEquals(told == null ? "" : told, String.join(" ", read.problems().stream().map(Problem::code).sorted(
                java.util.Comparator.comparing(it -> List.of("FULL_WIDTH", "BLANKS", "DAY_FORM", "SERIAL_DAY", "TIME_OF_DAY")
                        .indexOf(it))).toList()));
        String json = file(day, value).lines().skip(4).findFirst().orElseThrow().strip().substring(2)
                .replaceAll("(\\w+): \"?([^\",}]+)\"?", "\"$1\": \"$2\"");
        assertEquals(read.value(), ObservationFile.parse("{\"observations\": \"small\", \"source\": \"s\", \"recorded\": "
                + "\"2024-10-08T09:00:00+08:00\", \"rows\": [" + json + "]}", Format.JSON, "o.json", SMALL).value());
    }

    @Test
    void whatManyPlacesShareIsToldOnce() {
        StringBuilder rows = new StringBuilder(file("2024/1/1", "1 个"));
        for (int i = 2; i <= 20; i++) {
            rows.append("  - {kind: total, stream: P1, on: 2024/1/").append(i).append(", value: ").append(i).append(" 个}\n");
        }
        List<Problem> problems = ObservationFile.parse(rows.toString(), Format.YAML, "o.yaml", SMALL).problems();
        assertEquals(1, problems.size(), problems::toString);
        assertTrue(problems.get(0).toString().startsWith("o.yaml:5:"), problems::toString);
        assertTrue(problems.get(0).message().contains("20 places, lines 5, 6"), problems::toString);
        assertEquals(Problem.Severity.WARNING, problems.get(0).severity());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"03/04/2024|62 个|2024-04-03|2024-03-04", "2024-09-30|1,2 个|1.2|12",
        "2024-09-30|1.234,5 个|1234.5|1.2345"})
    void whatHasTwoReadingsIsAnErrorThatNamesBoth(String day, String value, String one, String other) {
        List<Problem> problems = read(day, value).problems();
        assertEquals(1, problems.size(), problems::toString);
        assertTrue(problems.get(0).message().contains(one) && problems.get(0).message().contains(other), problems::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {">= ６２ 个", "≥62个", ">= 62\u00A0个", ">= 62（个）"})
    void definitionsAreReadAlikeAndTellAListener(String require) throws IOException {
        Path file = Files.writeString(folder.resolve("r.yaml"), REGISTER.replace(">= 62 个", require)
                .replace("2024-01-01/2024-12-31", "2024年1月1日至2024年12月31日"));
        List<Problem> doubts = new ArrayList<>();
        Register read = RegisterFile.read(file, doubts::add);
        assertEquals(SMALL.targets().get(0).goal().toString(), read.targets().get(0).goal().toString());
        assertEquals("DAY_FORM", doubts.get(0).code());
        assertEquals(List.of(), doubts.stream().filter(it -> it.severity() == Problem.Severity.ERROR).toList());
    }

    @Test
    void filesInTheEncodingsOfOfficesAreRead() throws IOException {
        for (Charset charset : List.of(Charset.forName("GB18030"), StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            List<Problem> doubts = new ArrayList<>();
            Register read = RegisterFile.read(Files.write(folder.resolve("r.yaml"), REGISTER.getBytes(charset)), doubts::add);
            assertEquals("新引进项目", read.targets().get(0).title());
            assertEquals(List.of("ENCODING_GUESSED"), doubts.stream().map(Problem::code).toList());
            Files.write(folder.resolve("r.yaml"), ("\uFEFF" + REGISTER).getBytes(charset));
            assertEquals("新引进项目", RegisterFile.read(folder.resolve("r.yaml")).targets().get(0).title());
        }
    }

    @Test
    void aDamagedFileIsNotTakenForAnotherEncoding() throws IOException {
        byte[] bytes = REGISTER.replace("新引进项目", "新引进项目与在谈项目合计").getBytes(StandardCharsets.UTF_8);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(new String("项".getBytes(StandardCharsets.UTF_8),
                StandardCharsets.ISO_8859_1));
        bytes[at + 1] = 'x';
        Path file = Files.write(folder.resolve("r.yaml"), bytes);
        String message = assertThrows(InvalidDefinitionException.class, () -> RegisterFile.read(file)).toString();
        assertTrue(message.contains("ENCODING") && message.contains("byte " + at), message);
    }

    @Test
    void hiddenCharactersOfNamesAreTold() {
        List<Problem> problems = ObservationFile.parse(file("2024-09-30", "62 个").replace("source: s",
                "source: \"s\\u202E\\n\\e[31m\""), Format.YAML, "o.yaml", SMALL).problems();
        assertEquals(List.of("HIDDEN_CHARACTER"), problems.stream().map(Problem::code).toList(), problems::toString);
        assertTrue(problems.get(0).message().contains("U+202E"), problems::toString);
        assertTrue(problems.get(0).message().contains("U+001B"), problems::toString);
    }
}
