package io.mubiao.land;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** Numbers that come in stretches, one by one, or as decimals make the column that a list of them makes, however many parts it has. */
class NumberPartsTest {
    @Property(tries = 8)
    void howeverNumbersComeTheColumnIsTheSame(@ForAll long seed) {
        Random random = new Random(seed);
        int[] odd = {1 + random.nextInt(9000), 1 + random.nextInt(9000)};
        int most = random.nextInt(8);
        int bits = 10 + random.nextInt(60);
        int rows = random.nextInt(13_000);
        long[] numbers = new long[rows];
        byte[] places = new byte[rows];
        List<@Nullable BigDecimal> all = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            boolean isOdd = row % odd[0] == 0;
            places[row] = (byte) (isOdd ? random.nextInt(most + 6) : most);
            numbers[row] = row % odd[1] == 0 || row / 5000 == 1 ? NumberColumn.MISSING : random.nextLong() >> (isOdd ? Math.min(bits, 62) : 50);
            all.add(numbers[row] == NumberColumn.MISSING ? null : BigDecimal.valueOf(numbers[row], places[row]));
        }
        NumberColumn.Builder builder = NumberColumn.builder();
        for (int from = 0; from < rows;) {
            int end = Math.min(rows, from + 1 + random.nextInt(6000));
            if (random.nextInt(20) == 0) {
                builder.reserve(random.nextInt(2 * rows));
                assertSame(NumberColumn.of(all.subList(0, from)), builder.build());
            }
            if (random.nextInt(3) > 0) {
                builder.add(numbers, places, from, end);
                from = end;
            } else if (all.get(from) == null) {
                builder.addMissing();
                from++;
            } else {
                builder.add(all.get(from++));
            }
        }
        assertSame(NumberColumn.of(all), builder.take());
    }

    @Property(tries = 20)
    void wholeNumbersMakeTheColumnThatLongOnesMake(@ForAll long seed) {
        Random random = new Random(seed);
        int[] numbers = random.ints(random.nextInt(20)).map(it -> random.nextInt(4) == 0 ? NumberColumn.MISSING_NARROW : it >> random.nextInt(31)).toArray();
        long[] same = Arrays.stream(numbers).mapToLong(it -> it == NumberColumn.MISSING_NARROW ? NumberColumn.MISSING : it).toArray();
        assertSame(NumberColumn.of(0, same), NumberColumn.of(numbers));
    }

    private static void assertSame(NumberColumn expected, NumberColumn built) {
        assertEquals(expected.size(), built.size());
        assertEquals(expected.decimals(), built.decimals());
        assertEquals(expected.isNarrow(), built.isNarrow());
        assertEquals(List.of(expected.least(), expected.most(), expected.hasGaps()), List.of(built.least(), built.most(), built.hasGaps()));
        if (built.isNarrow()) {
            assertEquals(expected.narrow(), built.narrow());
        }
        for (int row = 0; row < expected.size(); row++) {
            assertEquals(expected.value(row), built.value(row));
        }
    }
}
