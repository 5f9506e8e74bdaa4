package io.mubiao.io.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.Input;
import io.mubiao.io.register.RegisterFile;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the readers below say of a broken file is said in Chinese too. */
class ChineseOfReadersTest {
    private static void isChinese(Problem problem) {
        String told = problem.message(Locale.CHINESE);
        assertFalse(told.replaceAll("“[^”]*”", "").matches("(?s).*[A-Za-z]{3,} [A-Za-z]{2,}.*"), told);
    }

    private static Problem only(String text) {
        List<Problem> problems = assertThrows(InvalidDefinitionException.class, () -> RegisterFile.parse(text, Format.JSON, "r"), text).problems();
        assertEquals(1, problems.size(), problems::toString);
        return problems.get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": NaN}", "{\"a\": Infinity}", "{\"a\": -Infinity}", "{\"a\": 01}", "{\"a\": 1.}", "{\"a\": .5}", "{\"a\": +1}", "{\"a\": 1e}", "{\"a\": tru}",
        "{\"a\": 'b'}", "{a: 1}", "{\"a\" 1}", "{\"a\": 1 \"b\": 2}", "{\"a\": 1,}", "[1, 2", "{\"a\": \"b", "{\"a\": \"b\nc\"}", "{\"a\": \"\\q\"}",
        "{\"a\": \"\\u12\"}", "{\"a\": 1}}", "{\"a\": [1}}", "// x\n{}", "{\"a\": ，}", "{\"a\": 1，\"b\": 2}", "{\"a\": --1}", "{\"a\": 0x1}", "{\"a\": nul}"})
    void ofJson(String text) {
        isChinese(only(text));
    }

    @Test
    void aNumberThatIsTooLongIsTooLong() {
        Problem problem = only("{\"register\": " + "1".repeat(3_000_000) + "}");
        assertEquals("TOO_LONG", problem.code());
        isChinese(problem);
    }

    @Test
    void ofBytesThatAreNoText() {
        byte[] bytes = "register: h\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] zipped = {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, (byte) 0xFF};
        for (byte[] some : List.of(bytes, zipped)) {
            List<Problem> problems = assertThrows(InvalidDefinitionException.class,
                    () -> RegisterFile.read(Input.of(new ByteArrayInputStream(some), "r.yaml"))).problems();
            assertEquals("ENCODING", problems.get(0).code());
            assertTrue(problems.get(0).message(Locale.CHINESE).contains("也不是"), problems.get(0).message(Locale.CHINESE));
            isChinese(problems.get(0));
        }
    }
}
