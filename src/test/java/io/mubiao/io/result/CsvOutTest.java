package io.mubiao.io.result;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.testing.Refusal;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables are written so that every program reads the same cells, and none runs them. */
class CsvOutTest {
    private static final List<String> HEADER = List.of("id", "名称");

    @TempDir
    Path folder;

    private static String cell(String cell) {
        String text = CsvOut.write(HEADER, List.of(List.of("A", cell)));
        return text.substring("id,名称\r\nA,".length(), text.length() - 2);
    }

    @Test
    void linesEndInCrLf() {
        assertEquals("id,名称\r\nA,甲\r\nB,\r\n", CsvOut.write(HEADER, List.of(List.of("A", "甲"), List.of("B", ""))));
    }

    @Test
    void commasQuotesLineEndsAndOuterBlanksAreQuoted() {
        assertEquals("\"a,b\"", cell("a,b"));
        assertEquals("\"a\"\"b\"", cell("a\"b"));
        assertEquals("\"a\nb\"", cell("a\nb"));
        assertEquals("\" a\"", cell(" a"));
        assertEquals("a b", cell("a b"));
        assertEquals("\"'\rx\"", cell("\rx"));
    }

    @Test
    void anEmptyRowOfOneCellIsNoBlankLine() {
        assertEquals("id\r\n\"\"\r\n", CsvOut.write(List.of("id"), List.of(List.of(""))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+A1", "-A1", "@SUM(A1)", "＝1", "\tx", "-1+2", "+", "-5亩", "=-1", "-.5", "- 5"})
    void formulasGetAnApostrophe(String formula) {
        assertEquals("'" + formula, cell(formula));
    }

    @ParameterizedTest
    @ValueSource(strings = {" =1+1", "\u00A0=1", "\u3000＝1", "\u200B=1", "\uFEFF+A1", "\u202E@SUM(A1)", "\u0000=1", " \u200B -A1", "﹦1",
        "\u2060\u00AD=1"})
    void formulasBehindWhatNobodySeesToo(String formula) {
        String guarded = cell(formula);
        assertTrue(guarded.equals("'" + formula) || guarded.equals("\"'" + formula + "\""), guarded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "+1.5", "-1234.56", "-5%", "-", "--", "5-6", "a=b", "1", "'=1"})
    void numbersAndOtherTextsStayAsTheyAre(String text) {
        assertEquals(text, cell(text));
    }

    @Test
    void negativeNumbersWithSeparatorsAreQuotedNumbers() {
        assertEquals("\"-1,234.5\"", cell("-1,234.5"));
    }

    @Test
    void rowsHaveAsManyCellsAsTheHeader() {
        Refusal.naming(() -> CsvOut.write(HEADER, List.of(List.of("A"))), "row 0", "1", "2");
    }

    @Test
    void filesAreWrittenInTheEncodingAskedFor() throws IOException {
        Path file = folder.resolve("t.csv");
        CsvOut.write(file, StandardCharsets.UTF_8, true, List.of("名"), List.of(List.of("甲")));
        assertArrayEquals("\uFEFF名\r\n甲\r\n".getBytes(StandardCharsets.UTF_8), Files.readAllBytes(file));
        CsvOut.write(file, Charset.forName("GBK"), false, List.of("名"), List.of(List.of("甲")));
        assertArrayEquals("名\r\n甲\r\n".getBytes(Charset.forName("GBK")), Files.readAllBytes(file));
    }

    @Test
    void whatTheEncodingLacksIsRefusedAndNothingWritten() {
        Path file = folder.resolve("t.csv");
        Refusal.naming(() -> CsvOut.write(file, Charset.forName("GBK"), false, HEADER, List.of(List.of("A", "𠮷"))),
                "𠮷", "GBK", "row 0");
        Refusal.naming(() -> CsvOut.write(file, Charset.forName("GBK"), true, HEADER, List.of()), "GBK", "mark");
        assertFalse(Files.exists(file));
    }
}
