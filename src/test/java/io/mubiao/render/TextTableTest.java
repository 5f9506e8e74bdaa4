package io.mubiao.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Columns line up although the text is Chinese. */
class TextTableTest {
    @Test
    void wideCharactersTakeTwoPlaces() {
        assertEquals(4, TextTable.width("目标"));
        assertEquals(6, TextTable.width("ab目标"));
        assertEquals(4, TextTable.width("（"  + "）"));
        assertEquals(5, TextTable.width("≥ 10 "));
        assertEquals(2, TextTable.width("𠮷"));
        assertEquals(1, TextTable.width("e\u0301"));
    }

    @Test
    void everyColumnBeginsAtTheSamePlace() {
        List<String> lines = TextTable.rightAligned(2).add("编号", "目标", "7").add("A", "x", "100").lines();
        assertEquals(List.of("编号  目标    7", "A     x     100"), lines);
    }
}
