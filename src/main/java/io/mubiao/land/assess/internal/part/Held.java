package io.mubiao.land.assess.internal.part;

import io.mubiao.land.Roll;
import io.mubiao.value.NumberWriter;
import io.mubiao.value.Rational;
import io.mubiao.work.internal.Checkpoint;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The digest of a roll that is held beside a rule: the same for the same enterprises and figures, in whatever order rows and columns stand. */
public final class Held {
    private Held() {}

    /** Of the digests of all rows their sum, so that nothing has to be put in order. */
    public static byte[] digest(Roll roll) {
        MessageDigest sha;
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
        List<String> columns = roll.columns().stream().sorted().toList();
        long[] sum = new long[Envelope.DIGEST / Long.BYTES];
        for (int row = 0; row < roll.size(); row++) {
            Checkpoint.pass(row);
            NumberWriter to = new NumberWriter().addText(roll.id(row));
            for (String name : columns) {
                cell(to, roll, name, row);
            }
            LongBuffer one = ByteBuffer.wrap(sha.digest(to.toBytes())).asLongBuffer();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += one.get(i);
            }
        }
        NumberWriter all = new NumberWriter().addCount(roll.size()).addCount(columns.size());
        columns.forEach(all::addText);
        Arrays.stream(sum).forEach(all::addWhole);
        return sha.digest(all.toBytes());
    }

    private static void cell(NumberWriter to, Roll roll, String name, int row) {
        Rational number = roll.number(name).flatMap(it -> Optional.ofNullable(it.value(row))).orElse(null);
        String text = roll.text(name).flatMap(it -> Optional.ofNullable(it.text(row))).orElse(null);
        if (number != null) {
            to.addCount(1).addNumber(number);
        } else if (text != null) {
            to.addCount(2).addText(text);
        } else {
            to.addCount(0);
        }
    }
}
