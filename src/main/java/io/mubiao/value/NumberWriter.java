package io.mubiao.value;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes numbers and texts as bytes, exactly (精确数字的二进制形式); {@link NumberReader} gives equal ones back. What a number is made
 * of is written once, however often it occurs. Equal contents written in the same order give equal bytes. Not thread-safe.
 */
public final class NumberWriter {
    static final int FRACTION = 0;
    static final int KNOWN = 1;
    static final int FIXED = 2;
    static final int ROOT = 3;
    static final int SUM = 4;
    static final int BINARY = 5;
    /** By their number in bytes. */
    static final List<Real.Op> OPERATORS = List.of(Real.Op.PLUS, Real.Op.TIMES, Real.Op.OVER);
    /** So many bytes have 150,000 digits. */
    static final int MOST_BYTES = 1 << 16;
    private static final int LOW_BITS = 7;
    private static final int MORE = 1 << LOW_BITS;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Map<Real, Integer> known = new HashMap<>();

    /** Nothing is written yet. */
    public NumberWriter() {}

    /** What was written so far. */
    public byte[] toBytes() {
        return bytes.toByteArray();
    }

    /** Bytes as they are. */
    public NumberWriter addBytes(byte[] some) {
        bytes.writeBytes(some);
        return this;
    }

    /**
     * A whole number from 0, seven bits a byte, the lowest first.
     *
     * @throws IllegalArgumentException if it is below 0
     */
    public NumberWriter addCount(long number) {
        checkArgument(number >= 0, "a count must be from 0, got %s", number);
        plain(number);
        return this;
    }

    /** A whole number, also below 0. */
    public NumberWriter addWhole(long number) {
        plain((number << 1) ^ (number >> (Long.SIZE - 1)));
        return this;
    }

    private void plain(long number) {
        long rest = number;
        while ((rest & -MORE) != 0) {
            bytes.write((int) ((rest & (MORE - 1)) | MORE));
            rest >>>= LOW_BITS;
        }
        bytes.write((int) rest);
    }

    /** A text: the number of its bytes in UTF-8, and these. */
    public NumberWriter addText(String text) {
        byte[] utf = text.getBytes(StandardCharsets.UTF_8);
        return addCount(utf.length).addBytes(utf);
    }

    /** A whole number of any size: the number of its bytes in two's complement, and these, the highest first. */
    private void large(BigInteger number) {
        int length = number.bitLength() / Byte.SIZE + 1;
        checkArgument(length <= MOST_BYTES, "a number of %s bytes is too long to be written", length);
        addLarge(number);
    }

    NumberWriter addLarge(BigInteger number) {
        byte[] own = number.toByteArray();
        return addCount(own.length).addBytes(own);
    }

    /** A fraction in lowest terms. */
    public NumberWriter addNumber(Rational number) {
        large(number.numerator());
        large(number.denominator());
        return this;
    }

    /**
     * A number.
     *
     * @throws IllegalArgumentException if it is a range
     */
    public NumberWriter addNumber(Enclosure number) {
        checkArgument(!number.isRange(), "a range is no number: %s", number);
        Real real = number.real();
        if (real == null) {
            return addCount(FRACTION).addNumber(number.low());
        }
        node(real);
        return addNumber(number.low()).addNumber(number.high());
    }

    private void node(Real real) {
        Integer before = known.get(real);
        if (before != null) {
            addCount(KNOWN).addCount(before);
            return;
        }
        if (real instanceof Real.Fixed fixed) {
            addCount(FIXED).addNumber(fixed.number);
        } else if (real instanceof Real.Root root) {
            addCount(ROOT).addCount(root.degree);
            node(root.of);
        } else if (real instanceof Real.Total total) {
            addCount(SUM);
            sum(total.fractions, total.others);
        } else if (real instanceof Real.Binary binary) {
            addCount(BINARY + OPERATORS.indexOf(binary.op));
            node(binary.left);
            node(binary.right);
        }
        known.put(real, known.size());
    }

    /** A sum in the making, with all it needs to grow on. */
    public NumberWriter addSum(ExactSum sum) {
        sum.gather();
        sum(new Fractions(sum.fractions()), sum.others());
        return this;
    }

    private void sum(Fractions fractions, Map<Real, Long> others) {
        addCount(fractions.size());
        fractions.inOrder().forEach(it -> {
            large(it.getKey());
            large(it.getValue());
        });
        addCount(others.size());
        Make.inOrder(others).forEach(it -> {
            node(it.getKey());
            addCount(it.getValue());
        });
    }
}
