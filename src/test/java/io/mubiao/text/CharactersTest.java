package io.mubiao.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.problem.Place;
import io.mubiao.problem.Problem;
import io.mubiao.text.internal.Characters;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What is shown to people holds nothing that they do not see. */
class CharactersTest {
    @Property
    void whatIsShownIsOneSafeLineAndShownAgainTheSame(@ForAll String text) {
        String shown = Characters.shown(text);
        assertTrue(shown.codePoints().noneMatch(Characters::isControl));
        assertEquals(shown, Characters.shown(shown));
    }

    @Test
    void plainTextsStayThemselves() {
        String text = "合计科技（福建）有限公司 ＡＢ12 𠮷 é";
        assertSame(text, Characters.shown(text));
    }

    @Test
    void hiddenCharactersAreNamedOnce() {
        assertEquals("U+0000 (NULL), U+202E (RIGHT-TO-LEFT OVERRIDE)", Characters.hidden("a\u0000b\u202E\u0000"));
    }

    @Test
    void aProblemIsOneLine() {
        String text = Problem.error("X", Place.of("E\n1"), "found 'a\r\nb\u001B[2J'").toString();
        assertEquals("E␊1: ERROR X: found 'a␍␊b␛[2J'", text);
    }
}
