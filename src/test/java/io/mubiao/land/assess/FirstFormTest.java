package io.mubiao.land.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Parts and wholes that were written once, when the form was made: whoever reads form 1 reads them, and writes them so. */
class FirstFormTest {
    private static final int KIND = 72;

    @Test
    void whatWasWrittenIsRead() throws IOException {
        Set<Integer> kinds = new TreeSet<>();
        Set<String> passes = new TreeSet<>();
        try (var file = Objects.requireNonNull(getClass().getResourceAsStream("form-1.txt"))) {
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                byte[] bytes = HexFormat.of().parseHex(line.substring(line.indexOf(' ') + 1));
                if (line.startsWith("part ")) {
                    ChunkPart part = ChunkPart.fromBytes(bytes);
                    assertEquals(line, "part " + HexFormat.of().formatHex(part.toBytes()));
                    assertEquals(part.merge(part), ChunkPart.fromBytes(part.merge(part).toBytes()));
                    kinds.add((int) bytes[KIND]);
                } else {
                    Whole whole = Whole.fromBytes(bytes);
                    assertEquals(line, "whole " + HexFormat.of().formatHex(whole.toBytes()));
                    passes.add(whole.pass());
                }
            }
        }
        assertEquals(Set.of(1, 2, 3, 4, 5, 6, 7, 8), kinds);
        assertTrue(passes.containsAll(Set.of("again", "again-counted", "again-split", "again-ranges", "done")), passes.toString());
    }
}
