package io.mubiao.io.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

/** UTF-16 without a mark is known in both orders, whatever Chinese characters stand in it; nothing else is taken for it. */
class Utf16Test {
    @ParameterizedTest
    @ValueSource(strings = {"统一社会信用代码,企业名称,税收(万元)\nE1,企一,300\nE2,一一一一,10\n", "register: small\ntitle: 一季度\n",
        "编号,名称\n1,一\n2,二\n", "E1,一二三四五六七八九十百千万亿最大企业有限公司,10\n", "a,b\n", "{\"id\": \"一\"}", "名称　数\n一　1\n", "甲,𠮷野家\n1,2\n"})
    void bothOrdersAreKnown(String text) {
        for (Charset order : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertEquals(Optional.of(order), Utf16.order(text.getBytes(order)), text);
        }
        for (Charset other : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            assertEquals(Optional.empty(), Utf16.order(text.getBytes(other)), text);
        }
    }

    @Test
    void bytesThatAreNoTextAreNot() {
        byte[] random = new byte[4096];
        new Random(1).nextBytes(random);
        assertEquals(Optional.empty(), Utf16.order(random));
        assertEquals(Optional.empty(), Utf16.order(new byte[4096]));
        assertEquals(Optional.empty(), Utf16.order("甲\0乙\0丙".getBytes(StandardCharsets.UTF_8)));
    }
}
