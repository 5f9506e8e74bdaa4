package io.mubiao.land.assess;

import io.mubiao.land.assess.internal.part.Envelope;
import io.mubiao.land.assess.internal.part.Parcel;
import java.io.Serial;
import java.util.HexFormat;

/**
 * What some rows give in one pass of an evaluation in chunks (分部结果): made on any machine, merged with others in any order and
 * grouping, always to the same. Knows no rule but its digest. Its size goes by groups, distinct rounded totals and samples, not by rows; but a mean
 * of ratios, of a baseline or a mean score, keeps a number for each different divisor, and a mean or deviation of roots each different root. Immutable; travels as {@link #toBytes bytes}, also where it is serialized.
 */
public final class ChunkPart extends Sealed {
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
    @Override
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

    @Override
    public String toString() {
        return "ChunkPart[pass " + (parcel.pass() + 1) + " of " + Parcel.shown(parcel.work()) + "]";
    }
}
