package io.mubiao.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Numbers of every make, and sums of them, are read as they were written. */
class NumberBytesPropertyTest {
    private static Enclosure number(Random random, int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return Enclosure.of(Rational.of(random.nextInt(2_000) - 1_000L, 1 + random.nextInt(400)));
        }
        Enclosure one = number(random, depth - 1);
        Enclosure other = number(random, depth - 1);
        return switch (random.nextInt(5)) {
            case 0 -> one.plus(other);
            case 1 -> one.times(other);
            case 2 -> other.sign().orElseThrow() == 0 ? one : one.dividedBy(other);
            case 3 -> one.abs().root(2 + random.nextInt(2));
            default -> sum(random, depth - 1).total();
        };
    }

    private static ExactSum sum(Random random, int depth) {
        ExactSum sum = new ExactSum();
        for (int i = random.nextInt(16); i >= 0; i--) {
            sum.add(i % 5 == 0 ? number(random, depth) : Enclosure.of(Rational.of(random.nextInt(90), 100 + random.nextInt(4_000))));
        }
        return sum;
    }

    @Property
    void numbersAreReadAsTheyWereWritten(@ForAll long seed) {
        Random random = new Random(seed);
        NumberWriter to = new NumberWriter();
        List<Enclosure> numbers = new ArrayList<>();
        List<ExactSum> sums = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            numbers.add(number(random, 3));
            sums.add(sum(random, 2));
            to.addNumber(numbers.get(i)).addSum(sums.get(i)).addWhole(random.nextLong()).addText("数 " + i);
        }
        byte[] bytes = to.toBytes();
        NumberReader from = new NumberReader(bytes, 0, bytes.length);
        Random again = new Random(seed);
        for (int i = 0; i < 3; i++) {
            number(again, 3);
            sum(again, 2);
            Enclosure read = from.enclosure();
            assertEquals(numbers.get(i).toString(), read.toString());
            assertEquals(0, numbers.get(i).order(read).orElseThrow());
            ExactSum sum = from.sum();
            assertEquals(0, sums.get(i).total().order(sum.total()).orElseThrow());
            sum.add(numbers.get(i));
            sums.get(i).add(numbers.get(i));
            assertEquals(0, sums.get(i).total().order(sum.total()).orElseThrow());
            assertEquals(again.nextLong(), from.whole());
            assertEquals("数 " + i, from.text());
        }
        assertEquals(0, from.left());
    }

    @Example
    void theEndsOfWholeNumbers() {
        byte[] bytes = new NumberWriter().addWhole(Long.MIN_VALUE).addWhole(Long.MAX_VALUE).addWhole(-1).addCount(Long.MAX_VALUE).addCount(0).toBytes();
        NumberReader from = new NumberReader(bytes, 0, bytes.length);
        assertEquals(Long.MIN_VALUE, from.whole());
        assertEquals(Long.MAX_VALUE, from.whole());
        assertEquals(-1, from.whole());
        assertEquals(Long.MAX_VALUE, from.count());
        assertEquals(0, from.count());
        assertThrows(IllegalArgumentException.class, from::count);
        assertThrows(IllegalArgumentException.class, () -> new NumberWriter().addCount(-1));
        assertThrows(IllegalArgumentException.class, () -> new NumberWriter().addNumber(Enclosure.of(Rational.ZERO, Rational.ONE)));
    }
}
