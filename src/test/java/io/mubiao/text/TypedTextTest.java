package io.mubiao.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.text.internal.Change;
import io.mubiao.text.internal.TypedText;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever is made plain is told, but for blanks around. */
class TypedTextTest {
    @Test
    void smallFormsOfSignsAreToldAsFullWidthOnesAre() {
        assertEquals(new TypedText("91%", Set.of(Change.FULL_WIDTH)), TypedText.of("91﹪"));
        assertEquals(new TypedText("1,000", Set.of(Change.FULL_WIDTH)), TypedText.of("1﹐000"));
        for (int small = 0xFE50; small <= 0xFE6B; small++) {
            TypedText typed = TypedText.of("1" + Character.toString(small) + "2");
            assertTrue(typed.text().equals("1" + Character.toString(small) + "2") != typed.changes().contains(Change.FULL_WIDTH), typed.toString());
        }
    }

    @Test
    void whatNobodySeesIsToldWhereverItStands() {
        for (String hidden : new String[] {"\uFEFF", "\u200B", "\u200E", "\u00AD"}) {
            for (String typed : new String[] {hidden + "91", "9" + hidden + "1", "91" + hidden, " " + hidden + " 91", hidden + "９1"}) {
                TypedText plain = TypedText.of(typed);
                assertEquals("91", plain.text());
                assertTrue(plain.changes().contains(Change.INVISIBLE), typed);
            }
        }
        assertEquals(Set.of(), TypedText.of("\u3000 91 ").changes());
    }
}
