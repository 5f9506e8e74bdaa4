package io.mubiao.io.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import io.mubiao.target.Register;
import io.mubiao.work.CostBudget;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bad register is refused whole, with file, line and path of everything that is wrong. */
class RegisterFileTest {
    private static final String GOOD = """
            register: demo
            zone: Asia/Shanghai
            period: 2024-01-01/2024-12-31
            units: [个]
            targets:
              - id: A
                title: 甲
                goal: {kind: amount, of: total, require: ">= 10 个"}
            """;

    @TempDir
    Path folder;

    private static List<Problem> problems(String text) {
        return assertThrows(InvalidDefinitionException.class,
                () -> RegisterFile.parse(text, Format.YAML, "demo.yaml")).problems();
    }

    private static Problem only(String text) {
        List<Problem> problems = problems(text);
        assertEquals(1, problems.size(), problems::toString);
        return problems.get(0);
    }

    @Test
    void aGoodRegisterIsRead() {
        Register register = RegisterFile.parse(GOOD, Format.YAML, "demo.yaml");
        assertEquals("甲", register.get("A").title());
    }

    @Test
    void aMisspeltFieldIsNamedWithItsLineAndTheLikelyName() {
        Problem problem = only(GOOD.replace("title: 甲", "tilte: 甲"));
        assertEquals("UNKNOWN_FIELD", problem.code());
        assertEquals(7, problem.place().line());
        assertEquals("targets[0].tilte", problem.place().path());
        assertTrue(problem.message().contains("did you mean 'title'"), problem.message());
    }

    @Test
    void allProblemsOfAFileComeAtOnce() {
        List<Problem> problems = problems(GOOD.replace("10 个", "10 所").replace("2024-12-31", "2024-02-30")
                .replace("title: 甲", "titel: 甲") + "owner: x\n");
        assertEquals(List.of("BAD_VALUE", "UNKNOWN_FIELD", "BAD_VALUE", "UNKNOWN_FIELD"),
                problems.stream().map(Problem::code).toList(), problems::toString);
        assertEquals(List.of(3, 7, 8, 9), problems.stream().map(problem -> problem.place().line()).toList());
    }

    @Test
    void anUnknownUnitIsNamedWithWhatWasExpected() {
        Problem problem = only(GOOD.replace("10 个", "10 所"));
        assertTrue(problem.message().contains("'所'") && problem.message().contains("个"), problem.message());
        assertEquals("targets[0].goal.require", problem.place().path());
    }

    @Test
    void idsUsedTwiceAreRefusedWhereTheSecondStands() {
        Problem problem = only(GOOD + """
              - id: A
                goal: {kind: judged, evidence: "? 深化"}
            """.indent(0));
        assertEquals("DUPLICATE", problem.code());
        assertEquals(9, problem.place().line());
    }

    @Test
    void aFieldTwiceIsRefused() {
        assertEquals("DUPLICATE", only(GOOD.replace("zone:", "title: a\ntitle: b\nzone:")).code());
    }

    @Test
    void anImpossibleDateIsRefused() {
        Problem problem = only(GOOD.replace("    title: 甲", "    due: 2024-02-30"));
        assertTrue(problem.message().contains("2024-02-30"), problem.message());
    }

    @Test
    void aDeadlineBeforeThePeriodIsRefused() {
        assertEquals("IMPOSSIBLE_DATE", only(GOOD.replace("    title: 甲", "    due: 2023-12-31")).code());
    }

    @Test
    void aMillionDeepNestIsRefusedWithLineAndPath() {
        for (Format format : Format.values()) {
            String nest = "{\"register\": " + "[".repeat(1_000_000);
            Problem problem = assertThrows(InvalidDefinitionException.class,
                    () -> RegisterFile.parse(nest, format, "deep")).problems().get(0);
            assertEquals("TOO_DEEP", problem.code(), format::toString);
            assertEquals(1, problem.place().line());
            assertTrue(problem.place().path().startsWith("register[0][0]"), problem.place().path());
        }
    }

    @Test
    void aDeepBlockNestIsRefused() {
        StringBuilder nest = new StringBuilder();
        for (int depth = 0; depth < 2_000; depth++) {
            nest.append(" ".repeat(depth)).append("a:\n");
        }
        assertEquals("TOO_DEEP", problems(nest.toString()).get(0).code());
    }

    @Test
    void aHugeScalarIsRefusedWithItsPath() {
        for (Format format : Format.values()) {
            String huge = "\"" + "x".repeat(3_000_000) + "\"";
            String text = format == Format.JSON ? "{\"register\": " + huge + "}" : "register: " + huge;
            Problem problem = assertThrows(InvalidDefinitionException.class,
                    () -> RegisterFile.parse(text, format, "huge")).problems().get(0);
            assertEquals("TOO_LONG", problem.code(), format::toString);
            assertEquals("register", problem.place().path());
        }
    }

