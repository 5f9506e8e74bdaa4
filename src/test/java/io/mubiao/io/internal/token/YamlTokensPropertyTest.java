package io.mubiao.io.internal.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.register.RegisterFile;
import io.mubiao.testing.Arbitrary;
import io.mubiao.work.CostBudget;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The parser beneath Jackson says of every text what Jackson says, or leaves it to Jackson. */
class YamlTokensPropertyTest {
    private static final CostBudget LIMITS = CostBudget.DEFAULT;
    private static final List<String> PIECES = List.of("\n", "\n", "\n  ", "\n  ", "\n    ", "- ", "- ", "\n- ", "\n  - ", ": ", ": ", ":", ": ",
            "a", "b", "id", "kind", "标题", "null", "~", "Null", "true", "yes", "n", "on", "0", "07", "089", "0x1F", "0b101", "-0x8000000000000000000",
            "0777777777777777777777777777", "00_", "0_1", "1_000", "1.5", ".inf", "-.5e3", "190:20:30", "2024-09-30", "2024-01-01/2024-12-31",
            "10001 个", ">= 62 个", "\"", "'", "\"x\"", "''", "\"\"", "'null'", "[", "]", "{", "}", ", ", "#", " # c", "&a ", "*a", "!!str ", "!x ", "!",
            "|\n", ">\n", "|-\n    ", "? ", "---\n", "...\n", "%YAML 1.1\n", "<<: ", "\t", "，", "：", "\uFEFF", "\u0007", "\uD83D\uDE00", "\u2028", "\\", "@", "`");

    private record Token(Tokens.Kind kind, String text, int line, int column, int lastLine) {}

    private static List<Token> all(Tokens tokens) throws IOException {
        List<Token> all = new ArrayList<>();
        for (Tokens.Kind kind = tokens.next(); kind != null; kind = tokens.next()) {
            boolean hasText = kind == Tokens.Kind.FIELD || kind == Tokens.Kind.TEXT;
            if (tokens.isReference()) {
                throw new IOException("a reference");
            }
            all.add(new Token(kind, hasText ? tokens.text() : "", tokens.line(), tokens.column(), tokens.lastLine()));
        }
        return all;
    }

    /** Whether all texts are, because the parser cannot be asked so. */
    private static boolean isOld() {
        return YamlTokens.of(new StringReader(""), LIMITS) == null;
    }

    private static boolean isLeft(String text) throws IOException {
        Tokens tokens = YamlTokens.of(new StringReader(text), LIMITS);
        if (tokens == null) {
            return true;
        }
        List<Token> found;
        try {
            found = all(tokens);
        } catch (YamlTokens.Unusual e) {
            return true;
        }
        List<Token> expected = all(JacksonTokens.of(new StringReader(text), Format.YAML, LIMITS));
        for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
            assertEquals(expected.get(i), found.get(i), text);
        }
        assertEquals(expected.size(), found.size(), text);
        return false;
    }

    @Property
    void textsOfPiecesAreReadAlikeOrLeft(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(24); i >= 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        isLeft(text.toString());
    }

    @Property(tries = 300)
    void registersAreReadAlikeAndDamagedOnesAlikeOrLeft(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(RegisterFile.write(Arbitrary.register(seed), Format.YAML));
        assertTrue(isOld() || !isLeft(text.toString()), text::toString);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(text.length());
            text.replace(at, Math.min(text.length(), at + random.nextInt(3)), PIECES.get(random.nextInt(PIECES.size())));
        }
        isLeft(text.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a: ", "a: ''", "- 1\n- ~\n-", "a: {b: [1, 0123, 2.50]}", "a: |\n  x\n  y\nb: >-\n  z\n", "a: null\nb: 'null'", "---\na: 1\n",
        "a: 1\n---\nb: 2\n", "# c\na: 1 # d\n", "a: x\n  y\n", "a: [1,\n 2]\n\"b\": 3\n", "\uFEFFa: 1"})
    void whatIsUsualIsNotLeft(String text) throws IOException {
        assertTrue(isOld() || !isLeft(text), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: &x 1", "a: *x", "a: !!str 1", "? [a]\n: 1", "a: 1\n b: 2", "a: [1", "a: 0_7", "a: 077777777777777777777777", "\u0007", "a: @b",
        "&x a: 1", "!t {a: 1}"})
    void whatJacksonRefusesOrKnowsBetterIsLeft(String text) throws IOException {
        assertTrue(isLeft(text), text);
    }

    /** Jackson is asked for nothing that it would refuse: else a refusal would be lost. */
    @Property
    void whatJacksonRefusesIsLeft(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder("a: ");
        for (int i = random.nextInt(6); i >= 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        try {
            all(JacksonTokens.of(new StringReader(text.toString()), Format.YAML, LIMITS));
        } catch (IOException e) {
            assertTrue(isLeft(text.toString()), () -> text + ": " + e.getMessage());
        }
    }
}
