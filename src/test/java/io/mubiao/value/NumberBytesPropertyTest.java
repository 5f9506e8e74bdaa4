package io.mubiao.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
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

    /** Equal sums have the same bytes, whatever came first, however it was grouped, and wherever it was read in between. */
    @Property(tries = 200)
    void oneSumHasOneForm(@ForAll long seed) {
        assertOneForm(new Random(seed), false);
    }

    @Example
    void largeSumsToo() {
        assertOneForm(new Random(1), true);
    }

    private static void assertOneForm(Random random, boolean large) {
        List<ExactSum> parts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ExactSum part = sum(random, 2);
            part.add(large ? read(many(7)).total().root(2) : number(random, 3).abs().root(2));
            parts.add(part);
        }
        ExactSum whole = new ExactSum();
        parts.forEach(whole::add);
        byte[] bytes = bytes(whole);
        assertArrayEquals(bytes, bytes(read(whole)));
        Collections.shuffle(parts, random);
        while (parts.size() > 1) {
            ExactSum both = new ExactSum();
            both.add(parts.remove(random.nextInt(parts.size())));
            both.add(parts.remove(random.nextInt(parts.size())));
            parts.add(random.nextBoolean() ? both : read(both));
        }
        assertArrayEquals(bytes, bytes(parts.get(0)));
        assertArrayEquals(new NumberWriter().addNumber(whole.total()).toBytes(), new NumberWriter().addNumber(parts.get(0).total()).toBytes());
        assertEquals(whole.total(), parts.get(0).total());
    }

    /** More than five thousand roots, with what cancels out. */
    private static ExactSum many(int more) {
        ExactSum sum = new ExactSum();
        for (int i = 0; i < 2_600; i++) {
            sum.add(Enclosure.of(Rational.of(2 + i * 4L, 3)).root(2));
        }
        sum.add(Rational.of(more, 1_000_003));
        sum.add(Rational.of(-more, 1_000_003));
        return sum;
    }

    private static byte[] bytes(ExactSum sum) {
        return new NumberWriter().addSum(sum).toBytes();
    }

    private static ExactSum read(ExactSum sum) {
        byte[] bytes = bytes(sum);
        return new NumberReader(bytes, 0, bytes.length).sum();
    }

    /** Of equal numbers that are made differently the larger and the smaller are the same ones, whichever comes first. */
    @Example
    void ofEqualNumbersOneIsTaken() {
        Enclosure one = Enclosure.of(Rational.of(2)).root(2).plus(Enclosure.of(Rational.of(3)).root(2));
        Enclosure other = Enclosure.of(Rational.of(3)).root(2).plus(Enclosure.of(Rational.of(2)).root(2));
        assertEquals(one.max(other), other.max(one));
        assertEquals(one.min(other), other.min(one));
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
