package io.mubiao.io.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.work.Threads;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Into however many parts bytes are cut: they are UTF-8 if and only if the JDK decodes them. */
class Utf8Test {
    private static final List<String> CHARACTERS = List.of("a", "é", "亩", "𠮷", "\uFEFF", "12345678901234567890", "企业");

    @Property
    void partsAreUtf8WhereTheWholeIs(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = random.nextInt(20); i > 0; i--) {
            all.write(CHARACTERS.get(random.nextInt(CHARACTERS.size())).getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = all.toByteArray();
        for (int i = random.nextInt(3); i > 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) (random.nextBoolean() ? 0x80 + random.nextInt(0x40) : random.nextInt(256));
        }
        int parts = 1 + random.nextInt(6);
        assertEquals(isDecoded(bytes), Utf8.isAll(file(bytes), Threads.ONE, parts), parts + " parts");
    }

    private static boolean isDecoded(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static FileEncoding.Bytes file(byte[] bytes) {
        return new FileEncoding.Bytes() {
            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public long size() {
                return bytes.length;
            }
        };
    }
}
