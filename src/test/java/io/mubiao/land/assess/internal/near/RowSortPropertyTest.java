package io.mubiao.land.assess.internal.near;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Rows come in the order of their numbers, few or many, negative ones, zeros and infinities too. */
class RowSortPropertyTest {
    @Property
    void sorts(@ForAll @Size(min = 1, max = 300) double[] numbers) {
        assertSorted(numbers);
    }

    @Property(tries = 2)
    void sortsMany(@ForAll long seed) {
        assertSorted(new java.util.SplittableRandom(seed).doubles(20_000, -5, 5).map(it -> Math.rint(it * 1000) / 1000).toArray());
    }

    private static void assertSorted(double[] numbers) {
        long[] keys = new long[numbers.length];
        int[] rows = new int[numbers.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = RowSort.key(numbers[i]);
            rows[i] = i;
            assertEquals(numbers[i] + 0.0, RowSort.number(keys[i]));
        }
        new RowSort().sort(keys, rows, rows.length);
        int[] expected = IntStream.range(0, numbers.length).boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> numbers[row] + 0.0)).mapToInt(Integer::intValue).toArray();
        assertArrayEquals(expected, rows);
    }
}
