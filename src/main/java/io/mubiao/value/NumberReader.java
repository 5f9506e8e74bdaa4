package io.mubiao.value;

import static com.google.common.base.Preconditions.checkArgument;

import io.mubiao.work.internal.Checkpoint;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what {@link NumberWriter} wrote. Bytes that nobody wrote so are refused with an IllegalArgumentException, whatever they are,
 * and take no more memory than a small multiple of their own length. Not thread-safe.
 */
public final class NumberReader {
    private static final int MOST_DEPTH = 200;
    private static final int MOST_DEGREE = 1_000;
    private static final int LAST_SHIFT = 63;

    private record Node(Real real, int depth) {}

    private final ByteBuffer bytes;
    private final List<Node> known = new ArrayList<>();

    /** Reads some bytes of an array, which must not change meanwhile. */
    public NumberReader(byte[] bytes, int from, int end) {
        checkArgument(from >= 0 && from <= end && end <= bytes.length, "no bytes from %s to %s", from, end);
        this.bytes = ByteBuffer.wrap(bytes, from, end - from);
    }

    /** How many bytes are left. */
    public int left() {
        return bytes.remaining();
    }

    /** Bytes as they are. */
    public byte[] raw(int length) {
        checkArgument(length >= 0 && length <= left(), "%s bytes are expected, %s are left", length, left());
        byte[] some = new byte[length];
        bytes.get(some);
        return some;
    }

    /** A whole number from 0. */
    public long count() {
        long number = plain();
        checkArgument(number >= 0, "a count is below 0");
        return number;
    }

    /** A whole number from 0 up to one. */
    public int count(int most) {
        long number = count();
        checkArgument(number <= most, "%s is more than %s", number, most);
        return (int) number;
    }

    /** How many things follow that take at least so many bytes each. */
    public int things(int bytesEach) {
        return count(left() / Math.max(1, bytesEach));
    }

    /** A whole number, also below 0. */
    public long whole() {
        long number = plain();
        return number >>> 1 ^ -(number & 1);
    }

    private long plain() {
        long number = 0;
        for (int shift = 0; shift <= LAST_SHIFT; shift += 7) {
            checkArgument(bytes.hasRemaining(), "a number is cut off");
            byte next = bytes.get();
            number |= (next & 0x7FL) << shift;
            if (next >= 0) {
                checkArgument(shift < LAST_SHIFT || next <= 1, "a number is too long");
                return number;
            }
        }
        throw new IllegalArgumentException("a number is too long");
    }

    /** A text. */
    public String text() {
        byte[] text = raw(things(1));
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("a text is no UTF-8", e);
        }
    }

    private BigInteger large() {
        int length = things(1);
        checkArgument(length > 0 && length <= NumberWriter.MOST_BYTES, "a number of %s bytes", length);
        return new BigInteger(raw(length));
    }

    /** A fraction. */
    public Rational number() {
        BigInteger above = large();
        return Rational.of(above, positive(large()));
    }

    private static BigInteger positive(BigInteger below) {
        checkArgument(below.signum() > 0, "a denominator must be above 0");
        return below;
    }

    /** A number that may be no short fraction. */
    public Enclosure enclosure() {
        int tag = count(NumberWriter.BINARY + 2);
        if (tag == NumberWriter.FRACTION) {
            return Enclosure.of(number());
        }
        Real real = node(tag, 0).real();
        return Enclosure.of(number(), number(), real);
    }

    private Node node(int depth) {
        return node(count(NumberWriter.BINARY + 2), depth);
    }

    private Node node(int tag, int depth) {
        checkArgument(depth < MOST_DEPTH, "a number is made of too many others");
        if (tag == NumberWriter.KNOWN) {
            return known.get(count(known.size() - 1));
        }
        Node node = switch (tag) {
            case NumberWriter.FIXED -> new Node(new Real.Fixed(number()), 1);
            case NumberWriter.ROOT -> root(depth);
            case NumberWriter.SUM -> total(depth);
            case NumberWriter.FRACTION -> throw new IllegalArgumentException("a fraction is no part of a number");
            default -> binary(NumberWriter.OPERATORS.get(tag - NumberWriter.BINARY), depth);
        };
        checkArgument(node.depth < MOST_DEPTH, "a number is made of too many others");
        known.add(node);
        return node;
    }

    private Node root(int depth) {
        int degree = count(MOST_DEGREE);
        Node of = node(depth + 1);
        checkArgument(degree >= 2 && of.real.range(Real.FIRST_BITS).low().signum() >= 0, "no root of degree %s", degree);
        return new Node(new Real.Root(of.real, degree), of.depth + 1);
    }

    private Node binary(Real.Op op, int depth) {
        Node left = node(depth + 1);
        Node right = node(depth + 1);
        checkArgument(op != Real.Op.OVER || right.real.sign() != 0, "division by zero");
        return new Node(new Real.Binary(op, left.real, right.real), 1 + Math.max(left.depth, right.depth));
    }

    private Node total(int depth) {
        Map<BigInteger, BigInteger> fractions = fractions();
        Map<Real, Long> others = new HashMap<>();
        int deepest = 0;
        for (int i = things(2); i > 0; i--) {
            Node other = node(depth + 1);
            deepest = Math.max(deepest, other.depth);
            others.merge(other.real, count(), Long::sum);
        }
        return new Node(new Real.Total(new Fractions(fractions), others), deepest + 1);
    }

    private Map<BigInteger, BigInteger> fractions() {
        Map<BigInteger, BigInteger> fractions = new HashMap<>();
        for (int i = things(4); i > 0; i--) {
            Checkpoint.pass(i);
            BigInteger below = positive(large());
            checkArgument(fractions.put(below, large()) == null, "a denominator is there twice");
        }
        return fractions;
    }

    /** A sum in the making. */
    public ExactSum sum() {
        Map<BigInteger, BigInteger> fractions = fractions();
        Map<Real, Long> others = new HashMap<>();
        for (int i = things(2); i > 0; i--) {
            Real real = node(0).real;
            others.merge(real, count(), Long::sum);
        }
        return new ExactSum(fractions, others);
    }
}
