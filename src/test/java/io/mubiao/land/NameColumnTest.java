package io.mubiao.land;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** However much room is made for names before they come, the column is the same. */
class NameColumnTest {
    @Property(tries = 100)
    void roomChangesNothing(@ForAll long seed) {
        Random random = new Random(seed);
        NameColumn.Builder builder = NameColumn.builder();
        List<String> all = new ArrayList<>();
        for (int i = random.nextInt(500); i > 0; i--) {
            if (random.nextInt(10) == 0) {
                builder.reserve(random.nextInt(1000));
            }
            String text = "企业".substring(random.nextInt(3)) + random.nextInt(300) + "x".repeat(random.nextInt(12));
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            int row = builder.put(utf8, 0, utf8.length);
            assertEquals(all.contains(text) ? all.indexOf(text) : all.size(), row);
            if (row == all.size()) {
                all.add(text);
            }
        }
        NameColumn column = builder.build();
        assertEquals(all.size(), column.size());
        for (int row = 0; row < all.size(); row++) {
            assertEquals(all.get(row), column.text(row));
            assertEquals(row, column.indexOf(all.get(row)));
        }
        assertEquals(-1, column.indexOf("none"));
    }
}
