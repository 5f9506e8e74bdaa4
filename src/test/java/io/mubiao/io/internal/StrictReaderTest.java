package io.mubiao.io.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is read does not depend on how much is asked for at a time; a caller that asks for one character gets one. */
class StrictReaderTest {
    @Test
    void charactersOfTwoHalvesComeOneByOne() {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, Charset.forName("GB18030"))) {
            String text = "\uD840\uDC00企业\uD83D\uDE00,\uD840\uDC00".repeat(5_000);
            assertEquals(text, assertTimeoutPreemptively(Duration.ofSeconds(20), () -> oneByOne(text, charset)), charset.name());
        }
    }

    private static String oneByOne(String text, Charset charset) throws IOException {
        StringBuilder read = new StringBuilder();
        try (StrictReader reader = new StrictReader(new ByteArrayInputStream(text.getBytes(charset)), charset)) {
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                read.append((char) c);
            }
        }
        return read.toString();
    }
}
