package io.mubiao.value;

import io.mubiao.work.internal.Checkpoint;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The SHA-256 of what a number is made of (构成的摘要): of its bytes with the digest of each part where the part would stand. So numbers have
 * one order on every machine, and large ones are known to be made alike without a look at every part.
 */
final class Make {
    static final Comparator<Real> ORDER = (one, other) -> Arrays.compareUnsigned(one.make(), other.make());

    private Make() {}

    static byte[] digest(Real real) {
        NumberWriter to = new NumberWriter();
        if (real instanceof Real.Fixed fixed) {
            to.addCount(NumberWriter.FIXED).addLarge(fixed.number.numerator()).addLarge(fixed.number.denominator());
        } else if (real instanceof Real.Root root) {
            to.addCount(NumberWriter.ROOT).addCount(root.degree).addBytes(root.of.make());
        } else if (real instanceof Real.Total total) {
            to.addCount(NumberWriter.SUM).addCount(total.fractions.size());
            total.fractions.inOrder().forEach(it -> to.addLarge(it.getKey()).addLarge(it.getValue()));
            to.addCount(total.others.size());
            inOrder(total.others).forEach(it -> to.addBytes(it.getKey().make()).addCount(it.getValue()));
        } else if (real instanceof Real.Binary binary) {
            to.addCount(NumberWriter.BINARY + NumberWriter.OPERATORS.indexOf(binary.op)).addBytes(binary.left.make()).addBytes(binary.right.make());
        }
        try {
            return MessageDigest.getInstance("SHA-256").digest(to.toBytes());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    static Stream<Map.Entry<Real, Long>> inOrder(Map<Real, Long> numbers) {
        return numbers.size() < 2 ? numbers.entrySet().stream()
                : numbers.entrySet().stream().sorted(Checkpoint.every(Map.Entry.comparingByKey(ORDER)));
    }
}
