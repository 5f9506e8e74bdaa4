package io.mubiao.io.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.register.RegisterFile;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A mistake of syntax is told once, on the line where it was made, with the key to press. */
class SyntaxSlipTest {
    private static final String BEFORE = """
            register: small
            zone: Asia/Shanghai
            period: 2024-01-01/2024-12-31
            """;
    private static final String AFTER = """
            units: [个]
            targets:
              - {id: P1, goal: {kind: amount, of: total, require: ">= 62 个"}}
            """;

    private static List<Problem> problems(String text, Format format) {
        return assertThrows(InvalidDefinitionException.class, () -> RegisterFile.parse(text, format, "r")).problems();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "title：无|found the full-width ：; write : and a blank",
        "“title”：无|found the full-width “; write \"",
        "title:无|a colon needs a blank behind it",
        "title 无|expected a name, a colon and a blank",
        "title: “甲: 乙”|found the full-width “; write \"",
        "stages: {a: [甲]，b: [乙]}|found the full-width ，; write , and a blank",
        "stages: {a： [甲], b: [乙]|found the full-width ：; write : and a blank",
        "<tab>title: 甲|found a tab; indent with blanks",
        "title: %甲|a text that begins with '%' needs quotes",
        "title: &{甲|a text that begins with '&' needs quotes", "title: {a: *}|a text that begins with '*' needs quotes",
        "title: '甲|a quote is opened here and never closed",
        "title: 甲: 乙|a second colon",
        "- title: 甲|does not fit",
        "stages: {a: [甲]；b: [乙]}|found the full-width ；; write , and a blank",
        "stages: {a: [甲 #1], b: [乙]}|is a comment",
        "－ title: 甲: 乙|found the full-width －; write - and a blank",
        "— title: 甲: 乙|write - and a blank",
        "title: 甲<bell>|U+0007",
    })
    void theLineAndTheKeyAreNamed(String line, String expected) {
        for (String comments : List.of("", "# 注释\n".repeat(30))) {
            String text = BEFORE + comments + line.replace("<tab>", "\t").replace("<bell>", "\u0007") + "\n" + AFTER;
            List<Problem> problems = problems(text, Format.YAML);
            assertEquals(1, problems.size(), problems::toString);
            Problem problem = problems.get(0);
            assertEquals("SYNTAX", problem.code());
            assertTrue(problem.message().contains(expected), problem::toString);
            int at = text.substring(0, text.indexOf(line.replaceAll("<\\w+>", ""))).split("\n", -1).length;
            assertEquals(at, problem.place().line(), problem::toString);
            assertFalse(problem.message().contains("reader"), problem::toString);
        }
    }

    @Test
    void fullWidthMarksInJsonAreNamed() {
        Problem colon = problems("{\n\"register\"： \"a\"}", Format.JSON).get(0);
        assertEquals(2, colon.place().line());
        assertTrue(colon.message().startsWith("found the full-width ：; write : and a blank"), colon.message());
        assertTrue(problems("{“register”: 1}", Format.JSON).get(0).message().startsWith("found the full-width “; write \""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"register：small\n", "register: small\nzone: Asia/Shanghai\nunits: 【个】\n",
        "register: small\nzone: Asia/Shanghai\nunits: [个，人]\n", "register: small\nzone: Asia/Shanghai\nstages: {a：[甲]}\n",
        "register: small\nzone: Asia/Shanghai\n“title”: 甲\n", "register: small\nzone: “Asia/Shanghai”\n"})
    void fullWidthMarksThatAreNoErrorOfSyntaxAreNamedToo(String text) {
        List<Problem> problems = problems(text, Format.YAML);
        assertEquals(1, problems.size(), problems::toString);
        assertTrue(problems.get(0).message().contains("found the full-width"), problems::toString);
    }

    @Test
    void aFileThatIsCutOffIsToldSoWhereItCanBeKnown() {
        String yaml = BEFORE + "targets: [{id: P1, goal: {kind: amount, of: to";
        String json = "{\"register\": \"small\", \"targets\": [{\"id\": \"P1\"";
        assertTrue(problems(yaml, Format.YAML).get(0).message().contains("the file ends too early"));
        assertTrue(problems(json, Format.JSON).get(0).message().contains("the file ends too early"));
    }

    @Test
    void aLongScalarEndsTheReadingBeforeItCostsQuadraticTime() {
        for (String long10 : List.of("title: " + "x".repeat(10_000_000), "# " + "x".repeat(10_000_000),
                "title: |\n  " + "x y ".repeat(2_500_000), "title: \"" + " ".repeat(10_000_000) + "\"",
                "title: &" + "a".repeat(10_000_000) + " 1", "x".repeat(10_000_000) + ": 1")) {
            assertEquals("TOO_LONG", problems(BEFORE + long10 + "\n" + AFTER, Format.YAML).get(0).code());
        }
    }

    @Test
    void manyShortLinesOfOneScalarAreRefusedByItsLength() {
        String text = BEFORE + "title: |\n" + "  xxxxxxxxxxxxxxxx\n".repeat(100_000) + AFTER;
        Problem problem = problems(text, Format.YAML).get(0);
        assertEquals("TOO_LONG", problem.code());
        assertEquals("title", problem.place().path());
    }

    /** The parser stands in the field before, when the reader meets the long line. */
    @Test
    void aLongLineIsToldByTheFieldThatItBeginsWith() {
        String text = "register: small\ntitle: t\ntargets:\n- id: P1\n  title: one\n  note: " + "x".repeat(1_000_000) + "\n  verb: v\n";
        Problem problem = problems(text, Format.YAML).get(0);
        assertEquals("TOO_LONG", problem.code());
        assertEquals(6, problem.place().line());
        assertEquals("targets[0].note", problem.place().path());
        assertEquals("note", problems("title: t\nnote: " + "x".repeat(1_000_000), Format.YAML).get(0).place().path());
    }

    @Test
    void aFieldWithTheColonOfAChineseKeyboardIsNotSwallowedByTheTextAbove() {
        Problem problem = problems(BEFORE + "title: 目标登记表\n  说明：无\n" + AFTER, Format.YAML).get(0);
        assertEquals("SYNTAX", problem.code());
        assertEquals(BEFORE.lines().count() + 2, problem.place().line());
        assertTrue(problem.message().contains("full-width ：; write : and a blank"), problem.message());
        assertTrue(problem.message().contains("'title'") && problem.message().contains("'说明'"), problem.message());
        for (String meant : List.of("title: \"目标登记表\n  说明：无\"\n", "title: |\n  目标登记表\n  说明：无\n",
                "title: 目标登记表\n  续写一行，说明：无\n", "title: 说明：无\n")) {
            assertEquals("P1", RegisterFile.parse(BEFORE + meant + AFTER, Format.YAML, "r").targets().get(0).id(), meant);
        }
    }
}
