package io.mubiao.land.assess.internal.part;

import io.mubiao.land.assess.PartException;
import io.mubiao.value.NumberReader;
import io.mubiao.value.NumberWriter;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Function;

/** The form that parts travel in: what they are, of which version, then the contents, then a seal that tells damage. */
public final class Envelope {
    /** What is inside. */
    public enum Kind {
        PART(0), WHOLE(1);

        private final int number;

        Kind(int number) {
            this.number = number;
        }
    }

    /** The form that is written, and the only one that is read. */
    public static final int VERSION = 1;
    /** How many bytes a digest has. */
    public static final int DIGEST = 32;
    private static final byte[] MARK = {'M', 'U', 'B', 'P'};
    private static final int SEAL = 16;

    private Envelope() {}

    public static byte[] digest(byte[] bytes) {
        return digest(bytes, bytes.length);
    }

    private static byte[] digest(byte[] bytes, int length) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(bytes, 0, length);
            return sha.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    public static byte[] seal(Kind kind, Consumer<NumberWriter> contents) {
        NumberWriter to = new NumberWriter();
        to.addBytes(MARK).addCount(kind.number).addCount(VERSION);
        contents.accept(to);
        byte[] inside = to.toBytes();
        byte[] sealed = Arrays.copyOf(inside, inside.length + SEAL);
        System.arraycopy(digest(inside), 0, sealed, inside.length, SEAL);
        return sealed;
    }

    /**
     * What was sealed.
     *
     * @throws PartException if the bytes are not that
     */
    public static <T> T open(Kind kind, byte[] bytes, Function<NumberReader, T> contents) {
        if (bytes.length < MARK.length + SEAL || !Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length)) {
            throw new PartException(PartException.Fault.NO_PART, "found " + bytes.length
                    + " bytes that do not begin like a part of an evaluation, expected what toBytes() gave");
        }
        int end = bytes.length - SEAL;
        NumberReader from = new NumberReader(bytes, MARK.length, end);
        try {
            long found = from.count();
            long version = from.count();
            if (version != VERSION) {
                throw new PartException(PartException.Fault.OTHER_VERSION, "the bytes are of form " + version + ", expected form "
                        + VERSION);
            }
            if (!Arrays.equals(digest(bytes, end), 0, SEAL, bytes, end, bytes.length)) {
                throw new PartException(PartException.Fault.DAMAGED, "the bytes of a part are not as they were written: their seal is broken");
            }
            if (found != kind.number) {
                throw new PartException(PartException.Fault.NO_PART, kind == Kind.PART
                        ? "the bytes are what is known of a whole, expected a part" : "the bytes are a part, expected what is known of a whole");
            }
            T read = contents.apply(from);
            if (from.left() > 0) {
                throw new IllegalArgumentException("bytes are left over");
            }
            return read;
        } catch (PartException e) {
            throw e;
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new PartException(PartException.Fault.DAMAGED, "the bytes of a part are not as they were written", e);
        }
    }
}
