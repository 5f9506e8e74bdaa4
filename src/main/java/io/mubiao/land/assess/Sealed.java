package io.mubiao.land.assess;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;

/** What travels as its bytes, also where it is serialized, and is the same where they are. */
abstract sealed class Sealed implements Serializable permits ChunkPart, Whole {
    @Serial
    private static final long serialVersionUID = 1L;

    /** This in the form that the guide describes. */
    public abstract byte[] toBytes();

    @Serial
    Object writeReplace() {
        return new Sent(this instanceof Whole ? Sent.Kind.WHOLE : Sent.Kind.PART, toBytes());
    }

    @Serial
    private void readObject(ObjectInputStream from) throws InvalidObjectException {
        throw new InvalidObjectException("a part travels as its bytes");
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof Sealed that && getClass() == that.getClass() && Arrays.equals(toBytes(), that.toBytes());
    }

    @Override
    public final int hashCode() {
        return Arrays.hashCode(toBytes());
    }
}