    @Test
    void aHugeNumberIsRefused() {
        assertEquals("TOO_LONG", problems("register: " + "9".repeat(3_000_000)).get(0).code());
        Problem problem = only(GOOD.replace("10 个", "1" + "0".repeat(5_000) + " 个"));
        assertTrue(problem.message().length() < 400, problem.message());
    }

    @Test
    void anchorsAliasesAndTagsAreRefused() {
        assertEquals("SYNTAX", problems("register: &a demo\ntitle: *a\n").get(0).code());
        assertEquals("SYNTAX", problems("register: !!java.net.URL [x]\n").get(0).code());
    }

    @Test
    void aSecondDocumentIsRefused() {
        assertEquals("SYNTAX", problems(GOOD + "---\nregister: other\n").get(0).code());
    }

    @Test
    void brokenSyntaxIsRefusedWithItsLine() {
        Problem problem = only(GOOD.replace("units: [个]", "units: [个"));
        assertEquals("SYNTAX", problem.code());
        assertTrue(problem.place().line() >= 4, problem::toString);
    }

    @Test
    void anEmptyFileIsRefused() {
        assertEquals("EMPTY", only("").code());
        assertEquals("EMPTY", only("# nothing\n").code());
    }

    @Test
    void aListOrTextInsteadOfARegisterIsRefused() {
        assertEquals("NOT_AN_OBJECT", problems("- a\n- b\n").get(0).code());
        assertEquals("NOT_AN_OBJECT", problems("just words\n").get(0).code());
    }

    @Test
    void aWeekCadenceNeedsItsNumbering() {
        Problem problem = only(GOOD.replace("{kind: amount, of: total, require: \">= 10 个\"}",
                "{kind: quota, at-least: 1, every: odd-week}"));
        assertTrue(problem.message().contains("weeks"), problem.message());
    }

    @Test
    void whatIsInNoEncodingIsRefusedByName() throws Exception {
        byte[] bytes = GOOD.getBytes(Charset.forName("GBK"));
        bytes[bytes.length - 1] = (byte) 0xFF;
        Path file = Files.write(folder.resolve("gbk.yaml"), bytes);
        Problem problem = assertThrows(InvalidDefinitionException.class, () -> RegisterFile.read(file)).problems().get(0);
        assertEquals("ENCODING", problem.code());
        assertTrue(problem.place().file().endsWith("gbk.yaml"));
    }

    @Test
    void aByteOrderMarkIsPassedOver() throws Exception {
        Path file = Files.writeString(folder.resolve("bom.yaml"), "\uFEFF" + GOOD);
        assertEquals("demo", RegisterFile.read(file).id());
    }

    @Test
    void aFileThatIsMissingOrTooLargeIsRefused() throws Exception {
        assertEquals("NO_FILE", assertThrows(InvalidDefinitionException.class,
                () -> RegisterFile.read(folder.resolve("none.yaml"))).problems().get(0).code());
        Path file = Files.writeString(folder.resolve("demo.yaml"), GOOD);
        CostBudget small = CostBudget.DEFAULT.bytes(10).depth(20).characters(100).problems(10);
        assertEquals("TOO_LARGE", assertThrows(InvalidDefinitionException.class,
                () -> RegisterFile.read(file, small)).problems().get(0).code());
    }

    @Test
    void readingGivesUpAfterTheDeclaredNumberOfProblems() {
        String text = GOOD + "  - {id: 1}\n".repeat(500);
        CostBudget few = CostBudget.DEFAULT.bytes(1_000_000).depth(20).characters(100).problems(7);
        List<Problem> problems = assertThrows(InvalidDefinitionException.class,
                () -> RegisterFile.parse(text, Format.YAML, "many", few)).problems();
        assertEquals(8, problems.size());
        assertEquals("TOO_MANY_PROBLEMS", problems.get(7).code());
    }

    @Test
    void unitsThatDoNotConvertInsideATargetAreRefused() {
        Problem problem = only(GOOD.replace("\">= 10 个\"", "\"[10 个, 20 亩]\""));
        assertTrue(problem.message().contains("个") && problem.message().contains("亩"), problem.message());
    }

    @Test
    void aHundredThousandTargetsLoad() {
        StringBuilder text = new StringBuilder(GOOD);
        for (int i = 1; i < 100_000; i++) {
            text.append("  - {id: A").append(i).append(", goal: {kind: amount, of: total, require: 10 个}}\n");
        }
        assertEquals(100_000, RegisterFile.parse(text.toString(), Format.YAML, "large").targets().size());
    }
}
