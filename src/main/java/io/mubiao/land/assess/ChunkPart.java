package io.mubiao.land.assess;

import io.mubiao.land.assess.internal.part.Envelope;
import io.mubiao.land.assess.internal.part.Parcel;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What some rows give in one pass of an evaluation in chunks (分部结果): made on any machine, merged with others in any order and
 * grouping, always to the same. Knows no rule but its digest, and is no larger than groups, distinct rounded totals and samples ask for,
 * however many rows there are. Immutable; travels as {@link #toBytes bytes}, also where it is serialized.
 */
public final class ChunkPart implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Parcel parcel;

    ChunkPart(Parcel parcel) {
        this.parcel = parcel;
    }

    Parcel parcel() {
        return parcel;
    }

    /**
     * These rows and the others together; changes neither part.
     *
     * @throws PartException if the other part is of another rule, settings or pass
     */
    public ChunkPart merge(ChunkPart other) {
        return new ChunkPart(parcel.merge(other.parcel));
    }

    /** The digest of the rule and settings under which it was made, see {@link Chunks#digest}. */
    public String digest() {
        return HexFormat.of().formatHex(parcel.work());
    }

    /** How many passes there were before. */
    public int pass() {
        return parcel.pass();
    }

    /** This part in the form that the guide describes; of parts that merged in whatever order the same bytes for the same sums and counts. */
    public byte[] toBytes() {
        return Envelope.seal(Envelope.Kind.PART, parcel::write);
    }

    /**
     * The part that was written.
     *
     * @throws PartException if the bytes are no part, of another version, or damaged
     */
    public static ChunkPart fromBytes(byte[] bytes) {
        return new ChunkPart(Envelope.open(Envelope.Kind.PART, bytes, Parcel::read));
    }

    @Serial
    private Object writeReplace() {
        return new Sealed(toBytes());
    }

    @Serial
    private void readObject(ObjectInputStream from) throws InvalidObjectException {
        throw new InvalidObjectException("a part travels as its bytes");
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Sealed(byte[] bytes) implements Serializable {
        @Serial
        private Object readResolve() {
            return fromBytes(bytes);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChunkPart that && Arrays.equals(toBytes(), that.toBytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(toBytes());
    }

    @Override
    public String toString() {
        return "ChunkPart[pass " + (parcel.pass() + 1) + " of " + Parcel.shown(parcel.work()) + "]";
    }
}
